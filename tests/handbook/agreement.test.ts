import { describe, expect, it } from 'vitest';
import { confidenceAgainst, durationAgainst } from '../../handbook/contradictions';
import { durationText } from '../../handbook/duration';
import type { Scale } from '../../handbook/profile';
import { remarksOn, weightFromAnswers } from '../../handbook/scale';
import { packageGroup } from './package-group';

const scale = packageGroup.scale as Scale;
const rich: Scale = {
  ...scale,
  softMaximum: 3,
  hardMaximum: 5,
  notWeighed: [{ when: { any: ['type::bug'] }, say: 'Bugs are not weighed.' }],
  adjustments: [{ when: { any: ['security'] }, add: 1, say: 'A security issue weighs one level more.' }],
  questions: [
    {
      ask: 'Extra investigation',
      answers: [
        { say: 'Not expected', weight: 1 },
        { say: 'Likely', weight: 3 },
      ],
    },
    {
      ask: 'Surprises',
      answers: [
        { say: 'Not expected', weight: 1 },
        { say: 'Possible', weight: 2 },
        { say: 'Guaranteed', weight: 5 },
      ],
    },
  ],
};

describe('what the agreement remarks', () => {
  it.each<[number | undefined, string[], string[]]>([
    [undefined, [], []],
    [3, [], []],
    [4, [], ['Above 3 it should be split.']],
    [5, [], ['Above 3 it should be split.']],
    [6, [], ['The team’s largest weight is 5.']],
    [undefined, ['type:bug'], ['Bugs are not weighed.']],
    [2, ['type::bug', 'security'], ['Bugs are not weighed.', 'A security issue weighs one level more.']],
  ])('on weight %s with %j: %j', (weight, labels, remarks) => {
    expect(remarksOn(weight, { labels }, rich, 'tolerant')).toEqual(remarks);
  });
});

describe('questions in place of the confidence', () => {
  it.each<[(number | undefined)[], number | undefined]>([
    [[], undefined],
    [[0, undefined], undefined],
    [[0, 0], 1],
    [[1, 0], 3],
    [[0, 1], 2],
    [[1, 2], 5],
    [[1, 9], undefined],
  ])('answers %j lead to %s', (answers, weight) => {
    expect(weightFromAnswers(answers, rich)).toBe(weight);
  });
});

describe('contradictions', () => {
  it.each([
    [1, 89, 'The last update says 89% sure. Weight 1 means 90%.'],
    [1, 90, undefined],
    [2, 74, 'The last update says 74% sure. Weight 2 means 75%.'],
    [2, 75, undefined],
    [3, 59, 'The last update says 59% sure. Weight 3 means 60%.'],
    [3, 60, undefined],
    [8, 10, undefined],
    [0, 10, undefined],
  ])('weight %i with a confidence of %i%%: %s', (weight, confidence, sentence) => {
    expect(confidenceAgainst(weight, confidence, scale)).toBe(sentence);
  });

  it.each([
    [3, 14, undefined],
    [3, 15, 'In development for 15 days. Weight 3 means at most two weeks.'],
    [1, 400, undefined],
  ])('weight %i in development for %i days: %s', (weight, days, sentence) => {
    expect(durationAgainst(weight, days, scale)).toBe(sentence);
  });
});

it.each([
  [14, 'two weeks'],
  [7, 'one week'],
  [1, 'one day'],
  [2, 'two days'],
  [84, '12 weeks'],
  [15, '15 days'],
])('%i days are %s', (days, text) => {
  expect(durationText(days)).toBe(text);
});
