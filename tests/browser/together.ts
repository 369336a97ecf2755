import type { BrowserContext, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import type { Assignment } from '../../settings/profiles';
import { clearExtensionStorage, test } from './fixtures';

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
 * but that it is there. Before each of them GitLab's content and the extension's storage are as new; the page stays as
 * the one before left it, so each has to bring it to where it begins.
 *
 * @param between Closes what is open, before the storage is cleared.
 */
export function together(
  what: string,
  parts: Readonly<Record<string, (given: Given) => Promise<void>>>,
  between: (page: Page) => Promise<void> = async () => {},
): void {
  test(`${what}: ${Object.keys(parts).length} parts`, async ({
    page,
    demo,
    choose,
    openPopup,
    browserContext,
    extensionId,
  }) => {
    const given = { page, demo, choose, openPopup, browserContext, extensionId };
    test.setTimeout(30_000 + Object.keys(parts).length * 15_000);
    for (const [at, [name, run]] of Object.entries(parts).entries()) {
      await test.step(name, async () => {
        if (at > 0) await between(page);
        demo.reset();
        await clearExtensionStorage(browserContext, extensionId);
        await run(given);
      });
    }
  });
}
