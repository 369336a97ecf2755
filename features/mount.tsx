import { Component, type ComponentChildren, render, type VNode } from 'preact';
import tokens from '../components/tokens.css?inline';
import { viewName } from '../gitlab/view';
import { follow } from '../gitlab/watch';
import type { AnchorPlace, Place } from './feature';

/**
 * Puts one element of ours into GitLab's page and draws the view in its shadow root.
 *
 * The element goes with the signal, without trace. When GitLab throws it away but keeps the place, it is put back.
 *
 * @param css What the view needs besides the tokens.
 */
export function mount(
  feature: string,
  place: Place,
  view: VNode,
  css: string,
  present: AbortSignal,
  onError: (error: unknown) => void,
): HTMLElement {
  const host = document.createElement(viewName);
  if (present.aborted) return host;
  host.dataset.feature = feature;
  // Open: GitLab's shortcuts look through it to see that somebody types in a field of ours.
  const root = host.attachShadow({ mode: 'open' });
  // Two elements: a browser reads the same text once for all views.
  const styles = [tokens, css].map(text => {
    const style = document.createElement('style');
    style.textContent = text;
    return style;
  });
  const body = document.createElement('div');
  body.className = 'view';
  root.append(...styles, body);
  keepEvents(host);

  put(host, place);
  render(<Boundary onError={onError}>{view}</Boundary>, body);

  const follows = new AbortController();
  if (isAnchored(place)) follow(parentOf(place), () => host.isConnected || put(host, place), follows.signal);
  present.addEventListener('abort', () => {
    follows.abort();
    render(null, body);
    host.remove();
  });
  return host;
}

function isAnchored(place: Place): place is AnchorPlace {
  return place !== 'body' && 'anchor' in place;
}

function parentOf(place: Place): Element {
  if (place === 'body') return document.body;
  if ('end' in place) return place.end;
  const { anchor, element } = place;
  const isBeside = anchor.place !== 'append' && anchor.place !== 'prepend';
  return isBeside ? (element.parentElement ?? element) : element;
}

/** Puts an element of ours at its place. */
export function put(host: HTMLElement, place: Place): void {
  const parent = parentOf(place);
  const where = isAnchored(place) ? place.anchor.place : 'append';
  if (where === 'prepend' || where === 'first-in-parent') parent.prepend(host);
  else if (where === 'after' && isAnchored(place)) place.element.after(host);
  else parent.append(host);
}

/**
 * Clicks that start in a view of ours stay there: on a row or a card they would open GitLab's side panel. Keys stay
 * when they are typed into a field; from buttons and badges they pass, so that GitLab's shortcuts keep working.
 */
function keepEvents(host: HTMLElement): void {
  host.addEventListener('click', event => event.stopPropagation());
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    host.addEventListener(type, event => {
      const [target] = event.composedPath();
      if (target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select'))
        event.stopPropagation();
    });
  }
}

type BoundaryProps = { readonly onError: (error: unknown) => void; readonly children: ComponentChildren };

/** A view that throws while it is drawn disappears; the rest goes on. */
class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true });
    this.props.onError(error);
  }

  override render(): ComponentChildren {
    return this.state.failed ? null : this.props.children;
  }
}
