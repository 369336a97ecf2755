import { describe, expect, it } from 'vitest';
import { findLabel } from '../../handbook/labels';

describe('tolerant matching', () => {
  it.each([
    ['Package::P1', 'Package::P1'],
    ['Package:P1', 'Package::P1'],
    ['package::p1', 'Package::P1'],
    ['PACKAGE : P1', 'Package::P1'],
    [' Package::P1 ', 'Package::P1'],
    ['package:active', 'package::active'],
    ['workflow::In dev', 'workflow::in dev'],
  ])('%s is %s', (present, wanted) => {
    expect(findLabel([present], [wanted], 'tolerant')).toBe(present);
  });

  it.each([
    ['Package::P10', 'Package::P1'],
    ['Package-P1', 'Package::P1'],
    ['P1', 'Package::P1'],
    ['', 'Package::P1'],
  ])('%s is not %s', (present, wanted) => {
    expect(findLabel([present], [wanted], 'tolerant')).toBeUndefined();
  });
});

it('matches character for character where the profile is strict', () => {
  expect(findLabel(['Package:P1', 'package::p1'], ['Package::P1'], 'strict')).toBeUndefined();
  expect(findLabel(['Package::P1'], ['Package::P1'], 'strict')).toBe('Package::P1');
});
