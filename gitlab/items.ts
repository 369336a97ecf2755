import { parts } from './anchors';
import type { Instance } from './instance';
import { pageOf, shownInPanel } from './page';

/** A work item (issue, task, epic, …) of an installation; with `isMergeRequest` a merge request. */
export type Item = {
  readonly instance: Instance;
  /** Full path of its project or group: `gitlab-org/gitlab`. */
  readonly path: string;
  readonly iid: string;
  readonly isMergeRequest?: boolean;
  /** Whether it is a group's, such as an epic. Not said where nothing on the page tells. */
  readonly isGroup?: boolean;
};

/** What everything that is kept for an item is kept under: `https://gitlab.com gitlab-org/gitlab#1`, or `…!1`. */
export function itemKey({ instance, path, iid, isMergeRequest }: Item): string {
  return `${instance.origin}${instance.root} ${path}${isMergeRequest ? '!' : '#'}${iid}`;
}

/**
 * The work item that an element belongs to.
 *
 * The address names at most one of the items that a page shows. So an editor inside the element counts first, which
 * names its own item; in the side panel the panel's link; and only outside of it the address.
 *
 * @returns `undefined` when nothing on the page says which, and for an item that does not exist yet.
 */
export function itemAt(element: Element, instance: Instance): Item | undefined {
  if (element.closest(parts.newItem)) return undefined;
  const panel = element.closest(parts.panel);
  const named = panel ? itemOfLink(panel, instance) : itemOfAddress(here(), instance);
  const found = itemOfEditor(element) ?? named ?? (panel ? shownInPanel(here()) : undefined);
  // Widgets of the sidebar carry their item's number (18.9): one that names another item is not of this one.
  const iid = element.getAttribute('work-item-iid') ?? found?.iid;
  if (!found || iid !== found.iid) return undefined;
  // An editor does not say whether its path is a group's.
  const isGroup = named?.isGroup && named.path === found.path;
  return { instance, path: found.path, iid, ...(isGroup && { isGroup }) };
}

/** Whether an element is part of the form of an item that does not exist yet, in the page or in a dialog. */
export function isOfNewItem(element: Element, instance: Instance): boolean {
  if (element.closest(parts.newItem)) return true;
  return !element.closest(parts.panel) && pageOf(here(), instance.root).kind === 'new-work-item';
}

/** The smallest part of the page that holds one item and no other: its root, else the side panel, else all. */
export function scopeOf(element: Element): Element {
  return element.closest(parts.item) ?? element.closest(parts.panel) ?? document.body;
}

/** The first element that matches and belongs to the same item as another one. */
export function inSameItem(element: Element, selector: string): Element | undefined {
  const scope = scopeOf(element);
  return [...scope.querySelectorAll(selector)].find(one => scopeOf(one) === scope);
}

/** The merge request that the address names. */
export function mergeRequestHere(instance: Instance): Item | undefined {
  const page = pageOf(here(), instance.root);
  return page.kind === 'merge-request' ? { instance, path: page.path, iid: page.iid } : undefined;
}

type Found = { readonly path: string; readonly iid: string; readonly isGroup?: boolean };

function here(): URL {
  return new URL(location.href);
}

function itemOfAddress(url: URL, instance: Instance): Found | undefined {
  const page = pageOf(url, instance.root);
  return page.kind === 'work-item' ? page : undefined;
}

function itemOfLink(panel: Element, instance: Instance): Found | undefined {
  const href = panel.querySelector(parts.panelLink)?.getAttribute('href');
  if (!href || !URL.canParse(href, instance.origin)) return undefined;
  const url = new URL(href, instance.origin);
  return url.origin === instance.origin ? itemOfAddress(url, instance) : undefined;
}

function itemOfEditor(element: Element): Found | undefined {
  const editor = element.querySelector(parts.itemEditor);
  const path = editor?.getAttribute('data-work-item-full-path');
  const iid = editor?.getAttribute('data-work-item-iid');
  return path && iid && /^\d+$/.test(iid) ? { path, iid } : undefined;
}
