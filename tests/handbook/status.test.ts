import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../handbook/profile';
import { formatStatus } from '../../handbook/status/format';
import { readStatus } from '../../handbook/status/read';
import { problemsIn, type StatusValues } from '../../handbook/status/values';
import { packageGroup } from './package-group';
import { statusOf } from './shipped';

const status = packageGroup.status as Status;
const format = (values: StatusValues) => formatStatus(values, status);
/** A line break inside a paragraph is backslash and newline; the handbook's page shows bare lines. */
const bare = (markdown: string) => markdown.replaceAll('\\\n', '\n');

const seed1: StatusValues = {
  complete: 80,
  confidence: 90,
  notes: 'expecting to go into review tomorrow',
  concern: ['frontend'],
};
const seed2: StatusValues = {
  complete: 20,
  confidence: 75,
  mrs: [
    { ref: '!11111', complete: 80, confidence: 99, notes: 'docs update - need to add one more section' },
    {
      ref: '!21212',
      complete: 10,
      confidence: 70,
      notes: 'api update - database migrations created, working on creating the rest of the functionality next',
    },
  ],
};

describe("the handbook page's examples", () => {
  it('the first comes out exactly', () => {
    expect(format(seed1)).toBe(
      'Complete: 80%\\\nConfidence: 90%\\\nNotes: expecting to go into review tomorrow\\\nConcern: ~frontend',
    );
  });

  it('the second comes out exactly', () => {
    expect(format(seed2)).toBe(
      [
        'Issue status: 20% complete, 75% confident',
        'MR statuses:',
        '!11111 - 80% complete, 99% confident - docs update - need to add one more section',
        '!21212 - 10% complete, 70% confident - api update - database migrations created, working on creating the rest of the functionality next',
      ].join('\\\n'),
    );
  });

  const examples = '../shared/status-comments.json';
  it.skipIf(!existsSync(examples))('both are those of the collected comments', () => {
    const all = JSON.parse(readFileSync(examples, 'utf8')) as { id: string; text: string; expected: unknown }[];
    const text = (id: string) => all.find(one => one.id === id)?.text;
    expect(bare(format(seed1))).toBe(text('seed-1'));
    expect(bare(format(seed2))).toBe(text('seed-2'));
  });
});

