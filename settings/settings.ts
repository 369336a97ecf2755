import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

/**
 * The person's settings. They travel with the browser's sync: only the switches of features are in here, everything
 * else is kept on the machine.
 */
export type Settings = z.infer<ReturnType<typeof schemas>['current']>;

/** Made when settings are read: until somebody switches a feature there are none. */
function schemas() {
  /** Feature id to on or off. */
  const switches = z.record(z.string(), z.boolean());
  return {
    /** Until November 2026: the same switches on every host. */
    first: z.object({ version: z.literal(1), features: switches }),
    current: z.object({
      version: z.literal(2),
      features: switches,
      /** What is different on a host, with its port. */
      hosts: z.record(z.string(), switches),
    }),
  };
}

const storageKey = 'settings';
const defaults: Settings = { version: 2, features: {}, hosts: {} };

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
 */
export async function followSettings(until: AbortSignal): Promise<void> {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[storageKey];
    if (area === 'sync' && change) take(change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  until.addEventListener('abort', () => {
    try {
      browser.storage.onChanged.removeListener(onChanged);
    } catch {
      // After an update of the extension its old content script may not touch the API any more.
    }
  });
  const stored = await browser.storage.sync.get(storageKey);
  take(stored[storageKey]);
}

/**
 * Switches a feature on or off, in every open tab.
 *
 * @param host On this host only; `undefined` is everywhere, where no host says otherwise.
 * @throws Error when the stored settings cannot be read: they are not overwritten.
 */
export async function switchFeature(feature: string, host: string | undefined, on: boolean): Promise<void> {
  const before = parse((await browser.storage.sync.get(storageKey))[storageKey]);
  if (!before) throw new Error(unreadable);
  const { features, hosts } = before;
  const next: Settings =
    host === undefined
      ? { ...before, features: { ...features, [feature]: on } }
      : { ...before, hosts: { ...hosts, [host]: { ...hosts[host], [feature]: on } } };
  await browser.storage.sync.set({ [storageKey]: next });
  take(next);
}

const unreadable = 'The stored settings cannot be read. The last good ones stay in force, and nothing was overwritten.';

function take(stored: unknown): void {
  const next = parse(stored);
  state.value = next ? { settings: next, problem: undefined } : { settings: state.value.settings, problem: unreadable };
}

/** Stored settings of any version; `undefined` when they cannot be read. */
function parse(stored: unknown): Settings | undefined {
  if (stored === undefined) return defaults;
  const { first, current } = schemas();
  const old = first.safeParse(stored);
  if (old.success) return { ...old.data, version: 2, hosts: {} };
  return current.safeParse(stored).data;
}
