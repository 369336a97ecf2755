/** One run: a fresh browser with one variant on one page. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Demo } from '../demo/server';
import { type Launched, launch } from '../scripts/launch';
import { type Attribution, attribute, continuationFactor, type TraceEvent } from './attribute';
import { followFrames, type Seen } from './frames';
import { heldBytes } from './held';
import type { BenchPage } from './pages';
import type { Variant } from './variants';

/** What `chrome` is in the background, where one of these functions runs. */
declare const chrome: typeof browser;

export type Subject = {
  readonly demo: Demo;
  readonly page: BenchPage;
  readonly variant: Variant;
  /** The variant's unpacked extension. */
  readonly folder: string | null;
  /** The first page of its project within an hour: Handrail looks for the repository's profile. */
  readonly isFirst?: true;
};

export type Load = {
  /** Processor milliseconds of the page's main thread. */
  readonly cpu: number;
  /** Bytes of JavaScript heap after garbage collection, all worlds of the page. */
  readonly heap: number;
};

export type Traced = Attribution & Seen & { readonly requests: readonly string[] };

/** Bytes of a page's heap after garbage collection: all of it, and what its scripts hold (`heldBytes`). */
export type Reading = { readonly heap: number; readonly held: number };

/** Milliseconds after everything is there: late work of a page ends within it. */
const settle = 1_200;

/** What the whole page costs, with nothing else switched on in the browser. */
export function measureLoad(subject: Subject): Promise<Load> {
  return inBrowser(subject, async (page, session) => {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await visit(subject, page);
    const { metrics } = await session.send('Performance.getMetrics');
    const cpu = metrics.find(({ name }) => name === 'TaskDuration');
    if (!cpu) throw new Error('expected the metric TaskDuration, found none');
    // Before the look for the extension's world: to follow the worlds of a page takes heap of its own.
    const heap = await heapOf(session);
    await assertRan(subject, page, session);
    return { cpu: cpu.value * 1000, heap };
  });
}

/** What of it is the extension's. */
export function measureTrace(subject: Subject): Promise<Traced> {
  return inBrowser(subject, async (page, session, launched) => {
    const requests: string[] = [];
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ request, initiator }) => {
      const frames = initiator.stack?.callFrames ?? [];
      // The team profile file is asked for at most once an hour and project, and has a figure of its own.
      if (request.postData?.includes('handrailProfileFiles')) return;
      if (frames.some(({ url }) => url.startsWith('chrome-extension://'))) requests.push(request.url);
    });
    await page.addInitScript(followFrames, subject.page.shows);
    const events = await traced(launched, ['devtools.timeline'], () => visit(subject, page));
    const attribution = attribute(events);
    if (subject.variant !== 'none' && attribution.calls === 0) throw notSeen(subject, 'in the trace');
    return { ...attribution, ...(await page.evaluate(() => benchSeen())), requests };
  });
}

/** By how much the events of the trace tell too little (see `continuationFactor`). */
export function measureContinuations(subject: Subject): Promise<number> {
  return inBrowser(subject, async (page, _session, launched) =>
    continuationFactor(
      await traced(launched, ['devtools.timeline', 'disabled-by-default-v8.cpu_profiler'], () => visit(subject, page)),
    ),
  );
}

/**
 * The page after so many visits of items in one document.
 *
 * @returns `undefined` when the page itself kept a panel that was closed, as it does in about every second run: V8 holds
 *   a component of Vue 2 in the shape of another one's slots. That is 1 MB, more than what is looked for.
 */
export function measureVisits(subject: Subject, counts: readonly number[]): Promise<Reading[] | undefined> {
  return inBrowser(subject, async (page, session) => {
    subject.demo.latency = 0;
    await visit(subject, page);
    const titles = page.locator('[data-testid="issuable-title-link"]');
    const readings: Reading[] = [];
    for (let count = 1; count <= Math.max(...counts); count += 1) {
      await titles.nth(count % 2).dispatchEvent('click');
      await page.locator('#contextual-panel-portal .js-comment-form').waitFor();
      if (subject.variant === 'handrail')
        await page.locator('#contextual-panel-portal handrail-view[data-feature="status-comment"]').waitFor();
      await page.evaluate(remember);
      await page.locator('#contextual-panel-portal .gl-drawer-close-button').dispatchEvent('click');
      await page.locator('#contextual-panel-portal .js-comment-form').waitFor({ state: 'detached' });
      if (!counts.includes(count)) continue;
      // What the last panels have begun comes to its end: until then they are kept.
      await pause(settle);
      readings.push({ heap: await heapOf(session), held: await heldOf(session) });
      if (await page.evaluate(isOneKept)) return undefined;
    }
    return readings;
  });
}

