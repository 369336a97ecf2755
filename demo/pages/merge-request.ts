import { renderMarkdown } from '../markdown';
import { canRead } from '../permissions';
import type { MergeRequest, Namespace } from '../store';
import { findMergeRequest, webPath, workItemById } from '../store';
import type { PageContext } from './context';
import type { Html } from './html';
import { html, raw } from './html';
import { layout } from './layout';

/** A merge request: title, header row, tabs and description are the server's; badge, widget, notes, sidebar come later. */
export function mergeRequestPage(context: PageContext, project: Namespace, iid: string): string | undefined {
  const mr = findMergeRequest(context.store, project.fullPath, iid);
  if (!mr) return undefined;
  const { store, user, role } = context;
  const canEdit = user !== undefined && role === 'developer';
  const path = webPath(mr);
  return layout(context, {
    namespace: project,
    page: 'projects:merge_requests:show',
    typeId: iid,
    title: `${mr.title} (!${iid}) · Merge requests · ${project.name} · GitLab`,
    path,
    section: { kind: 'merge_requests', name: `!${iid}` },
    layoutClass: 'page-gutter is-merge-request',
    content: html`<div class="merge-request" data-mr-action="show" data-url="${path}.json"
      data-project-path="${project.fullPath}" data-lock-version="0" data-full-path="${project.fullPath}"
      data-iid="${iid}" data-has-scoped-labels-feature="${String(store.plan !== 'free')}"
      data-can-edit="${String(canEdit)}">
<div
  class="detail-page-header gl-flex gl-pt-5 gl-gap-3 gl-flex-wrap gl-mb-3 @sm/panel:gl-flex-nowrap @sm/panel:gl-mb-0 is-merge-request"><h1
  class="title gl-heading-1 gl-self-center gl-mb-0 gl-flex-1 gl-wrap-anywhere"
  data-testid="title-content">${mr.title}</h1>
<div
  class="gl-flex gl-flex-row gl-gap-3 gl-w-full js-issuable-actions @sm/panel:gl-w-auto">${canEdit ? html`<a class="gl-button btn btn-md btn-default gl-hidden @sm/panel:gl-inline-flex gl-self-start js-issuable-edit" data-testid="edit-title-button" href="${path}/edit"><span class="gl-button-text">Edit</span></a>` : ''}</div></div>
<div class="merge-request-details issuable-details" data-id="${project.id}"><div
  class="merge-request-sticky-header-wrapper js-merge-request-sticky-header-wrapper"><div
  class="merge-request-sticky-header gl-border-b">${headerRow(mr, project)}${tabs(mr, path)}</div></div>
<div class="tab-content" id="diff-notes-app"><div class="tab-pane notes voting_notes" id="notes"
  style="display: block"><div class="merge-request-overview"><section><div
  class="issuable-discussion js-vue-notes-event">
<div class="detail-page-description gl-pb-0"><div><div class="description !gl-mt-4 js-task-list-container"
  data-testid="description-content"><div
  class="md">${raw(renderMarkdown(store, project.fullPath, mr.description))}</div><textarea
  class="hidden js-task-list-field" data-value="${mr.description}"></textarea></div></div></div>
<h2 id="merge-request-widgets-heading" class="gl-sr-only">Merge request reports</h2><div id="js-vue-mr-widget"
  class="mr-widget" data-state="${mr.state}" data-target-branch="${mr.targetBranch}" data-commit-count="${mr.commitCount}"
  data-closes="${JSON.stringify(closedIssues(context, mr))}"></div>
<div id="js-vue-mr-discussions" data-noteable-id="${mr.id}"></div></div></section>
<aside class="right-sidebar js-right-sidebar js-issuable-sidebar right-sidebar-merge-requests right-sidebar-expanded"
  data-auto-collapse="true" data-always-show-toggle="true" data-signed-in="${String(user !== undefined)}"
  data-issuable-type="merge_request" aria-live="polite" aria-label="merge_request"><div
  class="issuable-sidebar is-merge-request"><script type="application/json"
  class="js-sidebar-options">${raw(sidebarOptions(context, mr, canEdit))}</script><div
  class="js-sidebar-root"></div></div></aside>
</div></div><div class="tab-pane commits" id="commits" style="display: none"></div><div class="tab-pane pipelines"
  id="pipelines" style="display: none"></div><div class="tab-pane diffs" id="js-diffs-app"
  style="display: none"></div></div></div></div>`,
  });
}