describe('the comment', () => {
  it.each<[string, StatusValues, string]>([
    ['without notes and concern', { complete: 0, confidence: 100 }, 'Complete: 0%\nConfidence: 100%'],
    [
      'with both concerns',
      { complete: 1, confidence: 2, concern: ['frontend', 'backend'] },
      'Complete: 1%\nConfidence: 2%\nConcern: ~frontend ~backend',
    ],
    [
      'with a label of two words',
      { complete: 1, confidence: 2, concern: ['needs review'] },
      'Complete: 1%\nConfidence: 2%\nConcern: ~"needs review"',
    ],
    [
      'with notes of two lines',
      { complete: 1, confidence: 2, notes: 'one\ntwo' },
      'Complete: 1%\nConfidence: 2%\nNotes: one\ntwo',
    ],
    [
      'with notes of two paragraphs',
      { complete: 1, confidence: 2, notes: 'one\n\ntwo', concern: ['backend'] },
      'Complete: 1%\nConfidence: 2%\nNotes: one\n\ntwo\nConcern: ~backend',
    ],
    [
      'with a list in the notes',
      { complete: 1, confidence: 2, notes: 'done:\n- one\n- two', concern: ['backend'] },
      'Complete: 1%\nConfidence: 2%\nNotes:\n\ndone:\n- one\n- two\n\nConcern: ~backend',
    ],
    [
      'with notes beside merge requests',
      {
        complete: 1,
        confidence: 2,
        notes: 'fine',
        concern: ['backend'],
        mrs: [{ ref: '!1', complete: 100, confidence: undefined, notes: '' }],
      },
      'Issue status: 1% complete, 2% confident\nNotes: fine\nConcern: ~backend\nMR statuses:\n!1 - 100% complete',
    ],
    [
      'not finished yet',
      { complete: 60, mrs: [{ ref: '!1', complete: undefined, confidence: undefined, notes: '' }] },
      'Issue status: 60% complete, …% confident\nMR statuses:\n!1',
    ],
    [
      'with a bare merge request',
      {
        complete: 1,
        confidence: 2,
        mrs: [{ ref: 'group/project!7', complete: undefined, confidence: undefined, notes: 'soon' }],
      },
      'Issue status: 1% complete, 2% confident\nMR statuses:\ngroup/project!7 - soon',
    ],
  ])('%s', (_, values, expected) => {
    expect(bare(format(values))).toBe(expected);
  });

  it.each([
    ['a quick action on a line of its own', 'see\n/close', '\\/close'],
    ['an HTML comment', 'see <!-- the rest', '\\<!-- the rest'],
  ])('%s stays text', (_, notes, escaped) => {
    const text = format({ complete: 1, confidence: 2, notes });
    expect(text).toContain(escaped);
    expect(text).not.toMatch(/^\//m);
  });

  it('an open code fence does not swallow what follows', () => {
    const text = format({ complete: 1, confidence: 2, notes: 'log:\n```\n/close', concern: ['backend'] });
    expect(text).toMatch(/```\n \/close\n```\n\nConcern: ~backend$/);
  });

  it('a filled field that the format lacks comes at the end', () => {
    const [short] = status.formats;
    if (!short) throw new Error('expected a format');
    expect(bare(formatStatus(seed2, status, short))).toMatch(
      /^Complete: 20%\nConfidence: 75%\nMerge requests:\n!11111 - 80% complete/,
    );
  });
});

describe('quick actions', () => {
  const insights = statusOf('security-insights');
  const values = { progress: 'two of three merged', confidence: 'Very confident', step: 'In review' };
  const actions = insights.quickActions ?? [];

  it('are off unless they are switched on; what they would carry is then a line', () => {
    expect(bare(formatStatus(values, insights))).toMatch(/confident\n\nStatus: In review$/);
  });

  it('stand at the end, each on its own line', () => {
    expect(formatStatus(values, insights, undefined, actions)).toMatch(
      /Very confident\n\n\/health_status on_track\n\/status "In review"$/,
    );
  });

  it.each<[string, StatusValues, readonly string[]]>([
    ['without their value', { ...values, step: undefined }, ['/status "{step}"']],
    ['with a value that is no choice', { ...values, step: 'x"\n/close' }, ['/status "{step}"']],
    ['that the team does not have', values, ['/close']],
  ])('%s are left out', (_, filled, switched) => {
    expect(formatStatus(filled, insights, undefined, switched)).not.toMatch(/^\//m);
  });

  it.each([
    [100, 'on_track'],
    [80, 'on_track'],
    [79, 'needs_attention'],
    [50, 'needs_attention'],
    [49, 'at_risk'],
  ])('a confidence of %i%% means %s', (confidence, health) => {
    const own: Status = {
      ...status,
      health: [
        { atLeast: 0, health: 'at_risk' },
        { atLeast: 80, health: 'on_track' },
        { atLeast: 50, health: 'needs_attention' },
      ],
      quickActions: ['/health_status {health}'],
    };
    const text = formatStatus({ complete: 1, confidence }, own, undefined, ['/health_status {health}']);
    expect(text).toMatch(new RegExp(`\n\n/health_status ${health}$`));
  });
});

describe('what stops a comment', () => {
  it.each<[string, StatusValues, string[]]>([
    ['nothing', seed1, []],
    ['an empty form', {}, ['complete: Fill in: Complete.', 'confidence: Fill in: Confidence.']],
    [
      'numbers out of range',
      { complete: 120, confidence: -1 },
      ['complete: Complete is 0 to 100.', 'confidence: Confidence is 0 to 100.'],
    ],
    [
      'a merge request that is none',
      { complete: 1, confidence: 1, mrs: [{ ref: '12', complete: 101, confidence: undefined, notes: '' }] },
      ['mrs.0.ref: A merge request is written !123 or group/project!123.', 'mrs.0.complete: Complete is 0 to 100.'],
    ],
  ])('%s', (_, values, problems) => {
    expect(problemsIn(values, status).map(({ field, message }) => `${field}: ${message}`)).toEqual(problems);
  });

  it('merge requests that are needed and missing', () => {
    const fields = status.fields.map(field => (field.kind === 'merge-requests' ? { ...field, required: true } : field));
    const problems = problemsIn({ ...seed1, mrs: [] }, { ...status, fields });
    expect(problems).toEqual([{ field: 'mrs', message: 'Fill in: Merge requests.' }]);
  });
});

describe('reading', () => {
  it('gives back what the examples say', () => {
    expect(readStatus(format(seed1))).toEqual({ ...seed1, mrs: [] });
    expect(readStatus(format(seed2))).toEqual({
      complete: 20,
      confidence: 75,
      notes: null,
      concern: [],
      mrs: seed2.mrs,
    });
  });

  it.each([
    [
      'the text of a rendered comment',
      'Complete: 80%\nConfidence: 90%\nNotes: soon\nConcern: frontend',
      { complete: 80, confidence: 90, notes: 'soon', concern: ['frontend'] },
    ],
    [
      'what the rich text editor makes of it',
      'typed before\n\nComplete: 80%\\\nConfidence: 90%\\\nNotes: a\\_b',
      { complete: 80, confidence: 90, notes: 'a_b' },
    ],
    ['bullets and bold names', '* **Complete:** 80%\n* **Confidence:** 90%', { complete: 80, confidence: 90 }],
    ['a blank template', 'Complete:\n\nConfidence:', { complete: null, confidence: null }],
    ['a number out of range', 'Complete: 120%\nConfidence: 90%', { complete: null, confidence: 90 }],
  ])('%s', (_, text, expected) => {
    expect(readStatus(text)).toMatchObject(expected);
  });

  it.each([
    ['prose', 'I am 80% done with this, 90% sure.'],
    ['code', '```\nComplete: 80%\n```'],
    ['a quote', '> Complete: 80%'],
    ['nothing', ''],
  ])('%s is no status', (_, text) => {
    expect(readStatus(text)).toBeUndefined();
  });

  const percent = fc.integer({ min: 0, max: 100 });
  const word = fc
    .array(fc.stringMatching(/^[a-z][a-z0-9,.()]{0,8}$/), { minLength: 1, maxLength: 6 })
    .map(words => words.join(' '));
  const values = fc.record({
    complete: percent,
    confidence: percent,
    notes: word,
    concern: fc.subarray(['frontend', 'backend']),
    mrs: fc.uniqueArray(
      fc.record({
        ref: fc.integer({ min: 1, max: 99_999 }).map(iid => `!${iid}`),
        complete: percent,
        confidence: percent,
        notes: word,
      }),
      {
        selector: entry => entry.ref,
        maxLength: 4,
      },
    ),
  });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(values, filled => {
        expect(readStatus(format(filled), packageGroup)).toMatchObject(filled);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => void readStatus(text, packageGroup)));
  });
});
