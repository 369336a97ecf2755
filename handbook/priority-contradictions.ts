import type { Calendar } from './calendar';
import { type ItemFacts, test } from './condition';
import { labelKey, type Matching } from './labels';
import type { Condition, PriorityRule, Profile } from './profile';

/**
 * What does not fit together in an item's priority, one sentence each: what its rule or another rule of the team
 * demands and the item lacks, labels that exclude each other, and a commitment without a milestone. What the page does
 * not show contradicts nothing.
 */
export function contradictionsOf(
  item: ItemFacts,
  rule: PriorityRule,
  profile: Profile,
  calendar: Calendar | undefined,
): string[] {
  const matching = profile.matching ?? 'tolerant';
  const lacks = (when: Condition) => test(when, item, matching, calendar).holds === false;
  const demands = (profile.priorities?.demands ?? []).filter(
    ({ of, when }) => test(of, item, matching, calendar).holds === true && lacks(when),
  );
  return [
    ...(rule.expects && lacks(rule.expects.when) ? [rule.expects.say] : []),
    ...demands.map(({ say }) => say),
    ...choicesOf(profile).flatMap(choice => tooMany(choice, item, matching)),
    ...withoutMilestone(item, profile, calendar),
  ];
}

/** The lists of labels of which an item carries one at most: those that the profile names, and those of one scope in its order. */
function choicesOf({ priorities }: Profile): (readonly string[])[] {
  const scopes = new Map<string, string[]>();
  const conditions = (priorities?.rules ?? []).flatMap(rule => [
    rule.when,
    ...(rule.within ?? []).map(one => one.when),
  ]);
  for (const title of conditions.flatMap(({ any = [], all = [] }) => [...any, ...all])) {
    // GitLab's scope is all before the last `::`; one colon is part of a name.
    const scope = /^(.+)::/.exec(title)?.[1]?.toLowerCase();
    if (scope !== undefined) scopes.set(scope, [...(scopes.get(scope) ?? []), title]);
  }
  return [...(priorities?.exclusive ?? []), ...scopes.values()];
}

function tooMany(choice: readonly string[], { labels }: ItemFacts, matching: Matching): string[] {
  const keys = new Set(choice.map(title => labelKey(title, matching)));
  const carried = new Map(
    labels.flatMap(title => {
      const key = labelKey(title, matching);
      return keys.has(key) ? [[key, title] as const] : [];
    }),
  );
  return carried.size > 1 ? [`${listed([...carried.values()])} exclude each other: an item carries one of them.`] : [];
}

function withoutMilestone(
  item: ItemFacts,
  { milestone, matching = 'tolerant' }: Profile,
  calendar?: Calendar,
): string[] {
  if (!milestone?.committed || item.milestone !== null) return [];
  const verdict = test(milestone.committed, item, matching, calendar);
  if (verdict.holds !== true) return [];
  const sign = verdict.label === undefined ? 'This item' : `An item with the label ${verdict.label}`;
  return [`${sign} is committed to a milestone, and none is set.`];
}

function listed(titles: readonly string[]): string {
  return `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
}
