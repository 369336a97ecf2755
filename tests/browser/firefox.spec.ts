/**
 * Firefox: the main job, where what differs is how text gets into GitLab's two editors; the extension's own pages;
 * sites beside gitlab.com; and what an update does to open pages.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { installedFirefox } from '../../scripts/browser';
import { type Firefox, launchFirefox } from './firefox';
import { expect, test } from './fixtures';
import { oneIn } from './thorough';

/** What `browser` is in the extension's pages, where some of these functions run. */
declare const browser: typeof import('wxt/browser').browser;

const executablePath = installedFirefox() ?? '';
const issue = 'https://gitlab.com/gitlab-org/gitlab/-/issues/1';
const site = 'https://gitlab.example.test';
const form = '.js-comment-form';
const guidance = 'handrail-view[data-feature="weight-guidance"]';

/** One for all tests of this file: to start it takes longer than a test. */
let firefox: Firefox;

test.skip(executablePath === '', 'no Firefox on this machine');

test.beforeEach(async ({ demo }) => {
  demo.reset();
  if (firefox) await firefox.renew();
  else firefox = await launchFirefox(executablePath, demo);
});

test.afterAll(() => firefox?.close());

test('the badge, the guidance, and a status that is inserted in plain and in rich text', async () => {
  const page = await openIssue();
  await ours(page, 'priority-badges', 'button', 'Priority P1');
  await ours(page, 'weight-guidance', 'button', 'Choose a weight');

  const plain = `${form} textarea#work-item-add-or-edit-comment`;
  await page.locator(plain).wait();
  await insertStatus(page, '80');
  await expect.poll(() => fieldValue(page, plain)).toMatch(/Issue status: 80% complete, 90% confident\\\n/);

  // The other editor takes over what stands there, and ours is added to it.
  await page.locator(`${form} [data-testid="editing-mode-switcher"]`).click();
  await page.locator(`${form} .ProseMirror`).wait();
  await insertStatus(page, '85');
  // GitLab mirrors the rich text as Markdown in a hidden field of the same id.
  const mirror = `${form} input#work-item-add-or-edit-comment`;
  await expect.poll(() => fieldValue(page, mirror)).toMatch(/Issue status: 85% complete, 90% confident\\\n/);
});

test('splits an issue, and keeps the rows over a reload', async ({ demo }) => {
  const item = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (item) item.weight = 8;
  const open = async () => {
    const page = await openIssue();
    await press(page, 'weight-guidance', 'Split this issue');
    return ours(page, 'weight-guidance', 'input', 'Title of row 1');
  };
  await write(await open(), 'Kept in Firefox');
  const title = await open();
  expect(await title.evaluate(field => ('value' in field ? field.value : ''))).toBe('Kept in Firefox');
  await press(firefox.page, 'weight-guidance', 'Create 2 child items');
  await expect.poll(() => demo.store.workItems.filter(one => one.title === 'Kept in Firefox').length).toBe(1);
  await expect.poll(() => demo.store.workItems.filter(one => one.title === 'Preview table').length).toBe(1);
});

test('texts that mean harm stay texts', async () => {
  const { page } = firefox;
  for (const iid of oneIn(3, [1, 2, 3])) {
    await page.goto(`https://gitlab.com/hostile/injection/-/issues/${iid}`, { waitUntil: 'domcontentloaded' });
    await press(page, 'status-comment', 'History');
    await press(page, 'weight-guidance', 'Choose a weight');
    await press(page, 'weight-guidance', 'Split this issue');
    await ours(page, 'weight-guidance', 'input', 'Title of row 1');
    expect(await page.evaluate(() => document.documentElement.dataset.hacked)).toBeUndefined();
  }
});

