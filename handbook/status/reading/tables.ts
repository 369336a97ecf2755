import type { SourceLine } from './lines';
import type { Names } from './names';

/**
 * Writes a table of fields as lines `name: value`: one whose header names fields and that has one row, or a
 * team's lists in its columns, or one with two columns of name and value. Other tables, such as a roll-up of several issues, stay as they are.
 *
 * @param names What a cell names; a column is asked for as `| name`.
 */
export function withoutTables(lines: readonly SourceLine[], names: Names): SourceLine[] {
  const result: SourceLine[] = [];
  for (let index = 0, end = 0; index < lines.length; index = end) {
    for (end = index; isRow(lines[end]); ) end += 1;
    const rows = lines.slice(index, end);
    if (end === index) end += 1;
    const fields = /^[\s|:-]*$/.test(rows[1]?.raw ?? 'none')
      ? fieldsOf(
          rows.map(({ raw }) => cellsOf(raw)),
          names,
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

function fieldsOf([header = [], , ...body]: string[][], names: Names): SourceLine[] {
  const known = (name = '') => {
    const found = names(`| ${name}`);
    return found?.isHeading ? undefined : found;
  };
  const isPairs = header.length === 2 && !known(header[1]);
  const areLists = header.length <= 20 && header.every(name => known(name)?.field?.kind === 'list');
  if (!isPairs && !areLists && body.length !== 1) return [];
  const pairs = isPairs
    ? [header, ...body].map(([name, value = '']) => [name, value] as const)
    : header.map((name, index) => [name, body.map(row => row[index] ?? '').join('<br>')] as const);
  return pairs
    .filter(([name]) => known(name) !== undefined)
    .flatMap(([name, value]) => `| ${name}: ${value}`.split(/<br ?\/?>/i).map(raw => ({ raw })));
}

/** The cells of a table's row. */
export function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());
}
