import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../handbook/calendar';
import { inOrder, type Waiting, whyBefore } from '../../handbook/order';
import { priorityOf } from '../../handbook/priority';
import { type Profile, readProfile } from '../../handbook/profile';
import { packageGroup } from './package-group';

type Item = {
  labels: string[];
  weight?: number | null;
  milestone?: Milestone | null;
  createdAt?: string;
};

function waiting({ createdAt = '2026-01-01T00:00:00Z', ...facts }: Item, profile: Profile = packageGroup): Waiting {
  const priority = priorityOf(facts, profile);
  if (!priority) throw new Error(`expected a priority for ${facts.labels.join(', ')}`);
  return { priority, facts, createdAt };
}

const early = { title: '18.9', startDate: '2026-11-14', dueDate: '2026-12-11' };
const late = { title: '18.10', startDate: '2026-12-12', dueDate: '2027-01-08' };
const backlog = { title: 'Backlog', startDate: null, dueDate: null };

describe("the Package group's order, and why", () => {
  const labels = [
    'security',
    'Planning Priority',
    'Package::P1',
    'Package::P2',
    'Package::Triage',
    'package:active',
    'workflow::scheduling',
  ];
  const names = ['Security', 'Planning', 'P1', 'P2', 'Triage', 'Active', 'Scheduling'];
  const pairs = names.flatMap((_, one) => names.slice(one + 1).map((_, more) => [one, one + 1 + more] as const));

  it.each(pairs)('rank %i stands before rank %i, whatever it weighs and however old it is', (first, second) => {
    const urgent = waiting({ labels: [labels[first] ?? ''], weight: 9, milestone: null, createdAt: '2026-11-01' });
    const other = waiting({ labels: [labels[second] ?? ''], weight: 0, milestone: early, createdAt: '2020-01-01' });
    expect([other, urgent].sort(inOrder)).toEqual([urgent, other]);
    expect(whyBefore(urgent, other)).toBe(`${names[first]} comes before ${names[second]}`);
  });

  const of = (item: Omit<Item, 'labels'>) => waiting({ labels: ['package:active'], ...item });
  it.each<[string, Omit<Item, 'labels'>, Omit<Item, 'labels'>, string]>([
    ['less weight', { weight: 1 }, { weight: 2 }, 'same priority, less weight'],
    ['0 before 1', { weight: 0 }, { weight: 1 }, 'same priority, less weight'],
    ['any weight before none', { weight: 99 }, { weight: null }, 'same priority, weighed already'],
    [
      'the milestone that ends first',
      { weight: 1, milestone: early },
      { weight: 1, milestone: late },
      'same priority and weight, its milestone ends earlier',
    ],
    [
      'an end before no end',
      { weight: 1, milestone: late },
      { weight: 1, milestone: backlog },
      'same priority and weight, its milestone ends earlier',
    ],
    [
      'no end before no milestone',
      { weight: 1, milestone: backlog },
      { weight: 1, milestone: null },
      'same priority and weight, it has a milestone',
    ],
    [
      'the older one',
      { weight: 1, milestone: early, createdAt: '2026-01-01T09:00:00Z' },
      { weight: 1, milestone: early, createdAt: '2026-01-02T08:00:00Z' },
      'same priority, weight and milestone, older',
    ],
    ['weights unknown (Free)', { createdAt: '2025-01-01' }, { createdAt: '2026-01-01' }, 'same priority, older'],
    [
      'neither weighed',
      { weight: null, createdAt: '2025-01-01' },
      { weight: null, createdAt: '2026-01-01' },
      'same priority, older',
    ],
    ['as old', { weight: 1 }, { weight: 1 }, 'same priority and weight, and as old'],
  ])('%s', (_, first, second, why) => {
    const [one, other] = [of(first), of(second)];
    expect(whyBefore(one, other)).toBe(why);
    if (why.endsWith('as old')) expect(inOrder(one, other)).toBe(0);
    else expect([other, one].sort(inOrder)).toEqual([one, other]);
  });
});

it('the least weight comes first in every rank, whether its rule says so or not', () => {
  const rules = packageGroup.priorities?.rules ?? [];
  for (const [name, tieBreak] of [
    ['Active', 'weight'],
    ['P1', undefined],
  ]) {
    const rule = rules.find(one => one.name === name);
    expect(rule?.tieBreak).toBe(tieBreak);
    const [light, heavy] = [1, 2].map(weight => waiting({ labels: rule?.when.any ?? [], weight }));
    expect([heavy, light].sort((one, other) => inOrder(one as Waiting, other as Waiting))).toEqual([light, heavy]);
  }
});

it('a second order counts inside its rank only, before the weight', () => {
  const result = readProfile({
    version: 1,
    id: 'verify',
    name: 'Verify',
    priorities: {
      rules: ['priority::1', 'priority::2'].map(title => ({
        name: title,
        when: { any: [title] },
        meaning: title,
        within: ['Verify::P1', 'Verify::P2'].map(inner => ({ name: inner, when: { any: [inner] } })),
      })),
    },
  });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const items = [
    ['priority::1', 'Verify::P1'],
    ['priority::1', 'verify:p2'],
    ['priority::1'],
    ['priority::2', 'Verify::P1'],
    ['priority::2'],
  ].map((labels, index) => waiting({ labels, weight: 9 - index }, result.profile));
  expect([...items].reverse().sort(inOrder)).toEqual(items);
  const [first, second, third, fourth] = items as [Waiting, Waiting, Waiting, Waiting];
  expect(whyBefore(first, second)).toBe('same priority, Verify::P1 comes before Verify::P2');
  expect(whyBefore(second, third)).toBe('same priority, Verify::P2 comes first in it');
  expect(whyBefore(third, fourth)).toBe('priority::1 comes before priority::2');
});
