/** One file with everything: what is in it, and what comes back from it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backup, restore } from '../../settings/backup';
import { storeShippedProfiles } from '../../settings/library';

const own = { version: 1, profile: { version: 1, id: 'lunch', name: 'Lunch' }, text: '# Ours', savedAt: 1795219200000 };
const fileOf = (local: object, sync: object = {}) => JSON.stringify({ handrail: 1, local, sync });
const storedLocally = () => fakeBrowser.storage.local.get(null);

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

it('profiles that come with Handrail are in no export; a person’s own are', async () => {
  await storeShippedProfiles();
  await fakeBrowser.storage.local.set({ 'profile lunch': own });
  expect(JSON.parse(await backup()).local).toEqual({ 'profile lunch': own });
});

it.each<[string, object]>([
  ['of another version', { version: 1, id: 'plan', name: 'Plan as it was' }],
  ['with a key that this version does not know', { version: 1, id: 'plan', name: 'Plan', newKey: 1 }],
])('a shipped profile %s in an older export changes nothing, the rest comes back', async (_, profile) => {
  await storeShippedProfiles();
  const before = await storedLocally();
  expect(before['profile plan']).toBeDefined();
  const local = { 'profile plan': { version: 1, profile, savedAt: 0 }, 'profile lunch': own };
  expect(await restore(fileOf(local))).toBeUndefined();
  expect(await storedLocally()).toEqual({ ...before, 'profile lunch': own });
});

it('a profile that a person wrote comes back under an id that is a shipped one’s, too', async () => {
  const plan = { ...own, profile: { ...own.profile, id: 'plan' } };
  await storeShippedProfiles();
  expect(await restore(fileOf({ 'profile plan': plan }))).toBeUndefined();
  expect(await storedLocally()).toMatchObject({ 'profile plan': plan });
});

it('switches that cannot be read come from no export', async () => {
  const text = fileOf({ 'profile lunch': own }, { settings: { version: 3 } });
  expect(await restore(text)).toBe('settings: expected the switches of features');
  expect(await storedLocally()).toEqual({});
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
});

it.each(['local', 'sync'] as const)('when the browser refuses what is for %s, all is as it was', async area => {
  const before = { assignments: { version: 1, assignments: [] }, looks: {} };
  await fakeBrowser.storage.local.set(before);
  vi.spyOn(fakeBrowser.storage[area], 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES_PER_ITEM quota exceeded'));
  const assignments = { version: 1, assignments: [{ profile: 'lunch' }] };
  const settings = { version: 2, features: {}, hosts: {} };
  expect(await restore(fileOf({ assignments, 'profile lunch': own }, { settings }))).toBe(
    'the browser did not store it (QUOTA_BYTES_PER_ITEM quota exceeded)',
  );
  expect(await storedLocally()).toEqual(before);
  expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
});
