import { parts } from './anchors';
import type { Instance } from './instance';
import { pageOf, shownInPanel } from './page';

/** A work item (issue, task, epic, …) of an installation. */
export type Item = {
  readonly instance: Instance;
  /** Full path of its project or group: `gitlab-org/gitlab`. */
  readonly path: string;
  readonly iid: string;
};

/** What everything that is kept for an item is kept under: `https://gitlab.com gitlab-org/gitlab#1`. */
export function itemKey({ instance, path, iid }: Item): string {
  return `${instance.origin}${instance.root} ${path}#${iid}`;
}

/**
 * The work item that an element belongs to.
 *
 * The address names at most one of the items that a page shows: in the side panel the panel's own link counts, and
 * what the item's editor says of itself.
 *
 * @returns `undefined` when the element stands in no work item, or nothing on the page says in which.
 */
export function itemAt(element: Element, instance: Instance): Item | undefined {
  const root = element.closest(parts.item);
  if (!root) return undefined;
  const panel = root.closest(parts.panel);
  const found = panel
    ? (itemOfLink(panel, instance) ?? itemOfEditor(root) ?? shownInPanel(here()))
    : (itemOfAddress(here(), instance) ?? itemOfEditor(root));
  return found && { instance, path: found.path, iid: found.iid };
}

type Found = { readonly path: string; readonly iid: string };

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

function itemOfEditor(root: Element): Found | undefined {
  const editor = root.querySelector(parts.itemEditor);
  const path = editor?.getAttribute('data-work-item-full-path');
  const iid = editor?.getAttribute('data-work-item-iid');
  return path && iid && /^\d+$/.test(iid) ? { path, iid } : undefined;
}
