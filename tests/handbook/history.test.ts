import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { flagOfOpenItem, flagsOf } from '../../handbook/status/flags';
import { daysOverdue, dueAfter, rhythmText } from '../../handbook/status/rhythm';
import { tracksOf } from '../../handbook/status/tracks';

/** A day of November 2026 at ten; the 16th is a Monday. */
const november = (day: number) => new Date(2026, 10, day, 10);

beforeAll(() => {
  vi.useFakeTimers({ now: november(18) });
});
afterAll(() => {
  vi.useRealTimers();
});

const daily = { everyDays: 1 };
const weekly = { everyDays: 7 };
const twiceAWeek = { weekdays: ['monday' as const, 'thursday' as const] };

it.each([
  ['daily, on Monday', 16, daily, 17],
  ['daily, on Friday', 20, daily, 23],
  ['daily, on Saturday', 21, daily, 23],
  ['every two days, on Thursday', 19, { everyDays: 2 }, 23],
  ['half a day is a day', 16, { everyDays: 0.5 }, 17],
  ['weekly, on Wednesday', 18, weekly, 25],
  ['weekly, on Sunday', 15, weekly, 23],
  ['on weekdays, from one to the next', 16, twiceAWeek, 19],
  ['on weekdays, over the weekend', 19, twiceAWeek, 23],
  ['a team that works on Sundays', 20, { weekdays: ['sunday' as const] }, 22],
])('the next update is due: %s', (_, last, rhythm, due) => {
  expect(dueAfter(november(last), rhythm)).toEqual(new Date(2026, 10, due));
});

it('without a rhythm nothing is due', () => {
  expect(dueAfter(november(16), undefined)).toBeUndefined();
  expect(dueAfter(november(16), {})).toBeUndefined();
});

it.each([
  ['on the day itself', 17, 17, 0],
  ['before it', 17, 16, 0],
  ['the next day', 17, 18, 1],
  ['on the weekend after Friday', 20, 22, 0],
  ['on Monday after Friday', 20, 23, 1],
  ['after two weeks', 9, 23, 10],
])('overdue %s', (_, due, now, days) => {
  expect(daysOverdue(new Date(2026, 10, due), november(now))).toBe(days);
});

it.each([
  [daily, 'every working day'],
  [{ everyDays: 3 }, 'every 3 days'],
  [weekly, 'every week'],
  [{ everyDays: 14 }, 'every 2 weeks'],
  [twiceAWeek, 'every Monday and Thursday'],
])('the rhythm in words: %j', (rhythm, words) => expect(rhythmText(rhythm)).toBe(words));

const update = (day: number, complete: number | null, confidence: number | null) => ({
  at: november(day).toISOString(),
  status: { complete, confidence },
});
const texts = (updates: Parameters<typeof flagsOf>[0]) => flagsOf(updates).map(flags => flags.map(({ text }) => text));

it('flags tell what changed for the worse since the update before', () => {
  const updates = [update(3, 0, 75), update(9, 40, 80), update(11, 40, 80), update(13, 40, 60), update(17, 60, 85)];
  expect(texts(updates)).toEqual([[], [], ['No progress'], ['Confidence fell by 20', 'No progress for 2 updates'], []]);
  expect(flagsOf(updates)[3]?.map(({ reason }) => reason)).toEqual([
    'It was 80% on 11 Nov.',
    'It was 40% complete on 9 Nov already.',
  ]);
});

it.each([
  [87.5, 80.2, 'Confidence fell by 7.3'],
  [80.25, 80, 'Confidence fell by 0.25'],
])('a confidence that goes from %s to %s: %s', (before, after, text) => {
  expect(texts([update(3, null, before), update(4, null, after)])).toEqual([[], [text]]);
});

it.each([
  ['a number that is missing changes nothing', [update(3, 40, 80), update(4, null, null), update(5, 40, 70)], 2],
  ['what is done stays done', [update(3, 100, 90), update(4, 100, 90)], 0],
  ['less than before is no progress', [update(3, 40, 90), update(4, 30, 90)], 1],
  ['the first update has nothing before it', [update(3, 0, 0)], 0],
])('%s', (_, updates, count) => expect(flagsOf(updates).flat()).toHaveLength(count));

it.each([
  ['on time', [update(17, 60, 80)], daily, undefined],
  ['late', [update(16, 60, 80)], daily, '16: 1 day overdue'],
  ['later', [update(12, 60, 80)], daily, '12: 3 days overdue'],
  ['late in a weekly rhythm', [update(9, 60, 80)], weekly, '9: 2 days overdue'],
  ['not late in a weekly rhythm', [update(11, 60, 80)], weekly, undefined],
  ['done', [update(2, 100, 100)], daily, '2: 100%, still open'],
  ['done on both sides', [update(3, 100, 100), update(2, 100, 100)], daily, '3: 100%, still open'],
  ['done on one side only', [update(17, 100, 100), update(16, 50, 80)], daily, '16: 1 day overdue'],
  ['of one side in time', [update(17, 60, 80), update(3, 50, 80)], daily, undefined],
  ['without a rhythm', [update(2, 60, 80)], undefined, undefined],
  ['not there', [], daily, undefined],
])('an open item whose newest update is %s', (_, newest, rhythm, expected) => {
  const found = flagOfOpenItem(newest, rhythm, november(18));
  expect(found && `${new Date(found.update.at).getDate()}: ${found.flag.text}`).toBe(expected);
});

it('an overdue update names the rhythm and the day', () => {
  expect(flagOfOpenItem([update(16, 60, 80)], daily, november(18))?.flag.reason).toBe(
    'The team writes an update every working day; the next one was due on 17 Nov.',
  );
});

const by = (name: string, day: number, ...concern: string[]) => ({
  at: november(day).toISOString(),
  author: { id: name, name },
  status: { concern },
});

it.each([
  ['one person', [by('Ana', 3), by('Ana', 5)], ['Ana: 3 5']],
  ['two people in turns', [by('Ana', 3), by('Jonas', 4), by('Ana', 5)], ['Ana: 3 5', 'Jonas: 4']],
  ['a handover', [by('Ana', 3), by('Ana', 4), by('Jonas', 5)], ['Ana and Jonas: 3 4 5']],
  [
    'two sides',
    [by('Ana', 3, 'frontend'), by('Jonas', 4, 'backend'), by('Ana', 5), by('Jonas', 6, 'backend')],
    ['Jonas, backend: 4 6', 'Ana, frontend: 3 5'],
  ],
  ['concerns that change', [by('Ana', 3, 'frontend'), by('Ana', 5, 'UX')], ['Ana: 3 5']],
  ['newest first, as the page has them', [by('Ana', 5), by('Ana', 3)], ['Ana: 3 5']],
])('tracks of %s', (_, updates, tracks) => {
  const days = (list: readonly { at: string }[]) => list.map(({ at }) => new Date(at).getDate()).join(' ');
  expect(tracksOf(updates).map(({ name, updates }) => `${name}: ${days(updates)}`)).toEqual(tracks);
});
