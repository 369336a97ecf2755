import type { ItemFacts } from './condition';
import type { Priority } from './priority';

/** An item that waits for somebody to take it. */
export type Waiting = {
  readonly priority: Priority;
  /** The weight of `undefined` is unknown: the server has no weights, or the page does not show it. */
  readonly facts: Pick<ItemFacts, 'weight' | 'milestone'>;
  /** ISO 8601 */
  readonly createdAt: string;
};

/** One question of the order. */
type Step = {
  /** What is the same of both when this question does not part them; `undefined` when there is nothing to name. */
  same(one: Waiting, other: Waiting): string | undefined;
  /** Below 0: the first comes first. */
  compare(one: Waiting, other: Waiting): number;
  /** Why the first comes first, when it does. */
  reason(one: Waiting, other: Waiting): string;
};

const steps: readonly Step[] = [
  {
    same: () => 'priority',
    compare: (one, other) => one.priority.rank - other.priority.rank,
    reason: (one, other) => `${one.priority.rule.name} comes before ${other.priority.rule.name}`,
  },
  {
    same: () => undefined,
    compare: (one, other) => placeWithin(one) - placeWithin(other),
    reason: (one, other) => {
      const [first, second] = [one.priority.within?.name, other.priority.within?.name];
      return second === undefined ? `${first} comes first in it` : `${first} comes before ${second}`;
    },
  },
  {
    same: ({ facts }) => (typeof facts.weight === 'number' ? 'weight' : undefined),
    compare: (one, other) => difference(one.facts.weight ?? Number.MAX_VALUE, other.facts.weight ?? Number.MAX_VALUE),
    reason: (_, { facts }) => (typeof facts.weight === 'number' ? 'less weight' : 'weighed already'),
  },
  {
    same: ({ facts }) => (facts.milestone ? 'milestone' : undefined),
    compare: (one, other) => difference(milestoneKey(one), milestoneKey(other)),
    reason: (_, { facts }) => (facts.milestone ? 'its milestone ends earlier' : 'it has a milestone'),
  },
  {
    same: () => undefined,
    compare: (one, other) => difference(one.createdAt, other.createdAt),
    reason: () => 'older',
  },
];

/**
 * The order in which waiting items are taken: rank, the second order inside it, least weight first (unset after every
 * weight), the milestone that ends first, the oldest. For `sort`.
 */
export function inOrder(one: Waiting, other: Waiting): number {
  return steps.map(step => step.compare(one, other)).find(difference => difference !== 0) ?? 0;
}

/** Why one item stands before the one after it: `same priority, less weight`. */
export function whyBefore(one: Waiting, next: Waiting): string {
  const index = steps.findIndex(step => step.compare(one, next) !== 0);
  const step = steps[index];
  if (index === 0 && step) return step.reason(one, next);
  const same = (step ? steps.slice(0, index) : steps).flatMap(equal => equal.same(one, next) ?? []);
  const [last, ...others] = same.reverse();
  const sentence = `same ${others.length > 0 ? `${others.reverse().join(', ')} and ` : ''}${last}`;
  return step ? `${sentence}, ${step.reason(one, next)}` : `${sentence}, and as old`;
}

function placeWithin({ priority }: Waiting): number {
  return priority.within?.rank ?? Number.MAX_VALUE;
}

/** Milestones with an end, then those without one (`Backlog`), then none. */
function milestoneKey({ facts: { milestone } }: Waiting): string {
  return milestone ? (milestone.dueDate ?? '9999-12-31') : 'none';
}

function difference<Value extends number | string>(one: Value, other: Value): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
