import { parts } from './anchors';

/** A comment as the page shows it. */
export type PageNote = {
  /** GitLab's number; a later comment has a larger one. */
  readonly id: number;
  readonly authorId: string | undefined;
  /** The rendered text, line by line. */
  readonly text: string;
};

/** Reads a comment's element, `li#note_123`. */
export function noteIn(element: Element): PageNote {
  const body = element.querySelector(parts.noteBody);
  return {
    id: noteId(element),
    authorId: element.querySelector(parts.noteAuthor)?.getAttribute('data-user-id') ?? undefined,
    text: body ? textOf(body) : '',
  };
}

/** The comments inside an element, the newest first, as many as asked for; each is read when it is its turn. */
export function* newestNotes(element: Element, count: number): Generator<PageNote> {
  const notes = [...element.querySelectorAll(parts.note)]
    .map(note => ({ note, id: noteId(note) }))
    .sort((one, other) => other.id - one.id)
    .slice(0, count);
  for (const { note } of notes) yield noteIn(note);
}

/** The largest number of the comments inside an element; 0 when there is none. */
export function newestNoteId(element: Element): number {
  return Math.max(0, ...[...element.querySelectorAll(parts.note)].map(noteId));
}

function noteId(element: Element): number {
  return Number(/^note_(\d+)$/.exec(element.id)?.[1] ?? 0);
}

/** Text with its line breaks. The browser's `innerText` would make it lay out the page for each comment. */
function textOf(body: Element): string {
  let text = '';
  const nodes = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) text += node.textContent;
    else if (node.nodeName === 'BR' || node.nodeName === 'P') text += '\n';
  }
  return text.replace(/\n{2,}/g, '\n').trim();
}
