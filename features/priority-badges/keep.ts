import { type BadgeKind, createBadge, type PlacedBadge } from './badge';
import type { Reasons } from './reasons';
import type { Verdict } from './verdict';

type Keeper = {
  /** Where the badge stands, at the end. */
  readonly parent: Element;
  readonly kind: BadgeKind;
  /** What it says now; `undefined` is no badge. */
  readonly look: () => Verdict | undefined;
  readonly onShown?: (badge: PlacedBadge) => void;
};

/**
 * Keeps one badge at the end of an element, as long as there is something to say and the element is present.
 *
 * @returns Looks again; also after GitLab has thrown the badge away and kept its place.
 */
export function keepBadge(
  reasons: Reasons,
  { parent, kind, look, onShown }: Keeper,
  present: AbortSignal,
): () => void {
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
      reasons.close(badge);
      badge.show(verdict);
    }
    if (badge.host.parentNode !== parent) {
      removeStale(parent, badge.host);
      parent.append(badge.host);
    }
    onShown?.(badge);
  }

  present.addEventListener('abort', remove);
  return update;
}

/** Left behind by an earlier version of the extension that was not told to go (Firefox 153 after an update). */
function removeStale(parent: Element, host: HTMLElement): void {
  for (const child of [...parent.children]) {
    if (child.localName === host.localName && (child as HTMLElement).dataset.feature === host.dataset.feature) {
      child.remove();
    }
  }
}
