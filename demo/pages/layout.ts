import type { Namespace } from '../store';
import type { PageContext } from './context';
import { breadcrumbs, superSidebar, topBar } from './frame';
import type { Html } from './html';
import { html, raw } from './html';

/** What differs between the documents of a project or group. */
export type Shell = {
  /** None on the dashboards. */
  namespace: Namespace | undefined;
  /** `body[data-page]`: controller and action. */
  page: string;
  /** `body[data-page-type-id]`: the iid or id in the route, missing on work item routes and lists. */
  typeId?: string;
  title: string;
  /** Path of the document, for og:url. */
  path: string;
  section: { kind: 'issues' | 'boards' | 'merge_requests' | 'epics'; name: string };
  /** Further classes of `<html>` and of the layout. */
  htmlClass?: string;
  layoutClass?: string;
  /** Classes of the box around `main#content-body`. */
  container?: string;
  content: Html;
};

/** The document of GitLab 18.9's panels layout: it does not scroll itself, `.js-static-panel-inner` does. */
export function layout(context: PageContext, shell: Shell): string {
  const { namespace } = shell;
  const dark = context.theme === 'dark';
  return `<!DOCTYPE html>
${
  html`<html lang="en"
    class="gl-${context.theme} ui-neutral with-top-bar with-header application-chrome page-with-panels with-gl-container-queries ${shell.htmlClass ?? ''}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${shell.title}</title>
<meta property="og:site_name" content="GitLab"><meta property="og:type" content="object"><meta property="og:title"
  content="${shell.title}"><meta property="og:url" content="${context.origin}${shell.path}">
<meta name="color-scheme" content="${context.theme === 'system' ? 'light dark' : dark ? 'dark' : 'light'}">
<meta name="csrf-param" content="authenticity_token"><meta name="csrf-token" content="${context.csrfToken}">
<meta name="action-cable-url" content="/-/cable">
<link rel="manifest" href="/-/manifest.json"><link rel="search" type="application/opensearchdescription+xml"
  href="/-/opensearch.xml" title="Search GitLab">
<link rel="icon" id="favicon" data-original-href="/assets/favicon.svg" href="data:,">
<link rel="stylesheet" href="/assets/demo.css">
<script>${raw(gonScript(context))}</script>${context.theme === 'system' ? html`<script>${raw(systemModeScript)}</script>` : ''}
</head>
<body class="tab-width-8 gl-browser-chrome gl-platform-linux" data-page="${shell.page}"
  ${shell.typeId === undefined ? '' : html`data-page-type-id="${shell.typeId}"`} ${namespaceData(namespace)}
  data-project-studio-enabled="true">
<div id="js-tooltips-container"></div>
${topBar(context)}
<div
  class="layout-page js-page-layout page-with-super-sidebar ${shell.layoutClass ?? ''}">${superSidebar(namespace, shell.section.kind)}
<div class="panels-container gl-flex gl-gap-3"><div
  class="content-panels gl-flex-1 gl-w-full gl-flex gl-gap-3 gl-relative js-content-panels gl-@container/content-panels">
<div id="static-panel-portal"
  class="js-static-panel static-panel content-wrapper gl-relative paneled-view gl-flex-1 gl-overflow-y-auto gl-bg-default">
<div class="panel-header"><div class="broadcast-wrapper"></div><div
  class="top-bar-fixed container-fluid gl-rounded-t-lg gl-sticky gl-top-0 gl-left-0 gl-mx-0 gl-w-full"
  data-testid="top-bar"><div class="top-bar-container gl-flex gl-items-center gl-gap-2"><div
  class="gl-grow gl-basis-0 gl-flex gl-items-center gl-justify-start gl-gap-3">${breadcrumbs(namespace, shell.section.name)}<div
  id="js-page-breadcrumbs-extra"></div></div></div></div></div>
<div class="panel-content"><div class="panel-content-inner js-static-panel-inner"><div
  class="alert-wrapper alert-wrapper-top-space gl-flex gl-flex-col gl-gap-3 container-fluid container-limited"></div>
<div class="${shell.container ?? 'container-fluid container-limited project-highlight-puc'}"><main id="content-body"
  class="content gl-@container/panel gl-pb-3"><div id="js-drawer-container"></div><div
  class="flash-container flash-container-page sticky"
  data-testid="flash-container"></div>${shell.content}</main></div></div></div>
</div>
${context.store.issuePage === 'first' ? '' : sidePanel}
</div></div></div>
<script defer src="/assets/demo.js"></script>
</body></html>`.markup
}`;
}

/** Where the app puts an item beside the page; from 18.6. */
const sidePanel = html`<div id="contextual-panel-portal"
  class="js-dynamic-panel paneled-view contextual-panel gl-@container/panel !gl-absolute gl-shadow-lg @xl/content-panels:gl-w-1/2 @xl/content-panels:gl-shadow-none @xl/content-panels:!gl-relative"></div>`;

/** Attributes of `<body>` that the dashboards do not have, and pages of groups only in part. */
function namespaceData(namespace: Namespace | undefined): Html | '' {
  if (!namespace) return '';
  const { kind, id, fullPath } = namespace;
  const group = fullPath.split('/')[0] ?? '';
  const ofGroup = html`data-group="${group}" data-group-full-path="${group}"`;
  if (kind === 'group') return html`${ofGroup} data-namespace-id="9970"`;
  return html`${ofGroup} data-project="${fullPath.split('/').at(-1) ?? ''}" data-project-full-path="${fullPath}"
    data-project-id="${id}" data-find-file="/${fullPath}/-/find_file/master" data-namespace-id="9970"`;
}

/** The globals that the gon gem writes; who is signed in stands here and nowhere else in the document. */
function gonScript({ user, store, origin, root }: PageContext): string {
  const values: Record<string, unknown> = {
    api_version: 'v4',
    gitlab_url: origin,
    relative_url_root: root,
    ee: true,
    dot_com: origin === 'https://gitlab.com',
    text_editor: store.textEditor,
    keyboard_shortcuts_enabled: true,
    user_color_mode: `gl-${store.theme}`,
    ...(user && {
      version: '18.9.0-ee',
      revision: 'demo',
      current_user_id: user.id,
      current_username: user.username,
      current_user_fullname: user.name,
    }),
  };
  const lines = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `gon.${name}=${JSON.stringify(value).replaceAll('<', String.raw`\u003c`)};`);
  return `window.gon={};${lines.join('')}`;
}

/** In system mode `gl-dark` follows the operating system, live. */
const systemModeScript = `(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.classList.toggle('gl-dark', dark.matches);
  follow();
  dark.addEventListener('change', follow);
})();`;
