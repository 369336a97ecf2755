// The least that an extension can do which labels the rows of a list: one observer, added nodes only, once a frame.
const levels = new Map([
  ['Planning Priority', 'Planning'],
  ['Package::P1', 'P1'],
  ['Package::P2', 'P2'],
  ['Package::P3', 'P3'],
]);
const added = new Set();
let isAwaited = false;

function titleOf(label) {
  return [...label.querySelectorAll('.gl-label-text, .gl-label-text-scoped')]
    .map(part => part.textContent.trim())
    .join('::');
}

function mark(row) {
  const level = [...row.querySelectorAll('.gl-label')].map(titleOf).find(title => levels.has(title));
  const old = row.querySelector('bench-badge');
  if (!level) {
    old?.remove();
    return;
  }
  const badge = old ?? document.createElement('bench-badge');
  const text = levels.get(level);
  if (badge.textContent !== text) badge.textContent = text;
  if (!old) row.querySelector('.issuable-info, .board-card-footer')?.append(badge);
}

const rowSelector = '[data-testid="issuable-container"], [data-testid="board-card"]';

function sweep() {
  isAwaited = false;
  const rows = new Set();
  for (const element of added) {
    if (!element.isConnected) continue;
    const row = element.closest(rowSelector);
    if (row) rows.add(row);
    else for (const inner of element.querySelectorAll(rowSelector)) rows.add(inner);
  }
  added.clear();
  for (const row of rows) mark(row);
}

new MutationObserver(records => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE && node.localName !== 'bench-badge') added.add(node);
    }
  }
  if (added.size === 0 || isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(sweep);
}).observe(document, { childList: true, subtree: true });

for (const row of document.querySelectorAll(rowSelector)) mark(row);
