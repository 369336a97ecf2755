import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Profile, ProfileResult } from '../handbook/profile';
import packageGroup from '../handbook/profiles/package-group-2021.json';
import { readStored } from './ahead';
import { assignmentsKey, groupProjectsKey, profileKey, sourcesKey } from './keys';
import { sourceProjects } from './sources';
import type { Assignment, GroupProject, ReadChoices, StoredProfile } from './stored';

/**
 * The profile of the Package group, in force where no other one is chosen.
 *
 * The file is part of the code and is proved by the tests; checking it again in every page would cost each of them the
 * whole schema.
 */
export const defaultProfile = packageGroup as Profile;

/** What an item is, as far as the choice of a profile asks. */
export type PlaceOfItem = {
  /** With its port. */
  readonly host: string;
  /** Origin and relative URL root: `https://gitlab.com`. */
  readonly instance: string;
  /** Full path; `undefined` on dashboards. */
  readonly path: string | undefined;
  readonly labels?: readonly string[] | undefined;
};

/** A profile, and why it is in force: somebody assigned it, a project's repository carries it, or nobody chose one. */
export type InForce = {
  readonly profile: Profile;
  readonly by: Assignment | { readonly repository: string } | 'default';
};

/** The stored assignments, and the profiles that they and the repositories name. */
type State = {
  readonly assignments: readonly Assignment[];
  /** By id. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** By instance and project: `https://gitlab.com gitlab-org/gitlab`. */
  readonly repositories: ReadonlyMap<string, Profile>;
  /** The projects that were named for groups, in place of their `handrail-profile`. */
  readonly groups: readonly GroupProject[];
  readonly problem: string | undefined;
};

const nothing: State = {
  assignments: [],
  profiles: new Map(),
  repositories: new Map(),
  groups: [],
  problem: undefined,
};
const state = signal<State>(nothing);

/** Changes when another profile may be in force anywhere. */
export const profiles: ReadonlySignal<State> = computed(() => state.value);

/** Whether labels decide anywhere which profile is in force. */
export function dependsOnLabels(): boolean {
  return state.value.assignments.some(({ label }) => label !== undefined);
}

/**
 * The profile in force on an item: assigned to the longest path that fits, else to a label, else carried by the
 * repository of its project, else of the project for its group, else assigned to the host, else the default.
 */
export function profileInForce(place: PlaceOfItem): InForce {
  let best: { readonly rank: number; readonly inForce: InForce } | undefined;
  const offer = (rank: number, inForce: InForce) => {
    if (!best || rank > best.rank) best = { rank, inForce };
  };
  const { assignments, profiles, repositories, groups } = state.value;
  for (const one of assignments) {
    const profile = one.profile === defaultProfile.id ? defaultProfile : profiles.get(one.profile);
    if (profile && fits(one, place)) offer(rankOf(one), { profile, by: one });
  }
  if (place.path !== undefined && repositories.size > 0) {
    for (const repository of sourceProjects(place.path, groups)) {
      const profile = repositories.get(`${place.instance} ${repository}`);
      if (profile) offer(rankOfRepository, { profile, by: { repository } });
    }
  }
  return best?.inForce ?? { profile: defaultProfile, by: 'default' };
}

function fits({ host, path, label }: Assignment, place: PlaceOfItem): boolean {
  // GitLab's paths, hosts and labels are the same in either case.
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  if (host !== undefined && !isSame(host, place.host)) return false;
  if (path !== undefined && !`${place.path ?? ''}/`.toLowerCase().startsWith(`${path.toLowerCase()}/`)) return false;
  return label === undefined || (place.labels ?? []).some(one => isSame(one, label));
}

const rankOfRepository = 3;

/** A path counts before a label, a label before a repository, that before a host; among paths the longest, then what else must hold. */
function rankOf({ host, path, label }: Assignment): number {
  if (path !== undefined) return 10 + path.length + (label === undefined ? 0 : 0.5) + (host === undefined ? 0 : 0.25);
  return (label === undefined ? 0 : 4) + (host === undefined ? 0 : 2);
}

/** What checks stored choices and profiles; the schemas behind it are not part of every page's script. */
export type ChoiceReader = {
  readonly readChoices: ReadChoices;
  readonly readStoredProfile: (stored: unknown) => StoredProfile | undefined;
  readonly readProfile: (data: unknown) => ProfileResult;
};

/**
 * Reads which profiles are chosen, and follows every change. What cannot be read leaves the last good ones in force.
 *
 * @param reader Gets what checks them, once something is stored.
 */
export async function followProfiles(reader: () => Promise<ChoiceReader>, until: AbortSignal): Promise<void> {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    // What cannot be read, because the extension is gone, changes nothing.
    const isOurs = (key: string) =>
      [assignmentsKey, sourcesKey, groupProjectsKey].includes(key) || key.startsWith(profileKey(''));
    if (area === 'local' && Object.keys(changes).some(isOurs)) take(reader).catch(() => {});
  };
  browser.storage.onChanged.addListener(onChanged);
  until.addEventListener('abort', () => {
    try {
      browser.storage.onChanged.removeListener(onChanged);
    } catch {
      // After an update of the extension its old content script may not touch the API any more.
    }
  });
  await take(reader);
}

let newest = 0;

async function take(reader: () => Promise<ChoiceReader>): Promise<void> {
  newest += 1;
  const turn = newest;
  const next = await read(reader);
  // What was asked for earlier may come later.
  if (turn === newest && !isSame(state.value, next)) state.value = next;
}

async function read(reader: () => Promise<ChoiceReader>): Promise<State> {
  const last = state.value;
  const stored = await readStored('local');
  if (Object.keys(stored).length === 0) return nothing;
  const { readChoices, readStoredProfile, readProfile } = await reader();
  const choices = readChoices(stored);
  const { assignments = last.assignments, sources, groups = last.groups } = choices;
  const used = (sources ?? []).filter(one => one.used);
  const ids = [...new Set(assignments.map(one => one.profile))].filter(id => id !== defaultProfile.id);

  let isReadable = choices.isReadable;
  const profileOf = (data: unknown, lastGood: Profile | undefined): Profile | undefined => {
    const result = readProfile(data);
    if ('profile' in result) return result.profile;
    isReadable = false;
    return lastGood;
  };
  const entries = await browser.storage.local.get(ids.map(profileKey));
  const known = new Map<string, Profile>();
  for (const id of ids) {
    const profile = profileOf(readStoredProfile(entries[profileKey(id)])?.profile, last.profiles.get(id));
    if (profile) known.set(id, profile);
  }
  const repositories = new Map<string, Profile>();
  for (const one of used) {
    const key = `${one.instance} ${one.project}`;
    const profile = profileOf(one.used?.profile, last.repositories.get(key));
    if (profile) repositories.set(key, profile);
  }
  return {
    assignments,
    profiles: known,
    repositories: sources ? repositories : last.repositories,
    groups,
    problem: isReadable ? undefined : unreadable,
  };
}

function isSame(one: State, other: State): boolean {
  const text = ({ assignments, profiles, repositories, groups, problem }: State) =>
    JSON.stringify([assignments, [...profiles], [...repositories], groups, problem]);
  return text(one) === text(other);
}

const unreadable =
  'A stored team profile cannot be read. The last good one stays in force, and nothing was overwritten.';
