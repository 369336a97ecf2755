import { dayText } from '../../../handbook/status/flags';
import type { StatusUpdate } from '../../updates';

/** An update's place in the chart, in pixels. */
export type Point = { readonly update: StatusUpdate; readonly x: number; readonly y: number };

/** Milliseconds since 1970. */
export type Span = { readonly from: number; readonly to: number };

/** The time from the first update to the last. */
export function spanOf(updates: readonly StatusUpdate[]): Span {
  const times = updates.map(({ at }) => Date.parse(at));
  return { from: Math.min(...times), to: Math.max(...times) };
}

/** Where a time stands between two edges; updates of one moment stand at the right edge. */
export function scaleOf({ from, to }: Span, left: number, right: number): (time: number) => number {
  return time => (to === from ? right : left + ((time - from) / (to - from)) * (right - left));
}

/** The updates that say one of the two numbers. */
export function pointsOf(
  updates: readonly StatusUpdate[],
  value: 'complete' | 'confidence',
  x: (time: number) => number,
  y: (percent: number) => number,
): Point[] {
  return updates.flatMap(update => {
    const percent = update.status[value];
    return percent === null ? [] : [{ update, x: x(Date.parse(update.at)), y: y(percent) }];
  });
}

/** Least distance of the two names at the lines' ends, in pixels. */
const apart = 16;

/** The heights of the two lines' names: at their ends, but never one over the other. */
export function lineEnds(complete: number | undefined, confidence: number | undefined) {
  if (complete === undefined || confidence === undefined) return { complete, confidence };
  const missing = apart - Math.abs(complete - confidence);
  if (missing <= 0) return { complete, confidence };
  const push = complete < confidence ? -missing / 2 : missing / 2;
  return { complete: complete + push, confidence: confidence - push };
}

/** About as wide as `18 Nov 2025` in 12 pixels' type, with its distance to the next. */
const labelWidth = 64;

type DayLabel = { readonly text: string; readonly at: number; readonly anchor: 'start' | 'middle' | 'end' };

/** The days under the chart: the first and the last, and between them as many as do not touch. */
export function dayLabels(days: readonly Date[], x: (time: number) => number): DayLabel[] {
  const labels = days.map(day => ({ text: dayText(day), at: x(day.getTime()), anchor: 'middle' as const }));
  const [first, last] = [labels[0], labels.at(-1)];
  if (!first || !last) return [];
  if (last.at - first.at < labelWidth) return [last];
  const kept = [first];
  for (const label of labels) {
    const before = kept.at(-1) ?? first;
    if (label.at - before.at >= labelWidth && last.at - label.at >= labelWidth) kept.push(label);
  }
  return [...kept, last];
}
