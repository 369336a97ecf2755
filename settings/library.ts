import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type Profile, readProfile } from '../handbook/profile';
import { profileText } from '../handbook/profile-text';
import { shippedProfiles } from '../handbook/shipped';
import { assignmentsKey, groupProjectsKey, looksKey, profileKey, sourcesKey } from './keys';
import { defaultProfile } from './profiles';
import { agree, refuse } from './sources';
import {
  type Assignment,
  type GroupProject,
  readChoices,
  readStoredProfile,
  type Source,
  type StoredProfile,
} from './stored';

/** A profile that can be chosen. */
export type LibraryProfile = {
  readonly profile: Profile;
  /** As a person wrote it, comments included; else as we would write it. */
  readonly text: string;
  /** Part of the extension: it can be copied, not changed. */
  readonly isShipped: boolean;
};

/** Everything that is stored of profiles, for popup and options. */
export type Library = {
  readonly profiles: readonly LibraryProfile[];
  readonly assignments: readonly Assignment[];
  readonly sources: readonly Source[];
  readonly groups: readonly GroupProject[];
  /** The storage keys whose content cannot be read. It is never overwritten. */
  readonly unreadable: readonly string[];
};

const state = signal<Library>({ profiles: [], assignments: [], sources: [], groups: [], unreadable: [] });

export const library: ReadonlySignal<Library> = state;

/** Reads the library, and again at every change. */
export async function followLibrary(): Promise<void> {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'local') void take();
  });
  await take();
}

async function take(): Promise<void> {
  const stored = await browser.storage.local.get(null);
  const unreadable: string[] = [];
  const own: LibraryProfile[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(profileKey(''))) continue;
    const entry = readStoredProfile(value);
    const result = readProfile(entry?.profile);
    if (!entry || !('profile' in result)) unreadable.push(key);
    else if (!isShippedCopy(key, value)) {
      own.push({ profile: result.profile, text: entry.text ?? profileText(result.profile), isShipped: false });
    }
  }
  const { assignments, sources, groups } = readChoices(stored);
  if (!assignments) unreadable.push(assignmentsKey);
  if (!sources) unreadable.push(sourcesKey);
  if (!groups) unreadable.push(groupProjectsKey);
  // A person's own stays when a later version ships its id.
  const isFree = ({ id }: Profile) => !own.some(({ profile }) => profile.id === id);
  const shipped = shippedProfiles.filter(isFree).map(profile => ({
    profile,
    // Made when it is asked for: the popup needs none, and all of them take longer than everything else in it.
    get text() {
      return profileText(profile);
    },
    isShipped: true,
  }));
  state.value = {
    profiles: [...own.sort((one, other) => one.profile.name.localeCompare(other.profile.name)), ...shipped],
    assignments: assignments ?? [],
    sources: sources ?? [],
    groups: groups ?? [],
    unreadable,
  };
}

function isShipped(id: string): boolean {
  return shippedProfiles.some(one => one.id === id);
}

/** Whether a stored entry is a shipped profile as Handrail itself has put it there: nobody has written it. */
export function isShippedCopy(key: string, value: unknown): boolean {
  return shippedProfiles.some(({ id }) => key === profileKey(id)) && readStoredProfile(value)?.savedAt === 0;
}

/**
 * Puts the shipped profiles where pages find them: their own script has only the default one. What else is stored under
 * the id of one is a person's, or may be, and stays.
 */
export async function storeShippedProfiles(): Promise<void> {
  const stored = await browser.storage.local.get(shippedProfiles.map(({ id }) => profileKey(id)));
  const isFree = (key: string) => stored[key] === undefined || isShippedCopy(key, stored[key]);
  const entries = shippedProfiles
    .filter(({ id }) => id !== defaultProfile.id && isFree(profileKey(id)))
    .map(profile => [profileKey(profile.id), { version: 1, profile, savedAt: 0 } satisfies StoredProfile]);
  await browser.storage.local.set(Object.fromEntries(entries));
}

/** Stores a profile as a person wrote it. When its id has changed, its places in force follow. */
export async function saveProfile(profile: Profile, text: string, before?: string): Promise<void> {
  const entry: StoredProfile = { version: 1, profile, text, savedAt: Date.now() };
  await browser.storage.local.set({ [profileKey(profile.id)]: entry });
  if (before === undefined || before === profile.id) return;
  await assign(state.value.assignments.map(one => (one.profile === before ? { ...one, profile: profile.id } : one)));
  await removeEntry(before);
}

