/** Firefox: the extension's own pages, sites beside gitlab.com, and what an update does to open pages. */
import type { Page } from 'puppeteer-core';
import { installedFirefox } from '../../scripts/browser';
import { type Firefox, launchFirefox } from './firefox';
import { expect, test } from './fixtures';

/** What `browser` is in the extension's pages, where some of these functions run. */
declare const browser: typeof import('wxt/browser').browser;

const executablePath = installedFirefox() ?? '';
const issue = 'https://gitlab.com/gitlab-org/gitlab/-/issues/1';
const site = 'https://gitlab.example.test';
const guidance = 'handrail-view[data-feature="weight-guidance"]';

/** One for all tests of this file: to start it takes longer than a test. */
let firefox: Firefox;

test.skip(executablePath === '', 'no Firefox on this machine');

test.beforeEach(async ({ demo }) => {
  demo.reset();
  if (firefox) await firefox.renew();
  else firefox = await launchFirefox(executablePath, demo);
  await firefox.page.goto(issue, { waitUntil: 'domcontentloaded' });
  await firefox.page.waitForSelector(guidance);
});

test.afterAll(() => firefox?.close());

test('the popup names the page and its profile, and its switches hold in the page', async () => {
  const options = await firefox.open('options.html');
  const tab = await options.evaluate(
    async () => (await browser.tabs.query({ url: 'https://gitlab.com/*' }))[0]?.id ?? -1,
  );
  const popup = await firefox.open(`popup.html?tab=${tab}`);
  await expect.poll(() => textOf(popup)).toContain('gitlab-org/gitlab#1');
  expect(await textOf(popup)).toContain('Package 2021');
  await popup.locator('::-p-aria([name="Weight guidance"][role="switch"])').click();
  await expect.poll(() => countOf(firefox.page, guidance)).toBe(0);
});

test('the options show the profiles, and their text', async () => {
  const options = await firefox.open('options.html');
  await expect.poll(() => textOf(options)).toContain('Package 2021');
  await options.goto(`${firefox.extensionUrl}options.html#features`).catch(() => {});
  await expect.poll(() => textOf(options)).toContain('Weight guidance');
});

test('a site is allowed and removed in the options, and its open page starts and stops', async () => {
  const open = await firefox.browser.newPage();
  await open.goto(`${site}/gitlab-org/gitlab/-/issues/1`, { waitUntil: 'domcontentloaded' });
  await open.waitForSelector('[data-testid="work-item-weight"]');
  expect(await countOf(open, guidance)).toBe(0);

  const options = await firefox.open('options.html#sites');
  await options.bringToFront();
  await options.locator('::-p-aria([name="Address of a GitLab"])').fill(`${site}:443/group`);
  await options.locator('::-p-aria([name="Use on this GitLab"][role="button"])').click();
  await expect.poll(() => textOf(options)).toContain(`Handrail is on at ${site}, in its open tabs too.`);
  await expect.poll(() => countOf(open, guidance)).toBe(1);
  await open.reload({ waitUntil: 'domcontentloaded' });
  await open.waitForSelector(guidance);

  await options.bringToFront();
  await options.locator(`::-p-aria([name="Remove ${site}"])`).click();
  await expect.poll(() => countOf(open, guidance)).toBe(0);
});

test('after an update an open page has each view once, all of the new version, and they work', async () => {
  const { page } = firefox;
  await page.evaluate(() => {
    for (const view of document.querySelectorAll<HTMLElement>('handrail-view')) view.dataset.old = '';
  });
  await firefox.update();
  await expect.poll(() => countOf(page, `${guidance}:not([data-old])`)).toBe(1);
  await page.locator(`${guidance} >>> ::-p-aria([name="Choose a weight"][role="button"])`).click();
  await page.locator('handrail-view >>> ::-p-aria([name="Weight guidance"][role="region"])').wait();
  expect(await countOf(page, guidance)).toBe(2);
  expect(await countOf(page, '[data-old]')).toBe(0);
});

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

function countOf(page: Page, selector: string): Promise<number> {
  return page.evaluate(found => document.querySelectorAll(found).length, selector);
}
