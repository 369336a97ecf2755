import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import { type Problem, type Profile, readProfile } from './profile';

/** A problem, and where in the text it is: lines and columns are counted from 1. */
export type TextProblem = Problem & { readonly line: number; readonly column: number };

export type TextResult = { readonly profile: Profile } | { readonly problems: readonly TextProblem[] };

/** So many characters a profile may have; the largest that we ship has about 12,000. */
export const longestText = 200_000;

/** More problems than these help nobody. */
const mostProblems = 50;

/**
 * Reads a profile from YAML or JSON text, which is YAML too.
 *
 * Never throws. A problem names its line; where a part is missing, that of what it is missing in.
 */
export function parseProfileText(text: string): TextResult {
  const start = { path: '', line: 1, column: 1 };
  if (text.length > longestText) {
    return { problems: [{ ...start, message: `expected at most ${longestText} characters, found ${text.length}` }] };
  }
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
      // The parser compares each key with each other one; a long text would take minutes. It is done below.
      uniqueKeys: false,
    });
    const problems = document.errors.map(({ message, pos: [offset] }) => ({
      path: '',
      ...at(offset),
      message: `expected YAML or JSON: ${message}`,
    }));
    // With them a short text can stand for an endless one.
    visit(document, (_, node) => {
      if (isMap(node))
        problems.push(
          ...repeatedKeys(node).map(offset => ({ path: '', ...at(offset), message: 'expected each key once' })),
        );
      if (!isAlias(node) && !(isNode(node) && 'anchor' in node && node.anchor)) return undefined;
      const offset = node.range?.[0] ?? 0;
      problems.push({
        path: '',
        ...at(offset),
        message: 'expected the value itself, found an anchor or alias of YAML',
      });
      return undefined;
    });
    if (problems.length > 0) return { problems: problems.slice(0, mostProblems) };
    const result = readProfile(document.toJS() ?? undefined);
    if ('profile' in result) return result;
    return {
      problems: result.problems
        .slice(0, mostProblems)
        .map(problem => ({ ...problem, ...at(offsetOf(document.contents, keysOf(problem.path))) })),
    };
  } catch (error) {
    // The parser's own limit: a list in a list in a list, ten thousand times.
    const message = error instanceof RangeError ? 'expected fewer levels of lists in lists' : String(error);
    return { problems: [{ ...start, message }] };
  }
}

/** A profile as YAML text that `parseProfileText` reads back. */
export function profileText(profile: Profile): string {
  return stringify(profile, { lineWidth: 100, aliasDuplicateObjects: false });
}

/** Where keys begin that the map has had before. */
function repeatedKeys(map: YAMLMap): number[] {
  const keys = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : key;
    if (!keys.has(name)) {
      keys.add(name);
      return [];
    }
    return isNode(key) ? [key.range?.[0] ?? 0] : [];
  });
}

/** `priorities.rules[2].when` as `['priorities', 'rules', 2, 'when']`. */
function keysOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) => key ?? Number(index));
}

/** Where the last part of the path that there is begins: a key for a map's value, else the value. */
function offsetOf(root: Node | null, keys: readonly (string | number)[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of keys) {
    const pair: Pair | undefined = isMap(node)
      ? node.items.find(one => isScalar(one.key) && String(one.key.value) === String(key))
      : undefined;
    const next: unknown = pair
      ? pair.value
      : typeof key === 'number' && node && typeof node === 'object' && 'items' in node
        ? (node.items as unknown[])[key]
        : undefined;
    const place = pair ? pair.key : next;
    if (!isNode(place)) return offset;
    offset = place.range?.[0] ?? offset;
    node = next;
  }
  return offset;
}