/** Where a person's own profile was, the shipped one of its id has room again. */
async function removeEntry(id: string): Promise<void> {
  await browser.storage.local.remove(profileKey(id));
  if (isShipped(id)) await storeShippedProfiles();
}

/** Why a profile cannot have this id: it is that of another one. */
export function problemWithId(id: string, before: string | undefined): string | undefined {
  if (id === before) return undefined;
  if (isShipped(id)) return `“${id}” is the id of a profile that comes with Handrail. Choose another id.`;
  const isTaken = state.value.profiles.some(one => one.profile.id === id);
  return isTaken ? `There is a profile with the id “${id}” already. Choose another id.` : undefined;
}

/** An id and a name for a copy that nothing else has. */
export function copyOf(profile: Profile): Profile {
  const { id, name } = profile;
  const ids = new Set(state.value.profiles.map(one => one.profile.id));
  let count = 1;
  const nextId = () => `${id.slice(0, 70)}-copy${count > 1 ? `-${count}` : ''}`;
  while (ids.has(nextId())) count += 1;
  return { ...profile, id: nextId(), name: `${name} (copy)` };
}

/** Removes a profile and where it is in force. Returns what brings both back. */
export async function removeProfile(id: string): Promise<() => Promise<void>> {
  const stored = await browser.storage.local.get(profileKey(id));
  const { assignments } = state.value;
  const places = assignments.filter(one => one.profile === id);
  if (places.length > 0) await assign(assignments.filter(one => one.profile !== id));
  await removeEntry(id);
  return async () => {
    await browser.storage.local.set(stored);
    if (places.length > 0) await assign([...state.value.assignments, ...places]);
  };
}

/** Removes what cannot be read under a key. Returns what brings it back. */
export async function reset(key: string): Promise<() => Promise<void>> {
  const id = key.startsWith(profileKey('')) ? key.slice(profileKey('').length) : undefined;
  // A shipped one comes in its place, and is in force where it was.
  if (id !== undefined && !isShipped(id)) return removeProfile(id);
  const stored = await browser.storage.local.get(key);
  // With the repositories it is forgotten when somebody looked into them.
  await browser.storage.local.remove([key, looksKey]);
  if (id !== undefined) await storeShippedProfiles();
  return () => browser.storage.local.set(stored);
}

/** Says where which profiles are in force, in all tabs. Replaces what was said before. */
export async function assign(assignments: readonly Assignment[]): Promise<void> {
  if (state.value.unreadable.includes(assignmentsKey)) throw new Error(notOverwritten);
  await browser.storage.local.set({ [assignmentsKey]: { version: 1, assignments } });
}

/** Answers a repository that asks to be used. */
export async function answerSource(source: Source, isYes: boolean): Promise<void> {
  if (state.value.unreadable.includes(sourcesKey)) throw new Error(notOverwritten);
  const answered = isYes ? agree(source, Date.now()) : refuse(source);
  const sources = state.value.sources.map(one => (one === source ? answered : one));
  await browser.storage.local.set({ [sourcesKey]: { version: 1, sources } });
}

/** Forgets a repository: it asks again the next time that a page of it is open. */
export async function forgetSource(source: Source): Promise<void> {
  if (state.value.unreadable.includes(sourcesKey)) throw new Error(notOverwritten);
  const sources = state.value.sources.filter(one => one !== source);
  await browser.storage.local.set({ [sourcesKey]: { version: 1, sources } });
  await browser.storage.local.remove(looksKey);
}

/** Says which projects carry the profiles of groups. Every repository is looked into anew at the next page of it. */
export async function nameGroupProjects(groups: readonly GroupProject[]): Promise<void> {
  if (state.value.unreadable.includes(groupProjectsKey)) throw new Error(notOverwritten);
  await browser.storage.local.set({ [groupProjectsKey]: { version: 1, groups } });
  await browser.storage.local.remove(looksKey);
}

const notOverwritten =
  'What is stored cannot be read, so nothing was overwritten. Export it in the options under Data, then reset it there.';
