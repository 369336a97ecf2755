import type { Namespace } from '../store';
import type { PageContext } from './context';
import { html } from './html';
import { layout } from './layout';
import { mountPoint } from './mount-point';

/** The list of issues, or with `work_items` of everything; of a group with all that is below it. */
export function issueListPage(context: PageContext, namespace: Namespace, kind: string): string | undefined {
  if (kind === 'work_items' && context.store.listPage === 'legacy') return undefined;
  const isGroup = namespace.kind === 'group';
  const { fullPath } = namespace;
  const path = `${isGroup ? '/groups' : ''}/${fullPath}/-/${kind}`;
  const name = kind === 'issues' ? 'Issues' : 'Work items';
  return layout(context, {
    namespace,
    page: isGroup ? (kind === 'issues' ? 'groups:issues' : 'groups:work_items:index') : `projects:${kind}:index`,
    ...(isGroup && kind === 'issues' && { typeId: fullPath }),
    title: `${name} · ${namespace.name} · GitLab`,
    path,
    section: { kind: 'issues', name },
    layoutClass: 'issuable-bulk-update-sidebar',
    container: 'container-fluid project-highlight-puc not-container-limited',
    content: html`<h1 class="gl-sr-only">${name}</h1>${
      isGroup
        ? ''
        : html`<div class="js-jira-issues-import-status-root" data-can-edit="true" data-is-jira-configured="false"
      data-issues-path="/${fullPath}/-/issues" data-project-path="${fullPath}"></div>`
    }${mountPoint(context, namespace, kind === 'work_items')}`,
  });
}

/** Merge requests of a project, or of all projects of a group. */
export function mergeRequestListPage(context: PageContext, namespace: Namespace): string {
  const { store, user, role } = context;
  const isGroup = namespace.kind === 'group';
  const { fullPath } = namespace;
  return layout(context, {
    namespace,
    page: isGroup ? 'groups:merge_requests' : 'projects:merge_requests:index',
    ...(isGroup && { typeId: fullPath }),
    title: `Merge requests · ${namespace.name} · GitLab`,
    path: `${isGroup ? '/groups' : ''}/${fullPath}/-/merge_requests`,
    section: { kind: 'merge_requests', name: 'Merge requests' },
    layoutClass: 'issuable-bulk-update-sidebar',
    container: 'container-fluid project-highlight-puc not-container-limited',
    content: html`<h1 class="gl-sr-only">Merge requests</h1><div class="js-merge-request-list-root"
      data-full-path="${fullPath}" data-is-group="${String(isGroup)}"
      data-has-scoped-labels-feature="${String(store.plan !== 'free')}"
      data-can-edit="${String(user !== undefined && role === 'developer')}"></div>`,
  });
}

/** Issues of everywhere; GitLab's own links to it name the assignee. */
export function dashboardIssuesPage(context: PageContext): string {
  return layout(context, {
    namespace: undefined,
    page: 'dashboard:issues',
    title: 'Issues · Dashboard · GitLab',
    path: '/dashboard/issues',
    section: { kind: 'issues', name: 'Issues' },
    content: html`<div class="page-title-holder gl-flex gl-items-center"><h1
      class="page-title gl-heading-1">Issues</h1></div><div class="js-issues-dashboard"
      data-has-scoped-labels-feature="${String(context.store.plan !== 'free')}"></div>`,
  });
}

/** One's own merge requests of everywhere. */
export function dashboardMergeRequestsPage(context: PageContext): string {
  return layout(context, {
    namespace: undefined,
    page: 'dashboard:merge_requests',
    title: 'Merge requests · GitLab',
    path: '/dashboard/merge_requests',
    section: { kind: 'merge_requests', name: 'Merge requests' },
    content: html`<div class="page-title-holder gl-flex gl-items-center"><h1
      class="page-title gl-heading-1">Merge requests</h1></div><div class="js-merge-request-dashboard"
      data-has-scoped-labels-feature="${String(context.store.plan !== 'free')}"></div>`,
  });
}
