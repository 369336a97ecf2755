import { browser } from 'wxt/browser';
import { followAddress } from '../gitlab/address';
import { currentInstance, nameOf } from '../gitlab/instance';
import { pageOf } from '../gitlab/page';
import { looksKey } from '../settings/keys';
import { load } from './scripts';

/** Milliseconds between two looks into the repositories of a project. */
const interval = 60 * 60 * 1000;

/**
 * Looks whether the page's project carries a team profile in its repository: at most once an hour for each project,
 * and after everything that the page itself wants.
 */
export function followRepositories(signal: AbortSignal): void {
  const instance = currentInstance();
  const seen = new Set<string>();

  const look = async (url: URL) => {
    const page = pageOf(url, instance.root);
    const path = 'path' in page ? page.path : undefined;
    const key = `${nameOf(instance)} ${path}`;
    if (path === undefined || seen.has(key)) return;
    seen.add(key);
    await idle();
    if (signal.aborted) return;
    const looks: unknown = (await browser.storage.local.get(looksKey))[looksKey];
    const now = Date.now();
    // A clock that was put back would keep us from looking for ever. What is no time of a look is older than any.
    const fresh = Object.entries(looks ?? {}).filter(([, at]) => Math.abs(now - at) < interval);
    const last: unknown = new Map(fresh).get(key);
    if (typeof last === 'number' && last <= now) return;
    await browser.storage.local.set({ [looksKey]: { ...Object.fromEntries(fresh), [key]: now } });
    await (await load('stored')).findProfiles(instance, path, signal);
  };

  const start = (url: URL) => {
    look(url).catch(() => {
      // No network, no permission, an updated extension: what is known stays in force, and the next hour looks again.
    });
  };
  start(new URL(location.href));
  followAddress(start, signal);
}

/** Safari (26) does not tell when it has time. */
function idle(): Promise<unknown> {
  const timeout = 5_000;
  return new Promise(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout });
    else setTimeout(resolve, timeout);
  });
}
