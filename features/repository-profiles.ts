import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { followAddress } from '../gitlab/address';
import { instanceOf, nameOf } from '../gitlab/instance';
import { pageOf } from '../gitlab/page';
import { looksKey } from '../settings/sources';
import { load } from './scripts';

/** Milliseconds between two looks into the repositories of a project. */
const interval = 60 * 60 * 1000;

const looksSchema = z.record(z.string(), z.number());

/**
 * Looks whether the page's project carries a team profile in its repository: at most once an hour for each project,
 * and after everything that the page itself wants.
 */
export function followRepositories(signal: AbortSignal): void {
  const instance = instanceOf(document);
  const seen = new Set<string>();

  const look = async (url: URL) => {
    const page = pageOf(url, instance.root);
    const path = 'path' in page ? page.path : undefined;
    const key = `${nameOf(instance)} ${path}`;
    if (path === undefined || seen.has(key)) return;
    seen.add(key);
    await idle();
    if (signal.aborted) return;
    const looks = looksSchema.safeParse((await browser.storage.local.get(looksKey))[looksKey]).data ?? {};
    const now = Date.now();
    const age = now - (looks[key] ?? 0);
    // A clock that was put back would keep us from looking for ever.
    if (age >= 0 && age < interval) return;
    const fresh = Object.entries(looks).filter(([, at]) => Math.abs(now - at) < interval);
    await browser.storage.local.set({ [looksKey]: { ...Object.fromEntries(fresh), [key]: now } });
    await (await load('profiles')).findProfiles(instance, path, signal);
  };

  const start = (url: URL) => {
    look(url).catch(() => {
      // No network, no permission, an updated extension: what is known stays in force, and the next hour looks again.
    });
  };
  start(new URL(location.href));
  followAddress(start, signal);
}

function idle(): Promise<unknown> {
  return new Promise(resolve => requestIdleCallback(resolve, { timeout: 5_000 }));
}
