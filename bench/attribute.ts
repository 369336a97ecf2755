/**
 * What a trace of Chromium says that extensions cost the page's main thread. Pure: events in, milliseconds out.
 */

/** One event of the Trace Event Format, as far as it is read here. Times are microseconds. */
export type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread: hardly moved by what else the machine does. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: Readonly<Record<string, unknown>> };
};

export type Attribution = {
  /** The content script's own first run, compiling included. */
  readonly evaluation: number;
  /** Everything that the browser called of an extension, evaluation included; what is called inside counts once. */
  readonly total: number;
  /** The longest single piece after the evaluation. */
  readonly longest: number;
  /** How many pieces. */
  readonly calls: number;
};

const measured = new Set(['EvaluateScript', 'FunctionCall']);

/**
 * Sums the outermost events of extension scripts on the pages' main threads.
 *
 * @throws Error when the trace holds no main thread: then nothing was measured, which is not the same as zero.
 */
export function attribute(events: readonly TraceEvent[]): Attribution {
  const outermost = outermostOf(extensionEvents(events));
  const cost = (event: TraceEvent) => (event.tdur ?? event.dur ?? 0) / 1000;
  const evaluations = outermost.filter(({ name }) => name === 'EvaluateScript').map(cost);
  const later = outermost.filter(({ name }) => name !== 'EvaluateScript').map(cost);
  return {
    evaluation: sum(evaluations),
    total: sum(evaluations) + sum(later),
    longest: Math.max(0, ...later),
    calls: outermost.length,
  };
}

/**
 * How many times more an extension's code ran than its events tell: continuations of promises run in the browser's
 * microtasks, which name no script. Read from the samples of V8's profiler, whose own cost a proportion leaves out.
 *
 * @returns 1 when everything ran inside of events, or was over between two samples.
 * @throws Error when samples of the extension fell outside of its events alone: there is nothing to compare with.
 */
export function continuationFactor(events: readonly TraceEvent[]): number {
  const outermost = outermostOf(extensionEvents(events));
  // An extension's background has a process of its own.
  const pages = new Set(outermost.map(({ pid }) => pid));
  let inside = 0;
  let outside = 0;
  for (const { at, weight } of extensionSamples(events.filter(({ pid }) => pages.has(pid)))) {
    if (outermost.some(({ ts, dur = 0 }) => at >= ts && at <= ts + dur)) inside += weight;
    else outside += weight;
  }
  if (outside === 0) return 1;
  if (inside === 0) throw new Error('expected samples of the extension inside of its events, found none');
  return (inside + outside) / inside;
}

function extensionEvents(events: readonly TraceEvent[]): TraceEvent[] {
  const mains = new Set(
    events
      .filter(({ name, ph, args }) => ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  if (mains.size === 0) throw new Error("expected a page's main thread in the trace, found none");
  return events.filter(
    event =>
      event.ph === 'X' && measured.has(event.name) && mains.has(threadOf(event)) && isExtension(event.args?.data?.url),
  );
}

/** Events that lie in no other one of the same thread. */
function outermostOf(events: readonly TraceEvent[]): TraceEvent[] {
  const ends = new Map<string, number>();
  return [...events]
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
    .filter(event => {
      const thread = threadOf(event);
      if (event.ts < (ends.get(thread) ?? Number.NEGATIVE_INFINITY)) return false;
      ends.set(thread, event.ts + (event.dur ?? 0));
      return true;
    });
}

type ProfileChunk = {
  readonly cpuProfile?: {
    readonly nodes?: readonly {
      readonly id: number;
      readonly parent?: number;
      readonly callFrame: { readonly url?: string };
    }[];
    readonly samples?: readonly number[];
  };
  readonly timeDeltas?: readonly number[];
};

/** Samples with a function of an extension anywhere on the stack: when, and how much time they stand for. */
function extensionSamples(events: readonly TraceEvent[]): { at: number; weight: number }[] {
  const found: { at: number; weight: number }[] = [];
  for (const profile of events.filter(({ name }) => name === 'Profile')) {
    const isOurs = new Map<number, boolean>();
    let at = Number(profile.args?.data?.startTime ?? profile.ts);
    for (const { name, pid, args } of events) {
      if (name !== 'ProfileChunk' || pid !== profile.pid) continue;
      const { cpuProfile, timeDeltas = [] } = (args?.data ?? {}) as ProfileChunk;
      for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
        isOurs.set(id, isExtension(callFrame.url) || (parent !== undefined && isOurs.get(parent) === true));
      }
      cpuProfile?.samples?.forEach((node, index) => {
        const weight = timeDeltas[index] ?? 0;
        at += weight;
        if (isOurs.get(node)) found.push({ at, weight });
      });
    }
  }
  return found;
}

function isExtension(url: unknown): boolean {
  return typeof url === 'string' && url.startsWith('chrome-extension://');
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
