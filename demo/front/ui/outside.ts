import type { DirectiveOptions } from 'vue';

type Watch = { since: number; callback: (event: MouseEvent) => void };

const watched = new Map<HTMLElement, Watch>();
let pressed: Event | undefined;

/**
 * `v-outside="callback"`: called on a click whose press began outside the element. One listener of the document,
 * in the capture phase, so stopping the event inside the page does not help.
 */
export const outside: DirectiveOptions = {
  bind(element, { value }) {
    if (watched.size === 0) listen();
    watched.set(element, { since: performance.now(), callback: value });
  },
  unbind(element) {
    watched.delete(element);
  },
};

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('mousedown', event => (pressed = event), { capture: true });
  document.addEventListener('click', onClick, { capture: true });
}

function onClick(event: MouseEvent): void {
  const { target } = pressed ?? event;
  pressed = undefined;
  for (const [element, { since, callback }] of [...watched])
    if (event.timeStamp > since && !(target instanceof Node && element.contains(target))) callback(event);
}
