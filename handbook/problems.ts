import type * as z from 'zod/mini';
import type { Misfit } from './consistency';
import { keysAt, nearest } from './nearest-key';
import type { Problem } from './profile';

/** More problems than these help nobody. */
export const mostProblems = 50;

type Issue = z.core.$ZodIssue;

/**
 * Zod's issues as sentences with their place.
 *
 * Every schema of ours carries a noun phrase as its message ("a list of label names"), so a problem reads
 * `expected a list of label names, found 7`.
 *
 * @param schema What was checked: it knows which keys there are.
 */
export function problemsFrom(issues: readonly Issue[], data: unknown, schema: z.core.$ZodType): Problem[] {
  const all = issues.flatMap(unfolded);
  const tooLong = all.filter(({ code }) => code === 'too_big').map(({ path }) => path);
  // What is wrong with each of ten thousand entries helps nobody who may have a hundred of them.
  const isInside = ({ path }: Issue) =>
    tooLong.some(list => list.length < path.length && list.every((key, index) => key === path[index]));
  return all
    .filter(issue => !isInside(issue))
    .slice(0, mostProblems)
    .flatMap(issue => {
      if (issue.code === 'unrecognized_keys') {
        const keys = keysAt(schema, issue.path, data);
        return issue.keys
          .slice(0, mostProblems)
          .map(key => ({ path: pathText([...issue.path, key]), message: unknownKey(key, keys) }));
      }
      const found = at(data, issue.path);
      const length = issue.code === 'too_big' && hasLength(found) ? String(found.length) : undefined;
      return [{ path: pathText(issue.path), message: `expected ${issue.message}, found ${length ?? shown(found)}` }];
    });
}

/** Of a union: what is wrong inside of the kind of value that it is (a list where a word or a list can be), if it is one. */
function unfolded(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inner = issue.errors.find(branch => branch.length > 0 && branch.every(({ path }) => path.length > 0));
  return inner?.map(one => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

/** A part that does not fit the others, as a sentence with its place. */
export function problemOf({ path, expected, found }: Misfit, data: unknown): Problem {
  return { path: pathText(path), message: `expected ${expected}, found ${found ?? shown(at(data, path))}` };
}

/** `['priorities', 'rules', 2, 'when']` as `priorities.rules[2].when`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = cut(String(key));
    return text ? `${text}.${name}` : name;
  }, '');
}

function unknownKey(key: string, keys: readonly string[]): string {
  const meant = nearest(key, keys);
  if (meant !== undefined) return `is not a key of the profile format; did you mean “${meant}”?`;
  const here = keys.filter(one => !one.includes('.'));
  return `is not a key of the profile format; here can be ${here.join(', ')}`;
}

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}

function hasLength(value: unknown): value is string | unknown[] {
  return typeof value === 'string' || Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return cut(typeof value === 'string' ? JSON.stringify(value) : String(value));
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
