import { durationText } from '../../handbook/duration';
import type { Level, Scale } from '../../handbook/profile';
import { type Advice, levelsOf } from '../../handbook/scale';

/** What follows a level's meaning: `At most two weeks. At least 60% sure.` */
export function limitsText({ longestDays, confidence, schedulable }: Level): string {
  return [
    longestDays !== undefined && `At most ${durationText(longestDays)}.`,
    schedulable === false && 'Not scheduled as it is.',
    confidence !== undefined && `At least ${confidence}% sure.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** `The scale is 1 to 3.`, or with gaps `The scale is 1, 2, 3, 5.` */
export function scaleText(scale: Scale): string {
  const weights = levelsOf(scale).map(level => level.weight);
  const [first = 0] = weights;
  const hasGaps = weights.some((weight, index) => weight !== first + index);
  return hasGaps || weights.length < 3
    ? `The scale is ${weights.join(', ')}.`
    : `The scale is ${first} to ${weights.at(-1)}.`;
}

/** What a confidence in percent means for the choice: the first part is said louder. */
export function adviceText(confidence: number, advice: Advice, scale: Scale): readonly [loud: string, rest: string] {
  switch (advice.kind) {
    case 'investigate':
      return ['Investigate first.', `Under ${advice.below}% no weight is final.`];
    case 'above':
      return [`${confidence}% fits no weight of the scale.`, scale.above?.advice ?? ''];
    case 'level': {
      const { level, smaller } = advice;
      const rest = smaller?.confidence === undefined ? '' : `Weight ${smaller.weight} needs ${smaller.confidence}%.`;
      return [`${confidence}% fits weight ${level.weight}.`, rest];
    }
  }
}

/** `Setting weight 2`. */
export function settingText(weight: number | undefined): string {
  return weight === undefined ? 'Removing the weight' : `Setting weight ${weight}`;
}

/** What is said when the weight is no longer the one that the person saw. */
export function changedText(weight: number | undefined): string {
  return `Somebody changed the weight meanwhile: it is ${weight === undefined ? 'not set' : weight} now.`;
}
