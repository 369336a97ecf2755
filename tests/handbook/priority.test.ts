import { describe, expect, it } from 'vitest';
import { type Calendar, calendarOf, isNext, type Milestone } from '../../handbook/calendar';
import { type ItemFacts, test } from '../../handbook/condition';
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
      'Planning Priority or Package::P1 is missing: a security issue carries one of them.',
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
    ['any milestone', { milestone: 'any' }, { labels: [], milestone: { title: '18.9' } }, true],
    ['any milestone, none set', { milestone: 'any' }, { labels: [], milestone: null }, false],
    ['any milestone, unknown', { milestone: 'any' }, { labels: [] }, false],
    ['no milestone', { milestone: 'none' }, { labels: [], milestone: null }, true],
    ['no milestone, one set', { milestone: 'none' }, { labels: [], milestone: { title: '18.9' } }, false],
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

describe('current and next milestone on 21 November', () => {
  const calendar: Calendar = calendarOf(
    [
      { title: '18.8', startDate: '2026-10-17', dueDate: '2026-11-13' },
      { title: '18.9', startDate: '2026-11-14', dueDate: '2026-12-11' },
      { title: '18.11', startDate: '2027-01-09', dueDate: '2027-02-05' },
      { title: '18.10', startDate: '2026-12-12', dueDate: '2027-01-08' },
      { title: 'Backlog', startDate: null, dueDate: null },
    ],
    '2026-11-21',
  );
  it.each<[string, Milestone, boolean | 'unknown', boolean | 'unknown']>([
    ['over', { title: '18.8', startDate: '2026-10-17', dueDate: '2026-11-13' }, false, false],
    ['running', { title: '18.9', startDate: '2026-11-14', dueDate: '2026-12-11' }, true, false],
    ['its first day', { title: 'x', startDate: '2026-11-21', dueDate: '2026-12-11' }, true, false],
    ['its last day', { title: 'x', startDate: '2026-11-01', dueDate: '2026-11-21' }, true, false],
    ['running without an end', { title: 'x', startDate: '2026-11-01', dueDate: null }, true, false],
    ['the next one', { title: '18.10', startDate: '2026-12-12', dueDate: '2027-01-08' }, false, true],
    ['the one after it', { title: '18.11', startDate: '2027-01-09', dueDate: '2027-02-05' }, false, false],
    ['without dates', { title: 'Backlog', startDate: null, dueDate: null }, false, false],
    ['dates not shown', { title: '18.9' }, 'unknown', 'unknown'],
    ['only its end shown, to come', { title: '18.9', dueDate: '2026-12-11' }, 'unknown', 'unknown'],
    ['only its end shown, over', { title: '18.8', dueDate: '2026-11-13' }, false, false],
  ])('%s', (_, milestone, current, next) => {
    const holds = (wanted: 'current' | 'next', at?: Calendar) =>
      test({ milestone: wanted }, { labels: [], milestone }, 'tolerant', at).holds;
    expect(holds('current', calendar)).toBe(current);
    expect(holds('next', calendar)).toBe(next);
    // Without a calendar only what never has a day is certain.
    expect(holds('current')).toBe(milestone.startDate === null ? false : 'unknown');
    expect(holds('next')).toBe(milestone.startDate === null ? false : 'unknown');
  });

  it('cannot tell which one is next without knowing the others', () => {
    const milestone = { title: '18.10', startDate: '2026-12-12', dueDate: '2027-01-08' };
    expect(isNext(milestone, { today: '2026-11-21' })).toBe('unknown');
  });
});

describe('what the page does not show', () => {
  const profile: Profile = {
    ...packageGroup,
    priorities: {
      rules: [
        { name: 'Hidden', when: { confidential: true }, meaning: 'Hidden.' },
        { name: 'Started', when: { statuses: ['In dev'], none: ['blocked'] }, meaning: 'Started.' },
        { name: 'P1', when: { any: ['P1'] }, meaning: 'P1.' },
        { name: 'Now', when: { milestone: 'current' }, meaning: 'Now.' },
      ],
    },
  };
  it('names the more urgent rules that might hold, and no less urgent ones', () => {
    const priority = priorityOf({ labels: ['P1'] }, profile);
    expect(priority?.rule.name).toBe('P1');
    expect(priority?.unknown.map(rule => rule.name)).toEqual(['Hidden', 'Started']);
  });
  it('leaves out what another part of the rule has decided', () => {
    const priority = priorityOf({ labels: ['P1', 'blocked'], confidential: false }, profile);
    expect(priority?.unknown).toEqual([]);
  });
});

