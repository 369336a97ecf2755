import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile, Status } from '../../handbook/profile';
import { formatStatus } from '../../handbook/status/format';
import { readStatus } from '../../handbook/status/read';
import type { StatusValues } from '../../handbook/status/values';
import { packageGroup } from './package-group';

type Example = {
  id: string;
  text: string;
  expected: { isStatus: boolean; notes: string | null };
  decision?: string;
};

const collected = '../shared/status-comments.json';
const examples: Example[] = existsSync(collected) ? JSON.parse(readFileSync(collected, 'utf8')) : [];

describe.skipIf(examples.length === 0)('the collected comments', () => {
  it.each(examples.map(example => [example.id, example] as const))('%s', (_, { text, expected, decision }) => {
    for (const read of [readStatus(text), readStatus(text, packageGroup)]) {
      const { isStatus, ...values } = expected;
      if (!isStatus || (decision?.includes('isStatus=false is acceptable') && !read)) expect(read).toBeUndefined();
      else expect(read).toMatchObject(values);
    }
  });
});

const lines = (...all: string[]) => all.join('\n');

describe('a percent', () => {
  it.each<[string, object]>([
    ['0%', { complete: 0 }],
    ['100', { complete: 100 }],
    ['~45%', { complete: 45 }],
    ['12,5 %', { complete: 12.5 }],
    ['12.5%', { complete: 12.5 }],
    ['55^%', { complete: 55 }],
    ['`55%`', { complete: 55 }],
    ['__55%__ (all but docs)', { complete: 55 }],
    ['3/5', { complete: 60 }],
    ['7/10', { complete: 70 }],
    ['40-60%', { complete: 40 }],
    ['40 – 60 %', { complete: 40 }],
    ['40%-60%', { complete: 40 }],
    ['80% - 2 tests left', { complete: 80 }],
    ['20% -> 35%', { complete: 35, previousComplete: 20 }],
    ['35% (change from 20%)', { complete: 35 }],
    ['101%', { complete: null, invalid: ['complete'] }],
    ['-5%', { complete: null, invalid: ['complete'] }],
    ['1,000%', { complete: null, invalid: ['complete'] }],
    ['3 of 4 parts', { complete: null, invalid: ['complete'] }],
    ['3/4', { complete: null, invalid: ['complete'] }],
    ['2026-05-12', { complete: null, invalid: ['complete'] }],
    ['nearly', { complete: null, invalid: ['complete'] }],
    ['…%', { complete: null }],
    ['xx%', { complete: null }],
    ['n/a', { complete: null }],
  ])('%s', (text, expected) => {
    const read = readStatus(`Complete: ${text}\nConfidence: 50%`);
    expect(read).toMatchObject({ confidence: 50, ...expected });
    if (!('invalid' in expected)) expect(read?.invalid).toBeUndefined();
  });

  it.each<[string, object]>([
    ['30% complete, 40% confident', { complete: 30, confidence: 40 }],
    ['40% sure / 30% done', { complete: 30, confidence: 40 }],
    ['30% / 40%', { complete: 30, confidence: 40 }],
    ['30% complete', { complete: 30, confidence: null }],
    ['30% complete, …% confident', { complete: 30, confidence: null }],
    ['130% complete, 40% confident', { complete: null, confidence: 40, invalid: ['complete'] }],
    ['30% complete, 40% confident - review next', { complete: 30, confidence: 40, notes: 'review next' }],
    ['30% complete - 50% of the docs exist', { complete: 30, confidence: null, notes: '50% of the docs exist' }],
  ])('in a summary: %s', (text, expected) => {
    expect(readStatus(`Issue status: ${text}`)).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['Confidence: medium', { confidence: null, confidenceText: 'medium' }],
    ['Confidence: `low` - too many unknowns', { confidence: null, confidenceText: 'low' }],
    ['Confidence:\n- [ ] low\n- [x] 🟢 high - all merged', { confidence: null, confidenceText: 'high' }],
    ['Confidence:\n- [x] low\n- [x] high', { confidence: null }],
    ['Confidence:\n- [ ] 10%\n- [ ] 90%', { confidence: null }],
    ['- [ ] Confidence: 90%', { confidence: null }],
    ['How confident are you about this milestone? 3/5', { confidence: null }],
  ])('of confidence in words or boxes: %s', (text, expected) => {
    const read = readStatus(`Complete: 50%\n\n${text}`);
    expect(read).toMatchObject(expected);
    if (!('confidenceText' in expected)) expect(read?.confidenceText).toBeUndefined();
  });
});

