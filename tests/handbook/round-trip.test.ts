import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile, Status, StatusField, StatusFormat } from '../../handbook/profile';
import { shippedProfiles } from '../../handbook/shipped';
import { formatStatus } from '../../handbook/status/format';
import { readStatus } from '../../handbook/status/read';
import { idsIn } from '../../handbook/status/template';
import type { FieldValue, StatusValues } from '../../handbook/status/values';

const word = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9,.()%:~!]{0,7}[a-z]$/),
  fc.constantFrom(
    'überprüft',
    '明日',
    '🚀',
    'a_b_c',
    '`code`',
    '**bold**',
    '~"needs review"',
    '!12',
    '#3',
    '<b>x</b>',
    '<div>',
  ),
  fc.constantFrom(
    '`',
    '``',
    '<script>',
    '<a href="',
    '</p>',
    '<!--',
    '-->',
    '|',
    '80%',
    '$x$',
    '@user',
    '[a](http://b.c)',
    '&lt;',
    '_',
    '*',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map(all => all.join(' '));
const lineStart = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '- ',
    '* ',
    '1. ',
    '> ',
    '# ',
    '    ',
    '/',
    '/close ',
    '/label ~"x" ',
    '- [x] ',
    '- [ ] ',
    '| ',
    '<div>',
    '===',
    '---',
  ],
  ...[
    'Complete: ',
    'Notes: ',
    'Blockers: ',
    'Status: ',
    'MR statuses:',
    'Confidence: 50% ',
    '**Blockers:** ',
    '- **Next Steps**: ',
  ],
  ...['!1 - 80% complete, 90% confident - ', '## Update 2026-01-01 ', '50% complete, 60% confident '],
);
const line = fc.tuple(lineStart, words).map(([start, rest]) => start + rest);
const code = fc
  .tuple(fc.constantFrom('```', '```ruby', '~~~', '````', '>>>'), fc.array(line, { maxLength: 3 }), fc.boolean())
  .map(([fence, lines, isClosed]) =>
    [fence, ...lines, ...(isClosed ? [/^(?:`+|~+|>+)/.exec(fence)?.[0] ?? ''] : [])].join('\n'),
  );
// What a person writes begins with a word; a field that begins with another field's name is covered below.
const text = fc
  .tuple(
    words,
    fc.array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: code }, fc.constant('')), {
      maxLength: 6,
    }),
  )
  .map(([first, rest]) => [`so ${first}`, ...rest].join('\n'));
const percent = fc.integer({ min: 0, max: 100 });
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

function valueFor(field: StatusField, isAlone = true): fc.Arbitrary<FieldValue> {
  switch (field.kind) {
    case 'percent':
      return percent;
    case 'text':
      // Beside another field there is no room for more than one line.
      return isAlone ? text : words.map(all => `so ${all}`);
    case 'list':
      return fc.array(
        words.map(all => `so ${all}`),
        { minLength: 1, maxLength: 4 },
      );
    case 'labels':
      return fc.subarray(field.labels, { minLength: 1 });
    case 'choice':
      return fc.constantFrom(...field.options.map(({ say }) => say));
    case 'checks':
      return fc.subarray(
        field.options.map(({ say }) => say),
        { minLength: 1 },
      );
    case 'date':
      return day;
    case 'merge-requests':
      return fc.uniqueArray(
        fc.record({
          ref: fc.integer({ min: 1, max: 99_999 }).map(iid => (iid % 2 ? `!${iid}` : `red/blue!${iid}`)),
          complete: fc.option(percent, { nil: undefined }),
          confidence: fc.option(percent, { nil: undefined }),
          notes: fc.oneof(
            fc.constant(''),
            words.map(all => `so ${all}`),
          ),
        }),
        { selector: ({ ref }) => ref, minLength: 1, maxLength: 4 },
      );
  }
}

/** The fields of a format, and those that go into them; what the format lacks is left empty. */
function valuesFor({ fields }: Status, format: StatusFormat): fc.Arbitrary<StatusValues> {
  const lines = format.lines.join('\n').split('\n').map(idsIn);
  const ids = new Set(lines.flat());
  const isAlone = (id: string) => !lines.some(all => all.length > 1 && all.includes(id));
  const own = fields.filter(
    field => ids.has(field.id) || (field.kind === 'checks' && field.into && ids.has(field.into)),
  );
  const always = own.filter(({ required, kind }) => required || kind === 'percent').map(({ id }) => id);
  return fc.record(Object.fromEntries(own.map(field => [field.id, valueFor(field, isAlone(field.id))])), {
    requiredKeys: always,
  });
}

/** What Markdown does not tell apart: escapes, spaces at a line's end, several empty lines, an open fence and its end. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  if (typeof value !== 'string') return value;
  return value
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .split('\n')
    .map(one => one.trim())
    .filter(one => one !== '' && !/^(?:`{3,}|~{3,}|>>>)$/.test(one))
    .join('\n');
}

const templates = shippedProfiles.flatMap(profile =>
  (profile.status?.formats ?? []).map(format => [profile.id, format.name, profile, format] as const),
);

/** `npm run test:fuzz` sets the number of cases; the templates share them. */
const runs = Math.ceil(Number(process.env.FUZZ_CASES ?? 1000) / templates.length);
const timeout = 60_000 + runs * 100;

/** GitLab's own rule: a line that begins with a slash and a letter, outside of plain code and quotes. */
function commandsIn(markdown: string): string[] {
  const outside = markdown.replace(/^```.+?\n```$|^>>>.+?\n>>>$/gms, '');
  return outside.split('\n').filter(one => /^\/\w+(?:\s|$)/.test(one));
}

describe('what a template writes', () => {
  const each = (name: string, check: (profile: Profile, status: Status, format: StatusFormat) => void) =>
    it.each(templates)(
      `%s, %s: ${name}`,
      (_id, _name, profile, format) => {
        if (profile.status) check(profile, profile.status, format);
      },
      timeout,
    );

  each('is read back', (profile, status, format) => {
    fc.assert(
      fc.property(valuesFor(status, format), values => {
        const comment = formatStatus(values, status, format);
        expect(plain(readStatus(comment, profile)?.values), comment).toEqual(plain(values));
      }),
      { numRuns: runs },
    );
  });

  each('has no quick action', (_profile, status, format) => {
    fc.assert(
      fc.property(valuesFor(status, format), values => {
        expect(commandsIn(formatStatus(values, status, format))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  each('holds everything of 10,000 characters of notes', (profile, status, format) => {
    const ids = new Set(format.lines.flatMap(idsIn));
    const field = status.fields.find(({ id, kind }) => kind === 'text' && ids.has(id));
    if (!field) return;
    const long = 'so much to say, and more. '.repeat(400).trim();
    const [required] = fc.sample(valuesFor(status, format), { numRuns: 1, seed: 1 });
    const values = { ...required, [field.id]: long, review: undefined };
    expect(readStatus(formatStatus(values, status, format), profile)?.values?.[field.id]).toBe(long);
  });
});
