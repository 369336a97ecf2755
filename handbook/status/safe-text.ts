const fenceStart = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,}|>>>\s*$)/;

/**
 * A line that begins something else than a paragraph: list, quote, heading, table, rule, fence, HTML, indented code; or
 * that makes a heading or a table of the line above.
 */
export const blockStart =
  /^( {4}|\t| {0,3}([-*+] |[-*+]$|\d+[.)]( |$)|>|#{1,6}( |$)|\||:?-+:?\s*\||`{3,}|~{3,}|<|=+\s*$|-+\s*$|([-*_] ?){3,}$))/;

/**
 * A person's text as lines that stay text: no quick action, no HTML that swallows the rest, no fence without an end.
 *
 * Only backslashes are added, which neither GitLab nor our reader shows, and what ends an open fence. GitLab finds quick actions with an expression
 * of its own, which overlooks some code, so inside a fence such a line is moved by a space.
 *
 * @param asText What is done to a line that would be read as another part of the comment.
 */
export function safeLines(text: string, asText: (line: string) => string): string[] {
  const lines = withoutEdges(text.replace(/\r\n?/g, '\n').split('\n'));
  const safe: string[] = [];
  let plain: string[] = [];
  let end = '';
  const flush = () => {
    for (const line of safeProse(plain)) safe.push(asText(line.replace(/^\//, '\\/')));
    plain = [];
  };
  for (const line of lines) {
    if (end) {
      const mark = line.trim();
      const isEnd = mark.startsWith(end) && !mark.replaceAll(end.charAt(0), '') && !/^ {4}/.test(line);
      safe.push(isEnd ? end : line.replace(/^\/(?=\w+(?:\s|$))/, ' /'));
      if (isEnd) end = '';
      continue;
    }
    const start = fenceStart.exec(line)?.[1]?.trim();
    if (start) {
      flush();
      end = start;
      safe.push(line.trimEnd());
    } else if (line.trim() !== '') plain.push(line.trimEnd());
    else if (plain.at(-1) !== '') plain.push('');
  }
  flush();
  return end ? [...safe, end] : safe;
}

/** A person's text as one line that stays text: for a list item, a table's cell, a merge request's notes. */
export function safeLine(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return safeProse(line === '' ? [] : [line]).join(' ');
}

function withoutEdges(lines: string[]): string[] {
  const first = lines.findIndex(line => line.trim() !== '');
  const last = lines.findLastIndex(line => line.trim() !== '');
  const [start = '', ...rest] = first < 0 ? [] : lines.slice(first, last + 1);
  return first < 0 ? [] : [start.trimStart(), ...rest];
}

/** Lines outside of fences: code spans and HTML without an end become text, and no line ends with a break mark. */
function safeProse(lines: readonly string[]): string[] {
  const pieces = lines
    .map(line => line.replace(/\\+$/, marks => marks.slice(marks.length % 2)))
    .join('\n')
    .split(/((?:\\[\s\S])+|`+)/);
  const close = codeEnds(pieces);
  let isHtmlSafe = true;
  const open: string[] = [];
  const prose: number[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? '';
    const end = close.get(index);
    if (end !== undefined) index = end;
    else if (piece.startsWith('`')) pieces[index] = piece.replaceAll('`', '\\`');
    else if (!piece.startsWith('\\')) {
      prose.push(index);
      isHtmlSafe &&= isBalanced(piece, open);
    }
  }
  if (!isHtmlSafe || open.length > 0)
    for (const index of prose) pieces[index] = (pieces[index] ?? '').replace(/<(?=[a-z/!?])/gi, '\\<');
  return lines.length === 0 ? [] : pieces.join('').split('\n');
}

/** Where each code span's run of backticks finds its equal. Looked up from the end, so that no part is searched twice. */
function codeEnds(pieces: readonly string[]): Map<number, number> {
  const next = new Map<string, number>();
  const ends = new Map<number, number>();
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index] ?? '';
    // A code span may reach over lines, but each line could begin a block, and a comment in it would be read as one.
    if (piece.includes('\n') || piece.includes('<!--')) next.clear();
    if (!piece.startsWith('`')) continue;
    const end = next.get(piece);
    if (end !== undefined) ends.set(index, end);
    next.set(piece, index);
  }
  return ends;
}

const void_ = /^(?:area|br|col|hr|img|input|wbr)$/i;

/** Whether each tag has its end; comments and declarations have none here. `open` carries over to the next piece. */
function isBalanced(text: string, open: string[]): boolean {
  for (const match of text.matchAll(
    /<(?=[a-z/!?])(?:(\/?)([a-z][a-z0-9-]*)(?:[\s/][^<>]*)?>|[a-z][a-z0-9+.-]*:[^<>\s]*>)?/gi,
  )) {
    const [all, slash, name] = match;
    if (all === '<') return false;
    if (name === undefined || void_.test(name) || all.endsWith('/>')) continue;
    if (/^(?:script|style|textarea|pre|title|iframe|xmp|plaintext)$/i.test(name)) return false;
    if (!slash) open.push(name.toLowerCase());
    else if (open.pop() !== name.toLowerCase()) return false;
  }
  return true;
}
