import { hex } from '../edit';
import { listMergeRequests, type MergeRequestFilter } from '../merge-request-list';
import { canRead } from '../permissions';
import type { Label, Milestone, Namespace, User } from '../store';
import { findMergeRequest, findNamespace, findWorkItem, labelsOf } from '../store';
import { listWorkItems, type WorkItemFilter } from '../work-item-list';
import { boardObject } from './board';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid, idOf } from './ids';
import { issueObject } from './issue';
import { mergeRequestObject } from './merge-request';
import {
  groupOf,
  labelObject,
  milestoneObject,
  namespaceOf,
  projectOf,
  statusObject,
  typeObject,
  typesOf,
  userObject,
} from './plain';
import { workItemObject } from './work-item';

type WorkItemArguments = PageArguments &
  Omit<WorkItemFilter, 'ids' | 'parentIds'> & {
    ids?: string[] | null;
    parentIds?: string[] | null;
    iid?: string | null;
  };

/** Query.namespace: a group or project by its path. */
export function namespaceResolver(context: Context, fullPath: string) {
  const namespace = findNamespace(context.store, fullPath);
  return namespace && { ...namespaceOf(context, fullPath), ...itemFields(context, namespace) };
}

export function projectResolver(context: Context, fullPath: string) {
  const project = projectOf(context, fullPath);
  const namespace = findNamespace(context.store, fullPath);
  if (!project || !namespace) return null;
  const { store } = context;
  return {
    ...project,
    ...itemFields(context, namespace),
    ...sharedFields(context, namespace),
    repository: repository(namespace),
    issue: ({ iid }: { iid?: string }) => {
      const item = findWorkItem(store, fullPath, iid ?? '');
      return item && canRead(item, context.viewer) ? issueObject(context, item) : null;
    },
    mergeRequest: ({ iid }: { iid: string }) => {
      const request = findMergeRequest(store, fullPath, iid);
      return request ? mergeRequestObject(context, request) : null;
    },
  };
}

export function groupResolver(context: Context, fullPath: string) {
  const group = groupOf(context, fullPath);
  const namespace = findNamespace(context.store, fullPath);
  if (!group || !namespace) return null;
  return {
    ...group,
    ...itemFields(context, namespace),
    ...sharedFields(context, namespace),
    groupMembers: ({ search, ...page }: PageArguments & { search?: string }) =>
      connection(members(context.store.users, search), page, user => ({
        id: gid('GroupMember', user.id),
        user: userObject(context, user),
        accessLevel: { stringValue: user.accessLevel, integerValue: accessLevels[user.accessLevel ?? ''] },
      })),
  };
}

/** What groups and projects have in common through their namespace: work items, types, statuses. */
function itemFields(context: Context, namespace: Namespace) {
  const { store, viewer } = context;
  const { fullPath, kind } = namespace;
  return {
    statuses: (page: PageArguments) => connection(store.plan === 'free' ? [] : store.statuses, page, statusObject),
    workItem: ({ iid }: { iid: string }) => {
      // A group's items are epics: without the licence they are not there.
      const item = kind === 'group' && store.plan === 'free' ? undefined : findWorkItem(store, fullPath, iid);
      return item && canRead(item, viewer) ? workItemObject(context, item) : null;
    },
    workItems: ({ iid, ids, parentIds, ...filter }: WorkItemArguments) => {
      const wanted: WorkItemFilter = {
        ...filter,
        iids: iid ? [iid] : (filter.iids ?? null),
        ids: ids?.map(id => Number(idOf(id, 'WorkItem', 'Issue'))) ?? null,
        parentIds: parentIds?.map(id => Number(idOf(id, 'WorkItem', 'Issue'))) ?? null,
      };
      const all = listWorkItems(store, fullPath, wanted, viewer);
      return connection(all, filter, item => workItemObject(context, item), store.largestPage);
    },
    workItemTypes: ({ name, ...page }: PageArguments & { name?: string }) =>
      connection(
        typesOf(namespace, store).filter(type => !name || type.toUpperCase() === name),
        page,
        type => typeObject(store, type),
      ),
  };
}

