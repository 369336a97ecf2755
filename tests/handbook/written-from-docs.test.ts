/** A profile that somebody wrote with docs/profile-format.md alone says what its team meant. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { priorityOf } from '../../handbook/priority';
import { parseProfileText } from '../../handbook/profile-text';
import { readWeight, remarksOn } from '../../handbook/scale';
import { formatStatus } from '../../handbook/status/format';

const result = parseProfileText(readFileSync('tests/handbook/written-from-docs.yml', 'utf8'));
if (!('profile' in result)) throw new Error(JSON.stringify(result.problems));
const { profile } = result;
const { scale, status } = profile;

it('weights', () => {
  if (!scale) throw new Error('expected a scale');
  expect(readWeight(5, scale)).toMatchObject({ kind: 'level', level: { name: 'Large' } });
  const remarks = (weight: number | undefined, ...labels: string[]) => remarksOn(weight, { labels }, scale, 'tolerant');
  expect(remarks(3)).toEqual([]);
  expect(remarks(5)).toEqual(['Above 3 a second person estimates too.']);
  expect(remarks(undefined, 'Type:Bug')).toEqual(['Bugs have no weight here.']);
  expect(remarks(13)).toEqual(['Above 3 a second person estimates too.', 'Above 8 it should be split.']);
});

it('the status comment', () => {
  if (!status) throw new Error('expected a status comment');
  expect(formatStatus({ summary: 'Half is done.', confidence: 'Medium' }, status)).toMatch(
    /^### Weekly update\n\nSummary: Half is done\.(\\| {2})?\nConfidence: 🟡 medium$/,
  );
});

it('priorities', () => {
  const nameOf = (...labels: string[]) => priorityOf({ labels }, profile)?.rule.name;
  expect(nameOf('Package::P1')).toBe('P1');
  expect(nameOf('priority::2', 'security')).toBe('Security');
  expect(nameOf('Deliverable')).toBeUndefined();
});
