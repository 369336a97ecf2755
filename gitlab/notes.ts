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
  const body = element.querySelector<HTMLElement>(parts.noteBody);
  return {
    id: noteId(element),
    authorId: element.querySelector(parts.noteAuthor)?.getAttribute('data-user-id') ?? undefined,
    text: body?.innerText ?? '',
  };
}

/** The largest number of the comments inside an element; 0 when there is none. */
export function newestNoteId(element: Element): number {
  return Math.max(0, ...[...element.querySelectorAll(parts.note)].map(noteId));
}

function noteId(element: Element): number {
  return Number(/^note_(\d+)$/.exec(element.id)?.[1] ?? 0);
}
