/**
 * The extension's one `MutationObserver`. It runs only while somebody watches, looks only at added nodes, and answers
 * in the same frame in which GitLab inserts a widget, because its callback runs before the browser paints.
 */
const watches = new Set<Watch>();
const followers = new Map<Node, Set<() => void>>();
let observer: MutationObserver | undefined;
/** The selectors of all watches, as one. */
let everything: string | undefined;

type Watch = {
  readonly selector: string;
  readonly onPresent: (element: Element, present: AbortSignal) => void;
  readonly present: Map<Element, AbortController>;
};

/**
 * Calls `onPresent` once for each element that matches, now or later.
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
  const one: Watch = { selector: selectors.join(', '), onPresent, present: new Map() };
  watches.add(one);
  everything = undefined;
  signal.addEventListener('abort', () => {
    watches.delete(one);
    everything = undefined;
    for (const controller of one.present.values()) controller.abort();
    one.present.clear();
    stopWhenIdle();
  });
  start();
  for (const element of document.querySelectorAll(one.selector)) enter(one, element);
}

/** Calls `onChange`, at most once for a batch of changes, when nodes or text inside an element change; not for elements of ours. */
export function follow(element: Element, onChange: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listeners = followers.get(element) ?? new Set();
  followers.set(element, listeners.add(onChange));
  signal.addEventListener('abort', () => {
    listeners.delete(onChange);
    if (listeners.size === 0 && followers.get(element) === listeners) followers.delete(element);
    stopWhenIdle();
  });
  start();
}

/** The name of every element of ours in GitLab's page. */
export const viewName = 'handrail-view';

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
  const added = new Set<Element>();
  const changed = new Set<Node>();
  let isAnyRemoved = false;
  for (const { type, target, addedNodes, removedNodes } of records) {
    let isTheirs = type === 'characterData';
    for (const node of addedNodes) {
      if (isOurs(node)) continue;
      isTheirs = true;
      if (node instanceof Element) added.add(node);
    }
    // Ours count when removed: GitLab may have thrown a view away with its surroundings, and a follower puts it back.
    if (removedNodes.length > 0) isAnyRemoved = isTheirs = true;
    if (isTheirs) changed.add(target);
  }
  if (isAnyRemoved) leave();
  for (const root of added) if (root.isConnected) enterAll(root);
  tellFollowers(changed);
}

function isOurs(node: Node): boolean {
  return node.nodeName.toLowerCase() === viewName;
}

/** One look through what was added for all watches together: a list may add a thousand rows at once. */
function enterAll(root: Element): void {
  everything ??= [...watches].map(one => one.selector).join(', ');
  if (everything === '') return;
  if (root.matches(everything)) enterEach(root);
  if (root.firstElementChild) for (const element of root.querySelectorAll(everything)) enterEach(element);
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

function leave(): void {
  for (const { present } of watches) {
    for (const [element, controller] of present) {
      if (element.isConnected) continue;
      present.delete(element);
      controller.abort();
    }
  }
}

function tellFollowers(changed: ReadonlySet<Node>): void {
  if (followers.size === 0 || changed.size === 0) return;
  const told = new Set<Node>();
  for (const target of changed) {
    for (let node: Node | null = target; node && !told.has(node); node = node.parentNode) told.add(node);
  }
  for (const [element, listeners] of [...followers]) {
    if (told.has(element)) for (const listener of [...listeners]) listener();
  }
}
