import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { readStored } from './ahead';
import { settingsKey } from './keys';
import type { Settings } from './stored';

const defaults: Settings = { version: 2, features: {}, hosts: {} };

/** What checks stored settings; the schema behind it is not part of every page's script. */
export type SettingsReader = { readonly readSettings: (stored: unknown) => Settings | undefined };

/** Gets it; until the settings are followed there is none. */
let reader = (): Promise<SettingsReader> => Promise.reject(new Error('The settings are not followed here.'));

type State = { readonly settings: Settings; readonly problem: string | undefined };
const state = signal<State>({ settings: defaults, problem: undefined });

/** The settings in force; after unreadable stored ones the last good ones. */
export const settings: ReadonlySignal<Settings> = computed(() => state.value.settings);

/** Why the stored settings are not in force, in one sentence. */
export const settingsProblem: ReadonlySignal<string | undefined> = computed(() => state.value.problem);

/**
 * Whether a feature is on: as it was switched on the host, else as it was switched everywhere, else as it is at first.
 *
 * @param host With its port; `undefined` asks for everywhere.
 */
export function isOn(
  feature: { readonly id: string; readonly isOffAtFirst?: true },
  host: string | undefined,
  { features, hosts }: Settings = settings.value,
): boolean {
  return (host === undefined ? undefined : hosts[host]?.[feature.id]) ?? features[feature.id] ?? !feature.isOffAtFirst;
}

/**
 * Reads the settings and follows every change, whichever page or tab makes it. Storage is the only channel: who
 * changes a setting writes it, and all others see it here.
 *
 * @param getReader Gets what checks them, once some are stored.
 */
export async function followSettings(getReader: typeof reader, until: AbortSignal): Promise<void> {
  reader = getReader;
  const takeStored = async () => take((await readStored('sync'))[settingsKey]);
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    // Read anew: a browser that removes the extension tells that all is gone, and the open page is to keep what it has.
    if (area === 'sync' && settingsKey in changes) takeStored().catch(() => {});
  };
  browser.storage.onChanged.addListener(onChanged);
  until.addEventListener('abort', () => {
    try {
      browser.storage.onChanged.removeListener(onChanged);
    } catch {
      // After an update of the extension its old content script may not touch the API any more.
    }
  });
  await takeStored();
}

/**
 * Switches a feature on or off, in every open tab.
 *
 * @param host On this host only; `undefined` is everywhere, where no host says otherwise.
 * @throws Error when the stored settings cannot be read: they are not overwritten.
 */
export async function switchFeature(feature: string, host: string | undefined, on: boolean): Promise<void> {
  const before = await read((await browser.storage.sync.get(settingsKey))[settingsKey]);
  if (!before) throw new Error(unreadable);
  const { features, hosts } = before;
  const next: Settings =
    host === undefined
      ? { ...before, features: { ...features, [feature]: on } }
      : { ...before, hosts: { ...hosts, [host]: { ...hosts[host], [feature]: on } } };
  await browser.storage.sync.set({ [settingsKey]: next });
  await take(next);
}

/** Removes what is stored: every feature is as it is at first. Returns what brings it back. */
export async function resetSettings(): Promise<() => Promise<void>> {
  const stored = await browser.storage.sync.get(settingsKey);
  await browser.storage.sync.remove(settingsKey);
  await take(undefined);
  return () => browser.storage.sync.set(stored);
}

const unreadable =
  'The stored settings cannot be read. The last good ones stay in force, and nothing was overwritten. Export them in the options under Data, then reset them there.';

let newest = 0;

async function take(stored: unknown): Promise<void> {
  newest += 1;
  const turn = newest;
  const next = await read(stored);
  // What was stored earlier may be read later.
  if (turn !== newest) return;
  state.value = next ? { settings: next, problem: undefined } : { settings: state.value.settings, problem: unreadable };
}

/** Stored settings of any version; `undefined` when they cannot be read. */
async function read(stored: unknown): Promise<Settings | undefined> {
  return stored === undefined ? defaults : (await reader()).readSettings(stored);
}
