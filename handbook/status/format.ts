import type { Status, StatusField, StatusFormat } from '../profile';
import {
  formatFor,
  labelsIn,
  type MergeRequestEntry,
  mergeRequestsIn,
  percentIn,
  type StatusValues,
  textIn,
} from './values';

/**
 * Ends a line inside a paragraph. GitLab's own rich text editor writes this form; a bare newline would be read as a
 * space there (seen in 18.9).
 */
export const lineBreak = '\\\n';

/**
 * The comment as Markdown, in the format that the values propose, or in a given one.
 *
 * Lines whose fields are all empty are left out; beside a filled field an empty one is `…`. A filled field that the format lacks comes as a line of its own at
 * the end, so that nothing which was typed gets lost. Text of a person never becomes a quick action.
 */
export function formatStatus(
  values: StatusValues,
  status: Status,
  format: StatusFormat = formatFor(values, status),
): string {
  const written = new Set<string>();
  const lines = format.lines.flatMap(line => {
    const fields = status.fields.filter(field => line.includes(`{${field.id}}`));
    for (const field of fields) written.add(field.id);
    return fillLine(line, fields, values, format);
  });
  const rest = status.fields.filter(field => !written.has(field.id));
  return joined([
    ...lines,
    ...rest.flatMap(field => fillLine(`${field.label}: {${field.id}}`, [field], values, format)),
  ]);
}

/** One template line with its values: no line, one, or several when a value has several lines. */
function fillLine(line: string, fields: readonly StatusField[], values: StatusValues, format: StatusFormat): string[] {
  if (fields.length === 0) return [line];
  const filled = fields.map(field => ({ field, lines: linesOf(field, values, format) }));
  if (filled.every(({ lines }) => lines.length === 0)) return [];

  const several = filled.find(({ lines }) => lines.length > 1);
  if (several) {
    const [before = '', after = ''] = line.split(`{${several.field.id}}`);
    if (isBlock(several.lines)) return [before.trimEnd(), '', ...several.lines, '', ...(after ? [after] : [])];
    const [first = '', ...others] = several.lines;
    return [`${before}${first}`, ...others.slice(0, -1), `${others.at(-1) ?? ''}${after}`];
  }
  return [filled.reduce((text, { field, lines }) => text.replace(`{${field.id}}`, () => lines[0] ?? '…'), line)];
}

function linesOf(field: StatusField, values: StatusValues, format: StatusFormat): string[] {
  switch (field.kind) {
    case 'percent': {
      const value = percentIn(values, field.id);
      return value === undefined ? [] : [String(value)];
    }
    case 'labels': {
      const labels = labelsIn(values, field.id);
      return labels.length === 0 ? [] : [labels.map(labelReference).join(' ')];
    }
    case 'merge-requests':
      return mergeRequestsIn(values, field.id).map(entry => mergeRequestLine(entry, format));
    default:
      return textLines(textIn(values, field.id));
  }
}

/** `{ref} - {complete}% complete, {confidence}% confident - {notes}`, without the parts that are empty. */
function mergeRequestLine(entry: MergeRequestEntry, format: StatusFormat): string {
  const values: Record<string, string> = {
    ref: entry.ref.trim(),
    complete: entry.complete === undefined ? '' : String(entry.complete),
    confidence: entry.confidence === undefined ? '' : String(entry.confidence),
    notes: entry.notes.trim().replace(/\s+/g, ' '),
  };
  const fill = (part: string) =>
    part.replace(/\{(ref|complete|confidence|notes)\}/g, (_, name: string) => values[name] ?? '');
  const isFilled = (part: string) => [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => values[name]);
  const template = format.mergeRequest ?? '{ref} - {complete}% complete, {confidence}% confident - {notes}';
  return template
    .split(' - ')
    .map(part => part.split(', ').filter(isFilled).map(fill).join(', '))
    .filter(part => part !== '')
    .join(' - ');
}

/** `~backend`; a name with other characters than GitLab's quick actions take bare is quoted: `~"needs review"`. */
function labelReference(title: string): string {
  return /^(?!\d+$)[\w?.&-]+(::[\w?.&-]+)*$/.test(title) ? `~${title}` : `~"${title.replaceAll('"', '')}"`;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
/** A line that begins something else than a paragraph: list, quote, heading, table, rule, fence, HTML, indented code. */
const blockStart = /^( {4}|\t| {0,3}([-*+] |\d+[.)] |>|#{1,6} |\||`{3,}|~{3,}|<|([-*_] ?){3,}$))/;

/** A person's text as lines that stay text: no quick action, no HTML comment, no fence that swallows the rest. */
function textLines(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  if (lines.length === 1 && lines[0] === '') return [];
  let open: string | undefined;
  const safe = lines.map((line, index) => {
    const mark = fence.exec(line)?.[1];
    if (open !== undefined) {
      if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
      return line;
    }
    // The first line stands behind the field's name, so nothing begins there.
    if (mark && (index > 0 || lines.length > 1)) open = mark;
    return line
      .trimEnd()
      .replace(/^\//, index === 0 && lines.length === 1 ? '/' : '\\/')
      .replaceAll('<!--', '\\<!--');
  });
  return open === undefined ? safe : [...safe, open];
}

function isBlock(lines: readonly string[]): boolean {
  return lines.some(line => blockStart.test(line));
}

/** Lines that follow each other are one paragraph; an empty line parts two. */
function joined(lines: readonly string[]): string {
  let text = '';
  let inFence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous !== undefined && text !== '') {
      const isPlain =
        line !== '' && previous !== '' && inFence === undefined && !blockStart.test(line) && !blockStart.test(previous);
      text += isPlain ? lineBreak : '\n';
    }
    text += line;
    const mark = fence.exec(line)?.[1];
    if (mark) inFence = inFence === undefined ? mark : undefined;
  }
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