describe('what does not count', () => {
  it.each([
    ['a fence that is not closed', lines('~~~', 'Complete: 10%', '```', 'Complete: 20%')],
    ['a fence closed by a shorter one', lines('````', '```', 'Complete: 10%', '````')],
    ['a quote of several lines', lines('>>>', 'Complete: 10%', 'Confidence: 10%', '>>>')],
    ['a comment of several lines', lines('<!-- fill in:', 'Complete: 10%', '-->')],
    ['a comment that is not closed', lines('<!-- fill in:', 'Complete: 10%')],
    ['a comment in a line', 'Well <!-- Complete: 10% --> then.'],
    ['unchecked boxes', lines('- [ ] Complete: 10%', '- [ ] Confidence: 20%')],
    ['a comment in a source', '# SD%Complete: 10%'],
    ['prose with percents', 'We are 60% complete, I am 70% confident.'],
    ['prose with a colon', 'When it is complete: 80% of users will see it.'],
    ['a share', '80% of the tests pass, 20% are flaky'],
    ['numbers of something else', lines('Coverage: 80%', 'Confidence: interval of 95%')],
    ['one word of confidence', 'Confidence: high'],
    ['a question', lines('1. Progress: How far is it?', '2. Blockers: Is anything in the way?')],
    ['a form with hints', lines('Progress: "what was done"', 'Blockers: "what is in the way"')],
    ['several issues', lines('- #12: 60% complete, 70% confident', '- #13: 10% complete, 20% confident')],
    ['a table of several issues', lines('| Issue | % done |', '|--|--|', '| #12 | 60% |', '| #13 | 10% |')],
    ['links', '* Merged !12, next is #34'],
    ['a merge request in a sentence', '!12 fixes that'],
    ['a plan with a date', lines('## Plan 2026-04-01', 'First the database.')],
    ['notes alone', 'Notes: see above'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readStatus(text)).toBeUndefined();
    expect(readStatus(text, packageGroup)).toBeUndefined();
  });

  it('stands beside what counts', () => {
    const text = lines(
      '<!-- one -->Complete: 30%',
      '> Complete: 10%',
      '',
      '```',
      'Confidence: 10%',
      '```',
      'Confidence: 40%',
    );
    expect(readStatus(text)).toMatchObject({ complete: 30, confidence: 40 });
  });

  it('a blank form is a status without values', () => {
    expect(readStatus(lines('Complete: %', 'Confidence: %', 'Notes:', 'Concern:'))).toEqual({
      complete: null,
      confidence: null,
      notes: null,
      concern: [],
      mrs: [],
    });
  });
});

describe('labels', () => {
  it.each<[string, string[]]>([
    ['~frontend, ~"needs review" and ~team::red', ['frontend', 'needs review', 'team::red']],
    ['~80%', []],
    ['~80', []],
    ['~80 ~2fa', ['2fa']],
    ['Frontend, Backend', ['frontend', 'backend']],
    ['none', []],
    ['the migration may take longer than planned', []],
  ])('%s', (text, concern) => {
    expect(readStatus(`Complete: 1%\nConcern: ${text}`)?.concern).toEqual(concern);
  });
});

