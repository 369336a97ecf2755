/** Profiles that somebody wrote with docs/profile-format.md alone say what their teams meant. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { priorityOf } from '../../handbook/priority';
import type { Profile } from '../../handbook/profile';
import { parseProfileText } from '../../handbook/profile-text';
import { readWeight, remarksOn } from '../../handbook/scale';
import { formatStatus } from '../../handbook/status/format';

const profile = written('written-from-docs.yml');
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

describe('another team', () => {
  const other = written('vulnerability-management.yml');

  it('weights', () => {
    if (!other.scale) throw new Error('expected a scale');
    expect(readWeight(8, other.scale)).toMatchObject({ kind: 'level', level: { name: 'Very large' } });
    expect(remarksOn(8, { labels: ['type::bug'] }, other.scale, 'tolerant')).toEqual([
      'Bugs have no weight here.',
      'Above 3 a second person estimates too.',
    ]);
  });

  it('the status comment, with its quick actions', () => {
    if (!other.status) throw new Error('expected a status comment');
    const values = { current: 'Half is done.', shipping: 'Yes', health: 'At risk', step: ['workflow::in dev'] };
    const comment = formatStatus(values, other.status, undefined, other.status.quickActions);
    expect(comment.split(/\\?\n/)).toEqual([
      '### Async issue update',
      '',
      '* Current status: Half is done.',
      '* Shipping this milestone: Yes',
      '',
      '/health_status at_risk',
      '/label ~"workflow::in dev"',
    ]);
  });

  it('priorities', () => {
    const labels = ['bug::availability', 'severity::2', 'priority::2'];
    expect(priorityOf({ labels }, other)).toMatchObject({
      rule: { name: 'P2' },
      contradictions: ['An availability bug of severity 1 or 2 needs priority 1.'],
    });
  });
});

function written(name: string): Profile {
  const result = parseProfileText(readFileSync(`tests/handbook/${name}`, 'utf8'));
  if (!('profile' in result)) throw new Error(JSON.stringify(result.problems));
  return result.profile;
}
