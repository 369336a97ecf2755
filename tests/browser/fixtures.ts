/**
 * Each worker has one demo GitLab and one Chromium with the built extension; each test finds both as new.
 */
import { readFileSync } from 'node:fs';
import { type BrowserContext, test as base, expect, type Locator, type Page, type Worker } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { type Demo, startDemo } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import { type Launched, launch } from '../../scripts/launch';
import type { Assignment } from '../../settings/stored';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

type TestFixtures = {
  /** A page in the browser with the extension. Nothing is open in it yet. */
  page: Page;
  /** Stores team profiles and where they are in force, as the options page does. */
  choose(assignments: readonly Assignment[], ...profiles: readonly Profile[]): Promise<void>;
  /** Opens the options page in a tab of its own. */
  openOptions(): Promise<Page>;
  /** Opens the popup in a tab of its own, for the tab that shows the given page. */
  openPopup(page: Page): Promise<Page>;
};

type WorkerFixtures = {
  demo: Demo;
  launched: Launched;
  browserContext: BrowserContext;
  extensionId: string;
};

export { expect };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern.
    async ({}, use) => {
      const demo = await startDemo({ squarePanels: true });
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  launched: [
    async ({ demo }, use) => {
      const launched = await launch({ server: demo, headless: true, savesEnergy: true });
      await use(launched);
      await launched.close();
    },
    { scope: 'worker' },
  ],
  browserContext: [({ launched }, use) => use(launched.context), { scope: 'worker' }],
  extensionId: [({ launched }, use) => use(launched.extensionId), { scope: 'worker' }],

  page: async ({ browserContext, extensionId, demo }, use) => {
    demo.reset();
    await clearExtensionStorage(browserContext, extensionId);
    const page = await browserContext.newPage();
    await clearSite(page);
    await use(page);
    // The last page stays: a browser without a window ends.
    const [last, ...others] = browserContext.pages();
    for (const other of others) await other.close();
    if (last?.url() !== 'about:blank') await last?.goto('about:blank');
  },

  choose: async ({ browserContext, extensionId }, use) => {
    await use(async (assignments, ...profiles) => {
      const worker = await serviceWorker(browserContext, extensionId);
      const entries = Object.fromEntries(
        profiles.map(profile => [`profile ${profile.id}`, { version: 1, profile, savedAt: 0 }]),
      );
      const stored: Record<string, unknown> = { ...entries, assignments: { version: 1, assignments } };
      await worker.evaluate(items => chrome.storage.local.set(items), stored);
    });
  },

  // With the page, which clears what is stored.
  openOptions: async ({ page: _, browserContext, extensionId }, use) => {
    await use(async () => {
      const options = await browserContext.newPage();
      await options.goto(`chrome-extension://${extensionId}/options.html`);
      return options;
    });
  },

  openPopup: async ({ browserContext, extensionId }, use) => {
    await use(async page => {
      const worker = await serviceWorker(browserContext, extensionId);
      const tab = await worker.evaluate(tabIdOf, page.url());
      const popup = await browserContext.newPage();
      await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tab}`);
      // It is shown when it knows what to show.
      await popup.getByRole('heading', { name: 'Handrail' }).waitFor();
      return popup;
    });
  },
});

/** A profile as it comes with the extension. */
export function shipped(id: string): Profile {
  return JSON.parse(readFileSync(new URL(`../../handbook/profiles/${id}.json`, import.meta.url), 'utf8')) as Profile;
}

/** Opens an issue of the demo's project, without waiting for its widgets. */
export async function openIssue(page: Page, iid: number): Promise<void> {
  await page.goto(`https://gitlab.com/gitlab-org/gitlab/-/issues/${iid}`, { waitUntil: 'domcontentloaded' });
}

/** Every element that a feature has put into the page. */
export function view(page: Page, feature: string): Locator {
  return page.locator(`handrail-view[data-feature="${feature}"]`);
}

/** What GitLab was asked for by us. The team's profile file is asked for once an hour, whatever is shown. */
export function askedByUs(demo: Demo): Demo['requests'] {
  return demo.requests.filter(
    ({ operation, path }) =>
      (operation?.startsWith('handrail') && operation !== 'handrailProfileFiles') || path.startsWith('/api/v4'),
  );
}

/** The extension's background, started if it sleeps. */
export async function serviceWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker) => new URL(worker.url()).host === extensionId;
  return context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', { predicate: isOurs }));
}

/** Everything that the extension has stored. An open page follows. */
export async function clearExtensionStorage(context: BrowserContext, extensionId: string): Promise<void> {
  const worker = await serviceWorker(context, extensionId);
  await worker.evaluate(async () => {
    const { local, sync, session } = chrome.storage;
    await Promise.all([local.clear(), sync.clear(), session.clear()]);
  });
}

/** Cookies, and what GitLab keeps in the browser: the editor's mode and unfinished comments. */
async function clearSite(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: 'https://gitlab.com', storageTypes: 'all' });
  await session.detach();
}

/** Runs in the background. The extension sees the address of a tab only on hosts that it has a permission for. */
async function tabIdOf(url: string): Promise<number | undefined> {
  const tabs = await chrome.tabs.query({});
  return (tabs.find(tab => tab.url === url) ?? tabs.find(tab => tab.url === undefined))?.id;
}
