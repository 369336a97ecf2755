import { parts } from './anchors';
import { select } from './select';

/** A label as the page shows it. */
export type PageLabel = {
  /** The full title, scope included: `Package::P1`. */
  readonly title: string;
  /** Its background as GitLab set it, `#cc0033`; `undefined` when it is not a plain colour. */
  readonly color: string | undefined;
  /** Whether GitLab draws it in two parts. */
  readonly isScoped: boolean;
};

/** The labels inside an element, in the page's order, each title once. */
export function labelsIn(element: Element): PageLabel[] {
  const labels = new Map<string, PageLabel>();
  for (const label of element.querySelectorAll(parts.label)) {
    const title = labelTitle(label);
    if (title && !labels.has(title)) labels.set(title, { title, ...looksOf(label) });
  }
  return [...labels.values()];
}

/**
 * The titles of the labels that a labels section shows.
 *
 * @returns `undefined` while GitLab's own form is open in it: the labels are gone from the page then.
 */
export function labelTitlesIn(section: Element): string[] | undefined {
  if (isBeingEdited(section)) return undefined;
  return labelsIn(section).map(label => label.title);
}

/** Whether GitLab's own form is open in a widget of an item's sidebar. */
export function isBeingEdited(section: Element): boolean {
  // Up to 17.10 the weight's form has no button of that name.
  return section.querySelector(`${parts.applyButton}, ${parts.weightInput}`) !== null;
}

/**
 * The full title of a `.gl-label`.
 *
 * No element holds `a::b` as text, so in this order: `data-testid` (work item sidebar), `data-qa-label-name` (merge
 * request sidebar), the link's `label_name[]` (lists), the visible parts (boards). 18.9. An attribute counts only when
 * it agrees with what is to be read.
 */
export function labelTitle(label: Element): string {
  const visible = visibleTitle(label);
  const link = label.querySelector('a.gl-label-link')?.getAttribute('href') ?? '';
  const candidates = [
    label.getAttribute('data-testid'),
    label.getAttribute('data-qa-label-name'),
    new URLSearchParams(link.split('?')[1]?.split('#')[0]).get('label_name[]'),
  ];
  return candidates.find(one => one !== null && squeezed(one) === squeezed(visible)) ?? visible;
}

function visibleTitle(label: Element): string {
  const text = label.querySelector('.gl-label-text')?.textContent?.trim() ?? '';
  const scoped = label.querySelector('.gl-label-text-scoped')?.textContent?.trim();
  return scoped ? `${text}::${scoped}` : text;
}

function squeezed(title: string): string {
  return title.replace(/\s+/g, '');
}

function looksOf(label: Element): Omit<PageLabel, 'title'> {
  const color = label instanceof HTMLElement ? label.style.getPropertyValue('--label-background-color').trim() : '';
  return {
    color: /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color : undefined,
    isScoped: label.classList.contains('gl-label-scoped'),
  };
}

const types: Readonly<Record<string, string>> = {
  'work-item-issue-icon': 'Issue',
  'work-item-task-icon': 'Task',
  'work-item-incident-icon': 'Incident',
  'work-item-epic-icon': 'Epic',
  'work-item-objective-icon': 'Objective',
  'work-item-keyresult-icon': 'Key Result',
  'work-item-ticket-icon': 'Ticket',
};

/** GitLab's English name of an item's type, by the icon of its header (18.9); `undefined` when the icon is another one. The words beside it are translated. */
export function typeIn(header: Element): string | undefined {
  return types[select(header, parts.typeIcon)?.getAttribute('data-testid') ?? ''];
}

/** What the weight section shows: a weight, none, or the number that is being typed into GitLab's form. */
export type ShownWeight =
  | { readonly kind: 'set'; readonly weight: number }
  | { readonly kind: 'unset' }
  | { readonly kind: 'editing'; readonly typed: string };

/**
 * Reads the weight section of an item's sidebar.
 *
 * The number is a bare text node of the section itself (18.9) or of an element for it (16.x to 17.10); everything else in
 * there, ours included, is not it.
 */
export function weightIn(section: Element): ShownWeight {
  const input = section.querySelector(parts.weightInput);
  if (input instanceof HTMLInputElement) return { kind: 'editing', typed: input.value.trim() };
  const value = section.querySelector(parts.weightValue);
  // A text of its own: other extensions may have put theirs beside it.
  const text = [...(value ?? section).childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE)
    .map(node => node.textContent?.trim() ?? '')
    .find(text => /^\d+$/.test(text));
  return text === undefined ? { kind: 'unset' } : { kind: 'set', weight: Number(text) };
}

/** A shown weight as a number; `undefined` is not set or being edited. */
export function weightOf(shown: ShownWeight): number | undefined {
  return shown.kind === 'set' ? shown.weight : undefined;
}

/** Whether a merge request's header says that it is open, drafts included. Its state comes later than the row, with an icon of its own. */
export function isMergeRequestOpen(header: Element): boolean {
  const icon = select(header, parts.mergeRequestState)?.getAttribute('data-testid');
  return !!icon && icon !== 'merge-icon' && icon !== 'merge-request-close-icon';
}

/** Whether a header row says that the item is closed. Its badge has another icon then; its text is translated. */
export function isClosed(row: Element): boolean {
  return select(row, parts.closedBadge) !== null;
}

/** Whether a header row says that the item is confidential. */
export function isConfidential(row: Element): boolean {
  return select(row, parts.confidentialBadge) !== null;
}
