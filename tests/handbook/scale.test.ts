import { describe, expect, it } from 'vitest';
import { limitsText } from '../../features/weight-guidance/words';
import type { Scale } from '../../handbook/profile';
import { adviceFor, confidenceSteps, meaningFor, readWeight, remarksOn, weightFromAnswers } from '../../handbook/scale';
import { packageGroup } from './package-group';
import { scaleOf } from './shipped';

const scale = packageGroup.scale as Scale;
const sourceCode = scaleOf('create-source-code-be');
const environments = scaleOf('environments');
const fulfillment = scaleOf('fulfillment');
const gaps: Scale = {
  in: 'field',
  levels: [
    { weight: 5, name: 'Large', meaning: '…' },
    { weight: 1, name: 'Small', meaning: '…' },
    { weight: 2, name: 'Medium', meaning: '…' },
  ],
};

describe('what a weight means', () => {
  it.each([
    [undefined, 'unset', undefined],
    [1, 'level', 'Trivial'],
    [2, 'level', 'Small'],
    [3, 'level', 'Medium'],
    [0, 'between', undefined],
    [4, 'above', 'Larger: resize'],
    [5, 'above', 'Larger: resize'],
    [13, 'above', 'Larger: resize'],
  ])('weight %s on the scale of the Package group: %s', (weight, kind, name) => {
    const reading = readWeight(weight, scale);
    expect(reading.kind).toBe(kind);
    const found =
      reading.kind === 'level' ? reading.level.name : reading.kind === 'above' ? reading.above?.name : undefined;
    expect(found).toBe(name);
  });

  it.each([
    [0, undefined, 'Small'],
    [3, 'Medium', 'Large'],
    [4, 'Medium', 'Large'],
  ])('weight %i on a scale with gaps lies between %s and %s', (weight, lower, upper) => {
    const reading = readWeight(weight, gaps);
    expect(reading.kind === 'between' && [reading.lower?.name, reading.upper.name]).toEqual([lower, upper]);
  });

  it('above a scale without advice, the largest level is named', () => {
    expect(readWeight(8, gaps)).toMatchObject({ kind: 'above', above: undefined, largest: { name: 'Large' } });
  });
});

/** The level, its limits, the nearest levels, and every remark of the team. */
function said(weight: number | undefined, scale: Scale, labels: readonly string[] = []): string {
  const reading = readWeight(weight, scale);
  const remarks = remarksOn(weight, { labels }, scale, 'tolerant');
  return [inWords(reading), ...remarks].filter(Boolean).join(' ');
}

function inWords(reading: ReturnType<typeof readWeight>): string {
  switch (reading.kind) {
    case 'unset':
      return 'Unset.';
    case 'level':
      return `${reading.level.name}. ${limitsText(reading.level)}`.trim();
    case 'above':
      return reading.above ? `${reading.above.name}. ${reading.above.advice}` : `Above ${reading.largest.name}.`;
    case 'between':
      return `Between ${reading.lower?.name ?? 'nothing'} and ${reading.upper.name}.`;
  }
}

