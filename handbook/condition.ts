import { type Calendar, isCurrent, isNext, type Milestone } from './calendar';
import { findLabel, labelKey, type Matching } from './labels';
import type { Condition } from './profile';

/**
 * What is known of an item. A part that is `undefined` is *unknown*: a list or board does not show it. `weight: null`
 * is known to be unset.
 */
export type ItemFacts = {
  /** Titles as GitLab shows them, scope included: `Package::P1`. */
  readonly labels: readonly string[];
  readonly status?: string;
  /** GitLab's type name: `Issue`, `Task`. */
  readonly type?: string;
  readonly confidential?: boolean;
  /** `null` is known to be none. */
  readonly milestone?: Milestone | null;
  readonly weight?: number | null;
};

/** Whether a condition holds, with the label of the item that made it hold, if a label did. */
export type Verdict =
  | { readonly holds: true; readonly label: string | undefined }
  | { readonly holds: false | 'unknown' };

/**
 * Tests a condition. It is `'unknown'` when a part that the item does not show would decide it.
 *
 * @param calendar Without it nobody knows which milestone is the current or the next one.
 */
export function test(condition: Condition, item: ItemFacts, matching: Matching, calendar?: Calendar): Verdict {
  const parts = [
    condition.any && labelVerdict(condition.any, item, matching),
    condition.all && allVerdict(condition.all, item, matching),
    condition.none && { holds: !findLabel(item.labels, condition.none, matching) },
    condition.statuses && known(item.status, status => includes(condition.statuses, status)),
    condition.types && known(item.type, type => includes(condition.types, type)),
    condition.confidential !== undefined && known(item.confidential, value => value === condition.confidential),
    condition.milestone && { holds: milestoneFits(condition.milestone, item.milestone, calendar) },
    condition.weight && known(item.weight, value => value !== null && !!condition.weight?.includes(value)),
  ].filter(part => !!part);

  if (parts.some(part => part.holds === false)) return { holds: false };
  if (parts.some(part => part.holds === 'unknown')) return { holds: 'unknown' };
  return { holds: true, label: parts.find(part => 'label' in part && part.label)?.label };
}

type Part = { readonly holds: boolean | 'unknown'; readonly label?: string | undefined };

function labelVerdict(wanted: readonly string[], item: ItemFacts, matching: Matching): Part {
  const label = findLabel(item.labels, wanted, matching);
  return { holds: label !== undefined, label };
}

function allVerdict(wanted: readonly string[], item: ItemFacts, matching: Matching): Part {
  const present = new Map(item.labels.map(title => [labelKey(title, matching), title]));
  const found = wanted.map(title => present.get(labelKey(title, matching)));
  return { holds: found.every(title => title !== undefined), label: found[0] };
}

function known<Value>(value: Value | undefined, holds: (value: Value) => boolean): Part {
  return { holds: value === undefined ? 'unknown' : holds(value) };
}

function includes(names: readonly string[] | undefined, name: string): boolean {
  return !!names?.some(one => one.toLowerCase() === name.toLowerCase());
}

function milestoneFits(
  wanted: NonNullable<Condition['milestone']>,
  milestone: Milestone | null | undefined,
  calendar: Calendar | undefined,
): boolean | 'unknown' {
  if (milestone === undefined) return 'unknown';
  if (milestone === null) return wanted === 'none';
  if (wanted === 'current') return isCurrent(milestone, calendar);
  return wanted === 'next' ? isNext(milestone, calendar) : wanted === 'any';
}
