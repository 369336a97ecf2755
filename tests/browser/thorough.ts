/**
 * `npm run test:thorough` runs long tables and walks whole; `npm test`, which is to take minutes, a part of each. What
 * it leaves out differs from what it keeps in a value alone, never in the place or the way.
 */
export const thorough = process.env.THOROUGH === '1';

/** All of a table, or in `npm test` every so manieth entry, beginning with the given one. */
export function oneIn<Entry>(step: number, all: readonly Entry[], from = 0): readonly Entry[] {
  return thorough ? all : all.filter((_, at) => at % step === from % step);
}
