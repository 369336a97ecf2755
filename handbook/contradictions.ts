import { durationText } from './duration';
import type { Scale } from './profile';
import { readWeight } from './scale';

/**
 * What the confidence of the newest status comment says against a weight: `The last update says 60% sure. Weight 1
 * means 90%.`
 *
 * @param confidence Percent, 0 to 100.
 * @returns `undefined` when they agree, or the weight is no level of the scale.
 */
export function confidenceAgainst(weight: number, confidence: number, scale: Scale): string | undefined {
  const reading = readWeight(weight, scale);
  const needed = reading.kind === 'level' ? reading.level.confidence : undefined;
  if (needed === undefined || confidence >= needed) return undefined;
  return `The last update says ${confidence}% sure. Weight ${weight} means ${needed}%.`;
}

/**
 * What the time in development says against a weight: `In development for 20 days. Weight 3 means at most two weeks.`
 *
 * @param days Whole days since development began.
 * @returns `undefined` when they agree, or the level has no longest duration.
 */
export function durationAgainst(weight: number, days: number, scale: Scale): string | undefined {
  const reading = readWeight(weight, scale);
  const longest = reading.kind === 'level' ? reading.level.longestDays : undefined;
  if (longest === undefined || days <= longest) return undefined;
  return `In development for ${days} days. Weight ${weight} means at most ${durationText(longest)}.`;
}
