import { type ItemFacts, test } from './condition';
import type { Matching } from './labels';
import type { Level, Scale } from './profile';

/** What a weight means on a team's scale. */
export type Reading =
  | { readonly kind: 'unset' }
  | { readonly kind: 'level'; readonly level: Level }
  /** Above the last level: the team's `above` says what to do, if it has one. */
  | { readonly kind: 'above'; readonly above: Scale['above']; readonly largest: Level }
  /** Not on the scale, but not above it: the nearest levels below and above. */
  | { readonly kind: 'between'; readonly lower: Level | undefined; readonly upper: Level };

/** Reads a weight, whole and 0 or more; `undefined` is a weight that is not set. */
export function readWeight(weight: number | undefined, scale: Scale): Reading {
  if (weight === undefined) return { kind: 'unset' };
  const levels = levelsOf(scale);
  const level = levels.find(one => one.weight === weight);
  if (level) return { kind: 'level', level };
  const upper = levels.find(one => one.weight > weight);
  const lower = levels.findLast(one => one.weight < weight);
  if (upper) return { kind: 'between', lower, upper };
  if (lower) return { kind: 'above', above: scale.above, largest: lower };
  throw new Error('A scale has at least one level: the profile schema demands it.');
}

/** What a confidence allows: the smallest level whose minimum it reaches. */
export type Advice =
  | {
      readonly kind: 'level';
      readonly level: Level /** The next smaller level, which needs more. */;
      readonly smaller: Level | undefined;
    }
  | { readonly kind: 'above' }
  | { readonly kind: 'investigate' /** Percent. */; readonly below: number };

/**
 * Which level a confidence in percent (0 to 100) allows.
 *
 * @returns `undefined` for a scale whose levels name no confidence.
 */
export function adviceFor(confidence: number, scale: Scale): Advice | undefined {
  const levels = levelsOf(scale).filter(level => level.confidence !== undefined);
  if (levels.length === 0) return undefined;
  if (scale.investigateBelow !== undefined && confidence < scale.investigateBelow) {
    return { kind: 'investigate', below: scale.investigateBelow };
  }
  const index = levels.findIndex(level => confidence >= (level.confidence ?? 0));
  const level = levels[index];
  return level ? { kind: 'level', level, smaller: levels[index - 1] } : { kind: 'above' };
}

/** A level's meaning for this item: that of its kind (bug, feature) where the team tells kinds apart. */
export function meaningFor(level: Level, item: ItemFacts, matching: Matching): string {
  return level.kinds?.find(kind => test(kind.when, item, matching).holds === true)?.meaning ?? level.meaning;
}

/** Every confidence, in percent, at which the advice changes, from the lowest up. */
export function confidenceSteps(scale: Scale): number[] {
  const steps = [scale.investigateBelow, scale.above?.confidence, ...scale.levels.map(level => level.confidence)];
  return [...new Set(steps.filter(step => step !== undefined))].sort((one, other) => one - other);
}

/** The levels from the smallest weight up. */
export function levelsOf(scale: Scale): Level[] {
  return [...scale.levels].sort((one, other) => one.weight - other.weight);
}
