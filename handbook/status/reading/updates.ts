import { lineFrom, sourceLines } from './lines';
import { dateIn, type Health, healthIn } from './marks';
import { type ReadMergeRequest, readMergeRequest } from './merge-requests';
import { type Kind, looksLikeField, namedIn } from './names';
import { readPercents } from './percents';
import { withoutTables } from './tables';

/** A field with everything that stands under its name. An unknown field has no kind. */
export type Section = {
  readonly kind: Kind | undefined;
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
export function updatesIn(text: string, kindOf: (name: string) => Kind | undefined, areFieldsKnown: boolean): Update[] {
  let update = newUpdate();
  const updates = [update];
  let section: Section | undefined;
  const open = (kind: Kind | undefined, value = '', style = '') => {
    section = { kind, value, style, lines: [], checked: [] };
    update.sections.push(section);
  };

  for (const source of withoutTables(sourceLines(text), name => kindOf(name) !== undefined)) {
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
      if (update.isNamed) open('progress', '', mark);
      continue;
    }
    const mergeRequest = readMergeRequest(body);
    if (mergeRequest && (section?.kind === 'mrs' || mergeRequest.complete !== null)) {
      if (!update.mrs.has(mergeRequest.ref)) update.mrs.set(mergeRequest.ref, mergeRequest);
      if (section?.kind !== 'mrs') open('mrs');
      continue;
    }
    const named = namedIn(line);
    const kind = named && kindOf(named.name);
    const isInNotes = section?.kind === 'notes';
    const { isPair, complete = 0, confidence = 0 } = (!isInNotes && readPercents(named?.value ?? body)) || {};
    if (kind || (isPair && !named)) {
      open(kind ?? 'summary', named?.value ?? body, named?.style);
      // Before the first number: what follows the numbers is prose.
      if (section?.kind === 'summary' || kind === 'health') update.health ??= healthIn(line.text.split(/\d/)[0] ?? '');
    } else if (isPair && named && /^\p{L}+(?:[ -]\p{L}+)?$/u.test(named.name)) {
      update.parts.push({ concern: named.name.toLowerCase(), complete, confidence });
    } else if (named?.style === section?.style && named && looksLikeField(named) && !(areFieldsKnown && isInNotes))
      open(undefined, named.value, named.style);
    else if (box) section?.checked.push(body);
    else section?.lines.push(line.text);
  }
  return updates;
}

function newUpdate(date?: string, isNamed = false): Update {
  return { date, isNamed, sections: [], mrs: new Map(), parts: [], health: undefined };
}
