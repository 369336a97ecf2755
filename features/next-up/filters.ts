import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Filters } from './rows';

const key = 'next-up filters';
const schema = z.object({ version: z.literal(1), who: z.enum(['all', 'mine', 'unassigned']), milestone: z.boolean() });

/** The filters that the person used last; all items when there are none, or none that can be read. */
export async function lastFilters(): Promise<Filters> {
  const parsed = schema.safeParse((await browser.storage.local.get(key))[key]);
  return parsed.success ? { who: parsed.data.who, milestone: parsed.data.milestone } : { who: 'all', milestone: false };
}

/** @throws what the browser throws when they cannot be kept. */
export async function keepFilters(filters: Filters): Promise<void> {
  await browser.storage.local.set({ [key]: { version: 1, ...filters } });
}