describe('what each team’s scale says of a weight', () => {
  const resize = 'Larger: resize. Anything above 3 is split before it is scheduled.';
  const teams: readonly [team: string, scale: Scale, said: readonly string[]][] = [
    [
      'Package',
      scale,
      [
        'Unset.',
        'Between nothing and Trivial.',
        'Trivial. At least 90% sure.',
        'Small. At least 75% sure.',
        'Medium. At most two weeks. At least 60% sure.',
        resize,
        resize,
        resize,
        resize,
      ],
    ],
    [
      'Source Code',
      sourceCode,
      [
        'Unset.',
        'Very trivial.',
        'Trivial.',
        'Small.',
        'Medium.',
        'Large.',
        'Unknown. Not scheduled as it is.',
        'Too large. Promote it to an epic and break the work down; a spike weighs 2. The team’s largest weight is 5.',
        'Too large. Promote it to an epic and break the work down; a spike weighs 2. The team’s largest weight is 5.',
      ],
    ],
    [
      'Environments',
      environments,
      [
        'Unset.',
        'Between nothing and Trivial.',
        'Trivial.',
        'Small.',
        'Medium.',
        'Between Medium and Large.',
        'Large. Not scheduled as it is.',
        'Above Large.',
        'Above Large.',
      ],
    ],
    [
      'Fulfillment',
      fulfillment,
      [
        'Unset.',
        'Between nothing and Trivial.',
        'Trivial.',
        'Small.',
        'Medium.',
        'Between Medium and Large.',
        'Large.',
        'Very large.',
        'Huge. Not scheduled as it is.',
      ],
    ],
    [
      'Plan',
      scaleOf('plan'),
      [
        'Unset.',
        'Between nothing and Trivial.',
        'Trivial.',
        'Small.',
        'Medium.',
        'Substantial. Above 3 it should be split.',
        'Large. Above 3 it should be split.',
        'Larger. Promote it to an epic and break it down. The team’s largest weight is 5.',
        'Larger. Promote it to an epic and break it down. The team’s largest weight is 5.',
      ],
    ],
    [
      'Growth',
      scaleOf('growth'),
      [
        'Unset.',
        'Between nothing and Trivial.',
        'Trivial. At most one week.',
        'Small. At most two weeks.',
        'Medium. At most three weeks.',
        'Between Medium and Large. Above 3 it should be split.',
        'Large. At most four weeks. Above 3 it should be split.',
        '5+. Clarify it or split it into smaller issues before it is committed to. Above 3 it should be split.',
        '5+. Clarify it or split it into smaller issues before it is committed to. Above 3 it should be split.',
      ],
    ],
  ];
  const weights = [undefined, 0, 1, 2, 3, 4, 5, 8, 13];
  const table = teams.flatMap(([team, scale, sentences]) =>
    weights.map((weight, index) => [team, weight, sentences[index], scale] as const),
  );

  it.each(table)('%s, weight %s: %s', (_team, weight, sentence, scale) => {
    expect(said(weight, scale)).toBe(sentence);
  });

  it('names the largest weight of the team above it', () => {
    expect(said(21, fulfillment)).toBe('Above Huge. The team’s largest weight is 13.');
  });

  it('tells what raises a weight', () => {
    expect(said(2, sourceCode, ['security'])).toBe('Small. A security issue weighs one level more, for its backports.');
  });
});

describe('the answers to a team’s questions', () => {
  it.each([
    [[0, 0, 0], 1],
    [[0, 1, 0], 2],
    [[2, 1, 0], 3],
    [[0, 0, 3], 5],
    [[0, undefined, 3], undefined],
    [[], undefined],
  ])('%j lead to %s', (answers, weight) => {
    expect(weightFromAnswers(answers, environments)).toBe(weight);
  });
});

describe('what a confidence allows', () => {
  it.each([
    [0, 'investigate', undefined],
    [49, 'investigate', undefined],
    [50, 'above', undefined],
    [59, 'above', undefined],
    [60, 'level', 3],
    [74, 'level', 3],
    [75, 'level', 2],
    [89, 'level', 2],
    [90, 'level', 1],
    [100, 'level', 1],
  ])('%i%%: %s %s', (confidence, kind, weight) => {
    const advice = adviceFor(confidence, scale);
    expect(advice?.kind).toBe(kind);
    expect(advice?.kind === 'level' ? advice.level.weight : undefined).toBe(weight);
  });

  it('names the smaller level that would need more', () => {
    const advice = adviceFor(80, scale);
    expect(advice?.kind === 'level' && advice.smaller).toMatchObject({ weight: 1, confidence: 90 });
  });

  it('says nothing on a scale without confidences', () => {
    expect(adviceFor(80, gaps)).toBeUndefined();
  });

  it('changes at 50, 60, 75 and 90', () => {
    expect(confidenceSteps(scale)).toEqual([50, 60, 75, 90]);
  });
});

it('gives a bug the meaning of its kind', () => {
  const reading = readWeight(3, scale);
  if (reading.kind !== 'level') throw new Error('expected a level');
  expect(meaningFor(reading.level, { labels: ['type::bug'] }, 'tolerant')).toBe(
    'Cause still to be found; the fix should then be simple.',
  );
  expect(meaningFor(reading.level, { labels: ['type::feature'] }, 'tolerant')).toBe(
    'Edge cases considered, some surprises.',
  );
});
