/** What the features keep in the browser, as it was stored: `tests/settings/stored/`. */
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import storedScript from '../../entrypoints/stored';
import { lastFilters } from '../../features/next-up/filters';
import { draftPlace } from '../../features/status-comment/drafts';
import { quickActionChoice } from '../../features/status-comment/quick-actions';
import { intentPlace } from '../../features/weight-guidance/split/intent';
import { promotionsBelow } from '../../features/weight-guidance/split/promotions';
import { type Item, itemKey } from '../../gitlab/items';
import type { Profile } from '../../handbook/profile';
import { foundSchema } from '../../settings/stored';

const stored = (name: string): unknown => JSON.parse(readFileSync(`tests/settings/stored/${name}.json`, 'utf8'));
const keep = (key: string, name: string) => fakeBrowser.storage.local.set({ [key]: stored(name) });

const instance = { origin: 'https://gitlab.com', root: '' };
const item = { instance, path: 'example/lunch', iid: '3' } as Item;
const user = '7';

// As the background starts it in a page, which a test has not.
storedScript.main();

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(Date, 'now').mockReturnValue(1795219200000 + 60_000);
  document.head.innerHTML = `<script type="text/plain">window.gon={};gon.current_user_id=${user};</script>`;
});

it('a draft, and the version of another tab', async () => {
  const key = `draft status ${user} ${itemKey(item)}`;
  await keep(key, 'draft-1');
  await keep(`${key} other`, 'draft-1');
  const { draft, other } = await draftPlace(item, user).load();
  expect(draft).toMatchObject({ values: { complete: 80, concern: ['frontend'] }, format: 'Issue' });
  expect(other).toEqual(draft);
});

it('an item that is being split, what was typed in two tabs, and a spike', async () => {
  const place = intentPlace('split', item, user);
  await keep(place.key, 'split-1');
  await keep(`${place.key} both`, 'split-both');
  await keep(intentPlace('spike', item, user).key, 'split-1');
  expect(await place.load()).toMatchObject({ rows: [{ created: { reference: '#7' } }, { title: 'Page' }] });
  expect((await place.both.load()).map(({ title }) => title)).toEqual(['Endpoint', 'Page']);
  expect(await intentPlace('spike', item, user).load()).toMatchObject({ id: 'a-split' });
});

it('issues that wait to become an epic', async () => {
  await keep('promotions', 'promotions');
  const group = { ...item, path: 'example', iid: '1' };
  expect((await promotionsBelow(group)).map(({ iid }) => iid)).toEqual(['3']);
});

it('the filters of Next up', async () => {
  await keep('next-up filters', 'next-up-filters-1');
  expect(await lastFilters()).toEqual({ who: 'mine', milestone: true });
});

it('quick actions that were switched on', async () => {
  await keep('quick-actions lunch', 'quick-actions-1');
  const status = { fields: [], formats: [], quickActions: ['/health_status {health}', '/label ~x'] };
  const choice = quickActionChoice({ version: 1, id: 'lunch', name: 'Lunch', status } as Profile);
  await choice.load();
  expect(choice.on.value).toEqual(['/health_status {health}']);
});

it('files that a tab found in repositories, for the background to read', () => {
  expect(foundSchema.safeParse(stored('found')).success).toBe(true);
});
