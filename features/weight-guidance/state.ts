import type { Signal } from '@preact/signals';
import type { ShownWeight } from '../../gitlab/facts';
import type { History } from './history';

/** What becomes of a weight that was to be set. A weight of `undefined` is "not set". */
export type Outcome =
  | { readonly kind: 'setting'; readonly weight: number | undefined }
  | SetWeight
  /** The server holds another weight than the person saw: `weight`. Nothing was written. */
  | { readonly kind: 'changed-meanwhile'; readonly weight: number | undefined }
  /** The panel was closed before anything was sent to GitLab. */
  | { readonly kind: 'cancelled' }
  /** When it is an undo that failed: what is still to be undone. */
  | { readonly kind: 'failed'; readonly reason: string; readonly undo?: SetWeight | undefined }
  /** GitLab's form did not take the weight; its quick action may. */
  | { readonly kind: 'not-taken'; readonly quickAction: string }
  | { readonly kind: 'in-comment'; readonly quickAction: string };

/** What was set, in place of what. */
export type SetWeight = {
  readonly kind: 'set';
  readonly weight: number | undefined;
  readonly before: number | undefined;
  readonly isUndone: boolean;
};

/** The weight that was set, as long as it can be undone. */
export function setWeightIn(outcome: Outcome | undefined): SetWeight | undefined {
  if (outcome?.kind === 'failed') return outcome.undo;
  return outcome?.kind === 'set' ? outcome : undefined;
}

/** What line and panel of one weight section show. */
export type WeightState = History & {
  readonly shown: Signal<ShownWeight>;
  readonly outcome: Signal<Outcome | undefined>;
  /** How sure the person is, in percent; `undefined` until said. */
  readonly confidence: Signal<number | undefined>;
  /** The chosen answer's number for each of the team's questions. */
  readonly answers: Signal<readonly (number | undefined)[]>;
  readonly chosen: Signal<number | undefined>;
  /** Set while the panel is open. */
  readonly panel: Signal<AbortController | undefined>;
};
