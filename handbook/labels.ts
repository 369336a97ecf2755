/**
 * How a profile's label titles are compared with those of the page.
 *
 * - `tolerant` (the default): case is ignored and `:` equals `::`. The Package group's own handbook page writes
 *   `Package::P1` and `Package:P1` for one label.
 * - `strict`: titles are equal character for character.
 */
export type Matching = 'tolerant' | 'strict';

/** The form of a label title under which equal titles are equal strings. */
export function labelKey(title: string, matching: Matching): string {
  const trimmed = title.trim();
  return matching === 'strict' ? trimmed : trimmed.toLowerCase().replace(/\s*::?\s*/g, ':');
}

/**
 * The first of an item's labels that a profile names.
 *
 * @returns The title as the page spells it, so that people see the label they know; `undefined` when none is there.
 */
export function findLabel(
  present: readonly string[],
  wanted: readonly string[],
  matching: Matching,
): string | undefined {
  const keys = new Set(wanted.map(title => labelKey(title, matching)));
  return present.find(title => keys.has(labelKey(title, matching)));
}
