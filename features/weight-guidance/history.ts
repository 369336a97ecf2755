import type { ReadonlySignal, Signal } from '@preact/signals';
import { confidenceAgainst, durationAgainst } from '../../handbook/contradictions';
import type { Scale } from '../../handbook/profile';

/** What is known of an item's past. */
export type History = {
  /** The confidence of the newest status comment on the page, in percent. */
  readonly lastConfidence: ReadonlySignal<number | undefined>;
  /** Whole days in development; asked of GitLab when the panel opens. */
  readonly daysInDevelopment: Signal<number | undefined>;
};

/** What the item's own history says against its weight. */
export function contradictions(weight: number | undefined, scale: Scale, history: History): string[] {
  if (weight === undefined) return [];
  const confidence = history.lastConfidence.value;
  const days = history.daysInDevelopment.value;
  return [
    confidence === undefined ? undefined : confidenceAgainst(weight, confidence, scale),
    days === undefined ? undefined : durationAgainst(weight, days, scale),
  ].filter(sentence => sentence !== undefined);
}
