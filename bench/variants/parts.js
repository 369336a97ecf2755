// The least that an extension can do which shows four small parts on an item's page: one observer, added nodes only, once a
// frame; the parts are finished, nothing is read, asked or computed.
const places = [
  ['[data-testid="work-item-created"]', 'after'],
  ['[data-testid="work-item-weight"]', 'append'],
  ['[data-testid="links-child"] .item-title', 'append'],
  ['.work-item-notes .js-comment-form', 'prepend'],
];
const anyPlace = places.map(([selector]) => selector).join(', ');
const part = `<style>
  :host { display: block; font: 0.875rem/1.5 sans-serif; color: var(--gl-text-color-default, #333) }
  p { margin: 0.5rem 0; display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem }
  button { font: inherit; padding: 0.25rem 0.5rem; border: 0; border-radius: 0.25rem; background: var(--gl-control-background-color-default, #eee) }
  button:hover { text-decoration: underline }
  button:focus-visible { outline: 2px solid var(--gl-focus-ring-outer-color, #1068bf) }
</style><p><button type="button">Priority <b>P1</b></button> <span>One line of text that says why.</span></p>`;
const added = new Set();
let isAwaited = false;

function put(element) {
  const [, place] = places.find(([selector]) => element.matches(selector));
  const view = document.createElement('bench-part');
  view.attachShadow({ mode: 'open' }).innerHTML = part;
  element[place](view);
}

function sweep() {
  isAwaited = false;
  for (const element of added) {
    if (!element.isConnected) continue;
    if (element.matches(anyPlace)) put(element);
    for (const inner of element.querySelectorAll(anyPlace)) put(inner);
  }
  added.clear();
}

new MutationObserver(records => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE && node.localName !== 'bench-part') added.add(node);
    }
  }
  if (added.size === 0 || isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(sweep);
}).observe(document, { childList: true, subtree: true });

for (const element of document.querySelectorAll(anyPlace)) put(element);
