import type { FieldOfKind, Status, StatusField, StatusFormat } from '../profile';
import { quickActionLines } from './quick-actions';
import { fieldKinds } from './reading/names';
import { asText } from './reading/updates';
import { blockStart, safeLine, safeLines } from './safe-text';
import { fieldsOf, idsIn, itemStart, templateParts } from './template';
import {
  dateIn,
  formatFor,
  labelReference,
  listIn,
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

/** What a field says, line by line. `isList`: each line is an item, for which the line of the template is repeated. */
type Said = { readonly lines: readonly string[]; readonly isList?: boolean };

/**
 * The comment as Markdown, in the format that the values propose, or in a given one.
 *
 * Lines and blocks whose fields are all empty are left out; beside a filled field an empty one is `…`. A filled field that the format lacks comes as a line
 * of its own at the end, so that nothing which was typed gets lost. Text of a person never becomes a quick action.
 *
 * @param actions Those of the profile's quick actions that the person has switched on. One whose values are missing is left out.
 */
export function formatStatus(
  values: StatusValues,
  status: Status,
  format: StatusFormat = formatFor(values, status),
  actions: readonly string[] = [],
): string {
  const names = fieldKinds(status);
  const say = (field: StatusField) => saidBy(field, values, status, format, line => asText(line, names));
  const commands = quickActionLines(values, status, actions);
  const written = new Set([...format.lines.flatMap(idsIn), ...commands.ids]);
  const body = format.lines.flatMap(entry => fillEntry(entry, fieldsOf(entry, status), say));
  const rest = status.fields.filter(field => !written.has(field.id) && !isAddition(field));
  const lines = rest.flatMap(field => fillEntry(restEntry(field), [field], say));
  const needsGap = lines.length > 0 && blockStart.test(body.at(-1) ?? '');
  const text = joined([...body, ...(needsGap ? [''] : []), ...lines]);
  return [text, commands.lines.join('\n')].filter(part => part !== '').join('\n\n');
}

/** A field that the format lacks: its name with its value, or above it where that has several lines. */
function restEntry(field: StatusField): string {
  const isBoxes = field.kind === 'checks' || (field.kind === 'choice' && field.boxes);
  if (field.kind === 'merge-requests') return `${field.label}:\n{${field.id}}`;
  if (field.kind === 'list') return `${field.label}:\n- {${field.id}}`;
  return isBoxes ? `${field.label}:\n{${field.id}}` : `${field.label}: {${field.id}}`;
}

/** Check boxes whose words go into a text field. */
function isAddition(field: StatusField): boolean {
  return field.kind === 'checks' && field.into !== undefined;
}

type Say = (field: StatusField) => Said;

/** A line or a block of the template with its values; nothing when they are all empty. */
function fillEntry(entry: string, fields: readonly StatusField[], say: Say): string[] {
  if (fields.length === 0) return entry.split('\n');
  const said = new Map(fields.map(field => [field.id, say(field)]));
  if ([...said.values()].every(({ lines }) => lines.length === 0)) return [];
  return entry.split('\n').flatMap(line => fillLine(line, said));
}

function fillLine(line: string, said: ReadonlyMap<string, Said>): string[] {
  const ids = idsIn(line).filter(id => said.has(id));
  const isRow = line.trimStart().startsWith('|');
  const fill = (value: (id: string) => string | undefined) =>
    guarded(
      templateParts(line)
        .map(part => ('words' in part ? part.words : (value(part.id) ?? (isRow ? '' : '…'))))
        .join(''),
    );
  if (isRow) return rowsOf(ids, said).map(row => fill(id => row.get(id)));
  const several = ids.find(id => (said.get(id)?.lines.length ?? 0) > 1 || said.get(id)?.isList);
  if (several === undefined) return [fill(id => said.get(id)?.lines[0])];

  const { lines = [], isList } = said.get(several) ?? {};
  if (isList) return lines.map(item => fill(id => (id === several ? item : said.get(id)?.lines[0])));
  const [before = '', after = ''] = line.split(`{${several}}`);
  const margin = ' '.repeat(itemStart(line).length);
  const indented = (text: string) => (text === '' ? '' : margin + text);
  if (lines.some(text => blockStart.test(text))) {
    return [before.trimEnd(), '', ...lines.map(indented), '', ...(after.trim() ? [after] : [])];
  }
  const paragraphs = lines.map((text, index) => (index === 0 ? `${before}${text}` : indented(text)));
  const last = paragraphs.pop() ?? '';
  return [...paragraphs, `${last}${after}`];
}

/** The cells of each row of a table: lists have an item in each, other values stand in one. */
function rowsOf(ids: readonly string[], said: ReadonlyMap<string, Said>): ReadonlyMap<string, string>[] {
  const lists = ids.filter(id => said.get(id)?.isList);
  const count = Math.max(1, ...lists.map(id => said.get(id)?.lines.length ?? 0));
  const cell = (line: string) => line.replaceAll('|', '\\|');
  return Array.from({ length: count }, (_, row) => {
    const cells = ids.map(id => {
      const { lines = [], isList } = said.get(id) ?? {};
      return [id, isList ? cell(lines[row] ?? '') : lines.map(cell).join('<br>')] as const;
    });
    return new Map(cells);
  });
}

/** A line of the template stays text even where a value begins it. */
function guarded(line: string): string {
  return line.replace(/^\/(?=\w)/, '\\/');
}

function saidBy(
  field: StatusField,
  values: StatusValues,
  status: Status,
  format: StatusFormat,
  protect: (line: string) => string,
): Said {
  switch (field.kind) {
    case 'percent': {
      const value = percentIn(values, field.id);
      return { lines: value === undefined ? [] : [String(value)] };
    }
    case 'labels': {
      const labels = listIn(values, field.id);
      return { lines: labels.length === 0 ? [] : [labels.map(labelReference).join(' ')] };
    }
    case 'merge-requests':
      return { lines: mergeRequestsIn(values, field.id).map(entry => mergeRequestLine(entry, format)), isList: true };
    case 'list':
      return { lines: itemsOf(values, field.id, protect), isList: true };
    case 'choice':
      return chosen(field, [textIn(values, field.id)], field.boxes === true);
    case 'checks':
      return chosen(field, listIn(values, field.id), true);
    case 'date': {
      const date = dateIn(values, field.id);
      return { lines: date === undefined ? [] : [date] };
    }
    case 'text':
      return { lines: withAdditions(safeLines(textIn(values, field.id), protect), field, values, status) };
  }
}

/** The options that are chosen, in words, or all options as check boxes. */
function chosen(field: FieldOfKind<'choice' | 'checks'>, says: readonly string[], asBoxes: boolean): Said {
  const isChosen = ({ say }: { say: string }) => says.includes(say);
  if (!field.options.some(isChosen)) return { lines: [] };
  const words = (option: { say: string; write?: string | undefined }) => option.write ?? option.say;
  return asBoxes
    ? { lines: field.options.map(option => `- [${isChosen(option) ? 'x' : ' '}] ${words(option)}`), isList: true }
    : { lines: field.options.filter(isChosen).map(words) };
}

/** What begins another block, or a box, inside a list item. */
const itemBlock = /^(\d*)(?=[-*+](?:\s|$)|[.)](?:\s|$)|#{1,6}(?:\s|$)|[>|]|=+$|-{2,}$|`{3}|~{3}|\[[ xX]\]\s)/;

/** A list's items as lines; what would begin another block inside an item stays text. */
function itemsOf(values: StatusValues, id: string, protect: (line: string) => string): string[] {
  return listIn(values, id)
    .map(item => protect(safeLine(item).replace(itemBlock, '$1\\')))
    .filter(item => item !== '');
}

/** Text with the words of the check boxes that add to it: behind a single line, else as a paragraph of their own. */
function withAdditions(
  lines: string[],
  { id }: FieldOfKind<'text'>,
  values: StatusValues,
  status: Status,
): readonly string[] {
  const words = status.fields.flatMap(field =>
    field.kind === 'checks' && field.into === id
      ? field.options.filter(({ say }) => listIn(values, field.id).includes(say)).map(({ say, write }) => write ?? say)
      : [],
  );
  if (words.length === 0) return lines;
  const addition = words.join(', ');
  if (lines.length > 1) return [...lines, '', addition];
  return [lines.length === 0 ? addition : `${lines[0]} - ${addition}`];
}

/** `{ref} - {complete}% complete, {confidence}% confident - {notes}`, without the parts that are empty. */
function mergeRequestLine(entry: MergeRequestEntry, format: StatusFormat): string {
  const values: Record<string, string> = {
    ref: entry.ref.trim(),
    complete: entry.complete === undefined ? '' : String(entry.complete),
    confidence: entry.confidence === undefined ? '' : String(entry.confidence),
    notes: safeLine(entry.notes),
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

/** Lines that follow each other are one paragraph; an empty line parts two. */
function joined(lines: readonly string[]): string {
  let text = '';
  let end = '';
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (!end && line === '' && (text === '' || previous === '')) continue;
    if (text !== '') {
      const isInItem = /^\s+\S/.test(line) && previous !== undefined && itemStart(previous).trim() !== '';
      const isPlain = previous && line && !end && !blockStart.test(line) && !blockStart.test(previous);
      text += isPlain || (isInItem && !end && !blockStart.test(line.trimStart())) ? lineBreak : '\n';
    }
    text += line;
    const mark = /^\s*(`{3,}(?=[^`]*$)|~{3,}|>>>$)/.exec(line)?.[1];
    if (mark && !end) end = mark;
    else if (end && line.trim() === end) end = '';
  }
  return text.trim();
}
