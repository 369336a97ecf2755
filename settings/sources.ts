import type { Profile } from '../handbook/profile';
import type { TextResult } from '../handbook/profile-text';
import type { GroupProject, Source } from './stored';

/** A file as a tab found it in a repository; without `text` the project has none. */
export type FoundFile = {
  readonly instance: string;
  readonly project: string;
  readonly file: string;
  readonly text?: string | undefined;
};

/**
 * The sources after a look into a repository.
 *
 * @param result What the file's text is, when there is one.
 * @param now Milliseconds since 1970.
 */
export function takeFile(
  sources: readonly Source[],
  { instance, project, file, text }: FoundFile,
  result: TextResult | undefined,
  now: number,
): readonly Source[] {
  const before = sources.find(one => one.instance === instance && one.project === project);
  const others = sources.filter(one => one !== before);
  if (text === undefined || !result) return others;
  const { used, refused } = before ?? {};
  const next: Source = { instance, project, file, readAt: now, used, refused };
  if ('problems' in result) return [...others, { ...next, asks: before?.asks, problems: [...result.problems] }];

  const { profile } = result;
  const known = used ? linkHosts(used.profile) : [];
  const hosts = linkHosts(profile).filter(host => !known.includes(host));
  if (used && hosts.length === 0)
    return [...others, { ...next, used: { profile, since: sinceOf(used, profile, now) } }];
  return [...others, text === refused ? next : { ...next, asks: { profile, text, hosts } }];
}

function sinceOf(used: NonNullable<Source['used']>, profile: Profile, now: number): number {
  return JSON.stringify(used.profile) === JSON.stringify(profile) ? used.since : now;
}

/** The person said yes: what was asked for is in force. */
export function agree(one: Source, now: number): Source {
  const { asks, refused: _, ...rest } = one;
  return asks ? { ...rest, used: { profile: asks.profile, since: now } } : one;
}

/** The person said no: what was in force before stays, or nothing of this source. */
export function refuse({ asks, ...rest }: Source): Source {
  return asks ? { ...rest, refused: asks.text } : rest;
}

/** The hosts that a profile's links lead to, each once. */
export function linkHosts(data: unknown): string[] {
  const hosts = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'link' && typeof part === 'string' && URL.canParse(part)) hosts.add(new URL(part).host);
      walk(part);
    }
  };
  walk(data);
  return [...hosts];
}

/**
 * The projects whose repository may carry the profile of an item, the nearest first: its own, then those of its group
 * and of the group at the top: `handrail-profile` in the group, unless the person named another one.
 *
 * @param path Full path of the item's project or group. It does not say which: the second of the projects is that of
 *   the path as a group, and not there when it is a project's.
 */
export function sourceProjects(
  path: string,
  named: readonly GroupProject[] = [],
): readonly [own: string, ofGroup: string, near: string, top: string] {
  const near = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path;
  const [top = path] = path.split('/');
  const projectOf = (group: string) =>
    named.find(one => one.group.toLowerCase() === group.toLowerCase())?.project ?? `${group}/handrail-profile`;
  return [path, projectOf(path), projectOf(near), projectOf(top)];
}
