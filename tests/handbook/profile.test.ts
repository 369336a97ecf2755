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
    [['scale', 'questions'], [], 'scale.questions: expected at least one question, found an empty list'],
    [
      ['scale', 'questions'],
      [{ ask: 'New?', answers: [] }],
      'scale.questions[0].answers: expected at least one answer, found an empty list',
    ],
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
    [['name'], 'x'.repeat(2_001), 'name: expected at most 2000 characters, found 2001'],
    [
      ['scale', 'levels', 0, 'examples'],
      Array(101).fill('x'),
      'scale.levels[0].examples: expected at most 100 texts, found 101',
    ],
    [['name'], undefined, 'name: expected a text, found nothing'],
    [
      ['priorities', 'rules', 1, 'when', 'anny'],
      ['x'],
      'priorities.rules[1].when.anny: is not a key of the profile format; did you mean “any”?',
    ],
    [
      ['priorities', 'rules', 1, 'any'],
      ['x'],
      'priorities.rules[1].any: is not a key of the profile format; did you mean “when.any”?',
    ],
    [
      ['status', 'fields', 0, 'Aliasses'],
      ['x'],
      'status.fields[0].Aliasses: is not a key of the profile format; did you mean “aliases”?',
    ],
    [
      ['workflow'],
      { steps: [{ name: 'Ready' }], colour: 'red' },
      'workflow.colour: is not a key of the profile format; here can be link, steps',
    ],
  ])('%j = %j', (path, value, problem) => {
    expect(problemsOf(broken(path, value))).toEqual([problem]);
  });

  it.each<[readonly (string | number)[], unknown, string]>([
    [
      ['scale', 'in'],
      [{ track: 'Backend', label: 'weight' }],
      'scale.in[0].label: expected a label pattern with {n} or {name}, once, found "weight"',
    ],
    [
      ['scale', 'in'],
      [{ track: 'Backend', label: '{name} {name}' }],
      'scale.in[0].label: expected a label pattern with {n} or {name}, once, found "{name} {name}"',
    ],
    [
      ['scale', 'in'],
      [{ track: 'Backend', label: '{n} of {name}' }],
      'scale.in[0].label: expected a label pattern with {n} or {name}, once, found "{n} of {name}"',
    ],
    [
      ['scale', 'in'],
      [
        { track: 'Backend', label: 'weight::{n}' },
        { track: 'Frontend', label: 'Weight:{n}' },
      ],
      'scale.in[1].label: expected a label pattern that no other track has, found "Weight:{n}"',
    ],
    [['scale', 'levels', 1, 'weight'], 1, 'scale.levels[1].weight: expected a weight that no other level has, found 1'],
    [
      ['status', 'formats', 0, 'lines', 2],
      'Notes: {foo}',
      'status.formats[0].lines[2]: expected a field id of this status comment, found {foo}',
    ],
    [
      ['status', 'formats', 0, 'lines', 2],
      'Notes: {Notes}',
      'status.formats[0].lines[2]: expected a field id of this status comment, found {Notes}',
    ],
    [
      ['status', 'formats', 0, 'lines', 2],
      'Notes: {notes}\n/close',
      'status.formats[0].lines[2]: expected quick actions in status.quickActions only, found /close',
    ],
    [
      ['status', 'formats', 1, 'mergeRequest'],
      '{ref} {title}',
      'status.formats[1].mergeRequest: expected one of {ref}, {complete}, {confidence}, {notes}, found {title}',
    ],
    [
      ['status', 'fields', 2, 'id'],
      'complete',
      'status.fields[2].id: expected an id that no other field has, found "complete"',
    ],
    [
      ['status', 'quickActions'],
      ['/health_status {health}'],
      'status.quickActions[0]: expected a choice that means a health, or rules in status.health, found {health}',
    ],
    [
      ['status', 'quickActions'],
      ['/label {concern}', '/status {notes}'],
      'status.quickActions[1]: expected {health} or the id of a choice, label or date field, found {notes}',
    ],
    [
      ['priorities', 'rules', 3, 'name'],
      'p1',
      'priorities.rules[3].name: expected a name that no other rule has, found "p1"',
    ],
  ])('%j = %j does not fit the rest', (path, value, problem) => {
    expect(problemsOf(broken(path, value))[0]).toEqual(problem);
  });

  it('of a choice', () => {
    const choice = { id: 'step', kind: 'choice', label: 'Step', options: [{ say: 'One' }, { say: 'One' }] };
    const checks = { id: 'reviewed', kind: 'checks', label: 'Review', options: [{ say: 'Yes' }], into: 'complete' };
    expect(problemsOf(broken(['status', 'fields', 6], choice))).toEqual([
      'status.fields[6].options[1].say: expected a text that no other choice of this field has, found "One"',
    ]);
    expect(problemsOf(broken(['status', 'fields', 6], checks))).toEqual([
      'status.fields[6].into: expected the id of a text field, found "complete"',
    ]);
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
