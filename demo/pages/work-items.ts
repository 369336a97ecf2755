import type { Namespace } from '../store';
import { findWorkItem } from '../store';
import type { PageContext } from './context';
import { layout } from './layout';
import { legacyIssuePage } from './legacy-issue';
import { mountPoint } from './mount-point';

/** An issue or another work item: only the mount point, which the app replaces. The app itself says what is missing. */
export function workItemPage(context: PageContext, project: Namespace, kind: string, iid: string): string {
  const item = findWorkItem(context.store, project.fullPath, iid);
  const isIssue = kind === 'issues';
  if (isIssue && item && context.store.issuePage === 'legacy') return legacyIssuePage(context, project, item);
  return layout(context, {
    namespace: project,
    page: `projects:${kind}:show`,
    ...(isIssue && { typeId: iid }),
    title: `${item && !item.confidential ? item.title : 'Issue'} (#${iid}) · Issue · ${project.fullPath}`,
    path: `/${project.fullPath}/-/${kind}/${iid}`,
    section: { kind: 'issues', name: `#${iid}` },
    content: mountPoint(context, project),
  });
}

/** The form for a new item; on the route of work items it is the page of an item whose number is `new`. */
export function newWorkItemPage(context: PageContext, project: Namespace, kind: string): string {
  return layout(context, {
    namespace: project,
    page: kind === 'issues' ? 'projects:issues:new' : 'projects:work_items:show',
    title: `New · Issues · ${project.fullPath}`,
    path: `/${project.fullPath}/-/${kind}/new`,
    section: { kind: 'issues', name: 'New' },
    content: mountPoint(context, project),
  });
}

/** An epic of a group, under either of its addresses; undefined where epics are not licensed. */
export function epicPage(context: PageContext, group: Namespace, kind: string, iid: string): string | undefined {
  const item = findWorkItem(context.store, group.fullPath, iid);
  if (context.store.plan === 'free' || !item) return undefined;
  return layout(context, {
    namespace: group,
    page: `groups:${kind}:show`,
    ...(kind === 'epics' && { typeId: iid }),
    title: `${item.confidential ? 'Epic' : item.title} (&${iid}) · Epics · ${group.fullPath}`,
    path: `/groups/${group.fullPath}/-/${kind}/${iid}`,
    section: { kind: 'epics', name: `&${iid}` },
    content: mountPoint(context, group),
  });
}
