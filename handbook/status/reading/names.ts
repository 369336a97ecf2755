import type { Status, StatusField } from '../../profile';
import { fieldLines, idsIn, itemStart } from '../template';
import { type Line, lineFrom } from './lines';
import { cellsOf } from './tables';

/** What a field of a status comment says. `progress` tells in words what was done, `item` names the issue itself. */
export type Kind = keyof typeof usualNames;

const usualNames = {
  complete: 'complete|completed|completion|% complete|% done',
  confidence: 'confidence|how confident|shipping',
  notes: 'notes|note',
  progress: 'progress|progress & status|current status|achievements',
  concern: 'concern|concerns',
  summary: 'issue status|status|update',
  mrs: 'mrs|mr status|mr statuses|merge requests',
  blockers: 'blockers',
  health: 'health|health status',
  item: 'issue',
};

/** What a name stands for: one of the usual kinds, the team's field, or both. */
export type Known = {
  readonly kind?: Kind | undefined;
  readonly field?: StatusField | undefined;
  /** How the team's template goes on behind the name: ` {complete}% (change from {previous}%)`. */
  readonly pattern?: string | undefined;
  /** How far the template sets the lines of this field in. */
  readonly margin?: number;
  /** The name is a line of its own, so that it needs no colon. */
  readonly isLine?: boolean;
  /** The name is bold and its value follows without a colon. */
  readonly isLead?: boolean;
  /** A heading of the template that names no field, but ends the one before. */
  readonly isHeading?: boolean;
};

/** Tells what a name stands for; `free` is the team's field whose text has no name in the comment. */
export type Names = ((name: string) => Known | undefined) & { readonly free?: Known | undefined };

let usual: Names | undefined;
const teams = new WeakMap<Status, Names>();

/** Tells a field by its name: those of the team's fields, aliases and templates, and the usual English ones. */
export function fieldKinds(status: Status | undefined): Names {
  if (!status) {
    usual ??= namesOf(undefined);
    return usual;
  }
  const names = teams.get(status) ?? namesOf(status);
  teams.set(status, names);
  return names;
}

function namesOf(status: Status | undefined): Names {
  const names = new Map<string, Known>();
  for (const [kind, all] of Object.entries(usualNames) as [Kind, string][])
    for (const name of all.split('|')) names.set(name, { kind });
  for (const field of status?.fields ?? []) {
    const known = { kind: kindOf(field), field };
    for (const name of [field.label, ...(field.aliases ?? [])]) names.set(bareName(name), known);
  }
  for (const format of status?.formats ?? [])
    for (const { line, block } of fieldLines(format))
      for (const { name, ...known } of templateNames(line, block, status?.fields ?? [])) {
        const bare = bareName(name);
        // Two percents in one line are what the usual summary has.
        const isSummary = names.get(bare)?.kind === 'summary' && known.field.kind === 'percent';
        if (bare && !isSummary) names.set(bare, { ...known, kind: kindOf(known.field) });
      }
  for (const line of status?.formats.flatMap(({ lines }) => lines.join('\n').split('\n')) ?? []) {
    const { body, mark } = lineFrom({ raw: line });
    const bare = mark === '#' ? bareName(body) : '';
    if (!bare || idsIn(line).length > 0) continue;
    const known = names.get(bare);
    names.set(bare, known ? { ...known, isLine: true } : { isHeading: true });
  }
  const find = (name: string) => {
    const bare = bareName(name);
    const plain = bare.replace(/^\| /, '');
    return names.get(bare) ?? names.get(plain) ?? names.get(plain.replace(qualifier, ''));
  };
  return Object.assign(find, { free: freeField(status) });
}

/** The text field that stands in a line of its own, under no name. */
function freeField(status: Status | undefined): Known | undefined {
  const alone = new Set(status?.formats.flatMap(({ lines }) => lines));
  const field = status?.fields.find(({ id, kind }) => kind === 'text' && alone.has(`{${id}}`));
  return field && { kind: kindOf(field), field, pattern: `{${field.id}}` };
}

