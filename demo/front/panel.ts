import Vue from 'vue';
import { pathHere, placeOf, push } from './router';
import { gon, mountData } from './session';
import type { WorkItem } from './types';
import { idOf } from './types';

type Shown = { iid: string; fullPath: string; id: number };

/** The item in the side panel. The address names it as `?show=`, base64 of a small JSON. */
export const panel: { shown: Shown | undefined } = Vue.observable({ shown: undefined });

/** A click on a row, card or child item, unless the click asks for a new tab. */
export function openItem(item: WorkItem, event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  if (placeOf(pathHere()).kind === 'list' && !mountData.openItemsInSidePanel) showItemPage(item);
  else openPanel({ iid: item.iid, fullPath: item.namespace.fullPath, id: Number(idOf(item.id)) });
}

/** The router knows the items of its own namespace only; those of others get a document of their own. */
function showItemPage(item: WorkItem): void {
  const { pathname } = new URL(item.webUrl);
  if (item.namespace.fullPath === mountData.fullPath) push(pathname);
  else location.assign(pathname);
}

export function openPanel(item: Shown): void {
  panel.shown = item;
  pushShown();
  // GitLab's panel pushes the same address again while it mounts: once per watcher.
  void Vue.nextTick(pushShown);
  setTimeout(pushShown, 30);
}

export function closePanel(): void {
  panel.shown = undefined;
  const address = new URL(location.href);
  address.searchParams.delete('show');
  push(address.href);
}

/** Opens what the address names: on load and on moving through the history. */
export function followAddress(): void {
  panel.shown = decode(new URLSearchParams(location.search).get('show'));
  addEventListener('popstate', () => {
    const named = decode(new URLSearchParams(location.search).get('show'));
    if (named) panel.shown = named;
    else pushShown(); // an open panel stays open: GitLab pushes its address again
  });
}

/** The router of the page shows the item in place of the list or of the item before. */
export function openFullPage(item: Shown): void {
  panel.shown = undefined;
  push(`${gon.relative_url_root}/${item.fullPath}/-/work_items/${item.iid}`);
}

function pushShown(): void {
  if (!panel.shown) return;
  const { iid, fullPath, id } = panel.shown;
  const address = new URL(location.href);
  address.searchParams.set('show', btoa(JSON.stringify({ iid, full_path: fullPath, id })));
  push(address.href);
}

function decode(show: string | null): Shown | undefined {
  try {
    const { iid, full_path: fullPath, id } = JSON.parse(atob(show ?? ''));
    return { iid, fullPath, id };
  } catch {
    return undefined;
  }
}
