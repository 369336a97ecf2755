import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { commentsAtOnce, fetchNewestComments } from '../../gitlab/newest-comments';
import type { Profile } from '../../handbook/profile';
import { isIgnored } from '../../handbook/status/ignored';
import type { Stage } from '../feature';
import { load } from '../scripts';

/** When the last status comment of an item was written, in milliseconds since 1970; `null` when it has none. */
export type StatusTime = number | null;

export type StatusAges = {
  /** By the items' ids; those that are not in it have not been read. */
  readonly known: ReadonlySignal<ReadonlyMap<string, StatusTime>>;
  readonly failure: ReadonlySignal<string | undefined>;
  /** Tells which items are in view. Only they are asked for. */
  see(ids: ReadonlySet<string>): void;
  retry(): void;
};

/** Kept for the visit, by the profile that says what a status update is: an item's comments are read once. */
const knownBy = new WeakMap<Profile, Signal<ReadonlyMap<string, StatusTime>>>();

/** Milliseconds that a row stays in view before its comments are asked for: scrolling past asks for nothing. */
const rest = 200;

/** Reads the comments of the items in view, ten at once, for when the last status update was. */
export function statusAges(stage: Stage, path: string, present: AbortSignal): StatusAges {
  const { profile } = stage;
  const known = knownBy.get(profile) ?? signal<ReadonlyMap<string, StatusTime>>(new Map());
  knownBy.set(profile, known);
  const failure = signal<string | undefined>(undefined);
  let inView: ReadonlySet<string> = new Set();
  let isReading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  present.addEventListener('abort', () => clearTimeout(timer));

  async function read(): Promise<void> {
    if (isReading || failure.value !== undefined) return;
    isReading = true;
    try {
      const { readStatus } = await load('reader');
      for (;;) {
        const ids = [...inView].filter(id => !known.value.has(id)).slice(0, commentsAtOnce);
        if (ids.length === 0 || present.aborted) return;
        const comments = await fetchNewestComments(stage.instance, path, ids, present);
        const times = ids.map(id => {
          const status = comments
            .get(id)
            ?.find(one => !isIgnored(one, profile.status) && readStatus(one.body, profile) !== undefined);
          return [id, status ? Date.parse(status.createdAt) : null] as const;
        });
        known.value = new Map([...known.value, ...times]);
      }
    } catch (error) {
      if (!present.aborted) failure.value = error instanceof Error ? error.message : String(error);
    } finally {
      isReading = false;
    }
  }

  return {
    known,
    failure,
    see(ids) {
      inView = ids;
      clearTimeout(timer);
      timer = setTimeout(stage.guard(read), rest);
    },
    retry() {
      failure.value = undefined;
      void read();
    },
  };
}
