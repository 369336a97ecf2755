import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  visit,
  type YAMLMap,
} from 'yaml';
import { mostProblems, pathText } from './problems';
import { type Problem, type Profile, readProfile } from './profile';

/** A problem, and where in the text it is: lines and columns are counted from 1. */
export type TextProblem = Problem & { readonly line: number; readonly column: number };

export type TextResult = { readonly profile: Profile } | { readonly problems: readonly TextProblem[] };

/** So many characters a profile may have; the largest that we ship has about 12,000. */
export const longestText = 200_000;

/** What helps where YAML has read a text as something else, because of a sign in it. */
const quotesHint = '; put quotes around text that has signs such as : # * { or a comma in it';
const signErrors: ReadonlySet<string> = new Set(['UNEXPECTED_TOKEN', 'BAD_ALIAS', 'BAD_SCALAR_START']);

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
  const unreadable = /[\0\uFFFD]/.exec(text);
  if (unreadable) {
    const message = 'expected text in UTF-8, found a character that cannot be read';
    return { problems: [{ path: '', ...positionIn(text, unreadable.index), message }] };
  }
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
      // The parser compares each key with each other one; a long text would take minutes. It is done below.
      uniqueKeys: false,
    });
    const problems = document.errors.map(({ code, message, pos: [offset] }) => ({
      path: '',
      ...at(offset),
      message: `expected YAML or JSON: ${message}${signErrors.has(code) ? quotesHint : ''}`,
    }));
    visit(document, (_, node, ancestors) => {
      const problem = (offset: number, message: string, ...last: unknown[]) =>
        problems.push({ path: pathText(pathOf([...ancestors, node, ...last])), ...at(offset), message });
      if (isMap(node)) {
        for (const pair of repeatedPairs(node)) problem(startOf(pair.key), 'expected each key once', pair);
      }
      // With them a short text can stand for an endless one.
      if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor))
        problem(startOf(node), `expected the value itself, found an anchor or alias of YAML${quotesHint}`);
      return problems.length < mostProblems ? undefined : visit.BREAK;
    });
    if (problems.length > 0) return { problems: problems.slice(0, mostProblems) };
    const result = readProfile(document.toJS() ?? undefined);
    if ('profile' in result) return result;
    return {
      problems: result.problems.slice(0, mostProblems).map(({ path, message }) => {
        const keys = keysOf(path);
        const isText = isTextReadAsElse(document.getIn(keys, true), { path, message }, text);
        return { path, message: message + (isText ? quotesHint : ''), ...at(offsetOf(document.contents, keys)) };
      }),
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

/**
 * Whether what does not fit is probably a text that YAML has read as something else: as a key without a value (the second
 * half of `{ say: one, or two }`), as a key with one (`- Complete: done`), or as nothing (`- # Title`).
 */
function isTextReadAsElse(node: unknown, { path, message }: Problem, text: string): boolean {
  if (message.startsWith('is not a key')) return path.includes(' ');
  if (isMap(node)) return !node.flow && /^expected an? (?:text|line|label name)\b/.test(message);
  return isScalar(node) && node.value === null && /^ *#/.test(text.slice(startOf(node)));
}

/** The pairs whose key the map has had before. */
function repeatedPairs(map: YAMLMap): Pair[] {
  const keys = new Set<unknown>();
  return map.items.filter(({ key }) => {
    const name = isScalar(key) ? String(key.value) : key;
    const isRepeated = keys.has(name);
    keys.add(name);
    return isRepeated;
  });
}

/** The keys and indices that lead to the last of some nodes, each of which stands in the one before. */
function pathOf(nodes: readonly unknown[]): (string | number)[] {
  return nodes.flatMap((node, index): (string | number)[] => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : [];
    const list = nodes[index - 1];
    return isSeq(list) ? [list.items.indexOf(node)] : [];
  });
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function positionIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
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
