import type { Status, StatusField } from '../../profile';
import type { ReadStatus } from '../read';
import { templateParts } from '../template';
import type { FieldValue, StatusValues } from '../values';
import { lineFrom } from './lines';
import { dateIn } from './marks';
import { readPercent } from './percents';
import type { Section } from './updates';

/** What the fields of a team's form would have to hold to write a comment again. A field that says nothing is absent. */
export function teamValues(read: ReadStatus, sections: readonly Section[], status: Status): StatusValues {
  const values: Record<string, FieldValue> = {};
  const put = (id: string, value: FieldValue | undefined) => {
    const isNothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isNothing && !Object.hasOwn(values, id)) values[id] = value;
  };
  for (const section of sections)
    for (const [id, said] of partsOf(section, status)) {
      const field = status.fields.find(one => one.id === id);
      if (field) put(id, fieldValue(field, section, said));
    }
  for (const field of status.fields) {
    if (field.kind === 'date') put(field.id, read.date);
    if (field.kind === 'labels') put(field.id, read.concern);
    if (field.kind === 'percent' && (field.id === 'complete' || field.id === 'confidence'))
      put(field.id, read[field.id] ?? undefined);
    if (field.kind === 'text' && field.id === 'notes') put(field.id, read.notes ?? undefined);
    if (field.kind === 'merge-requests')
      put(
        field.id,
        read.mrs.map(({ ref, complete, confidence, notes }) => ({
          ref,
          complete: complete ?? undefined,
          confidence: confidence ?? undefined,
          notes: notes ?? '',
        })),
      );
  }
  for (const field of status.fields)
    if (field.kind === 'checks' && field.into) takeAdditions(field, field.into, values);
  return values;
}

/** The words that stand for each field behind a name: the template says what parts them. */
function partsOf({ known, value }: Section, status: Status): [id: string, said: string][] {
  const { field, pattern } = known ?? {};
  if (!field) return [];
  const parts = templateParts(pattern ?? '');
  const found: [string, string][] = [];
  let rest = value;
  for (const [index, part] of parts.entries()) {
    if ('words' in part) continue;
    const next = parts[index + 1];
    const last = parts[index - 1];
    const before = last && 'words' in last ? last.words.trim() : '';
    const after = next && 'words' in next ? next.words.trimEnd() : '';
    rest = rest.trimStart();
    if (rest.startsWith(before)) rest = rest.slice(before.length);
    const end = after ? rest.indexOf(after) : rest.length;
    const said = rest.slice(0, end < 0 ? rest.length : end).trim();
    found.push([part.id, said === '…' ? '' : said]);
    rest = end < 0 ? '' : rest.slice(end);
  }
  const isTemplate = found.length > 0 && status.fields.some(({ id }) => id === found[0]?.[0]);
  return isTemplate ? found : [[field.id, value]];
}

function fieldValue(field: StatusField, section: Section, said: string): FieldValue | undefined {
  switch (field.kind) {
    case 'percent': {
      const value = readPercent(said)?.value;
      return value !== undefined && value >= 0 && value <= 100 ? value : undefined;
    }
    case 'date':
      return dateIn(said);
    case 'list':
      return linesOf(section, said)
        .map(line => line.trim().replace(/^(?:[-*+]|\d+[.)])\s+/, ''))
        .filter(item => item !== '');
    case 'text':
      return textOf(section, said);
    case 'choice':
      return optionFor(section.checked[0] ?? linesOf(section, said)[0] ?? '', field.options);
    case 'checks':
      return section.checked.flatMap(text => optionFor(text, field.options) ?? []);
    case 'labels':
    case 'merge-requests':
      // The reader finds these wherever they stand.
      return undefined;
  }
}

function linesOf({ lines }: Section, said: string): string[] {
  return [said, ...lines].filter(line => line.trim() !== '' && !/^\s*[-*+] \[ \]/.test(line));
}

/** Text without the margin that its place in the template gave it. */
function textOf({ known, lines, value }: Section, said: string): string {
  const { margin = 0, isLine } = known ?? {};
  const all = value === '' && said === '' ? lines : [said, ...lines];
  const own = new RegExp(`^ {0,${margin}}`);
  const first = all.findIndex(line => line.trim() !== '');
  const text = all.map((line, index) => {
    // The list marker before the first line belongs to the template.
    if (isLine && margin > 0 && index === first) return line.replace(/^\s*(?:[-*+]|\d+[.)])(?:\s+|$)/, '');
    return line.replace(own, '');
  });
  return text.join('\n').trim();
}

type Option = { readonly say: string; readonly write?: string | undefined };

function optionFor(said: string, options: readonly Option[]): string | undefined {
  const words = bare(said);
  return (
    options.find(({ say, write = say }) => bare(write) === words || bare(say) === words) ??
    options.find(({ write, say }) => words.startsWith(`${bare(write ?? say)} `))
  )?.say;
}

/** An option's words as they are compared: without marks, emoji and case. */
function bare(text: string): string {
  return lineFrom({ raw: text.slice(0, 2_000) })
    .body.replace(/[*_`\\]/g, '')
    .trim()
    .toLowerCase();
}

/** Takes the words of check boxes off the end of the text that they were added to. */
function takeAdditions(
  field: { readonly id: string; readonly options: readonly Option[] },
  into: string,
  values: Record<string, FieldValue>,
): void {
  const text = values[into];
  if (typeof text !== 'string') return;
  const checked: string[] = [];
  let rest = text;
  for (const { say, write = say } of [...field.options].reverse()) {
    const start = [`, `, ' - ', '\n\n', ''].find(mark => rest.endsWith(mark + write) && (mark || rest === write));
    if (start === undefined) continue;
    checked.unshift(say);
    rest = rest.slice(0, rest.length - write.length - start.length);
  }
  if (checked.length === 0) return;
  values[field.id] = checked;
  if (rest === '') delete values[into];
  else values[into] = rest;
}
