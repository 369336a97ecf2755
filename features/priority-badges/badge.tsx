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
  let face = faceOf(kind, first);
  root.append(drawn(face));
  const button = root.querySelector('button') as HTMLButtonElement;
  const words = button.nextElementSibling as Element;
  words.textContent = description(first);

  return {
    host,
    button,
    get verdict() {
      return verdict;
    },
    show(next) {
      verdict = next;
      const other = faceOf(kind, next);
      if (other.key !== face.key) {
        face = other;
        const like = drawn(face).querySelector('button') as HTMLButtonElement;
        // The same button stays: it may have the focus, or its reason open.
        button.className = like.className;
        button.setAttribute('aria-label', face.name);
        button.replaceChildren(...like.childNodes);
      }
      words.textContent = description(next);
    },
  };
}

/** What decides how a badge looks. */
type Face = {
  readonly key: string;
  readonly kind: BadgeKind;
  readonly tone: Tone;
  readonly text: string;
  readonly name: string;
};

function faceOf(kind: BadgeKind, verdict: Verdict): Face {
  const { rule, rank, of } = verdict.priority;
  const tone = toneOf(verdict.priority);
  const text = kind === 'header' ? longText(verdict) : rule.name;
  const name = `Priority ${rule.name}, ${ordinal(rank)} of ${of}, why?`;
  return { key: JSON.stringify([kind, tone, text, name]), kind, tone, text, name };
}

const kinds: Readonly<Record<BadgeKind, string>> = {
  header,
  row,
  cell: `${row}:host { position: absolute; }`,
};

const originals = new Map<string, DocumentFragment>();

function drawn({ key, kind, tone, text, name }: Face): DocumentFragment {
  let original = originals.get(key);
  if (!original) {
    original = document.createDocumentFragment();
    const style = document.createElement('style');
    style.textContent = tokens + badge + kinds[kind];
    const view = document.createElement('div');
    view.className = 'view';
    render(<Badge tone={tone} text={text} name={name} description="" />, view);
    original.append(style, view);
    originals.set(key, original);
  }
  return original.cloneNode(true) as DocumentFragment;
}
