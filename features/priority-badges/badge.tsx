import { render } from 'preact';
import { Badge, type Tone } from '../../components/Badge';
import badge from '../../components/badge.css?inline';
import tokens from '../../components/tokens.css?inline';
import { viewName } from '../../gitlab/view';
import { toneOf } from '../../handbook/priority';
import { switches } from '../switches';
import header from './header.css?inline';
import row from './row.css?inline';
import type { Verdict } from './verdict';
import { description, longText, ordinal } from './words';

/** `header` stands in a line of its own item. `row` takes no room, so that no row of GitLab's grows; `cell` the same, out of the flow. */
export type BadgeKind = 'header' | 'row' | 'cell';

/** A badge in GitLab's page. */
export type PlacedBadge = {
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly verdict: Verdict;
  /** Shows another verdict; nothing is redrawn when it looks the same. */
  show(verdict: Verdict): void;
};

/**
 * Makes a badge. It is not drawn by Preact but copied from one that was: a list has a hundred rows and seven faces, and
 * drawing each would take longer than GitLab takes for the row.
 */
export function createBadge(kind: BadgeKind, first: Verdict): PlacedBadge {
  const host = document.createElement(viewName);
  host.dataset.feature = switches.priorityBadges.id;
  const root = host.attachShadow({ mode: 'open' });
  let verdict = first;
  let face = '';
  let button: HTMLButtonElement;

  function show(next: Verdict): void {
    verdict = next;
    const { rule, rank, of } = next.priority;
    const text = kind === 'header' ? longText(next) : rule.name;
    const key = JSON.stringify([kind, toneOf(next.priority), text, rank, of]);
    if (key !== face) {
      face = key;
      const hadFocus = root.activeElement !== null;
      root.replaceChildren(
        copy(key, kind, toneOf(next.priority), text, `Priority ${rule.name}, ${ordinal(rank)} of ${of}, why?`),
      );
      button = root.querySelector('button') as HTMLButtonElement;
      if (hadFocus) button.focus();
    }
    const words = root.querySelector('button + span');
    if (words) words.textContent = description(next);
  }

  show(first);
  return {
    host,
    get button() {
      return button;
    },
    get verdict() {
      return verdict;
    },
    show,
  };
}

const kinds: Readonly<Record<BadgeKind, string>> = {
  header,
  row,
  cell: `${row}:host { position: absolute; }`,
};

const drawn = new Map<string, DocumentFragment>();

function copy(key: string, kind: BadgeKind, tone: Tone, text: string, name: string): Node {
  let original = drawn.get(key);
  if (!original) {
    original = document.createDocumentFragment();
    const style = document.createElement('style');
    style.textContent = tokens + badge + kinds[kind];
    const view = document.createElement('div');
    view.className = 'view';
    render(<Badge tone={tone} text={text} name={name} description="" />, view);
    original.append(style, view);
    drawn.set(key, original);
  }
  return original.cloneNode(true);
}
