import type * as z from 'zod/mini';

/** The keys that the format knows at a place of a profile, and after a dot those of the parts that stand there: `when.any`. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const [key, ...rest] = path;
  if (def.type === 'optional') return keysAt(def.innerType, path, data);
  if (def.type === 'array') return keysAt(def.element, rest, entry(data, key));
  if (def.type === 'union') return optionsFor(def, data).flatMap(option => keysAt(option, path, data));
  if (def.type !== 'object') return [];
  if (key === undefined) {
    return Object.entries(def.shape).flatMap(([name, part]) => [
      name,
      ...keysOf(part).map(inner => `${name}.${inner}`),
    ]);
  }
  const next = def.shape[String(key)];
  return next ? keysAt(next, rest, entry(data, key)) : [];
}

function keysOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return keysOf(def.innerType);
  return def.type === 'object' ? Object.keys(def.shape) : [];
}

/** Of a union that a key decides (`kind`), the one that it names. */
function optionsFor(
  def: z.core.$ZodUnionDef | z.core.$ZodDiscriminatedUnionDef,
  data: unknown,
): readonly z.core.$ZodType[] {
  if (!('discriminator' in def)) return def.options;
  const value = entry(data, def.discriminator) as z.core.util.Primitive;
  return def.options.filter(option => option._zod.propValues?.[def.discriminator]?.has(value));
}

function entry(data: unknown, key: PropertyKey | undefined): unknown {
  return typeof data === 'object' && data !== null && key !== undefined ? Reflect.get(data, key) : undefined;
}

/**
 * The key that was probably meant: the one that fewest typing mistakes lead from, if they are no more than a third of its letters.
 */
export function nearest(typed: string, keys: readonly string[]): string | undefined {
  if (typed.length > 40) return undefined;
  const [best] = keys
    .map(key => {
      const name = key.slice(key.lastIndexOf('.') + 1);
      const allowed = Math.max(1, Math.floor(Math.min(name.length, typed.length) / 3));
      return { key, allowed, mistakes: mistakesBetween(typed.toLowerCase(), name.toLowerCase()) };
    })
    .filter(({ mistakes, allowed }) => mistakes <= allowed)
    .sort((one, other) => one.mistakes - other.mistakes);
  return best?.key;
}

/** Letters that are to be put in, taken out or replaced to get from one word to the other. */
function mistakesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 0; column < other.length; column += 1) {
      const replaced = (row[column] ?? 0) + (letter === other[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
