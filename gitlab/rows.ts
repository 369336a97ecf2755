import { type Anchor, anchors, anyOf, parts } from './anchors';
import { labelsIn, type PageLabel, typeIn } from './facts';
import type { Instance } from './instance';
import { pageOf } from './page';
import { select } from './select';

/** What a row of a list, a board's card, or a child or linked item shows of its item; `undefined` is not shown. */
export type ShownItem = {
  readonly labels: readonly PageLabel[];
  readonly weight: number | undefined;
  /** GitLab's own or a team's name of a Status. */
  readonly status: string | undefined;
  /** GitLab's English name. */
  readonly type: string | undefined;
  readonly isConfidential: boolean;
};

const titles: readonly Anchor[] = [anchors.rowTitle, anchors.cardTitle, anchors.linkedTitle, anchors.cellTitle];

/** The title of a row, card or linked item; `undefined` as long as GitLab has none in it. */
export function titleIn(row: Element): { readonly anchor: Anchor; readonly element: Element } | undefined {
  for (const anchor of titles) {
    const element = select(row, anyOf(anchor));
    if (element) return { anchor, element };
  }
  return undefined;
}

/**
 * Reads an open item from its row.
 *
 * @returns `undefined` when the item is closed, or when the page's display settings hide the labels of cards: what
 *   is left of them (the label of the card's list) could mean the contrary.
 */
export function shownIn(row: Element): ShownItem | undefined {
  if (isRowClosed(row)) return undefined;
  const list = row.closest(parts.boardList);
  if (list && areCardLabelsHidden()) return undefined;
  const labels = labelsIn(row);
  // GitLab leaves out of a card the label that its list stands for.
  const own = (list && select(list, parts.boardListLabel))?.parentElement;
  if (own) labels.push(...labelsIn(own).filter(({ title }) => !labels.some(label => label.title === title)));
  const weight = select(row, parts.rowWeight)?.textContent?.trim() ?? '';
  return {
    labels,
    weight: /^\d+$/.test(weight) ? Number(weight) : undefined,
    status: statusIn(row),
    type: typeIn(row),
    isConfidential: select(row, parts.confidential) !== null,
  };
}

/** The name of the Status that a row or a sidebar shows. It is a name like a label's: GitLab does not translate it. */
export function statusIn(element: Element): string | undefined {
  return select(element, parts.status)?.textContent?.trim() || undefined;
}

/** Full path of the project or group of a row's item, by its link; `undefined` when the link leads elsewhere. */
export function pathOfRow(row: Element, instance: Instance): string | undefined {
  const href = select(row, parts.rowLink)?.getAttribute('href');
  if (!href || !URL.canParse(href, instance.origin)) return undefined;
  const url = new URL(href, instance.origin);
  const page = pageOf(url, instance.root);
  return url.origin === instance.origin && (page.kind === 'work-item' || page.kind === 'merge-request')
    ? page.path
    : undefined;
}

/**
 * The right edge, in the window, up to which something may stand behind a row's title, on the title's last line.
 *
 * @param line Where that line is: the top of what would stand there.
 */
export function edgeOfRow(row: Element, title: Element, line: number): number {
  const room = select(row, parts.rowRoom);
  if (!room) {
    const cell = title.closest('[role="cell"]');
    if (cell) return cell.getBoundingClientRect().right;
    // A linked item: its status and people stand beside the title, or below it where the page is narrow.
    const beside = title.nextElementSibling?.getBoundingClientRect();
    const right = (title.parentElement ?? title).getBoundingClientRect().right;
    return beside && beside.width > 0 && beside.top <= line + 12 ? beside.left - gap : right;
  }
  const { right } = room.getBoundingClientRect();
  // On a card's first line GitLab's "Card options" appear.
  const isBesideOptions = row.matches('.board-card') && line - title.getBoundingClientRect().top < 12;
  return isBesideOptions ? right - options : right;
}

/** Pixels between neighbours in a row. */
const gap = 8;

/** Pixels of "Card options" within a card's padding. */
const options = 24;

function isRowClosed(row: Element): boolean {
  return (
    row.matches('.closed') ||
    select(row, parts.linkedClosed) !== null ||
    row.closest(parts.closedBoardList) !== null ||
    // The tab of the dashboard's merged merge requests: their rows do not say it without words.
    (row.matches('[role="row"]') && /\/merged\/?$/.test(location.pathname)) ||
    !!select(row, parts.rowState)?.textContent?.trim()
  );
}

/** A setting of the board that GitLab keeps in the browser (16.0 to 18.9). */
function areCardLabelsHidden(): boolean {
  try {
    return localStorage.getItem('gl-show-board-labels') === 'false';
  } catch {
    return false;
  }
}
