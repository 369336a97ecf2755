import type { Board, BoardList, Store, Viewer, WorkItem } from '../store';
import { findNamespace } from '../store';
import { listWorkItems } from '../work-item-list';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid, idOf } from './ids';
import { issueObject } from './issue';
import { labelObject } from './plain';

type Filters = { labelName?: string[]; milestoneTitle?: string; search?: string; iids?: string[] };

export function boardObject(context: Context, board: Board): Record<string, unknown> {
  const isGroup = findNamespace(context.store, board.namespace)?.kind === 'group';
  const webPath = `/${isGroup ? 'groups/' : ''}${board.namespace}/-/boards/${board.id}`;
  return {
    id: gid('Board', board.id),
    name: board.name,
    webPath,
    webUrl: context.origin + webPath,
    lists: ({ id, issueFilters, ...page }: PageArguments & { id?: string; issueFilters?: Filters }) =>
      connection(
        board.lists.filter(list => !id || String(list.id) === idOf(id, 'List')),
        page,
        list => boardListObject(context, board, list, issueFilters),
      ),
  };
}

export function boardListObject(
  context: Context,
  board: Board,
  list: BoardList,
  issueFilters: Filters = {},
): Record<string, unknown> {
  const items = itemsOf(context.store, board, list, issueFilters, context.viewer);
  return {
    id: gid('List', list.id),
    listType: list.listType,
    title: list.label?.title ?? (list.listType === 'closed' ? 'Closed' : 'Open'),
    label: list.label && labelObject(list.label),
    position: list.listType === 'label' ? board.lists.filter(one => one.listType === 'label').indexOf(list) : null,
    issuesCount: items.length,
    totalIssueWeight: items.reduce((sum, item) => sum + (item.weight ?? 0), 0),
    issues: ({ filters, ...page }: PageArguments & { filters?: Filters }) =>
      connection(itemsOf(context.store, board, list, { ...issueFilters, ...filters }, context.viewer), page, item =>
        issueObject(context, item),
      ),
  };
}

/** Open items with the list's label; the first list has the open ones with no list's label, the last the closed. */
function itemsOf(store: Store, board: Board, list: BoardList, filters: Filters, viewer: Viewer): WorkItem[] {
  const all = listWorkItems(
    store,
    board.namespace,
    {
      types: ['ISSUE', 'INCIDENT'],
      state: list.listType === 'closed' ? 'closed' : 'opened',
      includeDescendants: true,
      sort: 'RELATIVE_POSITION_ASC',
      labelName: filters.labelName ?? null,
      milestoneTitle: filters.milestoneTitle ? [filters.milestoneTitle] : null,
      search: filters.search ?? null,
      iids: filters.iids ?? null,
    },
    viewer,
  );
  if (list.listType === 'closed') return all;
  const { label } = list;
  if (label) return all.filter(item => item.labels.includes(label));
  return all.filter(item => !board.lists.some(one => one.label && item.labels.includes(one.label)));
}
