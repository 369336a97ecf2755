import { parts } from './anchors';
import { endOfPiece, inPieces } from './pieces';
import { lastParts } from './select';
import { viewName } from './view';

/**
 * The extension's one `MutationObserver`. It runs only while somebody watches, looks only at added nodes, and answers
 * in the same frame in which GitLab inserts a widget, because its callback runs before the browser paints.
 */
const watches = new Set<Watch>();
const followers = new Map<Node, Set<() => void>>();
let observer: MutationObserver | undefined;
let index: Index | undefined;

/** What an element must have to be looked at by any of the watches, in the page and in its comments, and those that watch rows. */
type Index = { readonly anything: string; readonly inComments: string; readonly ofRows: readonly Watch[] };

type Watch = {
  readonly selectors: readonly string[];
  readonly selector: string;
  readonly onPresent: (element: Element, present: AbortSignal) => void;
  readonly present: Map<Element, AbortController>;
};

/**
 * Calls `onPresent` once for each element that matches, now or later. Later nothing is found in rows and cards, and in
 * comments nothing but comments.
 *
 * @param onPresent Its signal aborts when the element leaves the document or `signal` aborts. Must not throw: the
 *   caller guards it.
 */
export function watch(
  selectors: readonly string[],
  onPresent: (element: Element, present: AbortSignal) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const selector = selectors.join(', ');
  const same = watches.values().find(other => other.selector === selector);
  const one: Watch = { selectors, selector, onPresent, present: new Map() };
  watches.add(one);
  index = undefined;
  signal.addEventListener('abort', () => {
    watches.delete(one);
    index = undefined;
    for (const controller of one.present.values()) controller.abort();
    one.present.clear();
    stopWhenIdle();
  });
  start();
  // What another watch has found already need not be looked for in the whole document.
  for (const element of same ? [...same.present.keys()] : document.querySelectorAll(selector)) enter(one, element);
}

/** Calls `onChange`, at most once for a batch of changes, when nodes or text inside an element change; not for elements of ours. */
export function follow(element: Element, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listeners = followers.get(element) ?? new Set();
  const listener = () => signal.aborted || onChange();
  followers.set(element, listeners.add(listener));
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    if (listeners.size === 0 && followers.get(element) === listeners) followers.delete(element);
    stopWhenIdle();
  });
  start();
}

function start(): void {
  if (observer) return;
  observer = new MutationObserver(sweep);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

function stopWhenIdle(): void {
  if (watches.size > 0 || followers.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

function sweep(records: readonly MutationRecord[]): void {
  const end = endOfPiece();
  const changed = new Set<Node>();
  const removed = new Set<Element>();
  for (const { type, target, addedNodes, removedNodes } of records) {
    let isTheirs = type === 'characterData';
    for (const node of addedNodes) {
      if (isOurs(node)) continue;
      isTheirs = true;
      if (node instanceof Element) added.add(node);
    }
    // Ours count when removed: GitLab may have thrown a view away with its surroundings, and a follower puts it back.
    for (const node of removedNodes) {
      isTheirs = true;
      if (node instanceof Element) removed.add(node);
    }
    if (isTheirs) changed.add(target);
  }
  if (removed.size > 0) leave(removed);
  added.begin(end);
  tellFollowers(changed);
  told.begin(end);
}

/** A page that GitLab makes is looked through before it is painted; of thousands of rows at once the later ones wait. */
const added = inPieces<Element>(root => root.isConnected && enterAll(root));
/** Who follows a change is told in what is left of that piece. */
const told = inPieces<() => void>(listener => listener());

function isOurs(node: Node): boolean {
  return node instanceof Element && node.localName === viewName;
}

/**
 * One look through what was added, for all watches together. Of thousands of rows each is only told of, without a look
 * into it: nothing in them is watched. In comments nothing else is.
 */
function enterAll(root: Element): void {
  index ??= indexOf(watches);
  if (root.matches(parts.listRow)) {
    for (const one of index.ofRows) enter(one, root);
    return;
  }
  const selector = root.parentElement?.matches(parts.noteList) ? index.inComments : index.anything;
  if (selector === '') return;
  if (root.matches(selector)) enterEach(root);
  if (root.firstElementChild) for (const element of root.querySelectorAll(selector)) enterEach(element);
}

function indexOf(watches: ReadonlySet<Watch>): Index {
  const all = [...watches].flatMap(({ selectors }) => selectors);
  return {
    anything: [...new Set(all.map(lastParts))].join(', '),
    inComments: all.includes(parts.note) ? parts.note : '',
    ofRows: [...watches].filter(({ selectors }) => selectors.includes(parts.row)),
  };
}

function enterEach(element: Element): void {
  for (const one of watches) if (element.matches(one.selector)) enter(one, element);
}

function enter(one: Watch, element: Element): void {
  if (one.present.has(element)) return;
  const controller = new AbortController();
  one.present.set(element, controller);
  one.onPresent(element, controller.signal);
}

/** Of a few elements each is asked whether it is still there; thousands are looked for in what was removed. */
function leave(removed: ReadonlySet<Element>): void {
  for (const { selectors, present } of watches) {
    const candidates = present.size > 100 ? [...removed].flatMap(root => within(root, selectors)) : present.keys();
    for (const element of candidates) {
      if (element.isConnected) continue;
      present.get(element)?.abort();
      present.delete(element);
    }
  }
}

function within(root: Element, selectors: readonly string[]): Element[] {
  if (!root.firstElementChild || root.matches(parts.listRow)) return [root];
  return selectors.flatMap(selector => [root, ...root.querySelectorAll(lastParts(selector))]);
}

function tellFollowers(changed: ReadonlySet<Node>): void {
  if (followers.size === 0 || changed.size === 0) return;
  const around = new Set<Node>();
  for (const target of changed) {
    for (let node: Node | null = target; node && !around.has(node); node = node.parentNode) around.add(node);
  }
  for (const [element, listeners] of followers) {
    if (around.has(element)) for (const listener of listeners) told.add(listener);
  }
}
