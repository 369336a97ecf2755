import { type ItemFacts, test } from './condition';
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
  /** The next more urgent rule; `undefined` at the top. */
  readonly higher: PriorityRule | undefined;
  /** Less urgent rules that the item fulfils as well. */
  readonly also: readonly { readonly rank: number; readonly label: string | undefined }[];
  /** What the agreement expects of such an item and the item lacks, one sentence each. */
  readonly contradictions: readonly string[];
  /** Whether a more urgent rule might hold, had the page shown more of the item. */
  readonly isUncertain: boolean;
};

/**
 * The place of an item in the team's order of priorities: the first rule that holds counts.
 *
 * @returns `undefined` when no rule holds: an item without a priority is normal, not an error. A rule with a
 *   condition that the page does not show is taken as not holding.
 */
export function priorityOf(item: ItemFacts, profile: Profile): Priority | undefined {
  const matching = profile.matching ?? 'tolerant';
  const rules = profile.priorities?.rules ?? [];
  const verdicts = rules.map(rule => test(rule.when, item, matching));
  const held = rules.flatMap((rule, index) => {
    const verdict = verdicts[index];
    return verdict?.holds === true ? [{ rank: index + 1, rule, label: verdict.label }] : [];
  });
  const [first, ...also] = held;
  if (!first) return undefined;

  const { expects } = first.rule;
  const lacks = expects && test(expects.when, item, matching).holds === false;
  return {
    ...first,
    of: rules.length,
    higher: rules[first.rank - 2],
    also: also.map(({ rank, label }) => ({ rank, label })),
    contradictions: lacks ? [expects.say] : [],
    isUncertain: verdicts.slice(0, first.rank - 1).some(verdict => verdict.holds === 'unknown'),
  };
}
