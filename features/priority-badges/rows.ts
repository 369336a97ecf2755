import { parts } from '../../gitlab/anchors';
import { inPieces } from '../../gitlab/pieces';
import { pathOfRow, shownIn, titleIn } from '../../gitlab/rows';
import type { Stage } from '../feature';
import { keepBadge } from './keep';
import type { Reasons } from './reasons';
import { arrange, type RowBadge } from './room';
import { judge, type Verdict, weightText } from './verdict';

/** Pixels around what is in view, in which rows have their badge before they are scrolled to. */
const margin = '400px';

/**
 * A badge in every row of a list, card of a board, child and linked item that is in view or nearly so. The others get
 * theirs when they come near: a board may have thousands of cards.
 */
export function badgeRows(stage: Stage, reasons: Reasons): void {
  const waiting = new WeakMap<Element, AbortSignal>();
  const arrived = new WeakSet<Element>();
  const placed = new Map<Element, RowBadge>();

  const work = stage.guard((row: Element) => {
    const present = waiting.get(row);
    if (present && !present.aborted) arrive(row, present);
  });
  const inView = inPieces<Element>(work);
  const ahead = inPieces<Element>(work);
  /** Those that came since the page was painted last. */
  const fresh = new Set<Element>();
  // The browser tells of a size between layout and paint: what is in view is known then, and has its badge with its row.
  const painting = new ResizeObserver(
    stage.guard(() => {
      painting.disconnect();
      const below = new Set<Element | null>();
      for (const row of fresh) {
        const { parentElement: list } = row;
        const rect = below.has(list) ? undefined : row.getBoundingClientRect();
        if (rect && rect.top >= innerHeight) below.add(list);
        if (rect && isInWindow(rect)) inView.add(row);
        else near.observe(row);
      }
      fresh.clear();
      inView.begin();
    }),
  );
  const near = new IntersectionObserver(
    stage.guard((entries: IntersectionObserverEntry[]) => {
      for (const { isIntersecting, target, boundingClientRect } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        (isInWindow(boundingClientRect) ? inView : ahead).add(target);
      }
      inView.begin();
      ahead.beginLater();
    }),
    // GitLab's pages scroll inside the page.
    { rootMargin: margin, scrollMargin: margin },
  );
  // Told before the browser paints, of new rows as well: nobody sees a badge that has not been fitted.
  const sizes = new ResizeObserver(
    stage.guard((entries: ResizeObserverEntry[]) => arrange(entries.flatMap(({ target }) => placed.get(target) ?? []))),
  );
  stage.signal.addEventListener('abort', () => {
    painting.disconnect();
    near.disconnect();
    sizes.disconnect();
  });

  function arrive(row: Element, present: AbortSignal): void {
    arrived.add(row);
    let title = titleIn(row);
    let path = pathOfRow(row, stage.instance);
    const look = (): Verdict | undefined => {
      if (!title || !row.contains(title.element)) {
        title = titleIn(row);
        path = pathOfRow(row, stage.instance);
      }
      const shown = title && shownIn(row);
      if (!shown) return undefined;
      const { labels, weight, status, type, isConfidential: confidential } = shown;
      const titles = labels.map(label => label.title);
      const profile = stage.profileFor(path, titles);
      const facts = {
        labels: titles,
        confidential,
        ...(weight !== undefined && { weight }),
        ...(status !== undefined && { status }),
        ...(type !== undefined && { type }),
      };
      const found = judge(facts, profile);
      return found && { ...found, labels, weight: weightText(weight, profile), path };
    };
    const update = keepBadge(
      reasons,
      {
        place: () => title,
        kind: title?.anchor.place === 'after' ? 'cell' : 'row',
        look,
        onShown(badge) {
          if (title) placed.set(row, { badge, row, title: title.element });
          sizes.unobserve(row);
          sizes.observe(row);
        },
      },
      present,
    );
    update();
    stage.follow(row, update, present);
    present.addEventListener('abort', () => {
      placed.delete(row);
      sizes.unobserve(row);
    });
  }

  /** A row that GitLab makes anew among rows in view, or nearly so, is there too: its badge does not blink. */
  function isAmongArrived(row: Element): boolean {
    const { previousElementSibling: before, nextElementSibling: after } = row;
    return (before ?? after) !== null && [before, after].every(one => one === null || arrived.has(one));
  }

  stage.watch([parts.row], (row, present) => {
    if (isAmongArrived(row)) {
      arrive(row, present);
      return;
    }
    waiting.set(row, present);
    if (fresh.size === 0) painting.observe(document.documentElement);
    fresh.add(row);
  });
}

function isInWindow({ top, right, bottom, left }: DOMRectReadOnly): boolean {
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}
