import type { Signal } from '@preact/signals';
import { GitLabError, type GitLabErrorKind } from '../../../gitlab/api';
import { changeLabels, fetchLabels, findLabelId, type LabelChange } from '../../../gitlab/item-labels';
import type { Item } from '../../../gitlab/items';
import type { Level } from '../../../handbook/profile';
import { titlesFor } from '../../../handbook/weight-labels';
import { failureText } from '../failure';
import { type SetLabels, type TrackState, titlesIn } from './state';
import { failedText } from './words';

/** Finds the label that says a level. GitLab would create one that is missing: so it is looked up by its exact title. */
export async function lookUp(item: Item, level: Level, state: TrackState, signal: AbortSignal): Promise<void> {
  const { labels, target, track } = state;
  const carried = labels.value.find(one => one.weight === level.weight);
  if (carried) {
    target.value = { kind: 'there', title: carried.title };
    return;
  }
  target.value = { kind: 'looking' };
  const titles = titlesFor(level, track, labels.value);
  try {
    const ids = await Promise.all(titles.map(title => findLabelId(item, title, signal)));
    if (signal.aborted) return;
    const title = titles.find((_, index) => ids[index] !== undefined);
    target.value = title ? { kind: 'there', title } : { kind: 'missing', title: titles[0] ?? '' };
  } catch (error) {
    if (signal.aborted) return;
    target.value = { kind: 'failed', reason: failureText('The label was not looked up', error) };
  }
}

export type Write = {
  readonly item: Item;
  readonly state: TrackState;
  /** Titles of all labels of the item: told of what the server holds. */
  readonly titles: Signal<readonly string[]>;
  /** The track's titles that the person saw when deciding. */
  readonly seen: readonly string[];
  /** Those that it shall have. */
  readonly wanted: readonly string[];
  /** What they say; `undefined` in an undo. */
  readonly weight: number | undefined;
  /** What an undo undoes. */
  readonly undo: SetLabels | undefined;
  /** Aborts when it is cancelled; what was sent goes on. */
  readonly mayBegin: AbortSignal;
  readonly present: AbortSignal;
};

/**
 * Gives an item these labels of a track and no other, unless the server holds others than the person sees. The outcome
 * goes into the state.
 *
 * @returns Whether they are set.
 */
export async function write(asked: Write): Promise<boolean> {
  const { item, state, titles, seen, wanted, weight, undo, mayBegin, present } = asked;
  const { labels, outcome, track } = state;
  outcome.value = { kind: 'setting', weight };
  const what = (isKnown: boolean) => failedText(track, undo !== undefined, isKnown);
  let isSent = false;
  try {
    const server = await fetchLabels(item, mayBegin);
    if (!server) throw new GitLabError('not-found', 'GitLab does not find this item.');
    if (!server.isSignedIn) throw new GitLabError('signed-out', 'You are signed out.');
    titles.value = server.titles;
    // An earlier try may have reached GitLab though its answer never came here.
    const isWanted = String(titlesIn(labels.value)) === String([...wanted].sort());
    if (!isWanted && String(titlesIn(labels.value)) !== String(seen)) {
      outcome.value = { kind: 'changed-meanwhile' };
      return false;
    }
    if (!isWanted) {
      isSent = true;
      titles.value = await changeLabels(item, changeTo(wanted, seen), present);
    }
    const after = titlesIn(labels.value);
    const isSet = String(after) === String([...wanted].sort());
    outcome.value = isSet
      ? { kind: 'set', before: seen, after, isUndone: undo !== undefined }
      : {
          kind: 'failed',
          reason: `${what(true)}: GitLab did not take the labels. Reload the page, then try again.`,
          undo,
        };
    return isSet;
  } catch (error) {
    if (present.aborted) return false;
    if (mayBegin.aborted && !isSent) {
      outcome.value = { kind: 'cancelled' };
      return false;
    }
    const isKnown = !isSent || !(error instanceof GitLabError) || !unclear.includes(error.kind);
    outcome.value = {
      kind: 'failed',
      reason: failureText(what(isKnown), error),
      undo,
    };
    return false;
  }
}

/** Failures after which GitLab may have done what it was asked for. */
const unclear: readonly GitLabErrorKind[] = ['offline', 'timed-out', 'server', 'malformed'];

/** What is added and removed. What a label's scope would remove by itself is removed by name: Free has no scopes. */
export function changeTo(wanted: readonly string[], before: readonly string[]): LabelChange {
  return {
    add: wanted.filter(title => !before.includes(title)),
    remove: before.filter(title => !wanted.includes(title)),
  };
}
