/** Runs in GitLab's page: when its parts and ours come, in frames, and what moves. */

export type Seen = {
  /** For each view of ours that is in the window at the end: frames from the last of what it waits for to the view. */
  readonly delays: readonly { readonly feature: string; readonly frames: number }[];
  /** Views of ours in the page at the end, by feature. */
  readonly views: Readonly<Record<string, number>>;
  /** Sum of the layout shifts in frames in which GitLab changed nothing. */
  readonly lonelyShift: number;
  readonly shift: number;
};

declare global {
  var benchSeen: () => Seen;
}

/** Started before the page's own scripts. */
export function followFrames(shows: Readonly<Record<string, readonly string[]>>): void {
  const frames: number[] = [];
  const changes: number[] = [];
  const shifts: { value: number; at: number }[] = [];
  const arrival = new WeakMap<Element, number>();
  const delays: { view: HTMLElement; feature: string; frames: number }[] = [];
  const awaited = Object.values(shows).flat().join(', ');

  const tick = () => {
    // When it is drawn, not when it was due: a late frame would count as one after what it shows.
    frames.push(performance.now());
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);

  const arrive = (element: Element) => {
    if (element.localName !== 'handrail-view') {
      if (!awaited) return;
      for (const one of [element, ...element.querySelectorAll(awaited)])
        if (one.matches(awaited)) arrival.set(one, frames.length);
      return;
    }
    const view = element as HTMLElement;
    const { feature = '' } = view.dataset;
    const around = view.closest('li, [data-testid="work-item-detail"]') ?? document;
    const selector = shows[feature]?.join(', ');
    if (!selector) return;
    const since = [...around.querySelectorAll(selector)].map(one => arrival.get(one) ?? 0);
    if (since.length > 0) delays.push({ view, feature, frames: frames.length - Math.max(...since) });
  };
  new MutationObserver(records => {
    const nodes = records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
    if (nodes.some(node => node.nodeName !== 'HANDRAIL-VIEW')) changes.push(performance.now());
    // What a view waits for may come in the same batch, after it.
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]).filter(node => node instanceof Element);
    const isView = (node: Element) => node.localName === 'handrail-view';
    for (const node of added) if (!isView(node)) arrive(node);
    for (const node of added) if (isView(node)) arrive(node);
  }).observe(document, { childList: true, subtree: true });

  new PerformanceObserver(entries => {
    for (const entry of entries.getEntries() as (PerformanceEntry & { value: number })[])
      shifts.push({ value: entry.value, at: entry.startTime });
  }).observe({ type: 'layout-shift', buffered: true });

  globalThis.benchSeen = () => {
    const isLonely = ({ at }: { at: number }) => {
      const frame = frames.findLastIndex(time => time <= at);
      const since = frames[frame - 1] ?? 0;
      return !changes.some(time => time > since && time <= at);
    };
    const isShown = ({ view }: { view: HTMLElement }) => {
      const { top, bottom } = view.getBoundingClientRect();
      return view.isConnected && bottom > 0 && top < innerHeight;
    };
    const views: Record<string, number> = {};
    for (const view of document.querySelectorAll<HTMLElement>('handrail-view'))
      views[view.dataset.feature ?? ''] = (views[view.dataset.feature ?? ''] ?? 0) + 1;
    const sum = (some: { value: number }[]) => some.reduce((total, { value }) => total + value, 0);
    return {
      delays: delays.filter(isShown).map(({ feature, frames }) => ({ feature, frames })),
      views,
      lonelyShift: sum(shifts.filter(isLonely)),
      shift: sum(shifts),
    };
  };
}