/** What only the Project and Group types have: labels, milestones, boards, issues, merge requests. */
function sharedFields(context: Context, namespace: Namespace) {
  const { store, viewer } = context;
  const { fullPath, kind } = namespace;
  const boards = store.boards.filter(board => board.namespace === fullPath);
  return {
    label: ({ title }: { title: string }) => {
      const label = labelsOf(store, fullPath).find(one => one.title === title);
      return label ? labelObject(label) : null;
    },
    labels: (search: LabelArguments) =>
      connection(labels(labelsOf(store, fullPath), fullPath, search), search, labelObject),
    milestones: (search: MilestoneArguments) =>
      connection(milestones(store.milestones, fullPath, search), search, milestoneObject),
    board: ({ id }: { id: string }) => {
      const board = boards.find(one => String(one.id) === idOf(id, 'Board'));
      return board ? boardObject(context, board) : null;
    },
    boards: ({ id, ...page }: PageArguments & { id?: string }) =>
      connection(
        boards.filter(one => !id || String(one.id) === idOf(id, 'Board')),
        page,
        board => boardObject(context, board),
      ),
    mergeRequests: (filter: PageArguments & MergeRequestFilter) =>
      connection(listMergeRequests(store, fullPath, filter), filter, request => mergeRequestObject(context, request)),
    issues: ({ includeSubgroups, ...filter }: PageArguments & WorkItemFilter & { includeSubgroups?: boolean }) => {
      const wanted = { ...filter, includeDescendants: kind === 'group' && includeSubgroups !== false };
      const all = listWorkItems(store, fullPath, { types: ['ISSUE', 'TASK', 'INCIDENT'], ...wanted }, viewer);
      return connection(all, filter, item => issueObject(context, item));
    },
  };
}

type LabelArguments = PageArguments & {
  searchTerm?: string;
  title?: string;
  includeAncestorGroups?: boolean;
  onlyGroupLabels?: boolean;
};

function labels(all: Label[], fullPath: string, search: LabelArguments): Label[] {
  const term = search.searchTerm?.toLowerCase() ?? '';
  return all.filter(
    label =>
      (search.includeAncestorGroups || label.namespace === fullPath) &&
      (!search.onlyGroupLabels || label.kind === 'GroupLabel') &&
      (search.title === undefined || label.title === search.title) &&
      `${label.title}\n${label.description}`.toLowerCase().includes(term),
  );
}

type MilestoneArguments = PageArguments & {
  state?: 'active' | 'closed';
  title?: string;
  searchTitle?: string;
  includeAncestors?: boolean;
  sort?: string;
};

function milestones(all: Milestone[], fullPath: string, search: MilestoneArguments): Milestone[] {
  const due = (milestone: Milestone): string => milestone.dueDate ?? '9999-12-31';
  const sign = search.sort?.endsWith('DESC') ? -1 : 1;
  return all
    .filter(
      milestone =>
        (milestone.namespace === fullPath ||
          (search.includeAncestors && fullPath.startsWith(`${milestone.namespace}/`))) &&
        (!search.state || milestone.state === search.state) &&
        (!search.title || milestone.title === search.title) &&
        milestone.title.toLowerCase().includes(search.searchTitle?.toLowerCase() ?? ''),
    )
    .sort((a, b) => due(a).localeCompare(due(b)) * sign);
}

/** Only the default branch exists; asking for paths that are not there gives no nodes. */
function repository(namespace: Namespace) {
  return {
    rootRef: 'master',
    exists: true,
    empty: false,
    blobs: ({ paths, ref, ...page }: PageArguments & { paths: string[]; ref?: string }) => {
      const found = ['HEAD', 'master', undefined, null].includes(ref) ? paths : [];
      return connection(
        found.filter(path => Object.hasOwn(namespace.files, path)),
        page,
        path => {
          const text = namespace.files[path] ?? '';
          const oid = hex(text);
          const name = path.slice(path.lastIndexOf('/') + 1);
          return {
            id: gid('Blob', oid),
            oid,
            name,
            path,
            rawBlob: text,
            rawTextBlob: text,
            size: Buffer.byteLength(text),
          };
        },
      );
    },
  };
}

const accessLevels: Record<string, number> = { GUEST: 10, DEVELOPER: 30, MAINTAINER: 40 };

function members(users: User[], search = ''): User[] {
  return users.filter(
    user => user.accessLevel !== null && `${user.username}\n${user.name}`.toLowerCase().includes(search.toLowerCase()),
  );
}
