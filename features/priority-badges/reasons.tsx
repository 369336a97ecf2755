import { type Signal, signal } from '@preact/signals';
import type { Stage } from '../feature';
import { load } from '../scripts';
import type { PlacedBadge } from './badge';
import type { Verdict } from './verdict';

/** The one reason that is open on a page, whichever badge it belongs to. */
export type Reasons = {
  /** Lets a badge open its reason. */
  serve(badge: PlacedBadge, present: AbortSignal): void;
  /** Closes the reason if it is this badge's, or about to be. */
  close(badge: PlacedBadge): void;
  /** The badge says something else, and so does its reason if it is open. */
  renew(badge: PlacedBadge): void;
};

/** Milliseconds that the pointer rests before the reason opens by itself. */
const rest = 300;
/** Milliseconds in which the pointer may cross from the badge to the reason. */
const grace = 200;

const events = ['pointerenter', 'pointerleave', 'focusin', 'focusout', 'keydown', 'click'] as const;

/** A click, Enter, Space, the focus of the keyboard or a resting pointer show why. */
export function reasonsOf(stage: Stage): Reasons {
  const served = new WeakMap<EventTarget, { readonly badge: PlacedBadge; readonly present: AbortSignal }>();
  /** The badge whose reason is open, or about to be. */
  let current: PlacedBadge | undefined;
  /** A reason that was clicked stays until it is closed. */
  let stays = false;
  let shown: { readonly life: AbortController; readonly verdict: Signal<Verdict> } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isReturning = false;

  const open = stage.guard(
    async (badge: PlacedBadge, present: AbortSignal, staysOpen: boolean, takesFocus: boolean): Promise<void> => {
      close();
      current = badge;
      stays = staysOpen;
      const { Reason, reasonCss } = await load('panels');
      if (current !== badge || shown || present.aborted) return;
      shown = { life: new AbortController(), verdict: signal(badge.verdict) };
      badge.button.setAttribute('aria-expanded', 'true');
      const view = (
        <Reason
          stage={stage}
          verdict={shown.verdict}
          anchor={badge.button}
          takesFocus={takesFocus}
          onClose={reason => {
            close();
            if (reason === 'escape') returnTo(badge);
          }}
          onEnter={() => clearTimeout(timer)}
          onLeave={leave}
        />
      );
      stage.mount('body', view, reasonCss, AbortSignal.any([present, shown.life.signal]));
    },
  );

  function close(): void {
    clearTimeout(timer);
    current?.button.setAttribute('aria-expanded', 'false');
    shown?.life.abort();
    shown = current = undefined;
  }

  /** Focus that comes back from the reason does not open it again. */
  function returnTo(badge: PlacedBadge): void {
    isReturning = true;
    badge.button.focus();
    isReturning = false;
  }

  /** A reason that opened by itself goes when pointer and focus have left badge and reason. */
  function leave(): void {
    clearTimeout(timer);
    if (current && !stays) timer = setTimeout(close, grace);
  }

  const handle = stage.guard((event: Event) => {
    const one = event.currentTarget && served.get(event.currentTarget);
    if (!one) return;
    const { badge, present } = one;
    const isOpen = current === badge;
    switch (event.type) {
      case 'pointerenter':
        if (isOpen || (event as PointerEvent).pointerType === 'mouse') clearTimeout(timer);
        if (!isOpen && (event as PointerEvent).pointerType === 'mouse') {
          timer = setTimeout(() => open(badge, present, false, false), rest);
        }
        break;
      case 'focusin':
        if (badge.button.matches(':focus-visible') && !isOpen && !isReturning) open(badge, present, false, false);
        break;
      case 'pointerleave':
        if (!isOpen) clearTimeout(timer);
        leave();
        break;
      case 'focusout':
        if (isOpen) leave();
        break;
      case 'keydown':
        if ((event as KeyboardEvent).key !== 'Escape' || !isOpen) break;
        // GitLab's side panel would close as well.
        event.stopPropagation();
        close();
        break;
      case 'click':
        // On a row or a card it would open GitLab's side panel.
        event.stopPropagation();
        if (isOpen && stays) close();
        // A click without a pointer comes from the keyboard, which reaches the reason's links only with the focus.
        else open(badge, present, true, (event as MouseEvent).detail === 0);
    }
  });

  return {
    serve(badge, present) {
      served.set(badge.host, { badge, present });
      for (const type of events) badge.host.addEventListener(type, handle);
    },
    close(badge) {
      if (current === badge) close();
    },
    renew(badge) {
      if (current === badge && shown) shown.verdict.value = badge.verdict;
    },
  };
}
