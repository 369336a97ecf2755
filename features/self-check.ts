import { type AnchorName, anchors } from '../gitlab/anchors';
import type { PageKind } from '../gitlab/page';

/** One of our places in GitLab's page: is what it hangs on there? */
export type Check = {
  readonly place: string;
  readonly found: 'found' | 'not-found' | 'not-on-this-page';
};

/** What each place is called, and the pages that always have it. */
const places: Readonly<Record<AnchorName, readonly [place: string, pages: readonly PageKind[]]>> = {
  itemHeader: ['Header of an item', ['work-item']],
  itemWeight: ['Weight', ['work-item']],
  itemLabels: ['Labels', ['work-item']],
  // Not every type of item may have children.
  itemChildren: ['Child items', []],
  itemCommentForm: ['Comment form', ['work-item']],
  mergeRequestCommentForm: ['Comment form of a merge request', ['merge-request']],
  rowTitle: ['Row of a list', ['work-item-list', 'merge-request-list']],
  cardTitle: ['Card of a board', ['board', 'epic-board']],
  linkedTitle: ['Child and linked items', []],
  cellTitle: ['Row of the dashboard', []],
  mergeRequestHeader: ['Header of a merge request', ['merge-request']],
  mergeRequestSidebar: ['Sidebar of a merge request', ['merge-request']],
  // Who may neither edit many issues nor create one has no such buttons.
  listBulkEdit: ['Bulk edit above a list', []],
  listNewItem: ['New item above a list', []],
  boardSettings: ['Settings of a board', ['board']],
};

/** Looks for every place of ours. What the page holds is not read. */
export function selfCheck(document: Document, page: PageKind): Check[] {
  return Object.entries(places).map(([name, [place, pages]]) => {
    const { selectors } = anchors[name as AnchorName];
    const isThere = selectors.some(selector => document.querySelector(selector) !== null);
    return { place, found: isThere ? 'found' : pages.includes(page) ? 'not-found' : 'not-on-this-page' };
  });
}
