import type { Status } from '../../../handbook/profile';
import { differenceOf, flagOfOpenItem, flagsOf, type StatusFlag } from '../../../handbook/status/flags';
import type { Track } from '../../../handbook/status/tracks';
import type { StatusUpdate } from '../../updates';

/** One update as the history shows it. */
export type Entry = {
  readonly update: StatusUpdate;
  /** How much more is complete than in the track's update before; `undefined` when that is not known. */
  readonly gained: number | undefined;
  readonly flags: readonly StatusFlag[];
};

/** All updates of all tracks, newest first. */
export function entriesOf(
  tracks: readonly Track<StatusUpdate>[],
  isOpen: boolean,
  rhythm: Status['rhythm'],
  now: Date,
): Entry[] {
  const newest = tracks.flatMap(({ updates }) => updates.at(-1) ?? []);
  const ofItem = isOpen ? flagOfOpenItem(newest, rhythm, now) : undefined;
  return tracks
    .flatMap(({ updates }) => {
      const flags = flagsOf(updates);
      return updates.map((update, index): Entry => {
        const own = flags[index] ?? [];
        return {
          update,
          gained: gainedIn(updates, index),
          flags: update === ofItem?.update ? [...own, ofItem.flag] : own,
        };
      });
    })
    .sort((one, other) => other.update.at.localeCompare(one.update.at) || other.update.noteId - one.update.noteId);
}

function gainedIn(updates: readonly StatusUpdate[], index: number): number | undefined {
  const { complete = null } = updates[index]?.status ?? {};
  const before = updates.slice(0, index).findLast(({ status }) => status.complete !== null)?.status.complete;
  return complete === null || before == null ? undefined : differenceOf(complete, before);
}
