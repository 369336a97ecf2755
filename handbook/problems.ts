import type * as z from 'zod/mini';
import type { Misfit } from './consistency';
import type { Problem } from './profile';

type Issue = z.core.$ZodIssue;

/**
 * Zod's issues as sentences with their place.
 *
 * Every schema of ours carries a noun phrase as its message ("a list of label names"), so a problem reads
 * `expected a list of label names, found 7`.
 */
export function problemsFrom(issues: readonly Issue[], data: unknown): Problem[] {
  return issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({
        path: pathText([...issue.path, key]),
        message: 'is not a key of the profile format',
      }));
    }
    const found = at(data, issue.path);
    return [{ path: pathText(issue.path), message: `expected ${issue.message}, found ${shown(found)}` }];
  });
}

/** A part that does not fit the others, as a sentence with its place. */
export function problemOf({ path, expected, found }: Misfit, data: unknown): Problem {
  return { path: pathText(path), message: `expected ${expected}, found ${found ?? shown(at(data, path))}` };
}

/** `['priorities', 'rules', 2, 'when']` as `priorities.rules[2].when`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
