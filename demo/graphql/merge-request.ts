import { hex } from '../edit';
import { renderMarkdown } from '../markdown';
import { canComment, canEdit } from '../permissions';
import type { MergeRequest, User } from '../store';
import { discussionsOf, webPath } from '../store';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid } from './ids';
import { discussionConnection, noteConnection } from './notes';
import { labelObject, milestoneObject, projectOf, userObject } from './plain';

const approvalsRequired = 2;

export function mergeRequestObject(context: Context, request: MergeRequest): Record<string, unknown> {
  const { store, viewer, origin } = context;
  const approvers = request.reviewers.filter(({ reviewState }) => reviewState === 'APPROVED').map(({ user }) => user);
  const threads = discussionsOf(request).filter(({ notes: [first] }) => first?.resolvable);
  const users = (all: User[], typename: string) => (page: PageArguments) =>
    connection(all, page, user => userObject(context, user, typename));
  return {
    id: gid('MergeRequest', request.id),
    iid: request.iid,
    title: request.title,
    titleHtml: () => renderMarkdown(store, request.namespace, request.title).replace(/^<p[^>]*>|<\/p>\n$/g, ''),
    description: request.description,
    descriptionHtml: () => renderMarkdown(store, request.namespace, request.description),
    state: request.state,
    draft: request.draft,
    author: userObject(context, request.author, 'MergeRequestAuthor'),
    webPath: webPath(request),
    webUrl: origin + webPath(request),
    reference: ({ full }: { full?: boolean }) => `${full ? request.namespace : ''}!${request.iid}`,
    project: () => projectOf(context, request.namespace),
    createdAt: request.createdAt,
    updatedAt: request.updatedAt,
    mergedAt: request.mergedAt,
    closedAt: request.state === 'closed' ? request.updatedAt : null,
    sourceBranch: request.sourceBranch,
    targetBranch: request.targetBranch,
    labels: (page: PageArguments) => connection(request.labels, page, labelObject),
    milestone: request.milestone && milestoneObject(request.milestone),
    assignees: users(request.assignees, 'MergeRequestAssignee'),
    reviewers: (page: PageArguments) =>
      connection(request.reviewers, page, ({ user, reviewState }) => ({
        ...userObject(context, user, 'MergeRequestReviewer'),
        mergeRequestInteraction: {
          approved: reviewState === 'APPROVED',
          reviewState,
          reviewed: reviewState !== 'UNREVIEWED' && reviewState !== 'REVIEW_STARTED',
          canMerge: user.accessLevel !== 'GUEST' && user.accessLevel !== null,
        },
      })),
    participants: users(participants(request), 'MergeRequestParticipant'),
    detailedMergeStatus: request.detailedMergeStatus,
    mergeable: request.detailedMergeStatus === 'MERGEABLE',
    conflicts: false,
    approved: approvers.length >= approvalsRequired,
    approvalsRequired,
    approvalsLeft: Math.max(0, approvalsRequired - approvers.length),
    approvedBy: users(approvers, 'UserCore'),
    headPipeline: request.pipeline && {
      id: gid('Ci::Pipeline', request.id),
      status: request.pipeline,
      detailedStatus: pipelineStatus(request.pipeline),
    },
    diffHeadSha: hex(request.sourceBranch),
    diffStatsSummary: request.diffStats,
    commitCount: request.commitCount,
    userNotesCount: request.notes.filter(note => !note.system).length,
    userDiscussionsCount: discussionsOf(request).filter(({ notes: [first] }) => !first?.system).length,
    resolvableDiscussionsCount: threads.length,
    resolvedDiscussionsCount: threads.filter(({ notes: [first] }) => first?.resolved).length,
    discussions: (page: PageArguments) => discussionConnection(context, request, page),
    notes: (page: PageArguments) => noteConnection(context, request, page),
    userPermissions: {
      canMerge: canEdit(viewer) && request.detailedMergeStatus === 'MERGEABLE',
      createNote: canComment(request, viewer),
      readMergeRequest: true,
      updateMergeRequest: canEdit(viewer),
    },
  };
}

function pipelineStatus(status: NonNullable<MergeRequest['pipeline']>) {
  const label = { SUCCESS: 'passed', FAILED: 'failed', RUNNING: 'running' }[status];
  return { label, text: label, group: status.toLowerCase(), icon: `status_${status.toLowerCase()}` };
}

function participants(request: MergeRequest): User[] {
  const authors = request.notes.map(note => note.author);
  return [...new Set([request.author, ...request.assignees, ...request.reviewers.map(one => one.user), ...authors])];
}
