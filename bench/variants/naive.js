// The upper mark, as such extensions are often written: whatever changes, the whole document is asked again.
const levels = new Map([
  ['Planning Priority', 'Planning'],
  ['Package::P1', 'P1'],
  ['Package::P2', 'P2'],
  ['Package::P3', 'P3'],
]);

function titleOf(label) {
  return [...label.querySelectorAll('.gl-label-text, .gl-label-text-scoped')]
    .map(part => part.textContent.trim())
    .join('::');
}

function markAll() {
  for (const label of document.querySelectorAll('.gl-label')) {
    const row = label.closest('[data-testid="issuable-container"], [data-testid="board-card"]');
    if (!row || row.querySelector('bench-badge')) continue;
    const level = levels.get(titleOf(label));
    if (!level) continue;
    const badge = document.createElement('bench-badge');
    badge.textContent = level;
    row.querySelector('.issuable-info, .board-card-footer')?.append(badge);
  }
}

new MutationObserver(markAll).observe(document, { childList: true, subtree: true });
markAll();
