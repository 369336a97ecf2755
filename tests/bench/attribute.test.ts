import { describe, expect, test } from 'vitest';
import { attribute, continuationFactor, type TraceEvent } from '../../bench/attribute';

const ours = 'chrome-extension://abc/gitlab.js';
const main: TraceEvent = {
  name: 'thread_name',
  ph: 'M',
  pid: 1,
  tid: 1,
  ts: 0,
  args: { name: 'CrRendererMain' },
};

function call(ts: number, dur: number, more: Partial<TraceEvent> & { url?: string } = {}): TraceEvent {
  const { url = ours, ...rest } = more;
  return { name: 'FunctionCall', ph: 'X', pid: 1, tid: 1, ts, dur, tdur: dur, args: { data: { url } }, ...rest };
}

describe('attribute', () => {
  test('sums what the browser called of an extension, and the evaluation by itself', () => {
    const events = [main, call(0, 4000, { name: 'EvaluateScript' }), call(10_000, 1000), call(20_000, 2500)];
    expect(attribute(events)).toEqual({ evaluation: 4, total: 7.5, longest: 2.5, calls: 3 });
  });

  test('counts a call inside a call once, in whichever order the trace has them', () => {
    expect(attribute([main, call(200, 100), call(100, 1000), call(2000, 50)])).toMatchObject({ total: 1.05, calls: 2 });
  });

  test("counts a call of ours inside one of the page's", () => {
    expect(attribute([main, call(0, 9000, { url: 'https://gitlab.com/a.js' }), call(100, 500)]).total).toBe(0.5);
  });

  test('takes processor time before time on the clock', () => {
    expect(attribute([main, call(0, 9000, { tdur: 300 })]).total).toBe(0.3);
  });

  test('leaves out workers, other processes and other scripts', () => {
    const events = [main, call(0, 100, { tid: 7 }), call(0, 100, { pid: 2 }), call(0, 100, { url: '' })];
    expect(attribute(events)).toEqual({ evaluation: 0, total: 0, longest: 0, calls: 0 });
  });

  test('a trace without a main thread is an error, not zero', () => {
    expect(() => attribute([])).toThrow("expected a page's main thread");
    expect(() => attribute([call(0, 100)])).toThrow("expected a page's main thread");
  });
});

describe('continuationFactor', () => {
  const profile: TraceEvent = { name: 'Profile', ph: 'P', pid: 1, tid: 1, ts: 0, args: { data: { startTime: 0 } } };
  const chunk = (samples: number[], timeDeltas: number[]): TraceEvent => ({
    name: 'ProfileChunk',
    ph: 'P',
    pid: 1,
    tid: 9,
    ts: 0,
    args: { data: { cpuProfile: { nodes, samples }, timeDeltas } },
  });
  /** 1 the root, 2 the page, 3 ours, 4 the browser's own under ours. */
  const nodes = [
    { id: 1, callFrame: {} },
    { id: 2, parent: 1, callFrame: { url: 'https://gitlab.com/a.js' } },
    { id: 3, parent: 1, callFrame: { url: ours } },
    { id: 4, parent: 3, callFrame: {} },
  ];

  test('compares all samples with those inside of events', () => {
    // At 100 and 200 inside, at 300 the page, at 500 a continuation.
    const events = [main, call(50, 200), profile, chunk([3, 4], [100, 100]), chunk([2, 3], [100, 200])];
    expect(continuationFactor(events)).toBe(2);
  });

  test("leaves out other processes: an extension's background runs in its own", () => {
    const away = { ...profile, pid: 2 };
    const events = [main, call(50, 200), profile, chunk([3], [100]), away, { ...chunk([3], [900]), pid: 2 }];
    expect(continuationFactor(events)).toBe(1);
  });

  test('what is over between two samples has no continuation', () => {
    expect(continuationFactor([main, call(50, 200), profile, chunk([2], [100])])).toBe(1);
  });

  test('samples outside of all events alone are an error', () => {
    expect(() => continuationFactor([main, call(50, 200), profile, chunk([3], [300])])).toThrow('found none');
  });
});
