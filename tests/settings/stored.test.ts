/** Everything that a browser may have stored, in each version that ever was: `stored/<what>-<version>.json`. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readProfile } from '../../handbook/profile';
import { backup, restore } from '../../settings/backup';
import { followLibrary, library } from '../../settings/library';
import { followProfiles, profileInForce, profiles } from '../../settings/profiles';
import { followSettings, isOn, resetSettings, settings, settingsProblem, switchFeature } from '../../settings/settings';
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

/** By the files that write into the browser's storage. A module that writes has its examples here. */
const examples: Readonly<Record<string, readonly string[]>> = {
  'features/find-profiles.ts': ['found'],
  'features/next-up/filters.ts': ['next-up-filters-1'],
  'features/status-comment/drafts.ts': ['draft-1'],
  'features/status-comment/quick-actions.ts': ['quick-actions-1'],
  'features/weight-guidance/split/intent.ts': ['split-1', 'split-both'],
  'features/weight-guidance/split/promotions.ts': ['promotions'],
  'settings/library.ts': ['assignments-1', 'profile-1', 'group-projects-1', 'sources-1'],
  'settings/settings.ts': ['settings-1', 'settings-2'],
};
/** They write nothing of a form of their own: times by project, or what others have written. */
const without = [
  'features/repository-profiles.ts',
  'features/status-comment/draft-list.ts',
  'settings/backup.ts',
  'settings/read-found.ts',
];

it('has an example of each', () => {
  const files = globSync('{features,settings}/**/*.{ts,tsx}');
  const writing = files.filter(file =>
    /storage(?:\(\))?\??\.(?:(?:local|sync|session)\.)?set\(/.test(readFileSync(file, 'utf8')),
  );
  expect(writing.sort()).toEqual([...Object.keys(examples), ...without].sort());
  expect(readdirSync(folder).sort()).toEqual(
    Object.values(examples)
      .flat()
      .map(name => `${name}.json`)
      .sort(),
  );
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

  it('that cannot be read are as at first once somebody resets them, and come back', async () => {
    await readSettings({ version: 3 });
    const undo = await resetSettings();
    expect(settingsProblem.value).toBeUndefined();
    expect(isOn({ id: 'weight-guidance' }, 'gitlab.com')).toBe(true);
    await switchFeature('weight-guidance', undefined, false);
    await undo();
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({ settings: { version: 3 } });
  });
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