describe('merge requests', () => {
  const one = (text: string) => readStatus(lines('MR statuses:', text))?.mrs;

  it.each([
    ['!7 - 30% complete, 40% confident - specs', '!7'],
    ['- !7+ - 30% complete, 40% confident - specs', '!7'],
    ['* !7+s: 30% / 40%, specs', '!7'],
    ['1. red/blue!7 — 40% confident, 30% complete — specs', 'red/blue!7'],
    ['https://git.example.org/red/green/blue/-/merge_requests/7 - 30% / 40% - specs', 'red/green/blue!7'],
    ['https://git.example.org/red/blue/-/merge_requests/7/diffs?x=1: 30% / 40% - specs', 'red/blue!7'],
    ['[Specs](https://git.example.org/red/blue/-/merge_requests/7): 30% / 40% - specs', 'red/blue!7'],
  ])('%s', (text, ref) => {
    expect(one(text)).toEqual([{ ref, complete: 30, confidence: 40, notes: 'specs' }]);
  });

  it('without percents count under their heading only', () => {
    const text = lines('Complete: 1%', 'Notes: waits for', '!8 - the other one', 'MRs:', '!9', '!10 - not begun');
    expect(readStatus(text)).toMatchObject({
      notes: 'waits for\n!8 - the other one',
      mrs: [
        { ref: '!9', complete: null, confidence: null, notes: null },
        { ref: '!10', complete: null, confidence: null, notes: 'not begun' },
      ],
    });
  });
});

describe('the update', () => {
  it.each<[string, string, object]>([
    [
      'the latest date counts, wherever it stands',
      lines('### 2026-02-10', 'Complete: 50%', '### 2026-02-03', 'Complete: 20%', '### Plan 2026-03-01', 'More.'),
      { complete: 50, date: '2026-02-10' },
    ],
    ['a date in the first line', lines('2/10/2026 - week 7', 'Complete: 50%'), { complete: 50, date: '2026-02-10' }],
    ['a date that is none', lines('## Update 2026-13-40', 'Complete: 50%'), { complete: 50 }],
    [
      'of a field that stands twice the first counts',
      lines('Confidence: 50%', '', 'Confidence: 90%'),
      { confidence: 50 },
    ],
    [
      'two sides give no total',
      lines('**FE**: 50% complete, 60% confident', '**BE**: 10% complete, 20% confident'),
      {
        complete: null,
        confidence: null,
        parts: [
          { concern: 'fe', complete: 50, confidence: 60 },
          { concern: 'be', complete: 10, confidence: 20 },
        ],
      },
    ],
    [
      'a table with a column a field',
      lines('Confidence | Notes | % complete', '--- | :-: | ---:', '70% | halfway | 50%'),
      { complete: 50, confidence: 70, notes: 'halfway' },
    ],
    [
      'a table with a row a field',
      lines('| | |', '|---|---|', '| **Complete** | 50% |', '| Reviewer | somebody |', '| Confidence | 70% |'),
      { complete: 50, confidence: 70 },
    ],
    [
      'an issue in a table',
      lines('Issue | Done | % done', '-|-|-', '#5 | no | 40%'),
      { complete: 40, items: [{ ref: '#5', complete: 40 }] },
    ],
    [
      'a line without names',
      '🟡 50% complete, 60% confident - slow',
      { complete: 50, health: 'needs_attention', notes: 'slow' },
    ],
    [
      'quick actions',
      lines('Complete: 50%', 'Notes: on', '', '/health_status at_risk', '/cc @a'),
      { notes: 'on', health: 'at_risk' },
    ],
    [
      'words alone',
      lines('- **Progress this week:** API', '- **Blockers:** none', '- **Next:** UI'),
      { notes: 'API', blockers: null },
    ],
    [
      'a dated status in words',
      lines('## Status update - 2026-02-10', '', 'API done.'),
      { notes: 'API done.', date: '2026-02-10' },
    ],
    ['an emphasised line', '*Confidence: 35%*', { confidence: 35 }],
  ])('%s', (_, text, expected) => {
    expect(readStatus(text)).toMatchObject(expected);
  });
});

