import { labelKey, type Matching } from './labels';
import type { Level, Scale } from './profile';
import { levelsOf, type Reading, readWeight } from './scale';

/** One weight that lives in labels: its name, and the pattern of its labels. */
export type Track = Exclude<Scale['in'], 'field'>[number];

/** A label that says a weight. */
export type WeightLabel = {
  /** As the page spells it: `weight::03`. */
  readonly title: string;
  /** The weight as it is said: `3`, `Medium`. */
  readonly text: string;
  /** `undefined` is what lies above the scale, said by its name. */
  readonly weight: number | undefined;
  readonly reading: Reading;
};

/**
 * The labels of a track among an item's labels. More than one is a contradiction that GitLab's Free tier allows.
 *
 * In a pattern `{n}` stands for a number, with or without leading zeros, and `{name}` for the name of a level or of
 * what lies above them. A pattern with neither has no labels.
 */
export function weightLabels(
  titles: readonly string[],
  { label }: Track,
  scale: Scale,
  matching: Matching,
): WeightLabel[] {
  const isNumber = label.includes('{n}');
  const [start, end] = labelKey(label, matching).split(isNumber ? '{n}' : '{name}');
  if (start === undefined || end === undefined) return [];
  return titles.flatMap(title => {
    const key = labelKey(title, matching);
    if (key.length < start.length + end.length || !key.startsWith(start) || !key.endsWith(end)) return [];
    const value = key.slice(start.length, key.length - end.length);
    const said = isNumber ? numberIn(value, scale) : nameIn(value, scale, matching);
    return said ? [{ title, ...said }] : [];
  });
}

/**
 * The titles that would say a level on a track, the likeliest first. Whether a project has a label is asked of GitLab
 * by its exact title, so a number is tried in both spellings, `2` and `02`.
 *
 * @param present The labels of the track that the item carries: one with a leading zero shows how the team spells.
 */
export function titlesFor(level: Level, { label }: Track, present: readonly WeightLabel[]): string[] {
  if (!label.includes('{n}')) return [label.replace('{name}', () => level.name)];
  const number = String(level.weight);
  const spellings = [number, number.padStart(2, '0')];
  if (present.some(({ title, text }) => title.includes(`0${text}`))) spellings.reverse();
  return [...new Set(spellings.map(one => label.replace('{n}', one)))];
}

function numberIn(value: string, scale: Scale): Omit<WeightLabel, 'title'> | undefined {
  if (!/^\d{1,9}$/.test(value)) return undefined;
  const weight = Number(value);
  return { text: String(weight), weight, reading: readWeight(weight, scale) };
}

function nameIn(value: string, scale: Scale, matching: Matching): Omit<WeightLabel, 'title'> | undefined {
  const level = levelsOf(scale).find(one => labelKey(one.name, matching) === value);
  if (level) return { text: level.name, weight: level.weight, reading: { kind: 'level', level } };
  const { above } = scale;
  if (!above || labelKey(above.name, matching) !== value) return undefined;
  return { text: above.name, weight: undefined, reading: readWeight(Number.POSITIVE_INFINITY, scale) };
}
