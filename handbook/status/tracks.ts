/** An update, as far as it decides whose side of the work it speaks of. */
export type TrackedUpdate = {
  /** ISO time. */
  readonly at: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly status: { readonly concern: readonly string[] };
};

/** One side of the work, followed through its updates. */
export type Track<Update extends TrackedUpdate> = {
  /** Who writes on it, and the concern when all of its updates that name one name the same: `Ana Novak, frontend`. */
  readonly name: string;
  /** Oldest first. */
  readonly updates: readonly Update[];
};

/**
 * Parts an item's updates into tracks. Two people who report in turns have each their own; who begins after another
 * has ended goes on with that one's work.
 *
 * @returns The track with the newest update first.
 */
export function tracksOf<Update extends TrackedUpdate>(updates: readonly Update[]): Track<Update>[] {
  const sorted = [...updates].sort((one, other) => one.at.localeCompare(other.at));
  const people = Map.groupBy(sorted, ({ author }) => author.id);
  const tracks: Update[][] = [];
  for (const own of people.values()) {
    const open = tracks.find(track => lastOf(track) < (own[0]?.at ?? ''));
    if (open) open.push(...own);
    else tracks.push([...own]);
  }
  return tracks
    .sort((one, other) => lastOf(other).localeCompare(lastOf(one)))
    .map(track => ({ name: nameOf(track), updates: track }));
}

function lastOf(track: readonly TrackedUpdate[]): string {
  return track.at(-1)?.at ?? '';
}

function nameOf(track: readonly TrackedUpdate[]): string {
  const names = new Set(track.map(({ author }) => author.name || 'a deleted account'));
  const concerns = new Set(
    track.filter(({ status }) => status.concern.length > 0).map(one => one.status.concern.join()),
  );
  const [concern] = concerns.size === 1 ? concerns : [];
  return [[...names].join(' and '), concern].filter(Boolean).join(', ');
}
