import { describe, expect, it } from 'vitest';
import type { Scale } from '../../handbook/profile';
import { adviceFor, confidenceSteps, meaningFor, readWeight } from '../../handbook/scale';
import { packageGroup } from './package-group';

const scale = packageGroup.scale as Scale;
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