/** Runs in the page. */
function remember(): void {
  const panel = document.querySelector('#contextual-panel-portal .work-item-detail');
  globalThis.benchPanels ??= [];
  if (panel) globalThis.benchPanels.push(new WeakRef(panel));
}

/** Runs in the page. */
function isOneKept(): boolean {
  return globalThis.benchPanels?.some(panel => panel.deref()) ?? false;
}

/** Milliseconds from the popup's opening, for an issue's tab, to the frame in which all of it is shown. */
export function measurePopup(subject: Subject): Promise<number> {
  return inBrowser(subject, async (page, _session, { context, extensionId }) => {
    await visit(subject, page);
    const tab = await context.serviceWorkers()[0]?.evaluate(tabOfGitLab);
    if (tab === undefined) throw new Error('expected the background to name the tab of the issue, found none');
    const popup = await context.newPage();
    await popup.addInitScript(followPopup);
    await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tab}`);
    const shown = await popup.waitForFunction(() => globalThis.benchShownAt);
    return Number(await shown.jsonValue());
  });
}

/** Runs in the background. */
async function tabOfGitLab(): Promise<number | undefined> {
  return (await chrome.tabs.query({ url: 'https://gitlab.com/*' }))[0]?.id;
}

declare global {
  /** Of the side panels that were open. */
  var benchPanels: WeakRef<Element>[] | undefined;
  var benchShownAt: number | undefined;
}

/** Runs in the popup, before its own scripts. */
function followPopup(): void {
  const look = () => {
    const place = document.querySelector('.place')?.textContent ?? '…';
    if (place !== '…' && document.querySelector('[role="switch"]')) globalThis.benchShownAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function inBrowser<Result>(
  { demo, page: { prepare }, variant, folder, isFirst }: Subject,
  work: (page: Page, session: CDPSession, launched: Launched) => Promise<Result>,
): Promise<Result> {
  demo.reset();
  prepare?.(demo.store);
  const launched = await launch({ server: demo, headless: true, extension: folder });
  try {
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    // The background of an extension starts with the browser; its work is not the page's.
    await pause(500);
    if (variant === 'handrail' && !isFirst) await launched.context.serviceWorkers()[0]?.evaluate(looked);
    // tsx names the functions that it compiles, also those that run in a page.
    await launched.context.addInitScript('globalThis.__name = value => value');
    return await work(page, await launched.context.newCDPSession(page), launched);
  } finally {
    await launched.close();
  }
}

/** Runs in the background: the projects of the pages were looked at a moment ago. */
async function looked(): Promise<void> {
  const paths = ['gitlab-org', 'gitlab-org/gitlab'];
  const looks = Object.fromEntries(paths.map(path => [`https://gitlab.com ${path}`, Date.now()]));
  await chrome.storage.local.set({ looks });
}

async function visit({ page: subject, variant }: Subject, page: Page): Promise<void> {
  await page.goto(subject.address, { waitUntil: 'domcontentloaded' });
  const [selector, count] = subject.complete;
  const views = variant === 'handrail' ? Object.keys(subject.shows) : [];
  // In the page's own world for every variant: a locator brings Playwright's code into another one, 700 kB of heap.
  await page.waitForFunction(
    ({ selector, count, views }) =>
      document.querySelectorAll(selector).length >= count &&
      views.every(feature => document.querySelector(`handrail-view[data-feature="${feature}"]`)),
    { selector, count, views },
    { polling: 200, timeout: 60_000 },
  );
  await subject.act?.(page);
  await pause(settle);
}

async function traced(launched: Launched, categories: string[], work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await launched.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('expected a browser to trace, found none');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise<void>(resolve => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** An extension that did not start costs nothing: that must not pass for a good figure. */
async function assertRan(subject: Subject, page: Page, session: CDPSession): Promise<void> {
  if (subject.variant === 'none') return;
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await session.send('Runtime.enable');
  if (!worlds.some(origin => origin.startsWith('chrome-extension://'))) throw notSeen(subject, 'in the page');
  if (subject.variant !== 'handrail') return;
  for (const feature of Object.keys(subject.page.shows)) {
    const count = await page.locator(`handrail-view[data-feature="${feature}"]`).count();
    if (count === 0) throw notSeen(subject, `of ${feature}`);
  }
}

function notSeen({ variant, page }: Subject, where: string): Error {
  return new Error(`${page.name}: expected to see something of the extension "${variant}" ${where}, saw nothing`);
}

async function heapOf(session: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function heldOf(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return heldBytes(chunks.join(''));
}
