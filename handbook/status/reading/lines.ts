/** A line as it stands in the text. */
export type SourceLine = {
  readonly raw: string;
  /** Code and quotes: may belong to notes, but says nothing itself. */
  readonly isSilent?: boolean;
};

/** One line of a comment. */
export type Line = {
  /** As it was meant: without break mark and escapes, with its list marker. Notes are made of this. */
  readonly text: string;
  /**
   * `text` without what stands before its words: heading, list marker, box, emoji. Empty when it says nothing. An escaped
   * `:`, `%`, `-` or `/` keeps its backslash, since it ends no name, and makes no percent and no date.
   */
  readonly body: string;
  /** How it is set off: `#` heading, `-` or `1` list item, '' neither. */
  readonly mark: string;
  /** Of a task item: `x` when it is checked, else a space. */
  readonly box?: string | undefined;
};

/** The lines of a note without its HTML comments. GitLab's `>>>` fences a quote. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let fence = '';
  let isInComment = false;
  for (const whole of text.replaceAll('\u00a0', ' ').split(/\r\n?|\n/)) {
    if (fence) {
      lines.push({ raw: whole, isSilent: true });
      const mark = whole.trim();
      if (mark.startsWith(fence) && !mark.replaceAll(fence.charAt(0), '')) fence = '';
      continue;
    }
    const open = isInComment ? `<!--${whole}` : whole;
    // Up to the last end each beginning finds its own, so no part is searched twice.
    const end = open.lastIndexOf('-->') + 3;
    const raw = open.slice(0, end).replace(/(?<!\\)<!--[\s\S]*?-->/g, '') + open.slice(end);
    // Inside a paragraph GitLab shows a comment without an end as text.
    isInComment = /^\s*<!--/.test(raw);
    // A line that was nothing but comment is no empty line either.
    if (isInComment || (raw !== whole && !raw.trim())) continue;
    fence = /^\s*(?:`{3,}(?=[^`]*$)|~{3,}|>>>$)/.exec(raw)?.[0].trim() ?? '';
    lines.push({ raw, isSilent: fence !== '' || isQuote(raw) });
  }
  return lines;
}

/** Takes the marks of Markdown off a line. */
export function lineFrom({ raw, isSilent }: SourceLine): Line {
  if (raw.trim() === '') return { text: '', body: '', mark: '' };
  const unbroken = raw.replace(/\\$/, '').trimEnd();
  const text = isSilent && !isQuote(raw) ? raw : unescaped(unbroken);
  if (isSilent) return { text, body: '', mark: '' };
  const [start = '', heading = '', list = '', box] =
    /^\s*(?:(#)#{0,5}\s+|([-*+]|\d{1,3}[.)])\s+(?:\[([ xX])\]\s)?)?/.exec(raw) ?? [];
  const body = unbroken
    .slice(start.length)
    .replace(/^(?::[\w+-]{1,60}:|\p{Extended_Pictographic}+\ufe0f?)/u, '')
    .trim()
    // Emphasis of the whole line; bold stays, since it sets a field's name off.
    .replace(/^([*_])([^*_]+)\1$/, '$2');
  return { text, body: unescaped(body, meaningless), mark: heading || (list && (/\d/.test(list) ? '1' : '-')), box };
}

function isQuote(raw: string): boolean {
  return /^\s*>/.test(raw);
}

/** The escapes of Markdown. Those of `:`, `%`, `-` and `/` say that a name, a percent, a date is none. */
const meaningless = /\\(?![:%/-])([!-/:-@[-`{-~])/g;

/** Takes the backslashes of Markdown off. */
export function unescaped(text: string, marks = /\\([!-/:-@[-`{-~])/g): string {
  return text.replace(marks, '$1');
}
