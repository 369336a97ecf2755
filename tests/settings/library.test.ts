/** What popup and options show of what is stored, and what they write. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { shippedProfiles } from '../../handbook/shipped';
import {
  followLibrary,
  forgetSource,
  library,
  problemWithId,
  removeProfile,
  reset,
  saveProfile,
  storeShippedProfiles,
} from '../../settings/library';

const storedUnder = async (key: string) => (await fakeBrowser.storage.local.get(key))[key];
const shown = (id: string) => library.value.profiles.filter(({ profile }) => profile.id === id);

beforeEach(() => fakeBrowser.reset());

describe('a profile of one’s own whose id a later version ships', () => {
  const profile = { version: 1 as const, id: 'plan', name: 'Our plan' };
  const own = { version: 1, profile, text: '# Ours\nversion: 1\nid: plan\nname: Our plan\n', savedAt: 1795219200000 };
  const shipped = shippedProfiles.find(({ id }) => id === 'plan');
  const assignments = { version: 1, assignments: [{ profile: 'plan', host: 'gitlab.com' }] };

  beforeEach(async () => {
    await fakeBrowser.storage.local.set({ 'profile plan': own, assignments });
    await storeShippedProfiles();
    await followLibrary();
  });

  it('stays, and is the one that is shown', async () => {
    expect(await storedUnder('profile plan')).toEqual(own);
    expect(shown('plan')).toEqual([{ profile, text: own.text, isShipped: false }]);
    expect(await storedUnder('profile growth')).toBeDefined();
  });

  it('can be changed under its id, which no other one can take', async () => {
    expect(problemWithId('plan', 'plan')).toBeUndefined();
    expect(problemWithId('plan', undefined)).toMatch(/Choose another id/);
  });

  it('makes room for the shipped one when it gets another id; its places in force follow', async () => {
    await saveProfile({ ...profile, id: 'our-plan' }, own.text, 'plan');
    expect(await storedUnder('profile our-plan')).toMatchObject({ text: own.text });
    expect(await storedUnder('profile plan')).toMatchObject({ profile: shipped, savedAt: 0 });
    expect(await storedUnder('assignments')).toMatchObject({ assignments: [{ profile: 'our-plan' }] });
    await followLibrary();
    expect(shown('plan')).toMatchObject([{ isShipped: true }]);
  });

  it('makes room for the shipped one when it is deleted, and comes back', async () => {
    const undo = await removeProfile('plan');
    expect(await storedUnder('profile plan')).toMatchObject({ profile: shipped, savedAt: 0 });
    await undo();
    expect(await storedUnder('profile plan')).toEqual(own);
    expect(await storedUnder('assignments')).toEqual(assignments);
  });
});

it('a shipped profile of an earlier version is replaced', async () => {
  const before = { version: 1, profile: { version: 1, id: 'plan', name: 'Plan as it was' }, savedAt: 0 };
  await fakeBrowser.storage.local.set({ 'profile plan': before });
  await storeShippedProfiles();
  expect(await storedUnder('profile plan')).not.toEqual(before);
});

it('what cannot be read under the id of a shipped profile may be a person’s own, and is not overwritten', async () => {
  await fakeBrowser.storage.local.set({ 'profile plan': { version: 9 } });
  await storeShippedProfiles();
  expect(await storedUnder('profile plan')).toEqual({ version: 9 });
});

it('a repository that is forgotten is looked into again at the next page of it', async () => {
  const source = { instance: 'https://gitlab.com', project: 'a/b', file: '.gitlab/handrail.yml', readAt: 1 };
  const looks = { 'https://gitlab.com a/b': Date.now() };
  await fakeBrowser.storage.local.set({ sources: { version: 1, sources: [source] }, looks });
  await followLibrary();
  const [one] = library.value.sources;
  if (!one) throw new Error('expected the source');
  await forgetSource(one);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({ sources: { version: 1, sources: [] } });
});

describe('what cannot be read is removed when somebody says so, and comes back', () => {
  const broken = { version: 9 };
  const placesOf = (...ids: readonly string[]) => ({ version: 1, assignments: ids.map(profile => ({ profile })) });
  const store = async (stored: Record<string, unknown>) => {
    await fakeBrowser.storage.local.set(stored);
    await followLibrary();
  };

  it('a choice; repositories are looked into anew', async () => {
    await store({ sources: broken, looks: {}, assignments: placesOf('plan') });
    const undo = await reset('sources');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ assignments: placesOf('plan') });
    await undo();
    expect(await storedUnder('sources')).toEqual(broken);
  });

  it('a profile, and where it is in force', async () => {
    await store({ 'profile lunch': broken, assignments: placesOf('plan', 'lunch') });
    const undo = await reset('profile lunch');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ assignments: placesOf('plan') });
    await followLibrary();
    await undo();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({
      'profile lunch': broken,
      assignments: placesOf('plan', 'lunch'),
    });
  });

  it('a profile, when where it is in force cannot be read either', async () => {
    await store({ 'profile lunch': broken, assignments: broken });
    const undo = await reset('profile lunch');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ assignments: broken });
    await undo();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({ 'profile lunch': broken, assignments: broken });
  });

  it('what has the place of a shipped profile, which is in force again where it was', async () => {
    await store({ 'profile plan': broken, assignments: placesOf('plan') });
    const undo = await reset('profile plan');
    expect(await storedUnder('profile plan')).toMatchObject({ profile: { id: 'plan' }, savedAt: 0 });
    expect(await storedUnder('assignments')).toEqual(placesOf('plan'));
    await undo();
    expect(await storedUnder('profile plan')).toEqual(broken);
  });
});
