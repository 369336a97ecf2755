import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fold } from '../../features/folded-updates/fold';
import type { StatusUpdate, Updates } from '../../features/updates';
import { stageFor } from './stage';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  document.body.innerHTML = '';
});

function update(noteId: number, complete: number): StatusUpdate {
  const author = { id: '1', username: 'ana', name: 'Ana Novak' };
  const at = `2026-01-0${noteId}T12:00:00Z`;
  const status = { complete, confidence: null, notes: null, concern: [], mrs: [] };
  return { noteId, href: `#note_${noteId}`, at, author, isEdited: false, status };
}

/** Newest first. */
function read(...list: StatusUpdate[]): Updates {
  const find = list.find.bind(list);
  const readAll = async () => {};
  return { kind: 'read', find, list, readAll, comments: list.length, older: 'none', readOlder: () => {} };
}

const settled = () => new Promise(resolve => setTimeout(resolve, 20));
const line = () => document.querySelector('#note_1 > handrail-view')?.shadowRoot?.querySelector('button');

it('a folded update that is edited says what it says now, and stays as it is', async () => {
  document.body.innerHTML = [1, 2]
    .map(id => `<li class="note note-comment" id="note_${id}"><div class="timeline-entry-inner"></div></li>`)
    .join('');
  const updates = signal(read(update(2, 20), update(1, 10)));
  const profile = { version: 1, id: 'test', name: 'Test' } as const;
  fold(stageFor(profile, life.signal), updates, document.body, life.signal);
  await settled();
  expect(line()?.textContent).toContain('10%');
  line()?.click();
  await settled();
  updates.value = read(update(2, 20), update(1, 15));
  await settled();
  expect(line()?.textContent).toBe('Fold this update');
  line()?.click();
  await settled();
  expect(line()?.textContent).toContain('15%');
});
