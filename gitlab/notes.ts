import { parts } from './anchors';

/** A comment as the page shows it. */
export type PageNote = {
  /** GitLab's number; a later comment has a larger one. */
  readonly id: number;
  readonly authorId: string | undefined;
  /** The rendered text, line by line. */
  readonly text: string;
};

/** A comment, from GitLab's answer or from the page. */
export type Comment = {
  readonly id: number;
  /** Leads to the comment, on this GitLab. */
  readonly href: string;
  /** ISO time. */
  readonly at: string;
  /** All empty when the account was deleted. */
  readonly author: { readonly id: string; readonly username: string; readonly name: string };
  /** Whether GitLab says so; it does not of every bot, and the page never does. */
  readonly isByBot: boolean;
  readonly isInternal: boolean;
  readonly isEdited: boolean;
  /** Markdown from the API; from the page the rendered text, line by line. */
  readonly text: string;
};

/** Reads a comment's element, `li#note_123`. */
export function noteIn(element: Element): PageNote {
  const body = element.querySelector(parts.noteBody);
  return {
    id: noteNumber(element),
    authorId: element.querySelector(parts.noteAuthor)?.getAttribute('data-user-id') ?? undefined,
    text: body ? textOf(body) : '',
  };
}

/** Reads all of a comment that the page shows. */
export function commentIn(element: Element): Comment {
  const { id, authorId, text } = noteIn(element);
  const author = element.querySelector(parts.noteAuthor);
  const time = element.querySelector(parts.noteTime);
  return {
    id,
    href: `#note_${id}`,
    at: time?.getAttribute('datetime') ?? new Date().toISOString(),
    author: {
      id: authorId ?? '',
      username: author?.getAttribute('data-username') ?? '',
      name: author?.textContent?.trim() ?? '',
    },
    isByBot: false,
    isInternal: element.matches(parts.internalNote),
    isEdited: false,
    text,
  };
}

/** The comments that an element shows, by their number; not one that is being edited. */
export function notesIn(element: Element): Map<number, Element> {
  const notes = [...element.querySelectorAll(parts.note)];
  return new Map(notes.filter(note => note.querySelector(parts.noteBody)).map(note => [noteNumber(note), note]));
}

/** The rendered text in one piece: the quickest to tell whether a comment has changed. */
export function rawTextOf(note: Element): string {
  return note.querySelector(parts.noteBody)?.textContent ?? '';
}

/** The largest number of the comments inside an element; 0 when there is none. */
export function newestNoteId(element: Element): number {
  return Math.max(0, ...[...element.querySelectorAll(parts.note)].map(noteNumber));
}

/** GitLab's number of a comment by its element; 0 where it has none yet. */
export function noteNumber(element: Element): number {
  return Number(/^note_(\d+)$/.exec(element.id)?.[1] ?? 0);
}

/** What GitLab adds to a rendered comment for the pointer: the menu of a task item, the button that copies code. */
const controls = 'button, svg, .task-list-item-actions-wrapper';

/**
 * Rendered text, line by line, with those marks of Markdown that say what a line is: heading, item, box, cell, quote,
 * code, bold. The browser's `innerText` has none of them, and would make it lay out the page for each comment.
 */
function textOf(body: Element): string {
  return markdownOf(body)
    .replace(/\n\s*\n/g, '\n')
    .trim();
}

function markdownOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element) || node.matches(controls)) return '';
  if (node instanceof HTMLInputElement) return node.checked ? '[x] ' : '[ ] ';
  // A reference stands there as it was typed: GitLab shows `!12` as `!12 (merged)`, `~frontend` without its mark.
  const typed = node.getAttribute('data-link') !== 'true' && node.getAttribute('data-original');
  if (typed) return typed;
  const inside = [...node.childNodes].map(markdownOf).join('');
  const text = inside.trim();
  switch (node.localName) {
    case 'br':
      return '\n';
    case 'p':
      return `\n${inside}\n`;
    case 'strong':
      return `**${inside}**`;
    case 'li':
      return `\n- ${text.replace(/\n+/g, '\n    ')}\n`;
    case 'blockquote':
      return `\n> ${text.replace(/\n+/g, '\n> ')}\n`;
    case 'pre':
      return `\n\`\`\`\n${text}\n\`\`\`\n`;
    case 'td':
    case 'th':
      return `${text.replace(/\n+/g, ' ')}|`;
    case 'tr':
      return `\n|${text.replace(/\|\s+/g, '|')}\n${node.closest('thead') ? `|${'-|'.repeat(node.children.length)}\n` : ''}`;
    default:
      return /^h[1-6]$/.test(node.localName) ? `\n# ${text}\n` : inside;
  }
}
