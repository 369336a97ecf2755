import { describe, expect, it } from 'vitest';
import { type Calendar, calendarOf } from '../../handbook/calendar';
import type { ItemFacts } from '../../handbook/condition';
import { inOrder, type Waiting } from '../../handbook/order';
import { priorityOf } from '../../handbook/priority';
import { type Condition, type Profile, parseProfile } from '../../handbook/profile';

const files = import.meta.glob('../../handbook/profiles/*.json', { query: '?raw', import: 'default', eager: true });
const profiles = Object.values(files as Record<string, string>).map(text => {
  const result = parseProfile(text);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.profile;
});
const ordered = profiles.filter(profile => profile.priorities);

const current = { title: '18.9', startDate: '2026-11-14', dueDate: '2026-12-11' };
const next = { title: '18.10', startDate: '2026-12-12', dueDate: '2027-01-08' };
const calendar: Calendar = calendarOf([current, next], '2026-11-21');

/** The least that fulfils conditions; where a list offers several labels, the one at this place. */
function itemFor(conditions: readonly Condition[], place = 0): ItemFacts {
  const [status] = conditions.flatMap(({ statuses = [] }) => statuses);
  const [type] = conditions.flatMap(({ types = [] }) => types);
  const milestone = conditions.map(one => one.milestone).find(one => one !== undefined);
  const weights = conditions.flatMap(one => one.weight ?? []);
  return {
    labels: conditions.flatMap(({ any = [], all = [] }) => [
      ...any.slice(place % Math.max(1, any.length)).slice(0, 1),
      ...all,
    ]),
    status: status ?? 'None of the team’s',
    type: type ?? 'Issue',
    confidential: conditions.some(one => one.confidential === true),
    milestone: milestone === 'none' || milestone === undefined ? null : milestone === 'next' ? next : current,
    weight: weights[0] ?? null,
  };
}

function waiting(facts: ItemFacts, profile: Profile, createdAt = '2026-01-01'): Waiting {
  const priority = priorityOf(facts, profile, calendar);
  if (!priority) throw new Error(`expected a priority in ${profile.id} for ${JSON.stringify(facts)}`);
  return { priority, facts, createdAt };
}

it('there are shipped profiles with an order', () => {
  expect(ordered.length).toBeGreaterThan(0);
});

describe.each(ordered.map(profile => [profile.id, profile] as const))('%s', (_, profile) => {
  const rules = profile.priorities?.rules ?? [];

  it.each(rules.map((rule, index) => [rule.name, index] as const))(
    '%s has its rank, in every spelling',
    (_name, index) => {
      const { when } = rules[index] as (typeof rules)[number];
      for (let place = 0; place < Math.max(1, when.any?.length ?? 0); place += 1) {
        const facts = itemFor([when], place);
        expect(priorityOf(facts, profile, calendar)?.rank).toBe(index + 1);
        if (profile.matching === 'strict') continue;
        const labels = facts.labels.map(title => title.toUpperCase().replace('::', ':'));
        expect(priorityOf({ ...facts, labels }, profile, calendar)?.rank).toBe(index + 1);
      }
    },
  );

  const pairs = rules.flatMap((_rule, one) =>
    rules.slice(one + 1).map((_other, more) => [one, one + 1 + more] as const),
  );
  it.each(pairs)('rule %i comes before rule %i', (first, second) => {
    const items = [second, first].map(index =>
      waiting(itemFor([(rules[index] as (typeof rules)[number]).when]), profile),
    );
    expect(items.sort(inOrder).map(item => item.priority.rank)).toEqual([first + 1, second + 1]);
  });

  it('a second order counts before the weight, and an item that is not in it comes last', () => {
    for (const rule of rules) {
      const { within = [] } = rule;
      const items = within.map(({ when }) => ({ ...waiting(itemFor([rule.when, when]), profile) }));
      const last = waiting({ ...itemFor([rule.when]), weight: 0 }, profile);
      expect(
        [last, ...items]
          .reverse()
          .sort(inOrder)
          .map(item => item.priority.within?.name),
      ).toEqual([...within.map(one => one.name), undefined]);
    }
  });

  it('the least that fulfils one rule contradicts nothing but what its rule expects', () => {
    for (const rule of rules) {
      const { contradictions } = waiting(itemFor([rule.when]), profile).priority;
      expect(contradictions.filter(sentence => sentence.includes('exclude each other'))).toEqual([]);
    }
  });
});
