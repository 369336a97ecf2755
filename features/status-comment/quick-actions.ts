import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Profile } from '../../handbook/profile';

const stored = z.object({ version: z.literal(1), on: z.array(z.string()) });

export type QuickActionChoice = ReturnType<typeof quickActionChoice>;

/** Which of a profile's quick actions a person has switched on. Kept for the profile, not for the item. */
export function quickActionChoice({ id, status }: Profile) {
  const key = `quick-actions ${id}`;
  const offered = status?.quickActions ?? [];
  const chosen = signal<readonly string[]>([]);
  return {
    offered,
    /** As they stand in the profile. One that the profile has no more does not count. */
    on: computed(() => offered.filter(action => chosen.value.includes(action))),
    async load(): Promise<void> {
      if (offered.length === 0) return;
      try {
        const parsed = stored.safeParse((await browser.storage.local.get(key))[key]);
        if (parsed.success) chosen.value = parsed.data.on;
      } catch {
        // Handrail was updated under the open page: they stay as they are, off at first.
      }
    },
    /** What cannot be remembered counts for this update all the same. */
    async choose(action: string, isOn: boolean): Promise<void> {
      chosen.value = isOn ? [...chosen.value, action] : chosen.value.filter(one => one !== action);
      try {
        await browser.storage.local.set({ [key]: { version: 1, on: chosen.value } });
      } catch {
        // The storage is full, or Handrail was updated.
      }
    },
  };
}
