import type { Namespace } from '../store';
import { findWorkItem } from '../store';
import type { PageContext } from './context';
import { html } from './html';
import { layout } from './layout';

/** An issue or another work item: only the mount point, which the app replaces. The app itself says what is missing. */
export function workItemPage(context: PageContext, project: Namespace, kind: string, iid: string): string {
  const item = findWorkItem(context.store, project.fullPath, iid);
  const isIssue = kind === 'issues';
  return layout(context, {
    project,
    page: `projects:${kind}:show`,
    ...(isIssue && { typeId: iid }),
    title: `${item && !item.confidential ? item.title : 'Issue'} (#${iid}) · Issue · ${project.fullPath}`,
    path: `/${project.fullPath}/-/${kind}/${iid}`,
    section: { kind: 'issues', name: `#${iid}` },
    content: mountPoint(context, project),
  });
}

/** The list of issues. */
export function issueListPage(context: PageContext, project: Namespace, kind: string): string {
  return layout(context, {
    project,
    page: `projects:${kind}:index`,
    title: 'Issues · GitLab · GitLab',
    path: `/${project.fullPath}/-/${kind}`,
    section: { kind: 'issues', name: 'Issues' },
    layoutClass: 'issuable-bulk-update-sidebar',
    container: 'container-fluid project-highlight-puc not-container-limited',
    content: html`<h1 class="gl-sr-only">Issues</h1><div class="js-jira-issues-import-status-root" data-can-edit="true"
      data-is-jira-configured="false" data-issues-path="/${project.fullPath}/-/issues"
      data-project-path="${project.fullPath}"></div>${mountPoint(context, project)}`,
  });
}

function mountPoint({ store, user, role }: PageContext, project: Namespace) {
  return html`<div id="js-work-items" data-full-path="${project.fullPath}"
    data-has-scoped-labels-feature="${String(store.plan !== 'free')}"
    data-open-items-in-side-panel="${String(store.openItemsInSidePanel)}"
    data-can-edit="${String(user !== undefined && role === 'developer')}"></div>`;
}
