/** A milestone as far as it is known. Dates are days, `2026-11-21`; `null` is not set, `undefined` unknown. */
export type Milestone = {
  readonly title: string;
  readonly startDate?: string | null | undefined;
  readonly dueDate?: string | null | undefined;
};

/** The day on which a rule is read, and what comes after it. */
export type Calendar = {
  /** `2026-11-21` */
  readonly today: string;
  /** The day on which the next milestone starts; `undefined` when the caller does not know every milestone. */
  readonly nextStart?: string | undefined;
};

/** The calendar of a day for somebody who knows these milestones. */
export function calendarOf(milestones: readonly Milestone[], today: string): Calendar {
  const starts = milestones.flatMap(({ startDate }) => (startDate && startDate > today ? [startDate] : []));
  return { today, nextStart: starts.sort()[0] };
}

/**
 * Whether a milestone is the current one: it has started and is not over. One without a start (`Backlog`) never is.
 *
 * @returns `'unknown'` when a day that would decide is not known.
 */
export function isCurrent({ startDate, dueDate }: Milestone, calendar: Calendar | undefined): boolean | 'unknown' {
  if (startDate === null) return false;
  if (!calendar) return 'unknown';
  const { today } = calendar;
  if ((startDate !== undefined && startDate > today) || (dueDate && dueDate < today)) return false;
  return startDate === undefined || dueDate === undefined ? 'unknown' : true;
}

/** Whether a milestone is the first one that starts after today; `'unknown'` as for `isCurrent`. */
export function isNext({ startDate, dueDate }: Milestone, calendar: Calendar | undefined): boolean | 'unknown' {
  if (startDate === null) return false;
  if (!calendar) return 'unknown';
  const { today, nextStart } = calendar;
  if ((startDate !== undefined && startDate <= today) || (dueDate && dueDate < today)) return false;
  return startDate === undefined || nextStart === undefined ? 'unknown' : startDate === nextStart;
}
