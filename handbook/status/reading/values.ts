import type { Status } from '../../profile';
import type { ReadStatus } from '../read';
import { labelsIn } from './marks';
import { inRange, readPercent, readPercents } from './percents';
import { teamValues } from './team-values';
import type { Section, Update } from './updates';

/** What a form asks is no answer: `"what was done"`, `How far is it?`. */
const isQuestion = /[?"”]$/;

type Field = 'complete' | 'confidence';

/** The values of an update, or `undefined` when it is none: prose, a question, a list of several issues. */
export function valuesOf(
  { date, health, isNamed, mrs, parts, sections }: Update,
  status: Status | undefined,
): ReadStatus | undefined {
  const percents: { [field in Field]?: number | undefined } = {};
  const invalid = new Set<Field>();
  const texts: { [kind in 'notes' | 'progress' | 'free' | 'blockers']?: string | null } = {};
  let hasNumber = parts.length > 0 || [...mrs.values()].some(entry => entry.complete !== null);
  let previousComplete: number | undefined;
  let confidenceText: string | undefined;
  let concern: string[] | undefined;
  let ref: string | undefined;

  const take = (field: Field, value = Number.NaN) => {
    if (Number.isNaN(value)) return;
    hasNumber = true;
    percents[field] ??= inRange(value);
    if (inRange(value) === undefined) invalid.add(field);
  };

  for (const section of sections) {
    const { kind, value, lines, checked } = section;
    const read = readPercent(value || (lines.find(line => line.trim()) ?? ''));
    if (kind === 'complete' || kind === 'confidence' || (kind === 'progress' && value && read)) {
      const field = kind === 'confidence' ? kind : 'complete';
      const [word = '', ...more] = value ? [value] : checked;
      if (read) take(field, read.value);
      else if (field === 'complete' && !isBlank(value)) invalid.add(field);
      else if (field === 'confidence' && more.length === 0 && !isBlank(word)) confidenceText ??= firstWords(word);
      if (field === 'complete') previousComplete ??= inRange(read?.previous);
    } else if (kind === 'notes' || kind === 'progress' || kind === 'blockers') texts[kind] ??= textOf(section);
    else if (kind === 'summary') {
      const both = readPercents(value);
      take('complete', both?.complete);
      take('confidence', both?.confidence);
      if (both) texts.free ??= textOf({ ...section, value: both.rest });
    } else if (kind === 'concern') concern ??= value ? concernIn(value) : labelsIn(lines.join(' '));
    else if (kind === 'item') ref ??= /^[\w./-]*#\d{1,10}$/.exec(value)?.[0];
  }

  const { complete = null, confidence = null } = percents;
  const { notes, progress, free, blockers } = texts;
  const kinds = new Set(sections.map(({ kind }) => kind));
  const isForm = kinds.has('complete') && kinds.has('confidence');
  const isReport =
    progress && !isQuestion.test(progress) && (isNamed || blockers !== undefined || confidenceText || health);
  if (!hasNumber && !isForm && !isReport && !isTeamForm(sections, status)) return undefined;
  const read: ReadStatus = {
    complete,
    confidence,
    notes: notes ?? progress ?? free ?? null,
    concern: concern ?? [],
    mrs: [...mrs.values()],
    confidenceText: confidence === null ? confidenceText : undefined,
    health,
    date,
    previousComplete,
    parts: parts.length > 0 ? parts : undefined,
    items: ref && complete !== null ? [{ ref, complete }] : undefined,
    blockers,
    invalid: invalid.size > 0 ? [...invalid] : undefined,
  };
  return status ? { ...read, values: teamValues(read, sections, status) } : read;
}

/** Whether a comment has every field that the team's form requires, and says something in one of them. */
function isTeamForm(sections: readonly Section[], status: Status | undefined): boolean {
  const required = (status?.fields ?? []).filter(field => field.required && field.kind !== 'date');
  const found = required.map(({ id }) => sections.find(({ known }) => known?.field?.id === id));
  return (
    found.length > 0 &&
    found.every(section => section !== undefined) &&
    found.some(section => section && textOf(section) !== null)
  );
}

/** A field's text. Beside notes, which stay as they were typed, a list of one item is its item. */
function textOf({ kind, value, lines, checked }: Section): string | null {
  const text = [value, ...lines, ...checked].join('\n').trim();
  const single = kind === 'notes' || text.includes('\n') ? text : text.replace(/^(?:[-*+]|\d+[.)])\s+/, '');
  return isNone(single) ? null : single;
}

function isNone(text: string): boolean {
  return text.length < 20 && /^[*_`]*(?:none|n\/a)?[*_`.]*$/i.test(text);
}

/** None, or a placeholder for a number: `XX%`, `?`. */
function isBlank(text: string): boolean {
  return isNone(text) || (text.length < 20 && /^[*_`]*(?:[xn]+|[-–—…?.]+)?\s?%?[*_`]*$/i.test(text));
}

/** `On track - we will deliver` is `On track`. */
function firstWords(text: string): string | undefined {
  return text.replace(/[*_`]/g, '').split(/\s[-–—]\s/, 1)[0];
}

/** Labels, or a few bare words where GitLab has rendered them. A sentence is no list of labels. */
function concernIn(text: string): string[] {
  const labels = labelsIn(text);
  const words = text.toLowerCase().split(/[\s,]+/, 6);
  return labels.length > 0 || isNone(text) || words.length > 4 ? labels : words.filter(word => /^[^~]/.test(word));
}
