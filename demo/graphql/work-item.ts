import { GraphQLError } from 'graphql';
import { renderMarkdown } from '../markdown';
import { canComment, canEdit, canRead } from '../permissions';
import type { User, WorkItem } from '../store';
import { closingMergeRequests, parentOf, webPath, workItemById } from '../store';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid } from './ids';
import { mergeRequestObject } from './merge-request';
import { type DiscussionArguments, discussionConnection, noteConnection } from './notes';
import {
  iterationObject,
  labelObject,
  milestoneObject,
  namespaceOf,
  projectOf,
  statusObject,
  typeObject,
  userObject,
  weightDefinition,
  widgetTypes,
} from './plain';

/** A work item with its widgets; only fields that are asked for are computed. */
export function workItemObject(context: Context, item: WorkItem): Record<string, unknown> {
  const { store, viewer, origin } = context;
  const edit = canEdit(viewer);
  return {
    id: gid('WorkItem', item.id),
    iid: item.iid,
    title: item.title,
    titleHtml: () => renderMarkdown(store, item.namespace, item.title).replace(/^<p[^>]*>|<\/p>\n$/g, ''),
    description: item.description,
    descriptionHtml: () => renderMarkdown(store, item.namespace, item.description),
    state: item.state,
    confidential: item.confidential,
    archived: false,
    webPath: webPath(item),
    webUrl: origin + webPath(item),
    reference: ({ full }: { full?: boolean }) => `${full ? item.namespace : ''}#${item.iid}`,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    closedAt: item.closedAt,
    author: userObject(context, item.author),
    namespace: () => namespaceOf(context, item.namespace),
    project: () => projectOf(context, item.namespace),
    workItemType: typeObject(store, item.workItemType),
    promotedToEpicUrl: () => {
      const epic = workItemById(store, item.promotedToEpic ?? 0);
      return epic ? origin + webPath(epic) : null;
    },
    userDiscussionsCount: new Set(item.notes.filter(note => !note.system).map(note => note.discussionId)).size,
    lockVersion: 0,
    userPermissions: {
      readWorkItem: true,
      updateWorkItem: edit,
      setWorkItemMetadata: edit,
      adminWorkItem: edit,
      deleteWorkItem: false,
      createNote: canComment(item, viewer),
      markNoteAsInternal: edit,
      adminParentLink: edit,
      adminWorkItemLink: edit,
      moveWorkItem: edit,
      cloneWorkItem: edit,
    },
    widgets: ({ onlyTypes, exceptTypes }: { onlyTypes?: string[]; exceptTypes?: string[] }) =>
      widgetTypes(store.plan, item.workItemType)
        .filter(type => (onlyTypes?.includes(type) ?? true) && !exceptTypes?.includes(type))
        .map(type => ({ __typename: widgetTypename(type), type, ...widgets[type]?.(context, item) })),
  };
}

/** `START_AND_DUE_DATE` is of type WorkItemWidgetStartAndDueDate. */
function widgetTypename(type: string): string {
  return `WorkItemWidget${type.toLowerCase().replace(/(^|_)(\w)/g, (_match, _bar, letter: string) => letter.toUpperCase())}`;
}

