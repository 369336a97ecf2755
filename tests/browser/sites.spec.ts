/**
 * GitLab sites beside gitlab.com: one with a root of its own on a private host over http, with a port, and one over
 * https. That the browser really asks is in sites-prompt.spec.ts.
 */
import type { Page, Worker } from '@playwright/test';
import { type Demo, startDemo } from '../../demo/server';
import { launch } from '../../scripts/launch';
import { test as base, expect, serviceWorker, view } from './fixtures';
import { openToolbarPopup } from './toolbar';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof import('wxt/browser').browser;

const site = 'http://git.example.test:8929';
const issue = `${site}/gitlab/gitlab-org/gitlab/-/issues/1`;
const other = 'https://gitlab.example.test';

const test = base.extend<{ worker: Worker }, { own: Demo }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern.
    async ({}, use) => {
      const own = await startDemo({ root: '/gitlab', scheme: 'http' });
      await use(own);
      await own.close();
    },
    { scope: 'worker' },
  ],
  launched: [
    async ({ demo, own }, use) => {
      const launched = await launch({
        server: demo,
        headless: true,
        hosts: { 'git.example.test:8929': own.port, 'gitlab.example.test:443': demo.port },
        givenBefore: [`${site}/*`, `${other}/*`],
      });
      await use(launched);
      await launched.close();
    },
    { scope: 'worker' },
  ],
  worker: async ({ browserContext, extensionId, own, page: _ }, use) => {
    own.reset();
    const worker = await serviceWorker(browserContext, extensionId);
    await worker.evaluate(origins => chrome.permissions.remove({ origins }), [`${site}/*`, `${other}/*`]);
    await use(worker);
  },
});

const views = (page: Page) => page.locator('handrail-view');
/** Whole sites; Chromium also names the patterns of the manifest's content scripts. */
const allowed = async (worker: Worker) => {
  const { origins = [] } = await worker.evaluate(() => chrome.permissions.getAll());
  return origins.filter(pattern => /^https?:\/\/[^/]+\/\*$/.test(pattern));
};
/** The sites with our starting script. */
const registered = (worker: Worker) =>
  worker.evaluate(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    const patterns = scripts.filter(({ js }) => js?.includes('gitlab.js')).flatMap(({ matches }) => matches ?? []);
    return patterns.filter(pattern => /^https?:\/\/[^/]+\/\*$/.test(pattern));
  });

test('the popup offers a GitLab, asks for exactly that site, and the open page starts; under a root of its own every request goes there, and all of it looks as it should', async ({
  page,
  launched,
  worker,
}) => {
  await page.goto(issue);
  await expect(page.getByRole('heading', { name: 'Cleanup policies' })).toBeVisible();
  const popup = await openToolbarPopup(launched, page);
  await expect.poll(popup.text).toContain('This is a GitLab');
  expect(await popup.text()).toContain('Your browser will ask for access to git.example.test:8929 only.');
  await expect(views(page)).toHaveCount(0);

  await popup.press('Use on this GitLab');
  await expect(view(page, 'priority-badges').first()).toBeVisible();
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  await expect.poll(popup.text).toContain('gitlab-org/gitlab#1');
  expect(await allowed(worker)).toEqual([`${site}/*`, 'https://gitlab.com/*']);

  await page.reload();
  // Child items may have badges of their own.
  await expect(page.locator('[data-testid="work-item-created"] ~ handrail-view')).toHaveCount(1);

  await test.step('under a root of its own', async () => {
    const outside: string[] = [];
    page.on(
      'request',
      request => new URL(request.url()).pathname.startsWith('/gitlab/') || outside.push(request.url()),
    );
    const button = page.getByRole('button', { name: 'Choose a weight' });
    await button.click();
    await page.getByRole('radio', { name: /^3\b/ }).check();
    const set = page.getByRole('button', { name: 'Set weight 3' });
    await expect(set).toHaveCSS('background-color', 'rgb(31, 117, 203)');
    await set.click();
    await expect(view(page, 'weight-guidance').getByText('Weight set to 3.')).toBeVisible();

    await page.getByRole('button', { name: 'Status update' }).click();
    await page.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80');
    await page.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90');
    await page.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(page.locator('textarea#work-item-add-or-edit-comment')).toHaveValue(/80% complete, 90% confident/);
    expect(outside).toEqual([]);
  });
});

