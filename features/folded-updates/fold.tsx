import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parts } from '../../gitlab/anchors';
import { scopeOf } from '../../gitlab/items';
import { noteNumber } from '../../gitlab/notes';
import { tracksOf } from '../../handbook/status/tracks';
import type { Stage } from '../feature';
import type { StatusUpdate, Updates } from '../updates';
import { FoldedLine, foldedLineCss } from './FoldedLine';

/** Set on a comment of GitLab's while it is folded. */
const attribute = 'data-handrail-folded';

/**
 * Folds every status update of an item but the newest of each track, for as long as the signal lasts. A comment that
 * was answered, or that the address names, stays open.
 */
export function fold(stage: Stage, updates: ReadonlySignal<Updates>, form: Element, present: AbortSignal): void {
  const scope = scopeOf(form);
  const style = document.createElement('style');
  style.textContent = `[${attribute}] > .timeline-entry-inner { display: none; }`;
  document.head.append(style);
  present.addEventListener('abort', () => style.remove());

  const shown = new Map<number, { readonly note: Element; readonly inPage: AbortSignal }>();
  const folded = new Map<number, { readonly update: Signal<StatusUpdate>; readonly life: AbortController }>();
  let old: ReadonlyMap<number, StatusUpdate> = new Map();
  let isAwaited = false;

  async function take(value: Updates): Promise<void> {
    if (value.kind === 'read') await value.readAll(present);
    // Others may have come meanwhile.
    if (value !== updates.peek()) return;
    old = oldIn(value);
    settle();
  }

  function settle(): void {
    isAwaited = false;
    for (const [id, one] of folded) {
      const update = old.get(id);
      if (update && shown.has(id)) {
        one.update.value = update;
        continue;
      }
      one.life.abort();
      folded.delete(id);
    }
    for (const [id, { note, inPage }] of shown) {
      const found = old.get(id);
      if (!found || folded.has(id) || isAnswered(note)) continue;
      const life = new AbortController();
      const update = signal(found);
      folded.set(id, { update, life });
      foldOne(stage, note, update, AbortSignal.any([inPage, present, life.signal]));
    }
  }

  stage.watch(
    [parts.note],
    (note, inPage) => {
      const id = noteNumber(note);
      if (!id || scopeOf(note) !== scope) return;
      shown.set(id, { note, inPage });
      inPage.addEventListener('abort', () => {
        shown.delete(id);
        folded.delete(id);
      });
      if (isAwaited) return;
      // Once for all comments that come together.
      isAwaited = true;
      queueMicrotask(stage.guard(settle));
    },
    present,
  );
  const stop = effect(() => stage.guard(take)(updates.value));
  present.addEventListener('abort', stop);
}

function foldOne(stage: Stage, note: Element, update: ReadonlySignal<StatusUpdate>, life: AbortSignal): void {
  const isOpen = signal(isNamed(note));
  const stop = effect(() => {
    note.toggleAttribute(attribute, !isOpen.value);
  });
  life.addEventListener('abort', () => {
    stop();
    note.removeAttribute(attribute);
  });
  const openNamed = () => {
    if (isNamed(note)) isOpen.value = true;
  };
  window.addEventListener('hashchange', openNamed, { signal: life });
  stage.mount({ end: note }, <FoldedLine update={update} isOpen={isOpen} />, foldedLineCss, life);
}

/** All updates but the newest of each track, by their comment. */
function oldIn(updates: Updates): ReadonlyMap<number, StatusUpdate> {
  if (updates.kind !== 'read') return new Map();
  const old = tracksOf(updates.list).flatMap(track => track.updates.slice(0, -1));
  return new Map(old.map(update => [update.noteId, update]));
}

function isAnswered(note: Element): boolean {
  return (note.closest(parts.thread)?.querySelectorAll(parts.note).length ?? 0) > 1;
}

function isNamed(note: Element): boolean {
  return location.hash === `#${note.id}`;
}
