/** Broken profiles of every kind that people and their tools make, and some that nobody makes by accident. */
import { describe, expect, it } from 'vitest';
import { parseProfileText, type TextProblem } from '../../handbook/profile-text';
import { brokenProfiles, wholeProfile } from './broken-profiles';

/** As GitLab hands it out: what is no UTF-8 is replaced. */
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function problemsOf(text: string): readonly TextProblem[] {
  const result = parseProfileText(text);
  return 'problems' in result ? result.problems : [];
}

it('there are two hundred and more, no two the same, and what they are made of is whole', () => {
  expect(new Set(brokenProfiles.map(({ bytes }) => textOf(bytes))).size).toBe(brokenProfiles.length);
  expect(brokenProfiles.length).toBeGreaterThanOrEqual(200);
  expect(parseProfileText(JSON.stringify(wholeProfile))).toEqual({ profile: wholeProfile });
});

describe('each gives a problem with its line and place', () => {
  it.each(brokenProfiles)('$name', ({ bytes, path }) => {
    const text = textOf(bytes);
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(50);
    for (const problem of problems) {
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      expect(problem.message).toMatch(/^(expected|is not) /);
      expect(problem.message.length + problem.path.length).toBeLessThan(600);
    }
    // A text in a place of several kinds can be wrong one part further in.
    if (path !== undefined)
      expect(
        problems.some(one => one.path.startsWith(path)),
        JSON.stringify(problems),
      ).toBe(true);
    expect('polluted' in {}).toBe(false);
  });
});

describe('a list that is too long is one problem', () => {
  it.each([
    ['10,000 rules', 'priorities.rules: expected at most 100 priority rules, found 10000'],
    ['10,000 levels', 'scale.levels: expected at most 100 levels, found 10000'],
    ['10,000 labels', 'appliesTo.labels: expected at most 100 label names, found 10000'],
    ['10,000 steps', 'workflow.steps: expected at most 100 steps, found 10000'],
  ])('%s', (name, message) => {
    const { bytes } = brokenProfiles.find(one => one.name === name) ?? { bytes: new Uint8Array() };
    expect(problemsOf(textOf(bytes)).map(one => `${one.path}: ${one.message}`)).toEqual([message]);
  });
});
