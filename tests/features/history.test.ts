import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { draftKeyOf } from '../../features/status-comment/drafts';
import { entriesOf } from '../../features/status-comment/history/entries';
import { dayLabels, lineEnds, scaleOf } from '../../features/status-comment/history/points';
import { gainedText, noteText, sureText } from '../../features/status-comment/history/words';
import { readStatus } from '../../handbook/status/read';

const november = (day: number) => new Date(2026, 10, day);

beforeAll(() => {
  vi.useFakeTimers({ now: november(20) });
});
afterAll(() => {
  vi.useRealTimers();
});

it.each([
  ['far apart', 20, 90, { complete: 20, confidence: 90 }],
  ['close, complete below', 50, 46, { complete: 56, confidence: 40 }],
  ['close, complete above', 46, 50, { complete: 40, confidence: 56 }],
  ['the same', 50, 50, { complete: 58, confidence: 42 }],
  ['only one', 50, undefined, { complete: 50, confidence: undefined }],
])('the names at the ends of two lines: %s', (_, complete, confidence, ends) => {
  expect(lineEnds(complete, confidence)).toEqual(ends);
});

it.each([
  ['one update', [18], ['18 Nov']],
  ['two on one day', [18, 18], ['18 Nov']],
  ['room for all', [1, 10, 20], ['1 Nov', '10 Nov', '20 Nov']],
  ['one too close to the last', [1, 10, 19, 20], ['1 Nov', '10 Nov', '20 Nov']],
  ['many', [1, 2, 3, 4, 5, 6, 7, 8, 9, 20], ['1 Nov', '5 Nov', '9 Nov', '20 Nov']],
])('the days under the chart do not touch: %s', (_, days, labels) => {
  const dates = days.map(november);
  const x = scaleOf({ from: november(1).getTime(), to: november(20).getTime() }, 0, 320);
  expect(dayLabels(dates, x).map(({ text }) => text)).toEqual(labels);
});

it.each([
  [20, 80, 60],
  [80.2, 87.5, 7.3],
  [87.5, 80.2, -7.3],
  [80.2, 80.2, 0],
])('from %s to %s complete %s are gained', (before, complete, gained) => {
  const updates = [before, complete].map((value, at) => ({
    noteId: at,
    href: '',
    at: november(at + 1).toISOString(),
    author: { id: '1', username: 'ana', name: 'Ana' },
    isEdited: false,
    status: { complete: value, confidence: null, notes: null, concern: [], mrs: [] },
  }));
  const entries = entriesOf([{ name: 'Ana', updates }], false, undefined, november(20));
  expect(entries.map(entry => entry.gained)).toEqual([gained, undefined]);
});

it.each([
  [20, '+20'],
  [-5, '−5'],
  [0, ''],
  [undefined, ''],
])('%s more complete is written %s', (gained, text) => expect(gainedText(gained)).toBe(text));

it.each([
  ['Complete: 80%\nConfidence: 90%\nNotes: in review', '90% sure', 'in review'],
  ['Complete: 80%\nConfidence: high', 'high', ''],
  [
    'Issue status: 50% complete, 80% confident\nMR statuses:\n!11111 - 80% complete, 99% confident - docs\n!21212 - 30% complete, 80% confident - api',
    '80% sure',
    '!11111 80%, !21212 30%',
  ],
])('%s', (text, sure, note) => {
  const status = readStatus(text);
  expect(status && [sureText(status), noteText(status)]).toEqual([sure, note]);
});

it.each([
  [
    'draft status 2 https://gitlab.com gitlab-org/gitlab#1',
    { root: 'https://gitlab.com', path: 'gitlab-org/gitlab', sign: '#', iid: '1', isOther: false },
  ],
  [
    'draft status 2 https://gitlab.example:8443/git a/b/c!7 other',
    { root: 'https://gitlab.example:8443/git', path: 'a/b/c', sign: '!', iid: '7', isOther: true },
  ],
])('%s is the key of a draft', (key, place) => {
  expect(draftKeyOf(key)).toEqual(place);
});

it.each([
  'assignments',
  'profile draft status',
  'draft status 2 javascript:alert(1) a/b#1',
  'draft split 2 https://a b#1',
])('%s is the key of no draft', key => expect(draftKeyOf(key)).toBeUndefined());
