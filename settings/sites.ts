import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { patternOf, sitesIn } from './hosts';

const state = signal<readonly string[]>([]);

/** The patterns of the GitLab sites that the person has allowed beside gitlab.com. The browser keeps them. */
export const sites: ReadonlySignal<readonly string[]> = state;

/** Reads the sites and follows every change, made here or in the browser's own settings. */
export async function followSites(): Promise<void> {
  const read = async () => {
    state.value = sitesIn((await browser.permissions.getAll()).origins ?? []);
  };
  browser.permissions.onAdded.addListener(() => void read());
  browser.permissions.onRemoved.addListener(() => void read());
  await read();
}

/** What a site's permission is called in this browser. */
export function permissionFor(url: URL): string {
  return patternOf(url, !import.meta.env.FIREFOX);
}

/**
 * Lets the browser ask the person for exactly one site. The background does the rest (see `features/sites.ts`): a
 * popup closes when the browser asks.
 *
 * Must be called in the click itself: a browser asks only then.
 *
 * @returns Whether the site is allowed now.
 */
export function allow(url: URL): Promise<boolean> {
  return browser.permissions.request({ origins: [permissionFor(url)] });
}

/** Gives the permission for a site back. */
export function withdraw(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}
