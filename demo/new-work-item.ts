import type { Store, User, WorkItem } from './store';

/** An item of the next number in its project or group, made now; the caller puts it into the store. */
export function newWorkItem(
  store: Store,
  namespace: string,
  workItemType: WorkItem['workItemType'],
  title: string,
  author: User,
): WorkItem {
  const iids = store.workItems.filter(item => item.namespace === namespace).map(item => Number(item.iid));
  const [status] = store.statuses;
  if (!status) throw new Error('expected the store to hold a status for new items, found none');
  const now = new Date().toISOString();
  return {
    id: 1 + Math.max(0, ...store.workItems.map(item => item.id)),
    iid: String(1 + Math.max(0, ...iids)),
    namespace,
    workItemType,
    title,
    description: '',
    state: 'OPEN',
    confidential: false,
    author,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    labels: [],
    weight: null,
    milestone: null,
    iteration: null,
    status,
    healthStatus: null,
    assignees: [],
    startDate: null,
    dueDate: null,
    timeEstimate: 0,
    totalTimeSpent: 0,
    children: [],
    linkedItems: [],
    notes: [],
    labelEvents: [],
    weightEvents: [],
    discussionLocked: false,
    promotedToEpic: null,
  };
}