test('the options show profiles and features; the popup names page and profile, and its switches hold in the page', async () => {
  await (await openIssue()).waitForSelector(guidance);
  const options = await firefox.open('options.html');
  await expect.poll(() => textOf(options)).toContain('Package 2021');
  await options.goto(`${firefox.extensionUrl}options.html#features`).catch(() => {});
  await expect.poll(() => textOf(options)).toContain('Weight guidance');

  const tab = await options.evaluate(
    async () => (await browser.tabs.query({ url: 'https://gitlab.com/*' }))[0]?.id ?? -1,
  );
  const popup = await firefox.open(`popup.html?tab=${tab}`);
  await expect.poll(() => textOf(popup)).toContain('gitlab-org/gitlab#1');
  expect(await textOf(popup)).toContain('Package 2021');
  await popup.locator('::-p-aria([name="Weight guidance"][role="switch"])').click();
  await expect.poll(() => countOf(firefox.page, guidance)).toBe(0);
});

test('a site is allowed and removed in the options, and its open page starts and stops', async () => {
  const { page } = firefox;
  await page.goto(`${site}/gitlab-org/gitlab/-/issues/1`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('[data-testid="work-item-weight"]');
  expect(await countOf(page, guidance)).toBe(0);

  const options = await firefox.open('options.html#sites');
  await options.bringToFront();
  await options.locator('::-p-aria([name="Address of a GitLab"])').fill(`${site}:443/group`);
  await options.locator('::-p-aria([name="Use on this GitLab"][role="button"])').click();
  await expect.poll(() => textOf(options)).toContain(`Handrail is on at ${site}, in its open tabs too.`);
  await expect.poll(() => countOf(page, guidance)).toBe(1);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.waitForSelector(guidance);

  await options.bringToFront();
  await options.locator(`::-p-aria([name="Remove ${site}"])`).click();
  await expect.poll(() => countOf(page, guidance)).toBe(0);
});

test('after an update an open page has each view once, all of the new version, and they work', async () => {
  const page = await openIssue();
  await page.waitForSelector(guidance);
  await page.evaluate(() => {
    for (const view of document.querySelectorAll<HTMLElement>('handrail-view')) view.dataset.old = '';
  });
  await firefox.update();
  await expect.poll(() => countOf(page, `${guidance}:not([data-old])`)).toBe(1);
  await press(page, 'weight-guidance', 'Choose a weight');
  await page.locator('handrail-view >>> ::-p-aria([name="Weight guidance"][role="region"])').wait();
  expect(await countOf(page, guidance)).toBe(2);
  expect(await countOf(page, '[data-old]')).toBe(0);
});

async function openIssue(): Promise<Page> {
  const { page } = firefox;
  await page.goto(issue, { waitUntil: 'domcontentloaded' });
  return page;
}

async function insertStatus(page: Page, complete: string): Promise<void> {
  await press(page, 'status-comment', 'Status update');
  await write(await ours(page, 'status-comment', '[type="number"]', 'Complete'), complete);
  await write(await ours(page, 'status-comment', '[type="number"]', 'Confidence'), '90');
  await press(page, 'status-comment', 'Insert into comment');
}

/** A control of ours in the page, once it is there. Firefox takes seconds to look for a role; a name is said or shown. */
async function ours(page: Page, feature: string, control: string, name: string): Promise<ElementHandle> {
  const found = await page.waitForFunction(
    (feature, control, name) =>
      [...document.querySelectorAll(`handrail-view[data-feature="${feature}"]`)]
        .flatMap(view => [...(view.shadowRoot?.querySelectorAll(control) ?? [])])
        .find(one => (one.getAttribute('aria-label') ?? one.textContent)?.startsWith(name)),
    {},
    feature,
    control,
    name,
  );
  return found.asElement() as ElementHandle;
}

async function press(page: Page, feature: string, name: string): Promise<void> {
  await (await ours(page, feature, 'button', name)).click();
}

async function write(field: ElementHandle, text: string): Promise<void> {
  await field.click({ count: 3 });
  await field.type(text);
}

function fieldValue(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, field => ('value' in field ? String(field.value) : ''));
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

function countOf(page: Page, selector: string): Promise<number> {
  return page.evaluate(found => document.querySelectorAll(found).length, selector);
}
