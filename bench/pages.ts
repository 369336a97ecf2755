/** The pages that are measured, on the demo GitLab. */
import type { Page } from '@playwright/test';
import { findWorkItem, type Store, type WorkItem } from '../demo/store';
import type { Variant } from './variants';

export type BenchPage = {
  readonly name: string;
  readonly address: string;
  /** Makes the page as large as its name says, before the demo is asked for it. */
  prepare?(store: Store): void;
  /** GitLab's own page is there when so many elements match. */
  readonly complete: readonly [selector: string, count: number];
  /** What the person does then, if anything. */
  act?(page: Page): Promise<void>;
  /** The extensions that do a part of the same work here, and are measured too. */
  readonly others?: readonly Variant[];
  /** Features that show something here, each with what of GitLab's it waits for. */
  readonly shows: Readonly<Record<string, readonly string[]>>;
};

const project = 'https://gitlab.com/gitlab-org/gitlab/-';

const onItem = {
  'weight-guidance': ['[data-testid="work-item-weight"]'],
  'status-comment': ['.work-item-notes .js-comment-form'],
  'priority-badges': ['[data-testid="work-item-created"]', '[data-testid="work-item-labels"] .gl-label'],
};

/** Badges come with the labels that decide them. */
const inRows = { 'priority-badges': ['.gl-label'] };

const labelRows = ['batched', 'naive'] as const;

const row = '[data-testid="issuable-container"]';
const card = '[data-testid="board-card"]';
const mergeRequestSidebar = '.js-issuable-sidebar .gl-label';

const list: Omit<BenchPage, 'name'> = {
  address: `${project}/issues?first_page_size=100`,
  prepare: store => addIssues(store, 100),
  // Rows come first, what they show of their items later.
  complete: [`${row} .issuable-info > .gl-label`, 100],
  others: labelRows,
  shows: inRows,
};

export const pages: readonly BenchPage[] = [
  {
    name: 'issue-100',
    address: `${project}/issues/1`,
    prepare: store => addComments(store, 100),
    complete: ['li.note.note-comment[id^="note_"]', 100],
    others: ['parts'],
    shows: onItem,
  },
  {
    name: 'issue-1000',
    address: `${project}/issues/1`,
    prepare: store => addComments(store, 1000),
    complete: ['li.note.note-comment[id^="note_"]', 1000],
    others: ['parts'],
    shows: onItem,
  },
  { ...list, name: 'list-100' },
  { ...list, name: 'list-2000', act: page => page.evaluate(grow, { item: row, count: 2000 }) },
  {
    name: 'board-500',
    address: `${project}/boards/1`,
    prepare: store => addIssues(store, 100),
    complete: [card, 30],
    act: page => page.evaluate(grow, { item: card, count: 500 }),
    others: labelRows,
    shows: inRows,
  },
  {
    name: 'merge-request',
    address: `${project}/merge_requests/1`,
    complete: [mergeRequestSidebar, 1],
    shows: { 'priority-badges': [mergeRequestSidebar] },
  },
  // The same page under an address that no feature knows: all of GitLab's own work, none of ours.
  { name: 'not-ours', address: `${project}/merge_requests/1/edit`, complete: [mergeRequestSidebar, 1], shows: {} },
  {
    ...list,
    name: 'storm',
    async act(page) {
      await page.evaluate(grow, { item: row, count: 2000 });
      await page.evaluate(storm, row);
    },
  },
];

/** Where a person goes from item to item in one document: the demo's own list. */
export const visitsPage: BenchPage = {
  name: 'visits',
  address: `${project}/issues`,
  complete: [`${row} .issuable-info > .gl-label`, 20],
  shows: inRows,
};

function addComments(store: Store, count: number): void {
  const item = issueOne(store);
  const [first] = item.notes.filter(note => !note.system);
  if (!first) throw new Error('expected a comment on issue 1, found none');
  item.notes = Array.from({ length: count }, (_, at) => ({
    ...first,
    id: String(10_000 + at),
    discussionId: (10_000 + at).toString(16).padStart(40, '0'),
    createdAt: new Date(Date.parse(item.createdAt) + at * 60_000).toISOString(),
    // Every tenth is a status update, as in a long-lived issue.
    body:
      at % 10 === 9
        ? `Complete: ${at % 100}%\nConfidence: 80%\nNotes: step ${at}\nConcern: ~backend`
        : `Comment ${at}: the [cleanup policy](https://example.com) keeps \`${at}\` tags.`,
  }));
}

/** Copies of what is there, so that rows are as different as in the demo. */
function addIssues(store: Store, count: number): void {
  const originals = store.workItems.filter(
    item => item.namespace === 'gitlab-org/gitlab' && item.workItemType === 'Issue' && item.state === 'OPEN',
  );
  for (let at = 0; at < count; at += 1) {
    const original = originals[at % originals.length] ?? issueOne(store);
    store.workItems.push({ ...original, id: 100_000 + at, iid: String(100_000 + at), children: [], linkedItems: [] });
  }
}

function issueOne(store: Store): WorkItem {
  const item = findWorkItem(store, 'gitlab-org/gitlab', '1');
  if (!item) throw new Error('expected issue 1 in the demo, found none');
  return item;
}

/** Runs in the page: copies of the rows, all put in at once, until there are so many; off-screen ones are not laid out. */
function grow({ item, count }: { item: string; count: number }): void {
  const style = document.createElement('style');
  style.textContent = `${item} { content-visibility: auto; contain-intrinsic-size: auto 80px; }`;
  document.head.append(style);
  const originals = [...document.querySelectorAll(item)];
  const copies = new Map<Element, DocumentFragment>();
  for (let at = originals.length; at < count; at += 1) {
    const original = originals[at % originals.length];
    if (!original?.parentElement) throw new Error(`expected ${item}, found none`);
    const copy = original.cloneNode(true) as Element;
    for (const theirs of copy.querySelectorAll('handrail-view, bench-badge')) theirs.remove();
    copy.id += `-${at}`;
    const fragment = copies.get(original.parentElement) ?? document.createDocumentFragment();
    fragment.append(copy);
    copies.set(original.parentElement, fragment);
  }
  for (const [parent, fragment] of copies) parent.append(fragment);
}

/**
 * Runs in the page: 15,000 changes in 3 s, 50 every 10 ms, over all rows in turn. One in ten makes a row anew, three
 * write a title, six make a label anew: what GitLab does when items change, but without a pause.
 */
async function storm(item: string): Promise<void> {
  const rows = [...document.querySelectorAll(item)];
  const begin = performance.now();
  let at = 0;
  for (let tick = 0; tick < 300; tick += 1) {
    for (let change = 0; change < 50; change += 1) {
      const place = at % rows.length;
      const row = rows[place];
      const label = row?.querySelector('.gl-label');
      if (!row || !label) throw new Error('expected a row with a label, found none');
      if (change % 10 === 0) {
        const copy = row.cloneNode(true) as Element;
        for (const theirs of copy.querySelectorAll('handrail-view, bench-badge')) theirs.remove();
        row.replaceWith(copy);
        rows[place] = copy;
      } else if (change % 10 < 4) {
        const title = row.querySelector('.issue-title-text');
        if (title) title.textContent = `Title ${at}`;
      } else label.replaceWith(label.cloneNode(true));
      at += 1;
    }
    const rest = begin + (tick + 1) * 10 - performance.now();
    await new Promise(resolve => setTimeout(resolve, Math.max(0, rest)));
  }
}
