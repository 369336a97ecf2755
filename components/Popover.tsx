import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  /** Its name for a screen reader. */
  readonly label: string;
  readonly role: 'region' | 'dialog';
  /** What it belongs to, a button or a view with one: it goes where this goes, and Tab goes on from that button. */
  readonly anchor: Element;
  /** `below` the anchor, or `left` of a column, level with the anchor; below the anchor where there is no room, else over it. */
  readonly side: 'below' | 'left';
  /** The column that it stands left of; the anchor if not given. */
  readonly column?: Element;
  /** Pixels; narrower where the window is. */
  readonly width: number;
  readonly class?: string;
  /** Whether the first control gets the focus. */
  readonly takesFocus: boolean;
  readonly onClose: (reason: 'escape' | 'outside') => void;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
  readonly children: ComponentChildren;
};

/**
 * A panel in the browser's top layer. GitLab's panels clip what stands in them (18.6 and later), so it is placed
 * beside its anchor by hand, and follows when something scrolls.
 */
export function Popover({
  label,
  role,
  anchor,
  side,
  column = anchor,
  width,
  class: extra = '',
  takesFocus,
  onClose,
  onEnter,
  onLeave,
  children,
}: Props) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const panel = element.current;
    if (!panel) return;
    const end = new AbortController();
    panel.showPopover();
    const place = () => {
      const spot = side === 'left' ? beside(panel, anchor, column) : below(panel, anchor);
      panel.style.left = `${spot.left}px`;
      panel.style.top = `${spot.top}px`;
      panel.style.setProperty('--arrow', `${spot.arrow}px`);
      panel.dataset.side = spot.side;
    };
    place();
    const resized = new ResizeObserver(place);
    resized.observe(panel);
    window.addEventListener('scroll', place, { capture: true, passive: true, signal: end.signal });
    window.addEventListener('resize', place, { passive: true, signal: end.signal });
    const host = panel.getRootNode();
    document.addEventListener(
      'pointerdown',
      event => {
        const path = event.composedPath();
        if (!path.includes(host) && !path.includes(anchor)) onClose('outside');
      },
      { capture: true, signal: end.signal },
    );
    panel.addEventListener('keydown', event => {
      if (event.key === 'Tab') passOn(event, panel, anchor);
      if (event.key !== 'Escape') return;
      // GitLab's side panel would close as well.
      event.stopPropagation();
      onClose('escape');
    });
    if (onEnter) panel.addEventListener('pointerenter', onEnter);
    if (onLeave) panel.addEventListener('pointerleave', onLeave);
    if (takesFocus)
      (panel.querySelector<HTMLElement>('input') ?? panel.querySelector<HTMLElement>('a[href], button'))?.focus();
    return () => {
      end.abort();
      resized.disconnect();
    };
    // Placed once for its life; a view that should stand elsewhere is another one.
  }, []);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name.
    <div
      ref={element}
      popover="manual"
      role={role}
      aria-label={label}
      class={`popover ${extra}`}
      style={{ width: `min(${width}px, calc(100vw - 16px))` }}
    >
      {children}
    </div>
  );
}

/**
 * The panel stands at the end of the document, behind all of the page. Tab from its last control goes on behind the
 * button that it belongs to, and Shift+Tab from its first one goes to that button.
 */
function passOn(event: KeyboardEvent, panel: Element, anchor: Element): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const from = event.target as Node;
  const ahead = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const controls = [...panel.querySelectorAll('a[href], button, input, select, textarea')];
  if (controls.some(control => from.compareDocumentPosition(control) & ahead)) return;
  (anchor.shadowRoot?.querySelector('button') ?? (anchor as HTMLElement)).focus();
  // Forward the browser goes on by itself, from where the focus is now.
  if (event.shiftKey) event.preventDefault();
}

type Spot = { left: number; top: number; arrow: number; side: 'left' | 'below' | 'above' | 'over' };

/** Pixels that a panel keeps from the edges of the window. */
const edge = 8;

function beside(panel: Element, anchor: Element, column: Element): Spot {
  const own = panel.getBoundingClientRect();
  const line = anchor.getBoundingClientRect();
  const beside = column.getBoundingClientRect();
  const left = beside.left - 16 - own.width;
  if (left >= edge) return { left, top: within(line.top, own.height, window.innerHeight), arrow: 0, side: 'left' };
  const under = within(beside.right - own.width, own.width, window.innerWidth);
  return { left: under, top: within(line.bottom + 4, own.height, window.innerHeight), arrow: 0, side: 'below' };
}

function below(panel: Element, anchor: Element): Spot {
  const own = panel.getBoundingClientRect();
  const { left: anchorLeft, width, top, bottom } = anchor.getBoundingClientRect();
  const left = within(anchorLeft - 8, own.width, window.innerWidth);
  const arrow = Math.min(own.width - 20, Math.max(10, anchorLeft + Math.min(width / 2, 16) - left));
  const under = bottom + 8;
  const above = top - 8 - own.height;
  if (under + own.height <= window.innerHeight - edge) return { left, top: under, arrow, side: 'below' };
  if (above >= edge) return { left, top: above, arrow, side: 'above' };
  // Over the anchor, in sight as far as the window is high; what is longer scrolls in it.
  return { left, top: within(under, own.height, window.innerHeight), arrow, side: 'over' };
}

function within(start: number, size: number, room: number): number {
  return Math.max(edge, Math.min(start, room - edge - size));
}
