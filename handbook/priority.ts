import type { Calendar } from './calendar';
import { type ItemFacts, test } from './condition';
import { contradictionsOf } from './priority-contradictions';
import type { PriorityRule, Profile } from './profile';

/** Why an item stands where it stands in the team's order. */
export type Priority = {
  /** 1 is the most urgent. */
  readonly rank: number;
  /** How many ranks there are. */
  readonly of: number;
  readonly rule: PriorityRule;
  /** The item's label that decided, as the page spells it; `undefined` when something else than a label did. */
  readonly label: string | undefined;
  /** The place in the second order inside the rank; `undefined` when the rank has none or the item is not in it. */
  readonly within: { readonly rank: number; readonly name: string; readonly label: string | undefined } | undefined;
  /** The next more urgent rule; `undefined` at the top. */
  readonly higher: PriorityRule | undefined;
  /** Less urgent rules that the item fulfils as well. */
  readonly also: readonly { readonly rank: number; readonly label: string | undefined }[];
  /** More urgent rules that might hold: what is known of the item does not tell. */
  readonly unknown: readonly PriorityRule[];
  /** What the agreement expects of such an item and the item lacks, one sentence each. */
  readonly contradictions: readonly string[];
};

/**
 * The place of an item in the team's order of priorities: the first rule that holds counts.
 *
 * @param calendar For rules that speak of the current or the next milestone; without it they are unknown.
 * @returns `undefined` when no rule holds: an item without a priority is normal, not an error. A rule with a
 *   condition that the page does not show is taken as not holding.
 */
export function priorityOf(item: ItemFacts, profile: Profile, calendar?: Calendar): Priority | undefined {
  const matching = profile.matching ?? 'tolerant';
  const rules = profile.priorities?.rules ?? [];
  const tested = rules.map((rule, index) => ({
    rank: index + 1,
    rule,
    verdict: test(rule.when, item, matching, calendar),
  }));
  const held = tested.flatMap(({ rank, rule, verdict }) =>
    verdict.holds === true ? [{ rank, rule, label: verdict.label }] : [],
  );
  const [first, ...also] = held;
  if (!first) return undefined;

  return {
    ...first,
    of: rules.length,
    within: withinOf(first.rule, item, profile, calendar),
    higher: rules[first.rank - 2],
    also: also.map(({ rank, label }) => ({ rank, label })),
    unknown: tested
      .filter(({ rank, verdict }) => rank < first.rank && verdict.holds === 'unknown')
      .map(({ rule }) => rule),
    contradictions: contradictionsOf(item, first.rule, profile, calendar),
  };
}

/** The tone of a rank: the profile's, else by quarters of the order from danger down to neutral. */
export function toneOf({ rule, rank, of }: Pick<Priority, 'rule' | 'rank' | 'of'>): NonNullable<PriorityRule['tone']> {
  const tones = ['danger', 'warning', 'info', 'neutral'] as const;
  return rule.tone ?? tones[Math.floor(((rank - 1) / of) * tones.length)] ?? 'neutral';
}

function withinOf(
  { within = [] }: PriorityRule,
  item: ItemFacts,
  { matching = 'tolerant' }: Profile,
  calendar: Calendar | undefined,
): Priority['within'] {
  for (const [index, { name, when }] of within.entries()) {
    const verdict = test(when, item, matching, calendar);
    if (verdict.holds === true) return { rank: index + 1, name, label: verdict.label };
  }
  return undefined;
}
