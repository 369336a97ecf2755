import * as z from 'zod/mini';

// Without this zod compiles its checks with `new Function`, which extension pages forbid.
z.config({ jitless: true });

/** What a part or key of the format means. `docs/profile-format.md` and the JSON Schema are made of it. */
export type Meaning = {
  /** Names a part that has a section of its own in the reference. */
  readonly id?: string;
  readonly description?: string;
  /** What holds where the key is left out. */
  readonly default?: unknown;
};

/** The meanings of all parts and keys. */
export const meanings = z.registry<Meaning>();

/** The same schema, with what it means at this place. */
export function about<Schema extends z.ZodMiniType>(schema: Schema, description: string, more: Meaning = {}): Schema {
  const copy = schema.clone();
  meanings.add(copy, { ...more, description });
  return copy;
}

/** A schema that has a section of its own in the reference. */
export function part<Schema extends z.ZodMiniType>(id: string, description: string, schema: Schema): Schema {
  meanings.add(schema, { id, description });
  return schema;
}

/**
 * A list of at most so many entries.
 *
 * @param entries What they are called: `levels`.
 */
export function listOf<Item extends z.ZodMiniType>(item: Item, entries: string, most: number) {
  return z.array(item, `a list of ${entries}`).check(z.maxLength(most, `at most ${most} ${entries}`));
}

/** A list that is not empty. @param entry What one of them is called: `level`. */
export function someOf<Item extends z.ZodMiniType>(item: Item, entry: string, most: number) {
  return listOf(item, `${entry}s`, most).check(z.minLength(1, `at least one ${entry}`));
}

// Every message is a noun phrase: `problems.ts` puts it after "expected".
export const text = part(
  'text',
  'Words, of 1 to 2000 characters. Handrail shows them as they are: HTML and Markdown in them stay plain characters.',
  z.string('a text').check(z.minLength(1, 'a text that is not empty'), z.maxLength(2_000, 'at most 2000 characters')),
);
export const labelTitle = part(
  'labelName',
  'The name of a label as GitLab shows it, scope included (`Package::P1`), of 1 to 255 characters.',
  z
    .string('a label name')
    .check(z.minLength(1, 'a label name'), z.maxLength(255, 'a label name of at most 255 characters')),
);
export const labelTitles = listOf(labelTitle, 'label names', 100);
export const texts = listOf(text, 'texts', 100);
export const percent = part(
  'percent',
  'A number from 0 to 100, without the sign.',
  z.number('a number from 0 to 100').check(z.gte(0, 'a number from 0 to 100'), z.lte(100, 'a number from 0 to 100')),
);
export const weight = part(
  'weight',
  'A whole number from 0 to 1000000.',
  z
    .int('a whole number, 0 or more')
    .check(z.gte(0, 'a whole number, 0 or more'), z.lte(1_000_000, 'a whole number, at most 1000000')),
);
export const days = part(
  'days',
  'A number of days above 0 and at most 3650: `14`, `0.5`.',
  z.number('a number of days').check(z.gt(0, 'a number of days above 0'), z.lte(3_650, 'at most 3650 days')),
);
export const truth = z.boolean('true or false');
const address = part(
  'webAddress',
  'It starts with `http://` or `https://` and has at most 2000 characters.',
  z
    .string('a web address')
    .check(
      z.regex(/^https?:\/\/\S+$/, 'a web address that starts with http:// or https://'),
      z.maxLength(2_000, 'at most 2000 characters'),
    ),
);
export const link = about(
  address,
  'The page that says so. It is opened when somebody follows the link, and never read.',
);

/** Said of what a profile can hold already and no part of Handrail reads yet. */
export const later = 'Kept for later: Handrail does not show it yet.';
