import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatus } from '../../handbook/status/read';
import { longOf, longTexts, pieces } from './hostile-texts';
import { packageGroup } from './package-group';
import { shipped } from './shipped';

const profiles = [packageGroup, shipped('fulfillment'), shipped('fulfillment-projects')];

describe('hostile text', () => {
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
      { numRuns: Number(process.env.FUZZ_CASES ?? 200) },
    );
  }, 3_600_000);

  // Where reading takes longer than in proportion to the text, these take hours. `npm run bench` measures them.
  it.each(['', 'Complete: ', 'Notes:\n', 'MR statuses:\n', '- [x] ', 'Issue status: 1% complete, '])(
    'of 100 kB after %j is read to its end',
    start => {
      for (const { text } of longTexts(start)) readStatus(text, packageGroup);
    },
    60_000,
  );

  it('of 100 kB in any mixture, too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }), all => {
        readStatus(longOf(all.join('')), packageGroup);
      }),
      { numRuns: Math.ceil(Number(process.env.FUZZ_CASES ?? 5000) / 100) },
    );
  }, 3_600_000);
});
