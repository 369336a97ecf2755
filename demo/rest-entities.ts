import { hex } from './edit';
import type {
  Label,
  LabelEvent,
  LinkedItem,
  MergeRequest,
  Milestone,
  Note,
  Store,
  User,
  WeightEvent,
  WorkItem,
} from './store';
import { findNamespace, milestonePath, textColor, webPath } from './store';

/* The JSON shapes of GitLab's REST API. `origin` is how the browser addressed us, `https://gitlab.com`. */

export function userEntity(user: User, origin: string) {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    state: 'active',
    avatar_url: null,
    web_url: `${origin}/${user.username}`,
  };
}

/** Key `weight` is missing without licence, `health_status` below Ultimate. */
export function issueEntity(store: Store, item: WorkItem, origin: string) {
  const description = item.description.match(/^\s*[-*+] \[[ x]\] /gim) ?? [];
  return {
    id: item.id,
    iid: Number(item.iid),
    project_id: findNamespace(store, item.namespace)?.id,
    title: item.title,
    description: item.description,
    state: item.state === 'CLOSED' ? 'closed' : 'opened',
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    labels: item.labels.map(label => label.title).sort(),
    milestone: item.milestone && milestoneEntity(store, item.milestone, origin),
    author: userEntity(item.author, origin),
    assignees: item.assignees.map(user => userEntity(user, origin)),
    type: item.workItemType.toUpperCase(),
    issue_type: item.workItemType.toLowerCase(),
    confidential: item.confidential,
    discussion_locked: item.discussionLocked || null,
    user_notes_count: item.notes.filter(note => !note.system).length,
    due_date: item.dueDate,
    start_date: item.startDate,
    time_stats: { time_estimate: item.timeEstimate, total_time_spent: item.totalTimeSpent },
    task_completion_status: {
      count: description.length,
      completed_count: description.filter(task => /\[x\]/i.test(task)).length,
    },
    references: {
      short: `#${item.iid}`,
      relative: `#${item.iid}`,
      full: `${item.namespace}#${item.iid}`,
    },
    web_url: origin + webPath(item),
    ...(store.plan === 'free' ? {} : { weight: item.weight }),
    ...(store.plan === 'ultimate' ? { health_status: snakeCase(item.healthStatus) } : {}),
  };
}

export function mergeRequestEntity(store: Store, request: MergeRequest, origin: string) {
  return {
    id: request.id,
    iid: Number(request.iid),
    project_id: findNamespace(store, request.namespace)?.id,
    title: request.title,
    description: request.description,
    state: request.state,
    draft: request.draft,
    created_at: request.createdAt,
    updated_at: request.updatedAt,
    merged_at: request.mergedAt,
    source_branch: request.sourceBranch,
    target_branch: request.targetBranch,
    sha: hex(request.sourceBranch),
    labels: request.labels.map(label => label.title).sort(),
    milestone: request.milestone && milestoneEntity(store, request.milestone, origin),
    author: userEntity(request.author, origin),
    assignees: request.assignees.map(user => userEntity(user, origin)),
    reviewers: request.reviewers.map(({ user }) => userEntity(user, origin)),
    detailed_merge_status: request.detailedMergeStatus.toLowerCase(),
    has_conflicts: false,
    blocking_discussions_resolved: true,
    changes_count: String(request.diffStats.fileCount),
    user_notes_count: request.notes.filter(note => !note.system).length,
    head_pipeline: request.pipeline && { id: request.id, status: request.pipeline.toLowerCase() },
    references: {
      short: `!${request.iid}`,
      relative: `!${request.iid}`,
      full: `${request.namespace}!${request.iid}`,
    },
    web_url: origin + webPath(request),
  };
}

export function noteEntity(item: WorkItem | MergeRequest, note: Note, origin: string) {
  return {
    id: Number(note.id),
    type: note.kind === 'DiscussionNote' ? 'DiscussionNote' : null,
    body: note.body,
    author: userEntity(note.author, origin),
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    system: note.system,
    noteable_id: item.id,
    noteable_iid: Number(item.iid),
    noteable_type: 'workItemType' in item ? 'Issue' : 'MergeRequest',
    resolvable: note.resolvable,
    ...(note.resolvable ? { resolved: note.resolved } : {}),
    confidential: note.internal,
    internal: note.internal,
    commands_changes: {},
  };
}

export function labelEntity(label: Label) {
  return {
    id: label.id,
    name: label.title,
    color: label.color,
    text_color: textColor(label.color),
    description: label.description,
    priority: label.priority,
    is_project_label: label.kind === 'ProjectLabel',
    subscribed: false,
  };
}

export function labelEventEntity(item: WorkItem, event: LabelEvent, origin: string) {
  const { id, title, color, description } = event.label;
  return {
    id: event.id,
    user: userEntity(event.user, origin),
    created_at: event.createdAt,
    resource_type: 'Issue',
    resource_id: item.id,
    label: { id, name: title, color, description },
    action: event.action,
  };
}

export function weightEventEntity(item: WorkItem, event: WeightEvent, origin: string) {
  return {
    id: event.id,
    user: userEntity(event.user, origin),
    created_at: event.createdAt,
    issue_id: item.id,
    weight: event.weight,
  };
}

/** The other end of a link, with what the link is. */
export function linkedIssueEntity(store: Store, item: WorkItem, link: LinkedItem, origin: string) {
  return { ...issueEntity(store, item, origin), issue_link_id: link.id, link_type: link.linkType };
}

export function milestoneEntity(store: Store, milestone: Milestone, origin: string) {
  const today = new Date().toISOString().slice(0, 10);
  return {
    id: milestone.id,
    iid: Number(milestone.iid),
    group_id: findNamespace(store, milestone.namespace)?.id,
    title: milestone.title,
    state: milestone.state,
    start_date: milestone.startDate,
    due_date: milestone.dueDate,
    expired: milestone.dueDate !== null && milestone.dueDate < today,
    web_url: origin + milestonePath(milestone),
  };
}

/** REST writes `needs_attention` where GraphQL writes `needsAttention`. */
function snakeCase(text: string | null): string | null {
  return text?.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`) ?? null;
}
