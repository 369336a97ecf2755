import type { Verdict } from './verdict';

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(rank: number): string {
  const isTeen = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = isTeen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10] ?? 'th');
  return `${rank}${ending}`;
}

/** `P1 · 3rd of 7`, or `P1 · from #1`: where one item has the room of a line. */
export function longText({ priority: { rule, rank, of }, from }: Verdict): string {
  return `${rule.name} · ${from === undefined ? `${ordinal(rank)} of ${of}` : `from ${from}`}`;
}

/** What a screen reader says after the badge's name. */
export function description({ priority, weight, from }: Verdict): string {
  const { label, rule, unknown } = priority;
  const source = from === undefined ? 'Decided by' : `Comes from ${from}, which this merge request closes, with`;
  return [
    label !== undefined && `${source} the label ${label}.`,
    rule.meaning,
    weight,
    unknown.length > 0 && 'From what this page shows.',
  ]
    .filter(Boolean)
    .join(' ');
}
