import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Matching } from '../../../handbook/labels';
import type { Scale } from '../../../handbook/profile';
import { type Track, type WeightLabel, weightLabels } from '../../../handbook/weight-labels';
import type { History } from '../history';

/** The label that says the chosen weight, as far as GitLab was asked for it. */
export type Target =
  | { readonly kind: 'looking' }
  | { readonly kind: 'there'; readonly title: string }
  | { readonly kind: 'missing'; readonly title: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** What becomes of a weight that was to be set. Labels are titles. */
export type TrackOutcome =
  /** A weight of `undefined` is what was there before, in an undo. */
  | { readonly kind: 'setting'; readonly weight: number | undefined }
  | SetLabels
  /** The server holds other labels than the person saw; they are shown now. Nothing was written. */
  | { readonly kind: 'changed-meanwhile' }
  /** The panel was closed before anything was sent to GitLab. */
  | { readonly kind: 'cancelled' }
  /** When it is an undo that failed: what is still to be undone. */
  | { readonly kind: 'failed'; readonly reason: string; readonly undo?: SetLabels | undefined };

/** What was set, in place of what. */
export type SetLabels = {
  readonly kind: 'set';
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly isUndone: boolean;
};

/** One track of one item: what is known, and what a person has chosen. */
export type TrackState = History & {
  readonly track: Track;
  /** The labels of the track that the item carries. */
  readonly labels: ReadonlySignal<readonly WeightLabel[]>;
  /** Percent; `undefined` until the person says it. */
  readonly confidence: Signal<number | undefined>;
  /** The chosen answer's number for each of the team's questions. */
  readonly answers: Signal<readonly (number | undefined)[]>;
  readonly chosen: Signal<number | undefined>;
  readonly target: Signal<Target | undefined>;
  readonly outcome: Signal<TrackOutcome | undefined>;
  /** Set while the panel is open. */
  readonly panel: Signal<AbortController | undefined>;
};

/** @param titles Those of all labels of the item. */
export function trackState(
  track: Track,
  titles: ReadonlySignal<readonly string[]>,
  scale: Scale,
  matching: Matching,
  history: History,
): TrackState {
  return {
    ...history,
    track,
    labels: computed(() => weightLabels(titles.value, track, scale, matching)),
    confidence: signal(undefined),
    answers: signal([]),
    chosen: signal(undefined),
    target: signal(undefined),
    outcome: signal(undefined),
    panel: signal(undefined),
  };
}

/** The one weight that labels say; `undefined` when they say none or contradict each other. */
export function oneOf(labels: readonly WeightLabel[]): WeightLabel | undefined {
  const [first] = labels;
  return labels.every(label => label.text === first?.text) ? first : undefined;
}

/** The titles of labels, in an order that can be compared. */
export function titlesIn(labels: readonly WeightLabel[]): string[] {
  return labels.map(label => label.title).sort();
}
