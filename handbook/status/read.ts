import type { Profile, StatusField } from '../profile';

/** A merge request's line in an update. */
export type ReadMergeRequest = {
  /** `!123` or `group/project!123`. */
  readonly ref: string;
  readonly complete: number | null;
  readonly confidence: number | null;
  readonly notes: string | null;
};

/** What a status comment says. "None" is `null`; numbers are percent, 0 to 100. */
export type ReadStatus = {
  readonly complete: number | null;
  readonly confidence: number | null;
  readonly notes: string | null;
  /** Label titles without `~`. */
  readonly concern: readonly string[];
  readonly mrs: readonly ReadMergeRequest[];
};

/**
 * Reads a note's text, Markdown or rendered, as a status comment.
 *
 * Works through the text once, line by line, and never throws. What stands later in the text counts.
 *
 * @param profile Its field names and aliases are read besides the usual English ones.
 * @returns `undefined` when the text is no status comment.
 */
export function readStatus(text: string, profile?: Profile): ReadStatus | undefined {
  const names = fieldNames(profile);
  const found: { complete?: number; confidence?: number; concern?: string[] } = {};
  const notes: string[] = [];
  const mrs = new Map<string, ReadMergeRequest>();
  let isStatus = false;
  let isInNotes = false;

  for (const line of linesOf(text)) {
    const mergeRequest = readMergeRequest(line);
    if (mergeRequest) {
      mrs.set(mergeRequest.ref, mergeRequest);
      isInNotes = false;
      continue;
    }
    const [name, rest] = splitName(line);
    const kind = names.get(name);
    if (kind === undefined) {
      if (isInNotes && line !== '') notes.push(line);
      continue;
    }
    isInNotes = kind === 'notes';
    if (kind === 'summary') {
      const both = readPercents(rest);
      if (both.complete !== undefined) found.complete = both.complete;
      if (both.confidence !== undefined) found.confidence = both.confidence;
      if (both.complete !== undefined || both.confidence !== undefined) isStatus = true;
    } else if (kind === 'mrs') {
      isInNotes = false;
    } else if (kind === 'notes') {
      notes.length = 0;
      if (rest) notes.push(rest);
    } else if (kind === 'concern') {
      found.concern = readLabels(rest);
    } else {
      isStatus = true;
      const percent = readPercent(rest);
      if (percent !== undefined) found[kind] = percent;
    }
  }
  if (!isStatus) return undefined;
  return {
    complete: found.complete ?? null,
    confidence: found.confidence ?? null,
    notes: notes.length === 0 ? null : notes.join('\n'),
    concern: found.concern ?? [],
    mrs: [...mrs.values()],
  };
}

type Kind = 'complete' | 'confidence' | 'notes' | 'concern' | 'summary' | 'mrs';

const usualNames: readonly (readonly [string, Kind])[] = [
  ['complete', 'complete'],
  ['% complete', 'complete'],
  ['confidence', 'confidence'],
  ['notes', 'notes'],
  ['note', 'notes'],
  ['concern', 'concern'],
  ['concerns', 'concern'],
  ['issue status', 'summary'],
  ['status', 'summary'],
  ['mr statuses', 'mrs'],
  ['mr status', 'mrs'],
];

function fieldNames(profile: Profile | undefined): Map<string, Kind> {
  const names = new Map<string, Kind>(usualNames);
  for (const field of profile?.status?.fields ?? []) {
    const kind = kindOf(field);
    if (kind) for (const name of [field.label, ...(field.aliases ?? [])]) names.set(name.toLowerCase(), kind);
  }
  return names;
}

function kindOf(field: StatusField): Kind | undefined {
  if (field.kind === 'percent')
    return field.id === 'confidence' ? 'confidence' : field.id === 'complete' ? 'complete' : undefined;
  if (field.kind === 'text' && field.id === 'notes') return 'notes';
  if (field.kind === 'labels') return 'concern';
  return field.kind === 'merge-requests' ? 'mrs' : undefined;
}

/** The lines that speak: without fenced code, quotes and HTML comments, and without the marks of lists and line breaks. */
function* linesOf(text: string): Generator<string> {
  let fence: string | undefined;
  let isInComment = false;
  for (const raw of text.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1]?.slice(0, 3);
    if (mark) {
      if (fence === undefined) fence = mark;
      else if (fence === mark) fence = undefined;
      continue;
    }
    if (fence !== undefined) continue;
    const start = raw.indexOf('<!--');
    if (isInComment || start === 0) {
      isInComment = !raw.includes('-->');
      continue;
    }
    if (/^ {0,3}>/.test(raw)) continue;
    yield plain(raw);
  }
}

/** A line without list marker, emphasis around the field name, break mark, and backslashes of escaped punctuation. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/\\$/, '')
    .replace(/^([-*+]|\d{1,3}[.)]) +/, '')
    .replace(/^(\*\*|__)([^*_]{1,60}?)(:?)(\*\*|__)(:?)/, '$2$3$5')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}

function splitName(line: string): [name: string, rest: string] {
  const colon = line.indexOf(':');
  if (colon < 1 || colon > 60) return ['', line];
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

const number = /^~?(\d{1,3})(?:\.\d+)?\s*%?/;

function readPercent(text: string): number | undefined {
  const value = Number(number.exec(text)?.[1] ?? Number.NaN);
  return value >= 0 && value <= 100 ? value : undefined;
}

/** `80% complete, 99% confident` in either order. */
function readPercents(text: string): { complete?: number; confidence?: number } {
  const complete = /(?<!\d)(\d{1,3})\s?%\s?(?:complete|done)/i.exec(text)?.[1];
  const confidence = /(?<!\d)(\d{1,3})\s?%\s?(?:confident|confidence|sure)/i.exec(text)?.[1];
  return {
    ...(complete !== undefined && Number(complete) <= 100 ? { complete: Number(complete) } : {}),
    ...(confidence !== undefined && Number(confidence) <= 100 ? { confidence: Number(confidence) } : {}),
  };
}

function readMergeRequest(line: string): ReadMergeRequest | undefined {
  const match = /^((?:[\w.-]{1,255}\/){0,20}[\w.-]{0,255}!\d{1,10})\+?s?\s*[-–—:]\s*(.*)$/.exec(line);
  if (!match) return undefined;
  const [, ref = '', rest = ''] = match;
  const [first = '', ...others] = rest.split(/\s+[-–—]\s+/);
  const percents = readPercents(first);
  const hasPercents = percents.complete !== undefined || percents.confidence !== undefined;
  const notes = (hasPercents ? others : [first, ...others]).join(' - ');
  return { ref, complete: percents.complete ?? null, confidence: percents.confidence ?? null, notes: notes || null };
}

/** `~frontend ~"needs review"`, and bare words where GitLab has rendered the labels. */
function readLabels(text: string): string[] {
  const references = [...text.matchAll(/~(?:"([^"]{1,255})"|([\w?.&:-]{1,255}))/g)].map(
    match => match[1] ?? match[2] ?? '',
  );
  if (references.length > 0) return references;
  return text.split(/[\s,]+/).filter(word => word !== '');
}
