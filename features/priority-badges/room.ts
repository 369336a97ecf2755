import { parts } from '../../gitlab/anchors';
import { edgeOfRow } from '../../gitlab/rows';
import type { PlacedBadge } from './badge';

/** A badge in a row of GitLab's. */
export type RowBadge = { readonly badge: PlacedBadge; readonly row: Element; readonly title: Element };

/** How a badge of a row stands: with its name or without, and where, seen from its host. */
type Spot = { readonly isGlyph: boolean; readonly left: number; readonly top: number };

/** Pixels: before the badge, of the badge without its name, of its height; from the title's base line up to its top. */
const gap = 8;
const glyph = 24;
const height = 20;
const rise = 15;

/**
 * Gives each badge the room that its row has: its name where the title leaves room for it, else the bars alone, and
 * where there is none behind the title, the bars at the end of a line of labels. Reads all, then writes all.
 */
export function arrange(rows: readonly RowBadge[]): void {
  const spots = rows.map(spotOf);
  for (const [index, { badge }] of rows.entries()) {
    const spot = spots[index];
    if (!spot) continue;
    badge.host.shadowRoot?.querySelector('.view')?.classList.toggle('glyph', spot.isGlyph);
    badge.button.style.setProperty('--x', `${spot.left}px`);
    badge.button.style.setProperty('--y', `${spot.top}px`);
  }
}

function spotOf({ badge, row, title }: RowBadge): Spot | undefined {
  const { left, top } = badge.host.getBoundingClientRect();
  const width = nameWidth(badge);
  if (width === undefined) return undefined;
  // Where the badge is in the flow of the title its own place is the title's end; in a cell it is the link's last line.
  const last = title.matches('a') ? [...title.getClientRects()].at(-1) : undefined;
  const end = last?.right ?? left;
  const line = last ? last.top + (last.height - height) / 2 : top - rise;
  const edge = edgeOfRow(row, title, line);
  const behindTitle = (isGlyph: boolean): Spot => ({ isGlyph, left: end + gap - left, top: line - top });
  if (end + gap + width <= edge) return behindTitle(false);
  if (end + gap + glyph <= edge) return behindTitle(true);
  const label = lastWithRoom(row, edge);
  return label ? { isGlyph: true, left: label.right + gap - left, top: label.top - top } : behindTitle(true);
}

/** With its name, whether it shows it now or not: measured once for each text. */
function nameWidth({ button }: PlacedBadge): number | undefined {
  const name = button.lastElementChild;
  const text = name?.textContent ?? '';
  const { width } = button.getBoundingClientRect();
  const isShown = !!name?.getClientRects().length;
  if (isShown && width > 0) widths.set(text, width);
  return widths.get(text);
}

const widths = new Map<string, number>();

/** The label at the end of a line that has room behind it, the last line first. */
function lastWithRoom(row: Element, edge: number): DOMRect | undefined {
  const rects = [...row.querySelectorAll(parts.label)].map(label => label.getBoundingClientRect());
  return rects.findLast(
    (rect, index) =>
      rect.height > 0 &&
      rect.right + gap + glyph <= edge &&
      (rects[index + 1]?.top ?? Number.POSITIVE_INFINITY) >= rect.top + height / 2,
  );
}
