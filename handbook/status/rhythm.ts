import type { Status } from '../profile';

type Rhythm = NonNullable<Status['rhythm']>;

/** Sunday is 0, as `Date` counts. */
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/**
 * When the next update is due after one, by the team's rhythm: on the next of its weekdays, or so many days later; a
 * weekend does not count, what falls on it is due on Monday. Days are those of the reader's clock.
 *
 * @param last Time of the last update.
 * @returns The day, at midnight; `undefined` when the team has no rhythm.
 */
export function dueAfter(last: Date, rhythm: Rhythm | undefined): Date | undefined {
  if (rhythm?.weekdays?.length) {
    const due = dayAfter(last);
    while (!rhythm.weekdays.includes(weekdays[due.getDay()] ?? 'sunday')) due.setDate(due.getDate() + 1);
    return due;
  }
  if (rhythm?.everyDays === undefined) return undefined;
  const due = dayAfter(last, Math.ceil(rhythm.everyDays));
  while (isWeekend(due)) due.setDate(due.getDate() + 1);
  return due;
}

/** How many working days have begun since an update was due; 0 on the day itself and before it. */
export function daysOverdue(due: Date, now: Date): number {
  let days = 0;
  for (let day = dayAfter(due); day <= now; day = dayAfter(day)) if (!isWeekend(day)) days += 1;
  return days;
}

/** `every working day`, `every 3 days`, `every Monday and Thursday`. */
export function rhythmText({ weekdays: named, everyDays = 1 }: Rhythm): string {
  const days = Math.ceil(everyDays);
  if (named?.length) return `every ${new Intl.ListFormat('en').format(named.map(capitalized))}`;
  if (days % 7 === 0) return days === 7 ? 'every week' : `every ${days / 7} weeks`;
  return days === 1 ? 'every working day' : `every ${days} days`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function dayAfter(time: Date, days = 1): Date {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() + days);
}

function isWeekend(day: Date): boolean {
  return day.getDay() === 0 || day.getDay() === 6;
}
