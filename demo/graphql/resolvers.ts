import { listMergeRequests, type MergeRequestFilter } from '../merge-request-list';
import { canRead } from '../permissions';
import { findUser, findWorkItem, workItemById } from '../store';
import { boardListObject } from './board';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid, idOf } from './ids';
import { issueObject } from './issue';
import { mergeRequestObject } from './merge-request';
import { groupResolver, namespaceResolver, projectResolver } from './namespaces';
import { createNote, destroyNote, toggleResolve, updateNote } from './note-mutations';
import { noteObject } from './notes';
import { userObject } from './plain';
import { moveIssue, setIssueWeight, setMergeRequestLabels } from './small-mutations';
import { workItemObject } from './work-item';
import {
  addLinkedItems,
  convertWorkItem,
  createWorkItem,
  removeLinkedItems,
  updateWorkItem,
} from './work-item-mutations';

/** The fields of Query and Mutation; everything below them comes from the objects they answer. */
export function rootValue(context: Context) {
  return { ...queries(context), ...mutations(context) };
}

function queries(context: Context) {
  const { store, viewer, origin } = context;
  const itemById = (globalId: string) => {
    const item = workItemById(store, Number(idOf(globalId, 'WorkItem', 'Issue')));
    return item && canRead(item, viewer) ? item : undefined;
  };
  const mine =
    (as: 'assigneeUsername' | 'authorUsername' | 'reviewerUsername') => (filter: PageArguments & MergeRequestFilter) =>
      connection(listMergeRequests(store, undefined, { ...filter, [as]: viewer.user?.username }), filter, request =>
        mergeRequestObject(context, request),
      );
  return {
    currentUser: () =>
      viewer.user
        ? {
            ...userObject(context, viewer.user, 'CurrentUser'),
            userPermissions: { createSnippet: true },
            savedReplies: (page: PageArguments) => connection([], page, reply => reply),
            assignedMergeRequests: mine('assigneeUsername'),
            authoredMergeRequests: mine('authorUsername'),
            reviewRequestedMergeRequests: mine('reviewerUsername'),
          }
        : null,
    metadata: () => (viewer.user ? { version: '18.9.0-ee', revision: '6714c9137bb', enterprise: true } : null),
    namespace: ({ fullPath }: { fullPath: string }) => namespaceResolver(context, fullPath),
    project: ({ fullPath }: { fullPath: string }) => projectResolver(context, fullPath),
    group: ({ fullPath }: { fullPath: string }) => groupResolver(context, fullPath),
    workItem: ({ id }: { id: string }) => {
      const item = itemById(id);
      return item ? workItemObject(context, item) : null;
    },
    issue: ({ id }: { id: string }) => {
      const item = itemById(id);
      return item ? issueObject(context, item) : null;
    },
    mergeRequest: ({ id }: { id: string }) => {
      const request = store.mergeRequests.find(one => String(one.id) === idOf(id, 'MergeRequest'));
      return request ? mergeRequestObject(context, request) : null;
    },
    note: ({ id }: { id: string }) => {
      const item = [...store.workItems, ...store.mergeRequests].find(one =>
        one.notes.some(note => gid(note.kind, note.id) === id),
      );
      const note = item?.notes.find(one => gid(one.kind, one.id) === id);
      return item && note ? noteObject(context, item, note) : null;
    },
    user: ({ id, username }: { id?: string; username?: string }) => {
      const user = id ? store.users.find(one => String(one.id) === idOf(id, 'User')) : findUser(store, username ?? '');
      return user ? userObject(context, user) : null;
    },
    workItemsByReference: ({
      refs,
      contextNamespacePath,
      ...page
    }: PageArguments & { refs: string[]; contextNamespacePath?: string }) => {
      const items = refs.flatMap(ref => {
        const path = ref.replace(origin, '').replace(/^\/|\/-\/(issues|work_items)(?=\/)/g, '');
        const [, fullPath = '', iid = ''] = /^(.*?)(?:#|\/)(\d+)$/.exec(path) ?? [];
        return findWorkItem(store, fullPath || (contextNamespacePath ?? ''), iid) ?? [];
      });
      return connection(
        items.filter(item => canRead(item, viewer)),
        page,
        item => workItemObject(context, item),
      );
    },
    boardList: ({ id, issueFilters }: { id: string; issueFilters?: object }) => {
      const listId = idOf(id, 'List');
      for (const board of store.boards) {
        const list = board.lists.find(one => String(one.id) === listId);
        if (list) return boardListObject(context, board, list, issueFilters);
      }
      return null;
    },
  };
}

type Input<Args> = { input: Args };

function mutations(context: Context) {
  const run =
    <Args>(mutation: (context: Context, input: Args) => object) =>
    ({ input }: Input<Args>) =>
      mutation(context, input);
  return {
    workItemUpdate: run(updateWorkItem),
    workItemCreate: run(createWorkItem),
    workItemConvert: run(convertWorkItem),
    workItemAddLinkedItems: run(addLinkedItems),
    workItemRemoveLinkedItems: run(removeLinkedItems),
    createNote: run(createNote),
    createDiscussion: run((_context, input: Parameters<typeof createNote>[1]) => createNote(context, input, true)),
    updateNote: run(updateNote),
    destroyNote: run(destroyNote),
    discussionToggleResolve: run(toggleResolve),
    issueMoveList: run(moveIssue),
    issueSetWeight: run(setIssueWeight),
    mergeRequestSetLabels: run(setMergeRequestLabels),
  };
}
