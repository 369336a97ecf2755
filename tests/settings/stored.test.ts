/** Everything that a browser may have stored, in each version that ever was: `stored/<what>-<version>.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readProfile } from '../../handbook/profile';
import { backup, restore } from '../../settings/backup';
import { followLibrary, library } from '../../settings/library';
import { followProfiles, profileInForce, profiles } from '../../settings/profiles';
import { followSettings, isOn, settings, settingsProblem, switchFeature } from '../../settings/settings';
import * as shapes from '../../settings/stored';

const folder = 'tests/settings/stored';
const stored = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
const local = {
  assignments: stored('assignments-1'),
  'profile lunch': stored('profile-1'),
  sources: stored('sources-1'),
  'group projects': stored('group-projects-1'),
};

beforeEach(() => fakeBrowser.reset());

it('has an example of each', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'assignments-1.json',
    'group-projects-1.json',
    'profile-1.json',
    'settings-1.json',
    'settings-2.json',
    'sources-1.json',
  ]);
});

async function readSettings(value: unknown): Promise<void> {
  await fakeBrowser.storage.sync.set({ settings: value });
  const visit = new AbortController();
  await followSettings(async () => shapes, visit.signal);
  visit.abort();
}

describe('switches', () => {
  it.each([1, 2])('of version %d', async version => {
    await readSettings(stored(`settings-${version}`));
    expect(settingsProblem.value).toBeUndefined();
    expect(isOn({ id: 'weight-guidance' }, 'gitlab.com')).toBe(false);
    expect(isOn({ id: 'priority-badges' }, 'gitlab.com')).toBe(true);
    expect(isOn({ id: 'weight-guidance' }, 'gitlab.example:8443')).toBe(version === 2);
  });

  it('of version 1 become version 2 with the next one, and nothing is lost', async () => {
    await readSettings(stored('settings-1'));
    await switchFeature('status-comment', 'gitlab.com', false);
    expect((await fakeBrowser.storage.sync.get('settings')).settings).toEqual({
      version: 2,
      features: { 'weight-guidance': false, 'priority-badges': true },
      hosts: { 'gitlab.com': { 'status-comment': false } },
    });
  });

  it.each([[{ version: 3, features: {}, hosts: {} }], ['on'], [{ version: 1 }], [7]])(
    'that cannot be read, %j, leave the last good ones, and are not overwritten',
    async value => {
      await readSettings(stored('settings-2'));
      const before = settings.value;
      await readSettings(value);
      expect(settings.value).toEqual(before);
      expect(settingsProblem.value).toMatch(/cannot be read/);
      await expect(switchFeature('weight-guidance', undefined, true)).rejects.toThrow(/cannot be read/);
      expect((await fakeBrowser.storage.sync.get('settings')).settings).toEqual(value);
    },
  );
});

describe('profiles, where they are in force, and repositories', () => {
  it('are read by pages', async () => {
    await fakeBrowser.storage.local.set(local);
    const visit = new AbortController();
    await followProfiles(async () => ({ ...shapes, readProfile }), visit.signal);
    visit.abort();
    expect(profiles.value.problem).toBeUndefined();
    const place = { host: 'gitlab.com', instance: 'https://gitlab.com', path: 'example/lunch' };
    expect(profileInForce(place)).toMatchObject({ profile: { id: 'lunch' }, by: { path: 'example/lunch' } });
    expect([...profiles.value.repositories.keys()]).toEqual(['https://gitlab.com example/lunch']);
    expect(profiles.value.groups).toEqual([{ group: 'example', project: 'example/how-we-work' }]);
  });

  it('are read by popup and options', async () => {
    await fakeBrowser.storage.local.set(local);
    await followLibrary();
    const { profiles: all, assignments, sources, groups, unreadable } = library.value;
    expect(unreadable).toEqual([]);
    expect(all[0]).toMatchObject({ profile: { id: 'lunch' }, text: expect.stringContaining('# Our own words') });
    expect([assignments, sources, groups].map(list => list.length)).toEqual([3, 3, 1]);
  });

  it('come back from an export', async () => {
    await fakeBrowser.storage.local.set(local);
    await fakeBrowser.storage.sync.set({ settings: stored('settings-1') });
    const text = await backup();
    fakeBrowser.reset();
    expect(await restore(text)).toBeUndefined();
    expect(await fakeBrowser.storage.local.get(null)).toEqual(local);
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({ settings: stored('settings-1') });
  });

  it.each(Object.keys(local))('%s that cannot be read comes from no export', async key => {
    const text = JSON.stringify({ handrail: 1, local: { ...local, [key]: { version: 9 } }, sync: {} });
    expect(await restore(text)).toMatch(new RegExp(`^${key}: `));
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
