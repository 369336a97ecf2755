import { describe, expect, it } from 'vitest';
import type { ItemFacts } from '../../handbook/condition';
import { priorityOf } from '../../handbook/priority';
import type { PriorityRule, Profile } from '../../handbook/profile';
import { packageGroup } from './package-group';

const labelOf = {
  Security: 'security',
  Planning: 'Planning Priority',
  P1: 'Package::P1',
  P2: 'Package::P2',
  Triage: 'Package::Triage',
  Active: 'package:active',
  Scheduling: 'workflow::scheduling',
} as const;
const names = Object.keys(labelOf) as (keyof typeof labelOf)[];

describe("the Package group's order", () => {
  it.each(names.map((name, index) => [name, index + 1] as const))('%s is number %i of 7', (name, rank) => {
    const priority = priorityOf({ labels: ['backend', labelOf[name]] }, packageGroup);
    expect(priority).toMatchObject({ rank, of: 7, label: labelOf[name], rule: { name } });
  });

  const pairs = names.flatMap((one, index) => names.slice(index + 1).map(other => [one, other] as const));
  it.each(pairs)('%s comes before %s, whichever label stands first', (one, other) => {
    for (const labels of [
      [labelOf[one], labelOf[other]],
      [labelOf[other], labelOf[one]],
    ]) {
      const priority = priorityOf({ labels }, packageGroup);
      expect(priority?.rule.name).toBe(one);
      expect(priority?.also.map(also => also.label)).toEqual([labelOf[other]]);
    }
  });

  it.each([['Package::P1'], ['Package:P1'], ['package::p1'], ['PACKAGE:p1']])(
    '%s is P1, in the spelling of the page',
    title => {
      expect(priorityOf({ labels: [title] }, packageGroup)).toMatchObject({ rule: { name: 'P1' }, label: title });
    },
  );

  it('gives no priority without a label of the order', () => {
    expect(priorityOf({ labels: ['backend', 'type::bug'] }, packageGroup)).toBeUndefined();
    expect(priorityOf({ labels: [] }, packageGroup)).toBeUndefined();
  });

  it('says what a security issue lacks, and nothing when it has it', () => {
    expect(priorityOf({ labels: ['bug::vulnerability'] }, packageGroup)?.contradictions).toEqual([
      'A security issue also carries Planning Priority or Package::P1.',
    ]);
    expect(priorityOf({ labels: ['security', 'Package:P1'] }, packageGroup)?.contradictions).toEqual([]);
  });

  it('names the next higher rule', () => {
    expect(priorityOf({ labels: ['Package::P2'] }, packageGroup)?.higher?.name).toBe('P1');
    expect(priorityOf({ labels: ['security'] }, packageGroup)?.higher).toBeUndefined();
  });
});

describe('conditions', () => {
  const rule = (when: PriorityRule['when']): Profile => ({
    ...packageGroup,
    priorities: { rules: [{ name: 'It', when, meaning: 'It.' }] },
  });
  it.each<[string, PriorityRule['when'], ItemFacts, boolean]>([
    ['all labels there', { all: ['a', 'b::c'] }, { labels: ['b:c', 'A'] }, true],
    ['one of all missing', { all: ['a', 'b'] }, { labels: ['a'] }, false],
    ['none there', { none: ['a'] }, { labels: ['b'] }, true],
    ['one of none there', { none: ['a'] }, { labels: ['a'] }, false],
    ['any but also none', { any: ['a'], none: ['b'] }, { labels: ['a', 'b'] }, false],
    ['confidential', { confidential: true }, { labels: [], confidential: true }, true],
    ['confidential unknown', { confidential: true }, { labels: [] }, false],
    ['status name, any case', { statuses: ['In dev'] }, { labels: [], status: 'in dev' }, true],
    ['status unknown', { statuses: ['In dev'] }, { labels: [] }, false],
    ['type', { types: ['Task'] }, { labels: [], type: 'Task' }, true],
    ['other type', { types: ['Task'] }, { labels: [], type: 'Issue' }, false],
    ['current milestone', { milestone: 'current' }, { labels: [], milestone: 'current' }, true],
    ['any milestone', { milestone: 'any' }, { labels: [], milestone: 'other' }, true],
    ['any milestone, none set', { milestone: 'any' }, { labels: [], milestone: 'none' }, false],
    ['no milestone', { milestone: 'none' }, { labels: [], milestone: 'none' }, true],
    ['weight', { weight: [1, 2] }, { labels: [], weight: 2 }, true],
    ['weight not set', { weight: [1, 2] }, { labels: [], weight: null }, false],
    ['weight unknown', { weight: [1, 2] }, { labels: [] }, false],
  ])('%s', (_, when, item, holds) => {
    expect(priorityOf(item, rule(when)) !== undefined).toBe(holds);
  });

  it('keeps to the letter where the profile is strict', () => {
    const strict: Profile = { ...packageGroup, matching: 'strict' };
    expect(priorityOf({ labels: ['Package:P1'] }, strict)).toBeUndefined();
  });
});
