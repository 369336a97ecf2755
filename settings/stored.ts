/**
 * The shapes of what is stored: everything that is read from the browser's storage is checked against one of them. No
 * other module of the page's scripts needs zod: most pages find nothing stored.
 */
import * as z from 'zod/mini';
import { assignmentsKey, groupProjectsKey, sourcesKey } from './keys';

/** Feature id to on or off. */
const switches = z.record(z.string(), z.boolean());

/** Until November 2026: the same switches on every host. */
const firstSettings = z.object({ version: z.literal(1), features: switches });

const settings = z.object({
  version: z.literal(2),
  features: switches,
  /** What is different on a host, with its port. */
  hosts: z.record(z.string(), switches),
});

/**
 * The person's settings. They travel with the browser's sync: only the switches of features are in here, everything
 * else is kept on the machine.
 */
export type Settings = z.infer<typeof settings>;

/** Stored settings of any version; `undefined` when they cannot be read. */
export function readSettings(stored: unknown): Settings | undefined {
  const old = firstSettings.safeParse(stored);
  if (old.success) return { ...old.data, version: 2, hosts: {} };
  return settings.safeParse(stored).data;
}

/** Where a chosen profile is in force: all parts that are given must hold, without any it is everywhere. */
const assignment = z.object({
  /** The profile's id. */
  profile: z.string(),
  /** With its port: `gitlab.com`, `gitlab.example:8443`. */
  host: z.optional(z.string()),
  /** Full path of a project or group; what lies in the group is meant too. */
  path: z.optional(z.string()),
  /** A label of the item, scope included. */
  label: z.optional(z.string()),
});

export const assignmentsSchema = z.object({ version: z.literal(1), assignments: z.array(assignment) });

export type Assignment = z.infer<typeof assignment>;

/** A stored profile. Only what is in `profile` counts; the text is what a person typed, comments included. */
const storedProfile = z.object({
  version: z.literal(1),
  profile: z.unknown(),
  text: z.optional(z.string()),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
});

export type StoredProfile = z.infer<typeof storedProfile>;

/** A stored profile, its content unchecked; `undefined` when it cannot be read. */
export function readStoredProfile(stored: unknown): StoredProfile | undefined {
  return storedProfile.safeParse(stored).data;
}

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

const foundFile = z.object({
  instance: z.string(),
  project: z.string(),
  file: z.string(),
  text: z.optional(z.string()),
});

/** What a tab found in the repositories for one project, until the background has read it. */
export const foundSchema = z.array(foundFile);

const groupProject = z.object({
  /** Full path of a group. */
  group: z.string(),
  /** Full path of the project whose repository carries the group's profile. */
  project: z.string(),
});

export const groupProjectsSchema = z.object({ version: z.literal(1), groups: z.array(groupProject) });

export type GroupProject = z.infer<typeof groupProject>;

/** What somebody chose, by its storage keys. What is not stored is empty, what cannot be read `undefined`. */
export type Choices = {
  readonly assignments: readonly Assignment[] | undefined;
  readonly sources: readonly Source[] | undefined;
  readonly groups: readonly GroupProject[] | undefined;
  readonly isReadable: boolean;
};

export type ReadChoices = typeof readChoices;

export function readChoices(stored: Readonly<Record<string, unknown>>): Choices {
  const read = <T>(schema: z.ZodMiniType<T>, key: string, empty: T): T | undefined =>
    stored[key] === undefined ? empty : schema.safeParse(stored[key]).data;
  const assignments = read(assignmentsSchema, assignmentsKey, { version: 1, assignments: [] })?.assignments;
  const sources = read(sourcesSchema, sourcesKey, { version: 1, sources: [] })?.sources;
  const groups = read(groupProjectsSchema, groupProjectsKey, { version: 1, groups: [] })?.groups;
  return { assignments, sources, groups, isReadable: !!assignments && !!sources && !!groups };
}
