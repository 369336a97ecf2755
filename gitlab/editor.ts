import { parts } from './anchors';
import { until } from './until';

/** How long the rich text editor may take to render what was pasted, in milliseconds. */
const renderLimit = 10_000;

/**
 * Puts Markdown into the comment box of a form, on lines of its own, and leaves what is there. It never submits.
 *
 * The browser's undo takes it away again (in rich text with one more step when a paragraph had to be opened).
 *
 * @param form GitLab's `.js-comment-form`.
 * @param holds Whether the box's Markdown contains what was inserted. Asked in rich text only, where GitLab writes the
 *   same thing with other marks; plain text is compared byte for byte.
 * @returns `refused` when the box could not take it, and holds what it held; or when its rich text editor took it and
 *   has not shown it in time: then it may still come.
 */
export async function insertMarkdown(
  form: Element,
  markdown: string,
  holds: (boxText: string) => boolean,
  signal: AbortSignal,
): Promise<'inserted' | 'refused'> {
  const area = form.querySelector<HTMLTextAreaElement>(parts.plainEditor);
  if (area) return insertPlain(area, markdown);
  const box = form.querySelector<HTMLElement>(parts.richEditor);
  const field = form.querySelector<HTMLInputElement>(parts.richEditorField);
  return box && field ? insertRich(box, field, markdown, holds, signal) : 'refused';
}

/** The Markdown that a form would send now; `undefined` when it has no box. */
export function boxText(form: Element): string | undefined {
  return form.querySelector<HTMLTextAreaElement | HTMLInputElement>(`${parts.plainEditor}, ${parts.richEditorField}`)
    ?.value;
}

function insertPlain(area: HTMLTextAreaElement, markdown: string): 'inserted' | 'refused' {
  if (area.disabled || area.readOnly) return 'refused';
  area.focus();
  // Behind GitLab's preview the box is hidden and takes no focus: the command below would write somewhere else.
  if (area.ownerDocument.activeElement !== area) return 'refused';
  const caret = area.selectionEnd;
  const before = area.value.slice(0, caret);
  const after = area.value.slice(caret);
  const text = gapAfter(before) + markdown + gapBefore(after);
  area.setSelectionRange(caret, caret);
  area.ownerDocument.execCommand('insertText', false, text);
  return area.value === before + text + after ? 'inserted' : 'refused';
}

/** What parts text from a paragraph that follows it. */
function gapAfter(before: string): string {
  if (before === '' || before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}

function gapBefore(after: string): string {
  if (after === '' || after.startsWith('\n\n')) return '';
  return after.startsWith('\n') ? '\n' : '\n\n';
}

async function insertRich(
  box: HTMLElement,
  field: HTMLInputElement,
  markdown: string,
  holds: (boxText: string) => boolean,
  signal: AbortSignal,
): Promise<'inserted' | 'refused'> {
  box.focus();
  const paragraph = paragraphAtCaret(box);
  if (!paragraph) return 'refused';
  box.ownerDocument.getSelection()?.selectAllChildren(paragraph);
  box.ownerDocument.getSelection()?.collapseToEnd();
  // The editor learns of a moved caret by the browser's own event, which comes later.
  await new Promise(resolve => setTimeout(resolve));

  const opens = paragraph.textContent?.trim() !== '' || paragraph.querySelector('img') !== null;
  // Pasted text that is one paragraph would be merged into the caret's; only a key makes the editor open another.
  if (opens && !press(box, { key: 'Enter', code: 'Enter', keyCode: 13 })) return 'refused';
  const taken = paste(box, markdown);
  const held = taken && (await until(() => holds(field.value) || undefined, renderLimit, signal));
  if (held) return 'inserted';
  if (opens && !taken) press(box, { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true });
  return 'refused';
}

/**
 * The top-level paragraph at the caret, or the last of the text when the caret is elsewhere: a list or a table would
 * swallow the comment.
 */
function paragraphAtCaret(box: HTMLElement): Element | undefined {
  const caret = box.ownerDocument.getSelection()?.focusNode;
  const element = caret instanceof Element ? caret : caret?.parentElement;
  const paragraph = element && box.contains(element) ? element.closest('p') : null;
  if (paragraph && box.contains(paragraph) && !paragraph.closest('li, td, th, blockquote, details')) return paragraph;
  const last = box.lastElementChild;
  const lastParagraph = last?.matches('p') ? last : last?.querySelector(':scope > p');
  return lastParagraph ?? undefined;
}

function press(box: HTMLElement, key: KeyboardEventInit & { keyCode: number }): boolean {
  return !box.dispatchEvent(
    new KeyboardEvent('keydown', { ...key, which: key.keyCode, bubbles: true, cancelable: true }),
  );
}

/**
 * A paste that both browsers' editors can read: Chromium takes `clipboardData`; Firefox empties it in an event that a
 * content script made, but fills it from the older `dataType` and `data` (Chromium 156, Firefox 153).
 */
function paste(box: HTMLElement, markdown: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', markdown);
  const init: ClipboardEventInit & { dataType: string; data: string } = {
    clipboardData,
    dataType: 'text/plain',
    data: markdown,
    bubbles: true,
    cancelable: true,
  };
  return !box.dispatchEvent(new ClipboardEvent('paste', init));
}
