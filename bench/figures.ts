/** From the runs to the figures that are gated, and to the table. */
import type { Load, Reading, Traced } from './measure';
import type { Variant } from './variants';

/** What was measured on one page with one variant, in all rounds. */
export type Runs = {
  readonly loads: Load[];
  readonly traces: Traced[];
  /** What `continuationFactor` says; of Handrail only. */
  readonly continuations: number[];
};

/** By page, then by variant. */
export type Results = Record<string, Partial<Record<Variant, Runs>>>;

export type Figure = {
  readonly figure: string;
  readonly goal: string;
  readonly measured: string;
  /** `undefined`: reported, not gated. */
  readonly isMet: boolean | undefined;
};

type Whole = {
  readonly results: Results;
  /** Bytes of the script of every page, and of it with the one that pages of ours start. */
  readonly gzip: { readonly every: number; readonly ours: number };
  readonly visits: Visits | undefined;
  /** Milliseconds of an issue's page that is the first of its project within an hour. */
  readonly first: number | undefined;
  /** Milliseconds until the popup is shown. */
  readonly popup: number | undefined;
  /** Milliseconds of the slowest hostile text of 100 kB. */
  readonly reading: number;
};

/** What Handrail adds to the page, after few visits and after many. */
export type Visits = { readonly few: Reading; readonly many: Reading };

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('expected runs to take the median of, found none');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Milliseconds that an extension took, those of its promises' continuations included. */
export function attributed({ traces, continuations }: Runs): number {
  const inEvents = median(traces.map(({ total }) => total));
  return continuations.length > 0 ? inEvents * median(continuations) : inEvents;
}

/** Every figure that the pages of this run allow. */
export function figures({ results, gzip, visits, first, popup, reading }: Whole): Figure[] {
  const found: Figure[] = [];
  const storm = results.storm?.batched;
  const gate = (figure: string, limit: number, value: number, unit: string) =>
    found.push({ figure, goal: `<= ${limit} ${unit}`, measured: `${round(value)} ${unit}`, isMet: value <= limit });
  const report = (figure: string, measured: string) =>
    found.push({ figure, goal: 'reported', measured, isMet: undefined });

  // What this machine can do. The storm of the goals in milliseconds had simpler rows.
  if (storm) report('this machine: the bare batched observer in the storm', `${round(attributed(storm))} ms`);
  gate('content script, gzip', 40, gzip.every / 1024, 'kB');
  gate('content script and features, gzip', 40, gzip.ours / 1024, 'kB');
  for (const [page, { none, handrail, parts, batched, naive, empty }] of Object.entries(results)) {
    if (!handrail) continue;
    const { traces } = handrail;
    const of = (key: 'evaluation' | 'longest') => median(traces.map(trace => trace[key]));
    const total = attributed(handrail);
    if (page === 'issue-100') gate('evaluation at start', 5, of('evaluation'), 'ms');
    if (page === 'not-ours') gate('not-ours: attributed time', 2, total, 'ms');
    if (page.startsWith('issue')) gate(`${page}: attributed time, all shown`, 15, total, 'ms');
    if (parts) report(`${page}: the same, four bare parts`, `${round(attributed(parts))} ms`);
    if (page === 'list-2000') {
      gate('list-2000: attributed time, all badges', 60, total, 'ms');
      if (batched) report('list-2000: the same, a bare batched observer', `${round(attributed(batched))} ms`);
      gate('list-2000: longest piece', 16, of('longest'), 'ms');
    } else if (page === 'storm') {
      if (batched) gate('storm: attributed time, of a bare batched observer', 1, total / attributed(batched), 'x');
      if (batched && naive)
        report('storm: naive, of a bare batched observer', `${round(attributed(naive) / attributed(batched))} x`);
    } else if (!page.startsWith('issue') && page !== 'not-ours') {
      report(`${page}: attributed time`, `${round(total)} ms`);
    }

    const requests = Math.max(...traces.map(({ requests }) => requests.length));
    const request = `${page}: requests before anything is opened`;
    // A merge request asks for the issues that it closes.
    if (page === 'merge-request') report(request, String(requests));
    else gate(request, page.startsWith('issue') ? 1 : 0, requests, '');
    const frames = traces.flatMap(({ delays }) => delays.map(({ frames }) => frames));
    if (frames.length > 0) gate(`${page}: from widget to our part in view`, 1, Math.max(...frames), 'frames');
    if (none) {
      const shift = (runs: Runs) => median(runs.traces.map(({ lonelyShift }) => lonelyShift));
      gate(`${page}: layout shift added`, 0, Math.max(0, shift(handrail) - shift(none)), '');
      const heap = (runs: Runs) => median(runs.loads.map(({ heap }) => heap)) / 1024;
      const over = (runs: Runs) => heap(runs) - heap(none);
      if (page === 'issue-100') gate('issue-100: heap over no extension', 700, over(handrail), 'kB');
      if (page === 'list-2000' && batched)
        report(
          `${page}: heap over no extension`,
          `${round(over(handrail))} kB, bare batched ${round(over(batched))} kB`,
        );
      const cpu = (runs: Runs) => median(runs.loads.map(({ cpu }) => cpu));
      const ratio = cpu(handrail) / cpu(none);
      const floor = empty ? `, empty script ${round(cpu(empty) / cpu(none))} x` : '';
      report(`${page}: CPU against no extension`, `${round(ratio)} x of ${round(cpu(none))} ms${floor}`);
    }
  }
  if (first !== undefined)
    report('issue-100: the same, once an hour with the look for a profile', `${round(first)} ms`);
  if (popup !== undefined) gate('popup: until all of it is shown', 100, popup, 'ms');
  gate('reading a hostile comment of 100 kB, the slowest', 500, reading, 'ms');
  if (visits) {
    const { few, many } = visits;
    gate('held after 200 more visits in one tab, growth', 5, (many.held / few.held - 1) * 100, '%');
    report('held over no extension after 100 and 300 visits', `${kB(few.held)} and ${kB(many.held)}`);
    report('the same with compiled code', `${kB(few.heap)} and ${kB(many.heap)}`);
  }
  return found;
}

function kB(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`;
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100);
}

export function table(all: readonly Figure[]): string {
  const rows = [
    ['figure', 'goal', 'measured', 'met'],
    ...all.map(({ figure, goal, measured, isMet }) => [
      figure,
      goal.trim(),
      measured.trim(),
      isMet === undefined ? '' : isMet ? 'yes' : 'NO',
    ]),
  ];
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n');
}
