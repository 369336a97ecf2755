import type { WorkItem } from '../store';
import { connection, type PageArguments } from './connection';
import type { Context } from './context';
import { gid } from './ids';
import { labelObject, milestoneObject, statusObject, userObject } from './plain';
import { workItemObject } from './work-item';

/** The older shape of the same item, which boards still read: attributes are plain fields, no widgets. */
export function issueObject(context: Context, item: WorkItem): Record<string, unknown> {
  const { plan } = context.store;
  return {
    ...workItemObject(context, item),
    id: gid('Issue', item.id),
    state: item.state === 'CLOSED' ? 'closed' : 'opened',
    type: item.workItemType.toUpperCase(),
    labels: (page: PageArguments) => connection(item.labels, page, labelObject),
    milestone: item.milestone && milestoneObject(item.milestone),
    assignees: (page: PageArguments) => connection(item.assignees, page, user => userObject(context, user)),
    weight: plan === 'free' ? null : item.weight,
    healthStatus: plan === 'ultimate' ? item.healthStatus : null,
    status: plan === 'free' ? null : statusObject(item.status),
  };
}
