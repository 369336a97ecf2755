import * as z from 'zod/mini';
import type { Profile } from '../handbook/profile';
import type { TextResult } from '../handbook/profile-text';

const problem = z.object({ path: z.string(), message: z.string(), line: z.number(), column: z.number() });

/**
 * A project that carries a team profile in its repository. It is in force only after somebody agreed, and a file that
 * cannot be read leaves the last good one in force.
 */
const source = z.object({
  /** Origin and relative URL root: `https://gitlab.com`. */
  instance: z.string(),
  /** Full path of the project that has the file: `gitlab-org/gitlab`, `gitlab-org/handrail-profile`. */
  project: z.string(),
  /** `.gitlab/handrail.yml` */
  file: z.string(),
  /** Milliseconds since 1970 of the last look that found the file. */
  readAt: z.number(),
  /** The profile in force, checked by the readers of this schema, and since when it is. */
  used: z.optional(z.object({ profile: z.unknown(), since: z.number() })),
  /** What waits for a yes, and why: a new source, or links to hosts that nobody agreed to yet. */
  asks: z.optional(z.object({ profile: z.unknown(), text: z.string(), hosts: z.array(z.string()) })),
  /** The text that was answered with no. It is not asked for again until it changes. */
  refused: z.optional(z.string()),
  /** What is wrong with the file as it is now. */
  problems: z.optional(z.array(problem)),
});

export const sourcesSchema = z.object({ version: z.literal(1), sources: z.array(source) });

export type Source = z.infer<typeof source>;

/** The storage key of all of them. */
export const sourcesKey = 'sources';

/** The storage key of when somebody looked last into the repositories of a project, by instance and path. */
export const looksKey = 'looks';

const foundFile = z.object({
  instance: z.string(),
  project: z.string(),
  file: z.string(),
  text: z.optional(z.string()),
});

/** What a tab found in the repositories for one project, until the background has read it. */
export const foundSchema = z.array(foundFile);

/** A file as a tab found it in a repository; without `text` the project has none. */
export type FoundFile = {
  readonly instance: string;
  readonly project: string;
  readonly file: string;
  readonly text?: string | undefined;
};

/** The storage key of what was found for a project; without arguments what all of them begin with. */
export function foundKey(instance = '', path = ''): string {
  return `found ${instance} ${path}`.trimEnd();
}

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

/** The storage key of the projects that stand in for groups' `handrail-profile`. */
export const groupProjectsKey = 'group projects';

const groupProject = z.object({
  /** Full path of a group. */
  group: z.string(),
  /** Full path of the project whose repository carries the group's profile. */
  project: z.string(),
});

export const groupProjectsSchema = z.object({ version: z.literal(1), groups: z.array(groupProject) });

export type GroupProject = z.infer<typeof groupProject>;

/**
 * The projects whose repository may carry the profile of an item, the nearest first: its own, then those of its group
 * and of the group at the top: `handrail-profile` in the group, unless the person named another one.
 *
 * @param path Full path of the item's project or group.
 */
export function sourceProjects(
  path: string,
  named: readonly GroupProject[] = [],
): readonly [own: string, near: string, top: string] {
  const near = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path;
  const [top = path] = path.split('/');
  const projectOf = (group: string) =>
    named.find(one => one.group.toLowerCase() === group.toLowerCase())?.project ?? `${group}/handrail-profile`;
  return [path, projectOf(near), projectOf(top)];
}
