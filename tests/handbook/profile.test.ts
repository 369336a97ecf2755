import { describe, expect, it } from 'vitest';
import { parseProfile, readProfile } from '../../handbook/profile';
import { packageGroup } from './package-group';

/** The shipped profile with one part replaced by something else. */
function broken(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(packageGroup) as unknown as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((part, key) => part[key] as Record<string | number, unknown>, copy);
  parent[last] = value;
  return copy;
}

function problemsOf(data: unknown): string[] {
  const result = readProfile(data);
  return 'problems' in result ? result.problems.map(({ path, message }) => `${path}: ${message}`) : [];
}

it('accepts the shipped profile', () => {
  expect(readProfile(packageGroup)).toEqual({ profile: packageGroup });
});

describe('a broken profile is told with its place', () => {
  it.each<[readonly (string | number)[], unknown, string]>([
    [
      ['priorities', 'rules', 2, 'when', 'any'],
      7,
      'priorities.rules[2].when.any: expected a list of label names, found 7',
    ],
    [
      ['priorities', 'rules', 0, 'when', 'any', 0],
      '',
      'priorities.rules[0].when.any[0]: expected a label name, found ""',
    ],
    [
      ['scale', 'levels', 1, 'confidence'],
      160,
      'scale.levels[1].confidence: expected a number from 0 to 100, found 160',
    ],
    [['scale', 'levels', 1, 'weight'], 1.5, 'scale.levels[1].weight: expected a whole number, 0 or more, found 1.5'],
    [['scale', 'levels', 1, 'weight'], -1, 'scale.levels[1].weight: expected a whole number, 0 or more, found -1'],
    [['scale', 'levels'], [], 'scale.levels: expected at least one level, found an empty list'],
    [
      ['scale', 'link'],
      'javascript:alert(1)',
      'scale.link: expected a web address that starts with http:// or https://, found "javascript:alert(1)"',
    ],
    [
      ['status', 'fields', 0, 'kind'],
      'slider',
      'status.fields[0].kind: expected a field with one of the kinds percent, text, list, labels, choice, checks, date, merge-requests, found "slider"',
    ],
    [['version'], 2, 'version: expected 1, the only format version there is, found 2'],
    [['name'], undefined, 'name: expected a text, found nothing'],
    [['priorities', 'rules', 1, 'anny'], ['x'], 'priorities.rules[1].anny: is not a key of the profile format'],
  ])('%j = %j', (path, value, problem) => {
    expect(problemsOf(broken(path, value))).toEqual([problem]);
  });

  it('every problem at once', () => {
    const data = broken(['scale', 'levels', 0, 'name'], 5) as { priorities: { rules: unknown[] } };
    data.priorities.rules[6] = 'scheduling';
    expect(problemsOf(data)).toEqual([
      'scale.levels[0].name: expected a text, found 5',
      'priorities.rules[6]: expected a priority rule, found "scheduling"',
    ]);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'version: 1'],
    ['a number', 1],
  ])('%s is no profile', (_, data) => {
    expect(problemsOf(data)[0]).toMatch(/^: expected a team profile, found /);
  });

  it('text that is no JSON', () => {
    const result = parseProfile('{"version": 1,');
    expect('problems' in result && result.problems[0]?.message).toMatch(/^expected JSON: /);
  });
});