describe('contradictions', () => {
  const rich: Profile = {
    ...packageGroup,
    priorities: {
      rules: [
        {
          name: 'priority::1',
          when: { any: ['priority::1'] },
          meaning: 'Urgent.',
          within: [
            { name: 'Verify::P1', when: { any: ['Verify::P1'] } },
            { name: 'Verify::P2', when: { any: ['Verify::P2'] } },
          ],
        },
        { name: 'priority::2', when: { any: ['priority::2'] }, meaning: 'High.' },
        { name: 'priority::active', when: { any: ['priority:active'] }, meaning: 'Not of the scope.' },
        { name: 'Any', when: { none: ['nothing'] }, meaning: 'Any.' },
      ],
      exclusive: [['Deliverable', 'Stretch']],
      demands: [
        {
          of: { all: ['bug::availability', 'severity::1'] },
          when: { any: ['priority::1'] },
          say: 'An availability bug of severity 1 is priority 1.',
        },
        { of: { any: ['severity::1'] }, when: { confidential: true }, say: 'Severity 1 is confidential.' },
      ],
    },
    milestone: { committed: { any: ['Deliverable'] } },
  };
  const committed = 'An item with the label Deliverable is committed to a milestone, and none is set.';
  it.each<[string, ItemFacts, string[]]>([
    ['one priority', { labels: ['priority::1'] }, []],
    [
      'two of one scope',
      { labels: ['priority::2', 'priority::1'] },
      ['priority::2 and priority::1 exclude each other: an item carries one of them.'],
    ],
    [
      'two of one scope, spelled otherwise',
      { labels: ['Priority:2', 'priority::1'] },
      ['Priority:2 and priority::1 exclude each other: an item carries one of them.'],
    ],
    ['one label in two spellings', { labels: ['Priority:1', 'priority::1'] }, []],
    ['one colon in the profile is no scope', { labels: ['priority::1', 'priority:active'] }, []],
    [
      'two of the second order',
      { labels: ['priority::1', 'Verify::P1', 'Verify::P2'] },
      ['Verify::P1 and Verify::P2 exclude each other: an item carries one of them.'],
    ],
    [
      'two that the profile names',
      { labels: ['Deliverable', 'stretch'] },
      ['Deliverable and stretch exclude each other: an item carries one of them.'],
    ],
    [
      'severity without its priority',
      { labels: ['bug::availability', 'severity::1', 'priority::2'] },
      ['An availability bug of severity 1 is priority 1.'],
    ],
    ['severity with its priority', { labels: ['bug::availability', 'severity::1', 'priority::1'] }, []],
    ['what is demanded is not shown', { labels: ['severity::1', 'priority::1'] }, []],
    [
      'what is demanded is missing',
      { labels: ['severity::1', 'priority::1'], confidential: false },
      ['Severity 1 is confidential.'],
    ],
    ['committed without a milestone', { labels: ['Deliverable'], milestone: null }, [committed]],
    ['committed with a milestone', { labels: ['Deliverable'], milestone: { title: '18.9' } }, []],
    ['committed, milestone not shown', { labels: ['Deliverable'] }, []],
    ['no milestone, not committed', { labels: [], milestone: null }, []],
  ])('%s', (_, item, sentences) => {
    expect(priorityOf(item, rich)?.contradictions).toEqual(sentences);
  });

  it.each([
    [['Package::P1', 'Package::P2'], 1],
    [['Package::P1', 'Package:P2', 'Package::Triage'], 1],
    [['Package::P1', 'package:active'], 0],
    [['Package::P2', 'workflow::scheduling'], 0],
  ])("in the Package group's order %j has %i", (labels, count) => {
    expect(priorityOf({ labels }, packageGroup)?.contradictions).toHaveLength(count);
  });
});
