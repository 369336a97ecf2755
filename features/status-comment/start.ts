import type { MergeRequest } from '../../gitlab/merge-requests';
import type { FieldOfKind, Status, StatusField } from '../../handbook/profile';
import {
  type FieldValue,
  listIn,
  type MergeRequestEntry,
  mergeRequestsIn,
  type StatusValues,
  textIn,
} from '../../handbook/status/values';
import type { KnownMergeRequests } from './merge-requests';

/** What a new update begins with. */
export type Start = {
  /** What this person's last update of the item said; empty when there is none. */
  readonly last: StatusValues;
  readonly mergeRequests: Pick<KnownMergeRequests, 'own' | 'known'>;
  readonly today: Date;
};

/** What the form proposes before anything is typed: the person's last update, the item's merge requests, today's date. */
export function proposedBy(start: Start, status: Status): StatusValues {
  const entries = status.fields.map(field => [field.id, valueFor(field, start)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function valueFor(field: StatusField, { last, mergeRequests, today }: Start): FieldValue | undefined {
  switch (field.kind) {
    case 'merge-requests':
      return entriesFor(mergeRequestsIn(last, field.id), mergeRequests);
    case 'date':
      return dayOf(today);
    case 'labels':
      return field.labels.filter(title => listIn(last, field.id).includes(title));
    case 'checks':
      if (field.into === undefined) return last[field.id];
      // It adds to the notes; whether review has started, GitLab knows.
      return isReviewStarted(mergeRequests) ? reviewOption(field, textIn(last, field.into)) : undefined;
    default:
      return last[field.id];
  }
}

/** Those of the last update first, in its order, then the item's others. Closed ones are no news. */
function entriesFor(
  last: readonly MergeRequestEntry[],
  { own, known }: Pick<KnownMergeRequests, 'own' | 'known'>,
): MergeRequestEntry[] {
  const before = new Map(last.map(entry => [entry.ref, entry]));
  return [...new Set([...before.keys(), ...own])]
    .filter(ref => known.get(ref)?.state !== 'closed')
    .map(ref => entryFor(ref, known.get(ref), before.get(ref)));
}

/** A merge request's row as it begins. Merged is done. */
export function entryFor(
  ref: string,
  mergeRequest: MergeRequest | undefined,
  before: MergeRequestEntry | undefined,
): MergeRequestEntry {
  return {
    ref,
    complete: mergeRequest?.state === 'merged' ? 100 : before?.complete,
    confidence: before?.confidence,
    notes: before?.notes ?? '',
  };
}

function isReviewStarted({ own, known }: Pick<KnownMergeRequests, 'own' | 'known'>): boolean {
  return own.some(ref => {
    const found = known.get(ref);
    return found?.state === 'opened' && (found.review === 'started' || found.review === 'approved');
  });
}

/** The box that says so, unless the notes say it already. */
function reviewOption(field: FieldOfKind<'checks'>, notes: string): string[] | undefined {
  const [option] = field.options;
  if (field.id !== 'review' || !option) return undefined;
  const { say, write = say } = option;
  return notes.toLowerCase().includes(write.toLowerCase()) ? undefined : [say];
}

function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `60% last time, +20`; where nothing has changed or nothing is typed, `60% last time`. */
export function sinceLastTime(last: number | undefined, now: number | undefined): string | undefined {
  if (last === undefined) return undefined;
  const step = now === undefined || Number.isNaN(now) ? 0 : now - last;
  return `${last}% last time${step === 0 ? '' : `, ${step > 0 ? '+' : '−'}${Math.abs(step)}`}`;
}
