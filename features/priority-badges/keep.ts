import type { AnchorPlace } from '../feature';
import { put } from '../mount';
import { type BadgeKind, createBadge, type PlacedBadge } from './badge';
import type { Reasons } from './reasons';
import type { Verdict } from './verdict';

type Keeper = {
  /** Where it stands now; asked whenever it is to be put there. */
  readonly place: () => AnchorPlace | undefined;
  readonly kind: BadgeKind;
  /** What it says now; `undefined` is no badge. */
  readonly look: () => Verdict | undefined;
  readonly onShown?: (badge: PlacedBadge) => void;
};

/**
 * Keeps one badge at its place for as long as there is something to say and the place is present.
 *
 * @returns Looks again; also after GitLab has thrown the badge away and kept its place.
 */
export function keepBadge(reasons: Reasons, { place, kind, look, onShown }: Keeper, present: AbortSignal): () => void {
  let badge: PlacedBadge | undefined;

  function remove(): void {
    if (!badge) return;
    reasons.close(badge);
    badge.host.remove();
    badge = undefined;
  }

  function update(): void {
    if (present.aborted) return;
    const verdict = look();
    if (!verdict) {
      remove();
      return;
    }
    if (!badge) {
      badge = createBadge(kind, verdict);
      reasons.serve(badge, present);
    } else if (JSON.stringify(badge.verdict) !== JSON.stringify(verdict)) {
      badge.show(verdict);
      reasons.renew(badge);
    }
    if (!badge.host.isConnected) {
      const there = place();
      if (there) put(badge.host, there);
    }
    onShown?.(badge);
  }

  present.addEventListener('abort', remove);
  return update;
}
