/**
 * The way back. Without a session the browser keeps GitLab's pages: one goes on where it was left, and has to know what
 * happened meanwhile. With one GitLab forbids that, and the page is loaded anew.
 */
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { type Launched, launch } from '../../scripts/launch';
import { clearExtensionStorage, expect, serviceWorker, test, view } from './fixtures';
import { openForm, textBox } from './status-form';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

const issue = 'https://gitlab.com/gitlab-org/gitlab/-/issues';

/** One for both tests. */
let launched: Launched;

test.beforeEach(async ({ demo }) => {
  demo.reset();
  launched ??= await launch({ server: demo, headless: true, backForwardCache: true });
  await clearExtensionStorage(launched.context, launched.extensionId);
  await launched.context.clearCookies();
});

test.afterAll(() => launched?.close());

test('a page that was kept has each view once, and the switches as they are now', async ({ demo }) => {
  demo.user = undefined;
  const page = await launched.context.newPage();
  await page.goto(`${issue}/1`);
  await view(page, 'weight-guidance').getByRole('button').first().click();
  await page.getByRole('region', { name: 'Weight guidance' }).waitFor();
  await mark(page);
  await page.goto(`${issue}/2`);
  await view(page, 'priority-badges').first().waitFor({ state: 'attached' });
  await switchOff('weight-guidance');

  // There is no load event: nothing is loaded.
  await page.goBack({ waitUntil: 'commit' });
  expect(await isMarked(page)).toBe(true);
  await expect(view(page, 'weight-guidance')).toHaveCount(0);
  await expect(view(page, 'priority-badges')).toHaveCount(2);
  await switchOff('priority-badges');
  await expect(view(page, 'priority-badges')).toHaveCount(0);
});

test('a page that was not kept has each view once, and the draft', async () => {
  const page = await launched.context.newPage();
  await page.goto(`${issue}/1`);
  await textBox(await openForm(page), 'Notes').fill('typed before I left');
  await mark(page);
  await page.goto(`${issue}/2`);
  await view(page, 'status-comment').getByRole('button', { name: 'Status update' }).waitFor();

  await page.goBack();
  await expect(textBox(await openForm(page), 'Notes')).toHaveValue('typed before I left');
  expect(await isMarked(page)).toBe(false);
  await expect(view(page, 'status-comment')).toHaveCount(1);
});

async function switchOff(feature: string): Promise<void> {
  const worker = await serviceWorker(launched.context, launched.extensionId);
  await worker.evaluate(
    feature => chrome.storage.sync.set({ settings: { version: 2, features: { [feature]: false }, hosts: {} } }),
    feature,
  );
}

/** What only this document has. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset.kept = 'yes';
  });
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.kept === 'yes');
}
