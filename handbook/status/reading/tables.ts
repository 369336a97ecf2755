import type { SourceLine } from './lines';

/**
 * Writes a table of fields as lines `name: value`: one whose header names fields and that has one row, or one with two
 * columns of name and value. Other tables, such as a roll-up of several issues, stay as they are.
 *
 * @param isField Whether a cell names a field.
 */
export function withoutTables(lines: readonly SourceLine[], isField: (name: string) => boolean): SourceLine[] {
  const result: SourceLine[] = [];
  for (let index = 0, end = 0; index < lines.length; index = end) {
    for (end = index; isRow(lines[end]); ) end += 1;
    const rows = lines.slice(index, end);
    if (end === index) end += 1;
    const fields = /^[\s|:-]*$/.test(rows[1]?.raw ?? 'none')
      ? fieldsOf(
          rows.map(({ raw }) => cellsOf(raw)),
          isField,
        )
      : [];
    // One by one: a call takes only so many arguments.
    for (const line of fields.length > 0 ? fields : lines.slice(index, end)) result.push(line);
  }
  return result;
}

function isRow(line: SourceLine | undefined): boolean {
  return line?.isSilent === false && line.raw.includes('|');
}

function fieldsOf([header = [], , ...body]: string[][], isField: (name: string) => boolean): SourceLine[] {
  const isPairs = header.length === 2 && !isField(header[1] ?? '');
  const [row = [], ...others] = body;
  const pairs = isPairs
    ? [header, ...body]
    : others.length === 0
      ? header.map((name, index) => [name, row[index]])
      : [];
  return pairs
    .filter(([name = '']) => isField(name))
    .flatMap(([name, value = '']) => `${name}: ${value}`.split(/<br ?\/?>/i).map(raw => ({ raw })));
}

/** The cells of a table's row. */
export function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());
}
