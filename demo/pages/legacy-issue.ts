import { renderMarkdown } from '../markdown';
import type { Namespace, WorkItem } from '../store';
import { webPath } from '../store';
import type { PageContext } from './context';
import { html, raw } from './html';
import { layout } from './layout';

/**
 * The issue page of GitLab 16 and 17, up to 17.10 (incidents have it still): title and description are the server's,
 * the sidebar and the notes come later and are those of merge requests.
 */
export function legacyIssuePage(context: PageContext, project: Namespace, item: WorkItem): string {
  const { store, user, role } = context;
  const canEdit = user !== undefined && role === 'developer';
  const isOpen = item.state === 'OPEN';
  return layout(context, {
    namespace: project,
    page: 'projects:issues:show',
    typeId: item.iid,
    title: `${item.title} (#${item.iid}) · Issues · ${project.name} · GitLab`,
    path: webPath(item),
    section: { kind: 'issues', name: `#${item.iid}` },
    layoutClass: 'page-gutter',
    content: html`<div class="legacy-issue" data-full-path="${project.fullPath}" data-iid="${item.iid}"
      data-can-edit="${String(canEdit)}" data-has-scoped-labels-feature="${String(store.plan !== 'free')}"
      data-weight-feature-available="${String(store.plan !== 'free')}">
<div class="issue-details issuable-details js-issue-details"><div
  class="detail-page-description content-block js-detail-page-description"><div id="js-issuable-app"><h1
  class="title gl-heading-1" data-testid="issue-title">${item.title}</h1>
<div class="detail-page-header gl-flex gl-flex-wrap"><div
  class="detail-page-header-body gl-flex gl-flex-wrap gl-items-center gl-gap-2" data-testid="issue-header"><span
  class="gl-badge badge badge-pill ${isOpen ? 'badge-success' : 'badge-info'}"><svg
  data-testid="${isOpen ? 'issue-open-m' : 'issue-close'}-icon" class="gl-icon s16" aria-hidden="true"></svg><span
  class="gl-badge-content">${isOpen ? 'Open' : 'Closed'}</span></span><span
  class="issuable-meta">Issue created by <a class="author-link js-user-link" data-user-id="${item.author.id}"
  href="/${item.author.username}">${item.author.name}</a></span></div></div>
<div class="description" data-testid="description-content"><div
  class="md">${raw(renderMarkdown(store, project.fullPath, item.description))}</div></div></div></div>
<section class="issuable-discussion js-vue-notes-event"><div id="js-vue-notes"
  data-noteable-id="${item.id}"></div></section></div>
<aside class="right-sidebar js-right-sidebar js-issuable-sidebar right-sidebar-expanded"
  data-signed-in="${String(user !== undefined)}" data-issuable-type="issue" aria-live="polite" aria-label="issue"><div
  class="issuable-sidebar"><div class="js-sidebar-root"></div></div></aside></div>`,
  });
}
