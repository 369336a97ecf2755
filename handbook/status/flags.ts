import type { Status } from '../profile';
import { daysOverdue, dueAfter, rhythmText } from './rhythm';

/** What a reader of the history should notice, in a word or two, and why, in a sentence. */
export type StatusFlag = { readonly text: string; readonly reason: string };

/** An update of one track. */
export type FlaggedUpdate = {
  /** ISO time. */
  readonly at: string;
  readonly status: { readonly complete: number | null; readonly confidence: number | null };
};

/**
 * The flags of one track's updates, in their order.
 *
 * @param updates Oldest first.
 */
export function flagsOf(updates: readonly FlaggedUpdate[]): StatusFlag[][] {
  let confidence: Known | undefined;
  let complete: Known | undefined;
  let standing = 0;
  return updates.map(({ at, status }) => {
    const flags: StatusFlag[] = [];
    if (status.confidence !== null) {
      const fell = differenceOf(confidence?.value ?? 0, status.confidence);
      if (confidence && fell > 0) {
        flags.push({
          text: `Confidence fell by ${fell}`,
          reason: `It was ${confidence.value}% on ${dayText(new Date(confidence.at))}.`,
        });
      }
      confidence = { value: status.confidence, at };
    }
    if (status.complete !== null) {
      const stands = complete !== undefined && status.complete <= complete.value && status.complete < 100;
      standing = stands ? standing + 1 : 0;
      if (complete && stands) {
        flags.push({
          text: standing === 1 ? 'No progress' : `No progress for ${standing} updates`,
          reason: `It was ${complete.value}% complete on ${dayText(new Date(complete.at))} already.`,
        });
      }
      // What stands still is measured from where it first stood.
      if (!stands) complete = { value: status.complete, at };
    }
    return flags;
  });
}

/** How much more one percent is than another, with the two digits behind the point that a comment can have. */
export function differenceOf(one: number, other: number): number {
  return Math.round((one - other) * 100) / 100;
}

type Known = { readonly value: number; readonly at: string };

/**
 * What an item that is still open says about its newest update. While one side of the work is not done, the newest
 * update of an unfinished side counts.
 *
 * @param newest The newest update of each track, newest first.
 * @returns The update that the flag belongs to, with its flag.
 */
export function flagOfOpenItem<Update extends FlaggedUpdate>(
  newest: readonly Update[],
  rhythm: Status['rhythm'],
  now: Date,
): { readonly update: Update; readonly flag: StatusFlag } | undefined {
  const update = newest.find(({ status }) => status.complete !== 100);
  if (!update) {
    const reason = 'All of the work is done, but nobody has closed the item.';
    return newest[0] && { update: newest[0], flag: { text: '100%, still open', reason } };
  }
  const due = dueAfter(new Date(update.at), rhythm);
  const days = due ? daysOverdue(due, now) : 0;
  if (!due || !rhythm || days === 0) return undefined;
  return {
    update,
    flag: {
      text: `${days} ${days === 1 ? 'day' : 'days'} overdue`,
      reason: `The team writes an update ${rhythmText(rhythm)}; the next one was due on ${dayText(due)}.`,
    },
  };
}

/** `18 Nov`, with the year when it is not this one. */
export function dayText(day: Date, now = new Date()): string {
  const isThisYear = day.getFullYear() === now.getFullYear();
  return (isThisYear ? dayAndMonth() : dayMonthAndYear()).format(day);
}

// Making a format takes far longer than using it, and a history has hundreds of days.
const dayAndMonth = once(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }));
const dayMonthAndYear = once(
  () => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
);

function once<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
