/** Which profile is in force on an item: decision 6. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readProfile } from '../../handbook/profile';
import { followProfiles, type InForce, type PlaceOfItem, profileInForce, profiles } from '../../settings/profiles';
import * as stored from '../../settings/stored';

const profile = (id: string) => ({ version: 1, id, name: id });
const ids = ['by-path', 'by-group', 'by-label', 'by-host', 'everywhere'];
const source = (project: string) => ({
  instance: 'https://gitlab.com',
  project,
  file: '.gitlab/handrail.yml',
  readAt: 0,
  used: { profile: profile(`of ${project}`.replace(/\W/g, '-')), since: 0 },
});

const assigned = {
  path: { profile: 'by-path', path: 'top/near/project' },
  group: { profile: 'by-group', path: 'top' },
  label: { profile: 'by-label', label: 'group::lunch' },
  host: { profile: 'by-host', host: 'gitlab.com' },
  everywhere: { profile: 'everywhere' },
};
const item: PlaceOfItem = {
  host: 'gitlab.com',
  instance: 'https://gitlab.com',
  path: 'top/near/project',
  labels: ['Group::Lunch'],
};

/** Stores it and reads it as a page does. */
async function store(
  assignments: readonly object[],
  repositories: readonly string[] = [],
  groups: readonly object[] = [],
): Promise<void> {
  await fakeBrowser.storage.local.set({
    assignments: { version: 1, assignments },
    sources: { version: 1, sources: repositories.map(source) },
    'group projects': { version: 1, groups },
    ...Object.fromEntries(ids.map(id => [`profile ${id}`, { version: 1, profile: profile(id), savedAt: 0 }])),
  });
  const visit = new AbortController();
  await followProfiles(async () => ({ ...stored, readProfile }), visit.signal);
  visit.abort();
}

const idAt = (place: PlaceOfItem): string => profileInForce(place).profile.id;
const { path, group, label, host, everywhere } = assigned;
const all = [everywhere, host, label, group, path];

beforeEach(() => fakeBrowser.reset());

describe('the first that fits counts', () => {
  it.each<[string, PlaceOfItem, readonly object[], readonly string[], string]>([
    ['the longest path', item, all, ['top/near/project'], 'by-path'],
    ['a shorter path', { ...item, path: 'top/other' }, all, ['top/other'], 'by-group'],
    ['a label', item, [everywhere, host, label], ['top/near/project'], 'by-label'],
    ['the repository', { ...item, labels: [] }, [everywhere, host, label], ['top/near/project'], 'of-top-near-project'],
    [
      'the repository before that of its group',
      item,
      [everywhere, host],
      ['top/handrail-profile', 'top/near/handrail-profile', 'top/near/project'],
      'of-top-near-project',
    ],
    [
      'the near group',
      item,
      [everywhere, host],
      ['top/handrail-profile', 'top/near/handrail-profile'],
      'of-top-near-handrail-profile',
    ],
    [
      "a subgroup's own, on its boards and lists",
      { ...item, path: 'top/near' },
      [everywhere, host],
      ['top/handrail-profile', 'top/near/handrail-profile'],
      'of-top-near-handrail-profile',
    ],
    ['the group at the top', item, [everywhere, host], ['top/handrail-profile'], 'of-top-handrail-profile'],
    ['the host', item, [everywhere, host], ['other/handrail-profile'], 'by-host'],
    ['everywhere', { ...item, host: 'gitlab.example' }, [everywhere, host], [], 'everywhere'],
    ['the default', item, [], [], 'package-group-2021'],
    ['a dashboard has no path', { ...item, path: undefined }, [path, group, host], ['top/near/project'], 'by-host'],
    ['with a host before the same path everywhere', item, [group, { ...host, path: 'top' }], [], 'by-host'],
    ['all parts of one must hold', item, [{ ...path, host: 'gitlab.example' }, host], [], 'by-host'],
    ['a path is no part of a name', { ...item, path: 'topper/project' }, [group], [], 'package-group-2021'],
    ['paths in either case', { ...item, path: 'Top/Near/Project' }, [path], [], 'by-path'],
    [
      'another instance',
      { ...item, instance: 'https://gitlab.example' },
      [],
      ['top/near/project'],
      'package-group-2021',
    ],
    ['an assignment without its profile', item, [{ profile: 'gone', path: 'top' }, host], [], 'by-host'],
  ])('%s', async (_, place, assignments, repositories, id) => {
    await store(assignments, repositories);
    expect(idAt(place)).toBe(id);
    await store([...assignments].reverse(), [...repositories].reverse());
    expect(idAt(place)).toBe(id);
  });
});

it('a project that was named for the group stands in for its handrail-profile', async () => {
  await store([], ['top/handrail-profile', 'tools/how-we-work'], [{ group: 'Top', project: 'tools/how-we-work' }]);
  expect(profileInForce(item)).toMatchObject<Partial<InForce>>({ by: { repository: 'tools/how-we-work' } });
});

describe('what cannot be read leaves the last good one in force', () => {
  it.each<[string, Record<string, unknown>]>([
    ['assignments', { assignments: { version: 9 } }],
    ['a profile', { 'profile by-path': { version: 1, profile: { id: 7 }, savedAt: 0 } }],
    ['an entry', { 'profile by-path': 'x' }],
    ['sources', { sources: [] }],
    ['the projects of groups', { 'group projects': 7 }],
  ])('%s', async (_, broken) => {
    await store([path], ['top/handrail-profile'], [{ group: 'top', project: 'a/b' }]);
    const before = profiles.value;
    await fakeBrowser.storage.local.set(broken);
    const visit = new AbortController();
    await followProfiles(async () => ({ ...stored, readProfile }), visit.signal);
    visit.abort();
    expect(idAt(item)).toBe('by-path');
    expect(profiles.value).toEqual({ ...before, problem: expect.stringMatching(/nothing was overwritten/) });
    expect(await fakeBrowser.storage.local.get(Object.keys(broken))).toEqual(broken);
  });
});
