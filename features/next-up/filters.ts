import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { outdatedText } from '../scripts';
import type { Filters } from './rows';

const key = 'next-up filters';
const schema = z.object({ version: z.literal(1), who: z.enum(['all', 'mine', 'unassigned']), milestone: z.boolean() });

/**
 * The filters that the person used last; all items when there are none, or none that can be read.
 *
 * @throws Error when the extension was updated or removed since the page was loaded.
 */
export async function lastFilters(): Promise<Filters> {
  const parsed = schema.safeParse(await stored());
  return parsed.success ? { who: parsed.data.who, milestone: parsed.data.milestone } : { who: 'all', milestone: false };
}

async function stored(): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    if (!browser.runtime?.id) throw new Error(outdatedText);
    return undefined;
  }
}

/** @throws what the browser throws when they cannot be kept. */
export async function keepFilters(filters: Filters): Promise<void> {
  await browser.storage.local.set({ [key]: { version: 1, ...filters } });
}