test('a page that is no GitLab is offered nothing, and beside an allowed GitLab it is left alone; what is no address is said to be none', async ({
  page,
  launched,
  worker,
}) => {
  await page.goto(`${site}/wiki/-/issues/1`);
  const popup = await openToolbarPopup(launched, page);
  await expect.poll(popup.text).toContain('Not a page of GitLab');
  await page.goto(`chrome-extension://${launched.extensionId}/options.html#sites`);
  await page.getByRole('textbox', { name: 'Address of a GitLab' }).fill('our gitlab');
  await page.getByRole('button', { name: 'Use on this GitLab' }).click();
  await expect(page.getByRole('status')).toHaveText('“our gitlab” is no address. Write it as https://gitlab.example.');
  expect(await allowed(worker)).toEqual(['https://gitlab.com/*']);
  await allow(page, launched.extensionId, site);
  await expect.poll(() => registered(worker)).toEqual([`${site}/*`]);
  const requests: string[] = [];
  page.on('request', request => requests.push(request.url()));
  await page.goto(`${site}/wiki/-/issues/1`);
  const tab = await worker.evaluate(async url => (await chrome.tabs.query({ url: `${url}/*` }))[0]?.id ?? -1, site);
  const run = (tabId: number) =>
    chrome.scripting.executeScript({ target: { tabId }, func: () => typeof globalThis.handrailPage });
  expect((await worker.evaluate(run, tab))[0]?.result).toBe('undefined');
  await expect(views(page)).toHaveCount(0);
  expect(requests).toEqual([`${site}/wiki/-/issues/1`]);
});

test('an update keeps the sites; one that is removed gives its permission back and stops its open pages alone', async ({
  page,
  browserContext,
  launched,
  worker: old,
}) => {
  await allow(page, launched.extensionId, other);
  await allow(page, launched.extensionId, site);
  await page.goto(issue);
  await expect(view(page, 'weight-guidance')).toHaveCount(1);
  const restarted = browserContext.waitForEvent('serviceworker');
  await old.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  const worker = await restarted;
  await expect.poll(async () => (await registered(worker)).sort()).toEqual([`${site}/*`, `${other}/*`].sort());
  await expect(view(page, 'weight-guidance')).toHaveCount(1);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view(page, 'weight-guidance')).toHaveCount(1);

  const before = await browserContext.newPage();
  await before.goto('https://gitlab.com/gitlab-org/gitlab/-/issues/1');
  await expect(view(before, 'weight-guidance')).toHaveCount(1);

  const options = await browserContext.newPage();
  await options.goto(`chrome-extension://${launched.extensionId}/options.html#sites`);
  await expect(options.getByRole('listitem')).toHaveText([
    /gitlab\.com always/,
    /git\.example\.test:8929/,
    /gitlab\.ex/,
  ]);
  await options.getByRole('button', { name: `Remove ${site}` }).click();
  await expect(options.getByRole('status')).toHaveText(`Your browser’s access to ${site} is given back.`);
  await expect(views(page)).toHaveCount(0);
  await expect(view(before, 'weight-guidance')).toHaveCount(1);
  expect(await allowed(worker)).toEqual([`${other}/*`, 'https://gitlab.com/*'].sort());
  await expect.poll(() => registered(worker)).toEqual([`${other}/*`]);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Cleanup policies' })).toBeVisible();
  await expect(views(page)).toHaveCount(0);

  await test.step('a permission that the browser takes back stops the open pages too', async () => {
    await page.goto(`${other}/gitlab-org/gitlab/-/issues/1`);
    await expect(view(page, 'weight-guidance')).toHaveCount(1);
    await worker.evaluate(origins => chrome.permissions.remove({ origins }), [`${other}/*`]);
    await expect(views(page)).toHaveCount(0);
    await expect.poll(() => registered(worker)).toEqual([]);
  });
});

/** Allows a site in the options, by an address of any of its pages. */
async function allow(page: Page, extensionId: string, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${extensionId}/options.html#sites`);
  await page.getByRole('textbox', { name: 'Address of a GitLab' }).fill(address);
  await page.getByRole('button', { name: 'Use on this GitLab' }).click();
  await expect(page.getByRole('status')).toHaveText(`Handrail is on at ${address}, in its open tabs too.`);
}