function bareName(name: string): string {
  return name.slice(0, 101).replace(/[*_`]/g, '').trim().toLowerCase();
}

/** The names that a template's line gives to its fields: before the colon, on the line above, in a table's header. */
function templateNames(
  line: string,
  block: readonly string[],
  fields: readonly StatusField[],
): (Known & { readonly name: string; readonly field: StatusField })[] {
  const named = (name: string, pattern: string, more: { isLine?: boolean; isLead?: boolean } = {}) => {
    const field = fields.find(({ id }) => id === idsIn(pattern)[0]);
    return field ? [{ name, field, pattern, margin: itemStart(line).length, ...more }] : [];
  };
  if (line.trimStart().startsWith('|')) {
    const header = cellsOf(block.find(one => one.trimStart().startsWith('|')) ?? '');
    return cellsOf(line).flatMap((cell, index) => named(`| ${header[index] ?? ''}`, cell));
  }
  const whole = lineFrom({ raw: line });
  const own = namedIn(whole) ?? leadIn(whole);
  if (own?.value && idsIn(own.name).length === 0)
    return named(own.name, own.value, { isLead: namedIn(whole) === undefined });
  const above = block.slice(0, block.indexOf(line)).findLast(one => one.trim() !== '' && idsIn(one).length === 0);
  if (above === undefined) return [];
  const title = lineFrom({ raw: above });
  return named(namedIn(title)?.name ?? title.body, whole.body, { isLine: true });
}

function kindOf({ kind, id }: StatusField): Kind | undefined {
  if (kind === 'labels') return 'concern';
  if (kind === 'merge-requests') return 'mrs';
  return Object.hasOwn(usualNames, id) ? (id as Kind) : undefined;
}

/** `Progress this week`, `Confidence for current milestone`, `Confidence level`, `How confident are you …?`. */
const qualifier = / (?:#|level|today|are you .*|(?:for |in )?(?:the |this )?(?:current )?(?:week|milestone|sprint))$/;

/** A field's name with what stands behind it. */
export type Named = {
  readonly name: string;
  readonly value: string;
  /** How the name is written. Fields of one comment look alike, which tells an unknown field from notes. */
  readonly style: string;
  /** Without a colon: a heading, a bold line, a question. */
  readonly isBare: boolean;
};

/** Splits `name: value`; a heading, a bold line and a question are names without a value. */
export function namedIn({ body, mark }: Line): Named | undefined {
  const bold = /^(?:\*\*|__)/.exec(body)?.[0] ?? '';
  // The two marks around the name, of which one may stand behind the colon.
  const plain = body.replace(bold, '').replace(bold, '');
  const colon = plain.slice(0, 101).search(/(?<!\\)[:：](?!\/\/)/);
  if (colon < 0 && mark !== '#' && !(bold && body.endsWith(bold)) && !body.endsWith('?')) return undefined;
  const value = colon < 0 ? '' : plain.slice(colon + 1).trim();
  const name = plain.slice(0, colon < 0 ? 101 : colon).trim();
  return { name, value, style: mark + bold + (value && '='), isBare: colon < 0 };
}

/** `**name** value`: a bold name without a colon, which only a team's own template has. */
export function leadIn({ body, mark }: Line): Named | undefined {
  const [, name = '', value = ''] = /^\*\*([^*]{1,100})\*\*(?: +(.*))?$/.exec(body) ?? [];
  return name ? { name, value, style: `${mark}**=`, isBare: false } : undefined;
}

/** Whether a name that is no field's looks like one: a few words, and a capital where nothing else sets it off. */
export function looksLikeField({ name, style }: Named): boolean {
  return name.length <= 60 && name.split(' ').length <= 5 && (style.length > 1 || /^\p{Lu}/u.test(name));
}
