import type { Status, StatusField, StatusFormat } from '../profile';
import { isEmpty } from './empty';

/** One merge request of an update, as people write it: `!11111` or `group/project!11111`. */
export type MergeRequestEntry = {
  readonly ref: string;
  /** Percent, 0 to 100. */
  readonly complete: number | undefined;
  /** Percent, 0 to 100. */
  readonly confidence: number | undefined;
  readonly notes: string;
};

/** What one field of the form holds; the field's kind in the profile says which of these it is. */
export type FieldValue = number | string | readonly string[] | readonly MergeRequestEntry[];

/** The filled fields of a status update by the field's id in the profile. A missing field is empty. */
export type StatusValues = Readonly<Record<string, FieldValue | undefined>>;

/** A percent field's number, 0 to 100 or whatever was typed: `problemsIn` judges it. */
export function percentIn(values: StatusValues, id: string): number | undefined {
  const value = values[id];
  return typeof value === 'number' ? value : undefined;
}

export function textIn(values: StatusValues, id: string): string {
  const value = values[id];
  return typeof value === 'string' ? value : '';
}

/** The items of a list, the checked boxes of a `checks` field by what they say, or a label field's titles. */
export function listIn(values: StatusValues, id: string): readonly string[] {
  const value = values[id];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** A date field's day, `2026-03-09`; `undefined` when there is none, or when the text is no day. */
export function dateIn(values: StatusValues, id: string): string | undefined {
  const text = textIn(values, id).trim();
  return isDay(text) ? text : undefined;
}

/** `~backend`; a name with other characters than GitLab's quick actions take bare is quoted: `~"needs review"`. */
export function labelReference(title: string): string {
  return /^(?!\d+$)[\w?.&-]+(::[\w?.&-]+)*$/.test(title) ? `~${title}` : `~"${title.replaceAll('"', '')}"`;
}

export function mergeRequestsIn(values: StatusValues, id: string): readonly MergeRequestEntry[] {
  const value = values[id];
  return Array.isArray(value) ? value.filter((one): one is MergeRequestEntry => typeof one === 'object') : [];
}

/** The format that the values propose: the merge request format as soon as there is a merge request. */
export function formatFor(values: StatusValues, status: Status): StatusFormat {
  const hasMergeRequests = status.fields.some(
    field => field.kind === 'merge-requests' && mergeRequestsIn(values, field.id).length > 0,
  );
  const proposed =
    status.formats.find(format => (format.when === 'merge-requests') === hasMergeRequests) ?? status.formats[0];
  if (!proposed) throw new Error('A status comment has at least one format: the profile schema demands it.');
  return proposed;
}

/** What stops a comment from being written: the field's id (`mrs.0.ref` inside a merge request) and a sentence. */
export type FieldProblem = { readonly field: string; readonly message: string };

const reference = /^([a-z0-9_][\w.-]*(\/[\w.-]+)*)?![1-9]\d{0,9}$/i;

/** Every problem of the values, in the order of the form. */
export function problemsIn(values: StatusValues, status: Status): FieldProblem[] {
  return status.fields.flatMap((field): FieldProblem[] => {
    if (field.kind === 'percent') {
      const value = percentIn(values, field.id);
      if (value === undefined && field.required) return [missing(field)];
      return isPercent(value) ? [] : [{ field: field.id, message: `${field.label} is 0 to 100.` }];
    }
    if (field.kind === 'merge-requests') {
      const entries = mergeRequestsIn(values, field.id);
      if (entries.length === 0 && field.required) return [missing(field)];
      return entries.flatMap((entry, index) => {
        const at = `${field.id}.${index}`;
        return [
          reference.test(entry.ref.trim())
            ? []
            : [{ field: `${at}.ref`, message: 'A merge request is written !123 or group/project!123.' }],
          isPercent(entry.complete) ? [] : [{ field: `${at}.complete`, message: 'Complete is 0 to 100.' }],
          isPercent(entry.confidence) ? [] : [{ field: `${at}.confidence`, message: 'Confidence is 0 to 100.' }],
        ].flat();
      });
    }
    const text = textIn(values, field.id).trim();
    if (field.kind === 'date' && text !== '' && !isDay(text)) {
      return [{ field: field.id, message: `${field.label} is a day such as 2026-03-09.` }];
    }
    if (field.kind === 'choice' && text !== '' && !field.options.some(({ say }) => say === text)) {
      return [
        { field: field.id, message: `${field.label} is one of ${field.options.map(({ say }) => say).join(', ')}.` },
      ];
    }
    return field.required && isEmpty({ [field.id]: values[field.id] }) ? [missing(field)] : [];
  });
}

function missing({ id, label }: StatusField): FieldProblem {
  return { field: id, message: `Fill in: ${label}.` };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isPercent(value: number | undefined): boolean {
  return value === undefined || (value >= 0 && value <= 100);
}
