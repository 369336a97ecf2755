import { describe, expect, it } from 'vitest';
import type { Scale } from '../../handbook/profile';
import { titlesFor, weightLabels } from '../../handbook/weight-labels';
import { packageGroup } from './package-group';

const scale = packageGroup.scale as Scale;
const [trivial, small] = scale.levels;
if (!trivial || !small) throw new Error('expected a scale with two levels');

const read = (titles: readonly string[], label: string, matching: 'tolerant' | 'strict' = 'tolerant') =>
  weightLabels(titles, { track: 'Backend', label }, scale, matching);

describe('the weight labels of a track', () => {
  it.each([
    ['weight::{n}', 'weight::3', '3'],
    ['weight::{n}', 'weight::03', '3'],
    ['weight::{n}', 'Weight:3', '3'],
    ['weight::{n}', 'weight::0', '0'],
    ['weight::{n}', 'weight::13', '13'],
    ['backend-weight::{n}', 'backend-weight::2', '2'],
    ['{n} points', '5 points', '5'],
    ['Size::{name}', 'Size::Small', 'Small'],
    ['Size::{name}', 'size: small', 'Small'],
    ['Size::{name}', 'Size::Larger: resize', 'Larger: resize'],
  ])('%s finds %s, which says %s', (label, title, text) => {
    expect(read(['backend', title, 'type::bug'], label)).toMatchObject([{ title, text }]);
  });

  it.each([
    ['weight::{n}', 'backend-weight::2'],
    ['weight::{n}', 'weight::2 or so'],
    ['weight::{n}', 'weight::'],
    ['weight::{n}', 'weight::-1'],
    ['weight::{n}', 'weight::1.5'],
    ['{n} points', 'points'],
    ['Size::{name}', 'Size::Huge'],
    ['Size::{name}', 'Size::2'],
    ['weight', 'weight'],
    ['', 'weight::2'],
  ])('%s does not find %s', (label, title) => {
    expect(read([title], label)).toEqual([]);
  });

  it.each([
    ['weight::{n}', 'Weight::3'],
    ['weight::{n}', 'weight:3'],
    ['Size::{name}', 'Size::small'],
  ])('%s does not find %s where titles are compared strictly', (label, title) => {
    expect(read([title], label, 'strict')).toEqual([]);
  });

  it('are all found when an item carries several', () => {
    expect(read(['weight::2', 'weight::03', 'weight::8'], 'weight::{n}').map(one => one.weight)).toEqual([2, 3, 8]);
  });

  it.each([
    ['weight::{n}', 'weight::02', 'level'],
    ['weight::{n}', 'weight::0', 'between'],
    ['weight::{n}', 'weight::8', 'above'],
    ['Size::{name}', 'Size::Small', 'level'],
    ['Size::{name}', 'Size::Larger: resize', 'above'],
  ])('%s reads %s as a weight of the kind %s', (label, title, kind) => {
    expect(read([title], label)[0]?.reading.kind).toBe(kind);
  });
});

describe('the titles that would say a level', () => {
  it.each([
    ['weight::{n}', [], ['weight::2', 'weight::02']],
    ['weight::{n}', ['weight::3'], ['weight::2', 'weight::02']],
    ['weight::{n}', ['weight::03'], ['weight::02', 'weight::2']],
    ['weight::0{n}', [], ['weight::02', 'weight::002']],
    ['Size::{name}', [], ['Size::Small']],
  ])('%s beside %j: %j', (label, carried, titles) => {
    expect(titlesFor(small, { track: 'Backend', label }, read(carried, label))).toEqual(titles);
  });

  it('has one spelling from 10 on', () => {
    const level = { ...small, weight: 13 };
    expect(titlesFor(level, { track: 'Backend', label: 'weight::{n}' }, [])).toEqual(['weight::13']);
  });

  it('takes a name as it is', () => {
    const level = { ...trivial, name: '$& small' };
    expect(titlesFor(level, { track: 'Backend', label: 'Size::{name}' }, [])).toEqual(['Size::$& small']);
  });
});