function headerRow(mr: MergeRequest, project: Namespace): Html {
  const branch = (name: string): Html =>
    html`<a title="${name}" class="ref-container gl-inline-block gl-truncate gl-max-w-26 gl-mx-2 gl-shrink-0"
      href="/${project.fullPath}/-/tree/${name}">${name}</a>`;
  return html`<div
    class="detail-page-description gl-pt-2 gl-pb-4 gl-flex gl-items-baseline gl-flex-wrap gl-text-subtle gl-relative is-merge-request"><div
    class="js-mr-header" data-iid="${mr.iid}" data-state="${mr.state}" data-is-draft="${String(mr.draft)}"></div>
<a
  class="gl-my-0 gl-ml-1 gl-mr-2 gl-hidden gl-overflow-hidden gl-text-ellipsis gl-whitespace-nowrap gl-font-bold gl-text-default merge-request-sticky-title"
  aria-hidden="true" href="#top">${mr.title}</a>
<div class="merge-request-author-container"><a class="author-link js-user-link gl-font-bold gl-mr-2"
  data-user-id="${mr.author.id}" data-username="${mr.author.username}" data-name="${mr.author.name}"
  href="/${mr.author.username}"><span
  class="author">${mr.author.name}</span></a> requested to merge</div> ${branch(mr.sourceBranch)} into ${branch(mr.targetBranch)} <time
  class="js-timeago gl-inline-block" datetime="${mr.createdAt}"
  title="${mr.createdAt}">${mr.createdAt.slice(0, 10)}</time></div>`;
}

function tabs(mr: MergeRequest, path: string): Html {
  const tab = (name: string, action: string, text: string, count: number): Html =>
    html`<li class="${name}-tab ${action === 'show' ? 'active' : ''}" data-testid="${name}-tab"><a
      data-action="${action}" data-target="#${name}" data-toggle="tabvue"
      href="${path}${action === 'show' ? '' : `/${action}`}">${text} <span
      class="gl-badge badge badge-pill badge-neutral"><span class="gl-badge-content">${count}</span></span></a></li>`;
  return html`<div
    class="merge-request-tabs-container gl-flex gl-justify-between gl-relative gl-gap-2 is-merge-request js-tabs-affix"><ul
    class="merge-request-tabs nav-tabs nav nav-links gl-flex gl-flex-nowrap gl-m-0 gl-p-0 gl-border-0 gl-h-9">${tab('notes', 'show', 'Overview', mr.notes.filter(note => !note.system).length)}${tab('commits', 'commits', 'Commits', mr.commitCount)}${tab('diffs', 'diffs', 'Changes', mr.diffStats.fileCount)}</ul></div>`;
}

function closedIssues(viewer: PageContext, mr: MergeRequest): { reference: string; path: string }[] {
  return mr.closes.flatMap(id => {
    const item = workItemById(viewer.store, id);
    if (!item || !canRead(item, viewer)) return [];
    const project = item.namespace === mr.namespace ? '' : item.namespace;
    return [{ reference: `${project}#${item.iid}`, path: webPath(item) }];
  });
}

/** Stays in the page after the sidebar is mounted. */
function sidebarOptions({ user }: PageContext, mr: MergeRequest, editable: boolean): string {
  const options = {
    fullPath: mr.namespace,
    iid: Number(mr.iid),
    id: mr.id,
    editable,
    rootPath: '/',
    issuableType: 'merge_request',
    currentUser: user && { id: user.id, username: user.username, name: user.name },
  };
  return JSON.stringify(options).replaceAll('<', String.raw`\u003c`);
}
