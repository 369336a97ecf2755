import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatus } from '../../handbook/status/read';
import { packageGroup } from './package-group';
import { shipped } from './shipped';

const profiles = [packageGroup, shipped('fulfillment'), shipped('fulfillment-projects')];

describe('hostile text', () => {
  const pieces = [
    'Complete:',
    ' 80%',
    '80% complete, ',
    '90% confident',
    ' - ',
    '\n',
    '\n\n',
    '> ',
    '>>>',
    '```',
    '~~~',
    '<!--',
    '-->',
  ]
    .concat([
      '| ',
      '|--|',
      '- [x] ',
      '# ',
      '**',
      '_',
      '`',
      '\\',
      ':a:',
      '🟢',
      '!1+',
      'a/b!',
      '](',
      '[',
      '~"',
      '"',
      '→',
      '…%',
      '9',
      ' ',
      ',',
    ])
    .concat([
      '2026-01-01',
      'Notes:',
      'Concern: ~',
      'MR statuses:',
      'https://a/b/-/merge_requests/',
      '\u00a0',
      '\r',
      '\u0000',
      '\ud83d',
      '：',
    ]);
  const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 200,
  });

  it('never throws, and finds only percents', () => {
    fc.assert(
      fc.property(hostile, all => {
        for (const profile of [undefined, ...profiles]) {
          const read = readStatus(all.join(''), profile);
          for (const value of [read?.complete, read?.confidence, ...(read?.mrs ?? []).map(entry => entry.complete)])
            if (value != null) expect(value >= 0 && value <= 100).toBe(true);
        }
      }),
      { numRuns: Number(process.env.FUZZ_CASES ?? 500) },
    );
  }, 3_600_000);

  const size = 100_000;
  const full = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  // The time of the processor: other programs on the machine do not count.
  const milliseconds = (text: string) => {
    const start = process.cpuUsage();
    readStatus(text, packageGroup);
    return process.cpuUsage(start).user / 1000;
  };

  it.each(['', 'Complete: ', 'Notes:\n', 'MR statuses:\n', '- [x] ', 'Issue status: 1% complete, '])(
    'of 100 kB after %j takes no longer than it is long',
    start => {
      const slow = [
        ...pieces,
        'a',
        '-',
        '>',
        '<!-- ',
        '~"a',
        'a/',
        'a:',
        '(',
        ' |',
        '|\n--|\n',
        '\\a',
        '* ',
        '[](',
        '!',
        '1,',
        '👍🏽',
      ]
        .flatMap(piece => ['', 'x', '\u2028-->x'].map(end => ({ piece, end })))
        .map(({ piece, end }) => ({ piece, end, time: milliseconds(start + full(piece) + end) }))
        .filter(({ time }) => time > 500);
      expect(slow).toEqual([]);
    },
    60_000,
  );

  it('of 100 kB in any mixture, too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), all => {
        expect(milliseconds(full(all.join('')))).toBeLessThan(1000);
      }),
      { numRuns: Math.ceil(Number(process.env.FUZZ_CASES ?? 5000) / 100) },
    );
  }, 3_600_000);
});
