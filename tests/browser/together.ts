import type { BrowserContext, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import type { Assignment } from '../../settings/stored';
import { clearExtensionStorage, expect, openIssue, serviceWorker, test, view } from './fixtures';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof import('wxt/browser').browser;

/** What the parts of one test are given; the same as fixtures of these names. */
export type Given = {
  page: Page;
  demo: Demo;
  choose(assignments: readonly Assignment[], ...profiles: readonly Profile[]): Promise<void>;
  openPopup(page: Page): Promise<Page>;
  browserContext: BrowserContext;
  extensionId: string;
};

/**
 * One test of several, in one page. To open a page of GitLab takes most of a test's time, and many need nothing of it
 * but that it is there. Before each of them GitLab's content and what the extension has stored are as new, and all
 * features were switched off and on, so that nothing of ours is left of the part before. GitLab's own page is as that
 * part left it.
 */
export function together(what: string, parts: Readonly<Record<string, (given: Given) => Promise<void>>>): void {
  test(`${what}: ${Object.keys(parts).length} parts`, async ({
    page,
    demo,
    choose,
    openPopup,
    browserContext,
    extensionId,
  }) => {
    const given = { page, demo, choose, openPopup, browserContext, extensionId };
    test.setTimeout(30_000 + Object.keys(parts).length * 20_000);
    for (const [at, [name, run]] of Object.entries(parts).entries()) {
      await test.step(name, async () => {
        if (at > 0) await switchOff(given);
        // GitLab gives no number twice.
        const { lastNoteId } = demo.store;
        demo.reset();
        demo.store.lastNoteId = lastNoteId;
        await clearExtensionStorage(browserContext, extensionId);
        await run(given);
      });
    }
  });
}

/** Opens an issue of the demo's project, if an earlier part has not. */
export async function openOnce(page: Page, iid: number): Promise<void> {
  if (page.url() === 'about:blank') await openIssue(page, iid);
}

/** Puts a profile in force in an open page, and waits until what a feature had put there for the former one is gone. */
export async function chooseAnew(
  { page, choose }: Pick<Given, 'page' | 'choose'>,
  feature: string,
  ...chosen: Parameters<Given['choose']>
): Promise<void> {
  await view(page, feature)
    .first()
    .evaluate(element => element.setAttribute('data-before', ''));
  await choose(...chosen);
  await expect(page.locator('handrail-view[data-before]')).toHaveCount(0);
}

const features = ['weight-guidance', 'status-comment', 'priority-badges', 'next-up', 'folded-updates'];

async function switchOff({ page, browserContext, extensionId }: Given): Promise<void> {
  const worker = await serviceWorker(browserContext, extensionId);
  const settings = { version: 2, features: Object.fromEntries(features.map(feature => [feature, false])), hosts: {} };
  await worker.evaluate(settings => chrome.storage.sync.set({ settings }), settings);
  await expect(page.locator('handrail-view')).toHaveCount(0);
}
