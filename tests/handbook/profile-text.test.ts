import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestText, parseProfileText, profileText } from '../../handbook/profile-text';
import { packageGroup } from './package-group';

const small = `version: 1
id: small
name: Small team
scale:
  in: field
  levels:
    - { weight: 1, name: Trivial, meaning: Known, confidence: 90 }
    - weight: 2
      name: Small
      meaning: Nearly known
`;

const problemsOf = (text: string) => {
  const result = parseProfileText(text);
  return 'problems' in result
    ? result.problems.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`)
    : [];
};

it('reads YAML, and JSON', () => {
  const result = parseProfileText(small);
  expect('profile' in result && result.profile.scale?.levels[1]?.name).toBe('Small');
  for (const space of [undefined, 2, '\t']) {
    expect(parseProfileText(JSON.stringify(packageGroup, null, space))).toEqual({ profile: packageGroup });
  }
  expect(parseProfileText(`\uFEFF${small.replaceAll('\n', '\r\n')}`)).toEqual(result);
});

it('writes text that it reads back', () => {
  expect(parseProfileText(profileText(packageGroup))).toEqual({ profile: packageGroup });
});

describe('each problem has its line', () => {
  it.each([
    [
      'a value',
      small.replace('90', '160'),
      '7:51 scale.levels[0].confidence: expected a number from 0 to 100, found 160',
    ],
    [
      'a value in a block',
      small.replace('name: Small\n', 'name: 7\n'),
      '9:7 scale.levels[1].name: expected a text, found 7',
    ],
    [
      'a key that there is not',
      small.replace('in: field', 'inn: field'),
      '5:3 scale.inn: is not a key of the profile format',
    ],
    ['a part that is missing', small.replace('id: small\n', ''), '1:1 id: expected an id, found nothing'],
    ['a key that is there twice', `${small}name: Again\n`, '11:1 name: expected each key once'],
    [
      'an alias',
      small.replace('Trivial', '&a Trivial').replace('Nearly known', '*a'),
      '10:16 scale.levels[1].meaning: expected the value itself, found an anchor or alias of YAML',
    ],
    ['an open bracket', `${small}priorities: {`, '11:14 : expected YAML or JSON: '],
    ['two documents', `${small}---\n${small}`, '11:1 : expected YAML or JSON: '],
    ['no profile', '- 1\n- 2\n', '1:1 : expected a team profile, found a list'],
    ['nothing', '', '1:1 : expected a team profile, found nothing'],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text).join('\n')).toContain(problem);
  });
});

describe('text that YAML reads as something else is told what it needs', () => {
  it.each([
    [
      'a comma in a map on one line',
      small.replace('Known,', 'Known, or nearly so,'),
      '7:51 scale.levels[0].or nearly so',
    ],
    ['a title', small.replace('Nearly known', '# Nearly'), '10:7 scale.levels[1].meaning'],
    ['a colon', small.replace('Nearly known', '\n        Nearly: known'), '10:7 scale.levels[1].meaning'],
    ['a star', small.replace('Nearly known', '**Nearly**'), '10:16 scale.levels[1].meaning'],
    ['a brace', small.replace('Nearly known', '{nearly}%'), '10:24 '],
    ['a quote', small.replace('Nearly known', "'That's known'"), '10:22 '],
  ])('%s', (_, text, place) => {
    const problem = problemsOf(text).find(one => one.startsWith(place));
    expect(problem).toContain('; put quotes around text that has signs such as : # * { or a comma in it');
  });

  it('and what is only wrong is not', () => {
    for (const text of [
      small.replace('90', '160'),
      small.replace('Nearly known', ''),
      small.replace('in: field', 'inn: field'),
    ])
      expect(problemsOf(text).join()).not.toContain('quotes');
  });
});

describe('hostile text is told, and takes no time', () => {
  it.each([
    ['too long', 'a'.repeat(longestText + 1)],
    ['ten thousand levels', `version: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a hundred thousand levels that never end', '['.repeat(100_000)],
    ['a thousand million laughs', `a: &a [1,1,1]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n`],
    ['a circle', 'a: &a [*a]'],
    ['ten thousand unknown keys', Array.from({ length: 10_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['__proto__', '__proto__: { polluted: true }\nversion: 1'],
    ['tags', 'version: !!js/function "() => 1"'],
    ['binary', '\u0000\u0001\u0002'],
  ])('%s', (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(50);
    expect('polluted' in {}).toBe(false);
  });

  it('any text gives a profile or problems with a line of that text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'version: 1',
        '\n',
        '  ',
        '- ',
        '[',
        '{',
        '}',
        ': ',
        '&a',
        '*a',
        '#',
        '"',
        '|',
        'name',
        '!!',
        '\t',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map(parts => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        text => {
          const result = parseProfileText(text);
          if ('profile' in result) return;
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { line } of result.problems) expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        },
      ),
    );
  });
});
