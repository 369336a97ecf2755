import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askAhead, endAhead, readStored } from '../../settings/ahead';
import { settingsKey } from '../../settings/keys';

const { sync } = fakeBrowser.storage;
const off = { version: 2, features: { 'next-up': false }, hosts: {} };

beforeEach(async () => {
  fakeBrowser.reset();
  await sync.set({ [settingsKey]: off });
});
afterEach(() => {
  endAhead();
  vi.restoreAllMocks();
});

it('what was asked for ahead is not asked for again, until all of it is followed', async () => {
  const get = vi.spyOn(sync, 'get');
  askAhead();
  expect(await readStored('sync')).toEqual({ [settingsKey]: off });
  expect(get).toHaveBeenCalledTimes(1);
  endAhead();
  await readStored('sync');
  expect(get).toHaveBeenCalledTimes(2);
});

it('what somebody stores meanwhile is not missed', async () => {
  askAhead();
  await sync.set({ [settingsKey]: { ...off, features: {} } });
  expect(await readStored('sync')).toEqual({ [settingsKey]: { ...off, features: {} } });
});

it('what could not be answered is asked for once more', async () => {
  vi.spyOn(sync, 'get').mockRejectedValueOnce(new Error('The browser has no time.'));
  askAhead();
  expect(await readStored('sync')).toEqual({ [settingsKey]: off });
});
