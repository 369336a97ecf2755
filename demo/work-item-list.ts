import { canRead } from './permissions';
import type { Label, Milestone, Store, Viewer, WorkItem } from './store';

/** What a list may be narrowed by; names are those of GraphQL's `workItems`. An empty filter is everything. */
export type WorkItemFilter = {
  state?: 'opened' | 'closed' | 'all' | 'locked' | null;
  types?: string[] | null;
  /** All of these. `None` and `Any` (alone) are wildcards. */
  labelName?: string[] | null;
  or?: { labelNames?: string[] | null; assigneeUsernames?: string[] | null } | null;
  not?: {
    labelName?: string[] | null;
    milestoneTitle?: string[] | null;
    weight?: string | null;
    types?: string[] | null;
    assigneeUsernames?: string[] | null;
  } | null;
  milestoneTitle?: string[] | null;
  milestoneWildcardId?: 'ANY' | 'NONE' | 'STARTED' | 'UPCOMING' | null;
  weight?: string | null;
  weightWildcardId?: 'ANY' | 'NONE' | null;
  assigneeUsernames?: string[] | null;
  assigneeWildcardId?: 'ANY' | 'NONE' | null;
  authorUsername?: string | null;
  iids?: string[] | null;
  /** Item ids (the last part of the global ids). */
  ids?: number[] | null;
  parentIds?: number[] | null;
  search?: string | null;
  confidential?: boolean | null;
  createdAfter?: string | null;
  createdBefore?: string | null;
  updatedAfter?: string | null;
  updatedBefore?: string | null;
  includeDescendants?: boolean | null;
  sort?: string | null;
};

/** The items of a project, or of a group (with everything below it when `includeDescendants`), as the viewer sees them. */
export function listWorkItems(store: Store, fullPath: string, filter: WorkItemFilter, viewer: Viewer): WorkItem[] {
  return store.workItems
    .filter(
      item => item.namespace === fullPath || (filter.includeDescendants && item.namespace.startsWith(`${fullPath}/`)),
    )
    .filter(item => canRead(item, viewer) && matches(store, item, filter))
    .sort(order(filter.sort ?? 'CREATED_DESC'));
}

function matches(store: Store, item: WorkItem, filter: WorkItemFilter): boolean {
  const titles = item.labels.map(label => label.title);
  const usernames = item.assignees.map(user => user.username);
  const type = item.workItemType.toUpperCase();
  const weight = item.weight === null ? undefined : String(item.weight);
  const parent = filter.parentIds && store.workItems.find(one => one.children.includes(item.id))?.id;
  const text = `${item.title}\n${item.description}`.toLowerCase();
  return [
    !filter.state || filter.state === 'all' || (filter.state === 'closed') === (item.state === 'CLOSED'),
    !filter.types || filter.types.includes(type),
    !filter.not?.types?.includes(type),
    hasLabels(titles, filter.labelName ?? []),
    !filter.or?.labelNames?.length || filter.or.labelNames.some(title => titles.includes(title)),
    !filter.not?.labelName?.some(title => titles.includes(title)),
    !filter.milestoneTitle?.length || (item.milestone !== null && filter.milestoneTitle.includes(item.milestone.title)),
    !(item.milestone && filter.not?.milestoneTitle?.includes(item.milestone.title)),
    !filter.milestoneWildcardId || inMilestone(item.milestone, filter.milestoneWildcardId),
    !filter.weight || filter.weight === weight,
    !filter.not?.weight || filter.not.weight !== weight,
    !filter.weightWildcardId || (filter.weightWildcardId === 'ANY') === (weight !== undefined),
    !filter.assigneeUsernames?.length || filter.assigneeUsernames.every(name => usernames.includes(name)),
    !filter.or?.assigneeUsernames?.length || filter.or.assigneeUsernames.some(name => usernames.includes(name)),
    !filter.not?.assigneeUsernames?.some(name => usernames.includes(name)),
    !filter.assigneeWildcardId || (filter.assigneeWildcardId === 'ANY') === usernames.length > 0,
    !filter.authorUsername || item.author.username === filter.authorUsername,
    !filter.iids || filter.iids.includes(item.iid),
    !filter.ids || filter.ids.includes(item.id),
    !filter.parentIds || (typeof parent === 'number' && filter.parentIds.includes(parent)),
    !filter.search ||
      filter.search
        .toLowerCase()
        .split(/\s+/)
        .every(word => text.includes(word)),
    typeof filter.confidential !== 'boolean' || item.confidential === filter.confidential,
    !filter.createdAfter || item.createdAt >= filter.createdAfter,
    !filter.createdBefore || item.createdAt <= filter.createdBefore,
    !filter.updatedAfter || item.updatedAt >= filter.updatedAfter,
    !filter.updatedBefore || item.updatedAt <= filter.updatedBefore,
  ].every(Boolean);
}

function hasLabels(titles: string[], wanted: string[]): boolean {
  if (wanted.length === 1 && /^none$/i.test(wanted[0] ?? '')) return titles.length === 0;
  if (wanted.length === 1 && /^any$/i.test(wanted[0] ?? '')) return titles.length > 0;
  return wanted.every(title => titles.includes(title));
}

function inMilestone(milestone: Milestone | null, wildcard: 'ANY' | 'NONE' | 'STARTED' | 'UPCOMING'): boolean {
  const today = new Date().toISOString().slice(0, 10);
  if (wildcard === 'ANY' || wildcard === 'NONE') return (milestone !== null) === (wildcard === 'ANY');
  if (!milestone?.startDate) return false;
  return wildcard === 'STARTED' ? milestone.startDate <= today : milestone.startDate > today;
}

/** Orders by the key of the sort's name; items without one come last either way, as in GitLab; ties newest first. */
function order(sort: string): (a: WorkItem, b: WorkItem) => number {
  const sign = /_DESC$/i.test(sort) ? -1 : 1;
  const keyOf = keys[sort.toUpperCase().replace(/_(ASC|DESC)$/, '')] ?? (item => item.createdAt);
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === second) return b.id - a.id;
    if (first === null) return 1;
    if (second === null) return -1;
    return (first < second ? -1 : 1) * sign;
  };
}

const keys: Record<string, (item: WorkItem) => string | number | null> = {
  CREATED: item => item.createdAt,
  UPDATED: item => item.updatedAt,
  TITLE: item => item.title.toLowerCase(),
  WEIGHT: item => item.weight,
  DUE_DATE: item => item.dueDate,
  START_DATE: item => item.startDate,
  MILESTONE_DUE: item => item.milestone?.dueDate ?? null,
  LABEL_PRIORITY: item => highestPriority(item.labels),
  PRIORITY: item => highestPriority(item.labels),
  RELATIVE_POSITION: item => item.id,
};

function highestPriority(labels: Label[]): number | null {
  const priorities = labels.flatMap(label => label.priority ?? []);
  return priorities.length > 0 ? Math.min(...priorities) : null;
}
