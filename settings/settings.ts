import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

/**
 * The person's settings. They travel with the browser's sync: only the switches of features are in here, everything
 * else is kept on the machine.
 */
export type Settings = z.infer<ReturnType<typeof settingsSchema>>;

/** Made when settings are read: until somebody switches a feature there are none. */
function settingsSchema() {
  return z.object({
    version: z.literal(1),
    /** Feature id to on or off. A feature that is not in here is on. */
    features: z.record(z.string(), z.boolean()),
  });
}

const storageKey = 'settings';
const defaults: Settings = { version: 1, features: {} };

type State = { readonly settings: Settings; readonly problem: string | undefined };
const state = signal<State>({ settings: defaults, problem: undefined });

/** The settings in force; after unreadable stored ones the last good ones. */
export const settings: ReadonlySignal<Settings> = computed(() => state.value.settings);

/** Why the stored settings are not in force, in one sentence. */
export const settingsProblem: ReadonlySignal<string | undefined> = computed(() => state.value.problem);

export function isOn(feature: string, { features }: Settings = settings.value): boolean {
  return features[feature] ?? true;
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
 * @throws Error when the stored settings cannot be read: they are not overwritten.
 */
export async function switchFeature(feature: string, on: boolean): Promise<void> {
  const stored = (await browser.storage.sync.get(storageKey))[storageKey];
  const parsed = stored === undefined ? { success: true as const, data: defaults } : settingsSchema().safeParse(stored);
  if (!parsed.success) throw new Error(unreadable);
  const next: Settings = { ...parsed.data, features: { ...parsed.data.features, [feature]: on } };
  await browser.storage.sync.set({ [storageKey]: next });
  take(next);
}

const unreadable = 'The stored settings cannot be read. The last good ones stay in force, and nothing was overwritten.';

function take(stored: unknown): void {
  if (stored === undefined) {
    state.value = { settings: defaults, problem: undefined };
    return;
  }
  const parsed = settingsSchema().safeParse(stored);
  state.value = parsed.success
    ? { settings: parsed.data, problem: undefined }
    : { settings: state.value.settings, problem: unreadable };
}
