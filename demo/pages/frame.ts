import { iconPaths } from '../front/icon-paths';
import type { Namespace } from '../store';
import type { PageContext } from './context';
import type { Html } from './html';
import { html, raw } from './html';

const icons = iconPaths();

/** An icon of GitLab's sprite in server-rendered HTML. */
export function icon(name: string, classes = ''): Html {
  return html`<svg data-testid="${name}-icon" viewBox="${icons[name]?.viewBox ?? '0 0 16 16'}" role="img"
    aria-hidden="true" class="gl-icon s16 gl-fill-current ${classes}">${raw(icons[name]?.paths ?? '')}</svg>`;
}

/** The bar above everything: the demo's one line, logo, search, and the user or the sign-in button. */
export function topBar({ user }: PageContext): Html {
  const account = user
    ? html`<button type="button" class="user-bar-menu" data-testid="user-menu-toggle"
      aria-label="${user.name} user’s menu"><span class="user-bar-avatar">${user.name.charAt(0)}</span></button>`
    : html`<a href="/users/sign_in" data-testid="topbar-signin-button" class="btn gl-button btn-default btn-sm"><span
      class="gl-button-text">Sign in</span></a>`;
  return html`<div class="demo-line">Local demo GitLab. Nothing here is gitlab.com.</div>
<header class="super-topbar js-super-topbar"><a href="/gitlab-org/gitlab/-/issues" class="brand-header-logo"
  aria-label="Homepage">${icon('tanuki', 'tanuki')}<span>GitLab</span></a>
<div class="super-topbar-search">${icon('search')} Search or go to…</div><div
  class="gl-ml-auto gl-flex gl-items-center gl-gap-3">${account}</div></header>`;
}

/** The navigation of a project, of a group, or of "Your work", as far as the demo has pages. */
export function superSidebar(namespace: Namespace | undefined, current: string): Html {
  return html`<nav class="super-sidebar-wrapper" aria-label="Primary navigation"><div class="super-sidebar"><div
    class="super-sidebar-context">${namespace?.name ?? 'Your work'}</div>
<ul class="gl-m-0 gl-list-none gl-p-0">${entriesOf(namespace).map(
    ([kind, text, name, href]) =>
      html`<li><a href="${href}" class="super-sidebar-nav-item"
        ${raw(kind === current ? 'aria-current="page"' : '')}>${icon(name)}<span>${text}</span></a></li>`,
  )}</ul></div></nav>`;
}

type Entry = [kind: string, text: string, icon: string, href: string];

function entriesOf(namespace: Namespace | undefined): Entry[] {
  if (!namespace) {
    return [
      ['issues', 'Issues', 'issues', '/dashboard/issues?assignee_username=ana'],
      ['merge_requests', 'Merge requests', 'merge-request', '/dashboard/merge_requests'],
    ];
  }
  const { kind, fullPath } = namespace;
  const path = kind === 'group' ? `/groups/${fullPath}/-` : `/${fullPath}/-`;
  return [
    ...(kind === 'group' ? [['epics', 'Epics', 'work-item-epic', `${path}/epics/1`] as Entry] : []),
    ['issues', 'Issues', 'issues', `${path}/issues`],
    ['boards', 'Issue boards', 'issues', `${path}/boards`],
    ['merge_requests', 'Merge requests', 'merge-request', `${path}/merge_requests`],
  ];
}

/** "gitlab-org / GitLab / Issues"; of a group "gitlab-org / &1"; of a dashboard "Your work / Issues". */
export function breadcrumbs(namespace: Namespace | undefined, section: string): Html {
  return html`<nav aria-label="Breadcrumb" id="js-vue-page-breadcrumbs-wrapper" data-testid="breadcrumb-links"><ol
    class="gl-breadcrumb-list breadcrumb">${namespace ? places(namespace) : html`<li class="gl-breadcrumb-item"><a href="/">Your work</a></li>`}<li
    class="gl-breadcrumb-item"><span aria-current="page">${section}</span></li></ol></nav>`;
}

function places({ kind, name, fullPath }: Namespace): Html {
  const group = fullPath.split('/')[0] ?? '';
  const project =
    kind === 'project' ? html`<li class="gl-breadcrumb-item"><a href="/${fullPath}">${name}</a></li>` : html``;
  return html`<li class="gl-breadcrumb-item"><a href="/${group}">${group}</a></li>${project}`;
}
