import { type Line, lineFrom, sourceLines, unescaped } from './lines';
import { dateIn, type Health, healthIn } from './marks';
import { type ReadMergeRequest, readMergeRequest } from './merge-requests';
import { type Kind, type Known, leadIn, looksLikeField, type Named, type Names, namedIn } from './names';
import { readPercents } from './percents';
import { withoutTables } from './tables';

/** A field with everything that stands under its name. An unknown field has no kind. */
export type Section = {
  readonly kind: Kind | undefined;
  /** What the name stands for in the team's agreement. */
  readonly known: Known | undefined;
  readonly style: string;
  readonly value: string;
  readonly lines: string[];
  /** The texts of task items that are checked. */
  readonly checked: string[];
};

/** One side's line where two share a comment: `Frontend: 80% complete, 90% confident`. */
export type ReadPart = { readonly concern: string; readonly complete: number; readonly confidence: number };

/** What stands under one date, or the whole comment where no date parts it. */
export type Update = {
  readonly date: string | undefined;
  /** Its heading calls it a status, so that free text under it is one. */
  readonly isNamed: boolean;
  readonly sections: Section[];
  readonly mrs: Map<string, ReadMergeRequest>;
  readonly parts: ReadPart[];
  health: Health | undefined;
};

/**
 * Parts a comment into its updates, and each into its fields.
 *
 * @param areFieldsKnown A team's fields are all there are: what else looks like one in notes is part of them.
 */
export function updatesIn(text: string, names: Names, areFieldsKnown: boolean): Update[] {
  let update = newUpdate();
  const updates = [update];
  let section: Section | undefined;
  const open = (known: Known | undefined, value = '', style = '') => {
    section = { kind: known?.kind, known, value: unescaped(value), style, lines: [], checked: [] };
    update.sections.push(section);
  };

  for (const source of withoutTables(sourceLines(text), names)) {
    const line = lineFrom(source);
    const { body, mark, box } = line;
    if (box === ' ' || body === '') {
      section?.lines.push(line.text);
      continue;
    }
    const action = /^\/([a-z_]+)(?:\s|$)/.exec(source.raw)?.[1];
    if (action) {
      if (action === 'health_status') update.health = healthIn(body);
      continue;
    }
    // A heading with a date, or before the first field a line that begins with one.
    const isStart = mark === '#' || (update.sections.length === 0 && /^\W{0,4}\d{1,4}[-/]\d/.test(body));
    const date = isStart ? dateIn(body) : undefined;
    if (date) {
      update = newUpdate(date, mark === '#' && /status|update/i.test(body));
      updates.push(update);
      section = undefined;
      if (update.isNamed) open({ kind: 'progress' }, '', mark);
      continue;
    }
    const isEntry = readMergeRequest(body);
    const mergeRequest = readMergeRequest(unescaped(body));
    if (mergeRequest && (section?.kind === 'mrs' || isEntry?.complete != null)) {
      if (!update.mrs.has(mergeRequest.ref)) update.mrs.set(mergeRequest.ref, mergeRequest);
      if (section?.kind !== 'mrs') open({ kind: 'mrs' });
      continue;
    }
    const isText = areFieldsKnown && isTextual(section);
    const lead = leadIn(line);
    const named = lead && names(lead.name)?.isLead ? lead : namedIn(line);
    const known = nameIn(line, named, isText, names);
    const { isPair, complete = 0, confidence = 0 } = (!isText && readPercents(named?.value ?? body)) || {};
    if (known || (isPair && !named && section?.kind !== 'notes')) {
      open(known ?? { kind: 'summary' }, known && !named ? '' : (named?.value ?? body), named?.style ?? mark);
      // Before the first number: what follows the numbers is prose.
      const isHealth = section?.kind === 'summary' || known?.kind === 'health';
      if (isHealth) update.health ??= healthIn(line.text.split(/\d/)[0] ?? '');
    } else if (isPair && section?.kind !== 'notes' && named && /^\p{L}+(?:[ -]\p{L}+)?$/u.test(named.name)) {
      update.parts.push({ concern: named.name.toLowerCase(), complete, confidence });
    } else if (!isText && named?.style === section?.style && named && looksLikeField(named))
      open(undefined, named.value, named.style);
    else if (box && !isText) section?.checked.push(unescaped(body));
    else {
      if (names.free && (!section || section.kind === 'summary')) open(names.free);
      section?.lines.push(line.text);
    }
  }
  return updates;
}

/** Text of a person, in which only a name of the team's own ends the field. */
function isTextual(section: Section | undefined): boolean {
  const { field } = section?.known ?? {};
  return field ? field.kind === 'text' || field.kind === 'list' : section?.kind === 'notes';
}

/** What a line's name stands for. In text a heading or question counts only where the team's template has it. */
function nameIn(line: Line, named: Named | undefined, isText: boolean, names: Names): Known | undefined {
  const known = names(named?.name ?? line.body);
  if (known?.isHeading) return line.mark === '#' ? known : undefined;
  if (known?.isLine || (isText && known?.kind === 'mrs')) return known;
  return named && !(isText && named.isBare) ? known : undefined;
}

/**
 * A line of a person's text so that it is not read as something else: the name of another field, a merge request's
 * numbers, an update's date. Only backslashes are added, which Markdown does not show.
 */
export function asText(raw: string, names: Names): string {
  const line = lineFrom({ raw });
  if (readMergeRequest(line.body)?.complete != null) return raw.replace('%', '\\%');
  if (line.mark === '#' && dateIn(line.body)) return raw.replace(/(\d)([-/])(?=\d)/, '$1\\$2');
  const named = namedIn(line);
  return named && !named.isBare && nameIn(line, named, true, names) ? raw.replace(/[:：]/, '\\$&') : raw;
}

function newUpdate(date?: string, isNamed = false): Update {
  return { date, isNamed, sections: [], mrs: new Map(), parts: [], health: undefined };
}
