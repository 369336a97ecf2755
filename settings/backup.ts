import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { readProfile } from '../handbook/profile';
import { assignmentsKey, groupProjectsKey, profileKey, settingsKey, sourcesKey } from './keys';
import { isShippedCopy } from './library';
import { readChoices, readSettings, readStoredProfile } from './stored';

const kept = z.record(z.string(), z.unknown());
const backupSchema = z.object({ handrail: z.literal(1), local: kept, sync: kept });

/** Everything that is stored, unreadable things too, as JSON; without what comes with Handrail. */
export async function backup(): Promise<string> {
  const [stored, sync] = await Promise.all([browser.storage.local.get(null), browser.storage.sync.get(null)]);
  return `${JSON.stringify({ handrail: 1, local: withoutShipped(stored), sync }, null, 2)}\n`;
}

/** Another version of Handrail ships others: its copies would put those of this one out of force. */
function withoutShipped(local: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(local).filter(([key, value]) => !isShippedCopy(key, value)));
}

/**
 * Stores what a file of `backup` holds, all of it or nothing.
 *
 * @returns What is wrong with the file, as the end of a sentence; `undefined` when everything is stored.
 */
export async function restore(text: string): Promise<string | undefined> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return `it is no JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const parsed = backupSchema.safeParse(data);
  if (!parsed.success) return 'it was not exported by Handrail';
  const { sync } = parsed.data;
  const local = withoutShipped(parsed.data.local);
  const problem = Object.entries(local)
    .map(([key, value]) => problemOf(key, value))
    .find(one => one !== undefined);
  if (problem !== undefined) return problem;
  if (settingsKey in sync && !readSettings(sync[settingsKey])) {
    return `${settingsKey}: expected the switches of features`;
  }
  const before = await browser.storage.local.get(Object.keys(local));
  try {
    await browser.storage.local.set(local);
    await browser.storage.sync.set(sync);
  } catch (error) {
    // The sync has less room: what was stored already is taken back.
    await browser.storage.local.set(before);
    await browser.storage.local.remove(Object.keys(local).filter(key => before[key] === undefined));
    return `the browser did not store it (${error instanceof Error ? error.message : String(error)})`;
  }
  return undefined;
}

/** What is expected under the keys of what somebody chose. */
export const choices: Readonly<Record<string, string>> = {
  [assignmentsKey]: 'where profiles are in force',
  [sourcesKey]: 'repositories with a profile',
  [groupProjectsKey]: 'the projects of groups',
};

function problemOf(key: string, value: unknown): string | undefined {
  const expected = choices[key];
  if (expected) return readChoices({ [key]: value }).isReadable ? undefined : `${key}: expected ${expected}`;
  if (!key.startsWith(profileKey(''))) return undefined;
  const entry = readStoredProfile(value);
  const result = readProfile(entry?.profile);
  if (entry && 'profile' in result) return undefined;
  const first = 'problems' in result ? result.problems[0] : undefined;
  return `${key}: ${first ? `${first.path} ${first.message}` : 'expected a stored profile'}`;
}
