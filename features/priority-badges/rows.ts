import { type Anchor, anchors } from '../../gitlab/anchors';
import { inPieces } from '../../gitlab/pieces';
import { pathOfRow, rowOf, shownIn } from '../../gitlab/rows';
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
  const arrivals = new WeakMap<Element, () => void>();
  const arrived = new WeakSet<Element>();
  const placed = new Map<Element, RowBadge>();

  const work = stage.guard((title: Element) => arrivals.get(title)?.());
  const inView = inPieces<Element>(work);
  const ahead = inPieces<Element>(work);
  const near = new IntersectionObserver(
    stage.guard((entries: IntersectionObserverEntry[]) => {
      for (const { isIntersecting, target, boundingClientRect: rect } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        const isInView = rect.bottom > 0 && rect.top < innerHeight;
        (isInView ? inView : ahead).add(target);
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
    near.disconnect();
    sizes.disconnect();
  });

  function arrive(anchor: Anchor, title: Element, present: AbortSignal): void {
    const row = rowOf(title);
    arrived.add(row);
    const path = pathOfRow(row, stage.instance);
    const look = (): Verdict | undefined => {
      const shown = shownIn(row);
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
        place: { anchor, element: title },
        kind: anchor.place === 'after' ? 'cell' : 'row',
        look,
        onShown(badge) {
          placed.set(row, { badge, row, title });
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
    const beside = [row.previousElementSibling, row.nextElementSibling].filter(one => one !== null);
    return beside.length > 0 && beside.every(one => arrived.has(one));
  }

  for (const anchor of [anchors.rowTitle, anchors.cardTitle, anchors.linkedTitle, anchors.cellTitle]) {
    stage.watch(anchor.selectors, (title, present) => {
      if (isAmongArrived(rowOf(title))) {
        arrive(anchor, title, present);
        return;
      }
      arrivals.set(title, () => present.aborted || arrive(anchor, title, present));
      near.observe(title);
    });
  }
}