const widgets: Record<string, (context: Context, item: WorkItem) => Record<string, unknown>> = {
  DESCRIPTION: ({ store }, item) => ({
    description: item.description,
    descriptionHtml: () => renderMarkdown(store, item.namespace, item.description),
    edited: false,
    taskCompletionStatus: {
      count: item.description.match(/^\s*[-*+] \[[ x]\] /gim)?.length ?? 0,
      completedCount: item.description.match(/^\s*[-*+] \[x\] /gim)?.length ?? 0,
    },
  }),
  ASSIGNEES: (context, item) => ({
    allowsMultipleAssignees: context.store.plan !== 'free',
    canInviteMembers: false,
    assignees: (page: PageArguments) => connection(item.assignees, page, user => userObject(context, user)),
  }),
  LABELS: ({ store }, item) => ({
    allowsScopedLabels: store.plan !== 'free',
    labels: (page: PageArguments) => connection(item.labels, page, labelObject),
  }),
  MILESTONE: (_context, item) => ({ milestone: item.milestone && milestoneObject(item.milestone) }),
  ITERATION: (context, item) => ({ iteration: item.iteration && iterationObject(context, item.iteration) }),
  WEIGHT: (context, item) => {
    const children = childrenOf(context, item);
    return {
      weight: item.workItemType === 'Epic' ? null : item.weight,
      rolledUpWeight: sumOfWeights(children),
      rolledUpCompletedWeight: sumOfWeights(children.filter(child => child.state === 'CLOSED')),
      widgetDefinition: weightDefinition(item.workItemType),
    };
  },
  STATUS: (_context, item) => ({ status: statusObject(item.status) }),
  HEALTH_STATUS: (_context, item) => ({ healthStatus: item.healthStatus }),
  START_AND_DUE_DATE: (_context, item) => ({
    startDate: item.startDate,
    dueDate: item.dueDate,
    isFixed: true,
    rollUp: false,
  }),
  TIME_TRACKING: (_context, item) => ({ timeEstimate: item.timeEstimate, totalTimeSpent: item.totalTimeSpent }),
  PARTICIPANTS: (context, item) => ({
    participants: (page: PageArguments) => connection(participants(item), page, user => userObject(context, user)),
  }),
  HIERARCHY: (context, item) => {
    const parent = parentOf(context.store, item);
    const visible = parent && canRead(parent, context.viewer) ? parent : undefined;
    return {
      hasParent: parent !== undefined,
      parent: () => (visible ? workItemObject(context, visible) : null),
      ancestors: (page: PageArguments) =>
        connection(visible ? [visible] : [], page, one => workItemObject(context, one)),
      hasChildren: item.children.length > 0,
      children: ({ state, ...page }: PageArguments & { state?: WorkItem['state'] }) =>
        connection(
          childrenOf(context, item).filter(child => !state || child.state === state),
          page,
          child => workItemObject(context, child),
        ),
    };
  },
  LINKED_ITEMS: (context, item) => ({
    blocked: item.linkedItems.some(link => link.linkType === 'is_blocked_by'),
    blockedByCount: item.linkedItems.filter(link => link.linkType === 'is_blocked_by').length,
    blockingCount: item.linkedItems.filter(link => link.linkType === 'blocks').length,
    linkedItems: ({ filter, ...page }: PageArguments & { filter?: keyof typeof linkTypes }) =>
      connection(
        item.linkedItems.flatMap(link => {
          const other = workItemById(context.store, link.workItemId);
          const wanted = !filter || linkTypes[filter] === link.linkType;
          return other && wanted && canRead(other, context.viewer) ? [{ link, other }] : [];
        }),
        page,
        ({ link, other }) => ({
          linkId: gid('WorkItems::RelatedWorkItemLink', link.id),
          linkType: link.linkType,
          linkCreatedAt: item.createdAt,
          linkUpdatedAt: item.createdAt,
          workItemState: other.state,
          workItem: workItemObject(context, other),
        }),
      ),
  }),
  DEVELOPMENT: (context, item) => {
    const closing = closingMergeRequests(context.store, item);
    return {
      willAutoCloseByMergeRequest: closing.some(request => request.state === 'opened'),
      closingMergeRequests: (page: PageArguments) =>
        connection(closing, page, request => ({
          id: gid('MergeRequestsClosingIssues', request.id),
          fromMrDescription: true,
          mergeRequest: mergeRequestObject(context, request),
        })),
      relatedMergeRequests: (page: PageArguments) => {
        if (context.askedForRelated.add(item.id).size > 1) {
          throw new GraphQLError('"relatedMergeRequests" field can be requested only for 1 WorkItem(s) at a time.');
        }
        return connection(closing, page, request => mergeRequestObject(context, request));
      },
    };
  },
  NOTES: (context, item) => ({
    discussionLocked: item.discussionLocked,
    discussions: (page: DiscussionArguments) => discussionConnection(context, item, page),
    notes: (page: PageArguments) => noteConnection(context, item, page),
  }),
};

const linkTypes = { RELATED: 'relates_to', BLOCKS: 'blocks', BLOCKED_BY: 'is_blocked_by' } as const;

function childrenOf({ store, viewer }: Context, item: WorkItem): WorkItem[] {
  return item.children.flatMap(id => {
    const child = workItemById(store, id);
    return child && canRead(child, viewer) ? [child] : [];
  });
}

function sumOfWeights(items: WorkItem[]): number {
  return items.reduce((sum, item) => sum + (item.weight ?? 0), 0);
}

function participants(item: WorkItem): User[] {
  return [...new Set([item.author, ...item.assignees, ...item.notes.map(note => note.author)])];
}
