import { type ItemFacts, test } from './condition';
import type { Matching } from './labels';
import type { Condition, Level, Scale } from './profile';

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
      readonly level: Level;
      /** The next smaller level, which needs more. */
      readonly smaller: Level | undefined;
    }
  | { readonly kind: 'above' }
  | {
      readonly kind: 'investigate';
      /** Percent. */
      readonly below: number;
    };

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

/**
 * What the agreement has to say about an item with this weight, one sentence each: that it is too large, that it is
 * not scheduled, that such items are not weighed at all.
 *
 * @param weight `undefined` is not set.
 */
export function remarksOn(weight: number | undefined, item: ItemFacts, scale: Scale, matching: Matching): string[] {
  const { softMaximum, hardMaximum } = scale;
  // The page's facts do not have the weight, and while it is typed not the one that is meant.
  const facts = { ...item, weight: weight ?? null };
  const holds = (rule: { readonly when: Condition }) => test(rule.when, facts, matching).holds === true;
  const remarks = [...(scale.notWeighed ?? []), ...(scale.adjustments ?? [])].filter(holds).map(rule => rule.say);
  if (weight === undefined) return remarks;
  if (hardMaximum !== undefined && weight > hardMaximum) remarks.push(`The team’s largest weight is ${hardMaximum}.`);
  else if (softMaximum !== undefined && weight > softMaximum) remarks.push(`Above ${softMaximum} it should be split.`);
  return remarks;
}

/**
 * The weight that answers to the team's questions lead to: the highest of them counts.
 *
 * @param answers The chosen answer's number for each question, `undefined` where none is chosen.
 * @returns `undefined` until every question is answered.
 */
export function weightFromAnswers(answers: readonly (number | undefined)[], scale: Scale): number | undefined {
  const weights = (scale.questions ?? []).map((question, index) => question.answers[answers[index] ?? -1]?.weight);
  return weights.some(weight => weight === undefined)
    ? undefined
    : Math.max(...weights.filter(weight => weight !== undefined));
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
