import type { Status, StatusField, StatusFormat } from '../profile';

/** A part of a template line: words, or the id of the field that stands there. */
export type TemplatePart = { readonly words: string } | { readonly id: string };

/** Parts a template at its fields, `{id}`. */
export function templateParts(template: string): TemplatePart[] {
  return template.split(/(\{[^{}\s]*\})/).flatMap((part, index): TemplatePart[] => {
    if (index % 2 === 1) return [{ id: part.slice(1, -1) }];
    return part === '' ? [] : [{ words: part }];
  });
}

/** The ids that a template names, in their order. */
export function idsIn(template: string): string[] {
  return templateParts(template).flatMap(part => ('id' in part ? [part.id] : []));
}

/** The fields that a line or block of a format names. */
export function fieldsOf(entry: string, status: Status): StatusField[] {
  const ids = new Set(idsIn(entry));
  return status.fields.filter(field => ids.has(field.id));
}

/** What stands before a list item's words: its indentation and its marker. */
export function itemStart(line: string): string {
  return /^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line)?.[0] ?? '';
}

/** Every line of a format that names a field, with the block that it stands in. */
export function fieldLines(format: StatusFormat): { readonly line: string; readonly block: readonly string[] }[] {
  return format.lines.flatMap(entry => {
    const block = entry.split('\n');
    return block.filter(line => idsIn(line).length > 0).map(line => ({ line, block }));
  });
}