describe('notes', () => {
  it.each([
    ['end at the next field', lines('Notes: one', 'two', 'Concern: ~backend', '', 'Thanks!'), 'one\ntwo'],
    [
      'keep their lists',
      lines('Notes:', '* one', '* two: more', '', 'Later: three'),
      '* one\n* two: more\n\nLater: three',
    ],
    [
      'keep code and quotes',
      lines('Notes: see', '```', 'Complete: 90%', '```', '> Complete: 80%'),
      'see\n```\nComplete: 90%\n```\n> Complete: 80%',
    ],
    ['keep addresses', lines('Notes: see', 'https://git.example.org/a'), 'see\nhttps://git.example.org/a'],
    ['do not swallow a field written like them', lines('Notes: one', 'Risk: two'), 'one'],
    ['are data', 'Notes: <b onclick="x()">no</b>', '<b onclick="x()">no</b>'],
    ['none', 'Notes: none', null],
  ])('%s', (_, text, notes) => {
    expect(readStatus(`Complete: 50%\n${text}`)).toMatchObject({ complete: 50, notes });
  });

  it("of a team's form keep what is no field of the team", () => {
    expect(readStatus(lines('Complete: 50%', 'Notes: one', 'Risk: two'), packageGroup)?.notes).toBe('one\nRisk: two');
  });
});

describe('a profile', () => {
  it('adds names', () => {
    const status = packageGroup.status as Status;
    const aliases: Record<string, string[]> = { complete: ['Fertig'], confidence: ['自信度'], notes: ['Anmerkung'] };
    const fields = status.fields.map(field => ({ ...field, aliases: aliases[field.id] ?? [] }));
    const profile: Profile = { ...packageGroup, status: { ...status, fields } };
    const text = lines('- **Fertig**: 50%', '- 自信度：60%', '- Anmerkung: bald');
    expect(readStatus(text, profile)).toMatchObject({ complete: 50, confidence: 60, notes: 'bald' });
    expect(readStatus(text)).toBeUndefined();
  });
});

describe('what the form writes', () => {
  const percent = fc.integer({ min: 0, max: 100 });
  const words = (...start: string[]) =>
    fc
      .tuple(
        fc.constantFrom(...start),
        fc.array(fc.stringMatching(/^[a-z][a-z0-9,.()%:~!]{0,7}[a-z]$/), { minLength: 1, maxLength: 5 }),
      )
      .map(([first, rest]) => `${first}${rest.join(' ')}`);
  const values = fc.record({
    complete: percent,
    confidence: percent,
    notes: fc
      .array(words('', '- ', 'Risk: ', '50% ', '> ', '#1 '), { minLength: 1, maxLength: 4 })
      .map(all => `so ${all.join('\n')}`),
    concern: fc.subarray(['frontend', 'needs review', 'team::red', '80']),
    mrs: fc.uniqueArray(
      fc.record({
        ref: fc.integer({ min: 1, max: 9999 }).map(iid => (iid % 2 ? `!${iid}` : `red/blue!${iid}`)),
        complete: fc.option(percent, { nil: undefined }),
        confidence: fc.option(percent, { nil: undefined }),
        notes: fc.oneof(fc.constant(''), words('', 'so - ', '100 ')),
      }),
      { selector: entry => entry.ref, maxLength: 4 },
    ),
  });
  const expectBack = (filled: StatusValues, change: (text: string) => string) => {
    const text = change(formatStatus(filled, packageGroup.status as Status));
    const { mrs, values: _, ...rest } = readStatus(text, packageGroup) ?? { mrs: [] };
    // "None" is an absent value or an empty text in the form.
    const entries = mrs.map(({ ref, complete, confidence, notes }) => ({
      ref,
      complete: complete ?? undefined,
      confidence: confidence ?? undefined,
      notes: notes ?? '',
    }));
    expect({ ...rest, mrs: entries }).toEqual(filled);
  };
  const reads = (all: fc.Arbitrary<StatusValues>, change: (text: string) => string) =>
    fc.assert(fc.property(all, filled => void expectBack(filled, change)));

  it('reads back', () => {
    reads(values, text => text);
  });

  it('reads back as the rich text editor rewrites it', () => {
    reads(values, text => `typed before\n\n${text.replace(/[_()](?=[a-z])/g, '\\$&')}\n`);
  });

  it('reads back from the rendered text', () => {
    // A label of two words cannot be told from two labels there, nor a list from lines.
    const plain = values.map(filled => ({ ...filled, notes: 'so far\nso good', concern: ['frontend', 'backend'] }));
    reads(plain, text => text.replace(/\\$/gm, '').replace(/~(frontend|backend)/g, '$1'));
  });
});
