/**
 * The main job in Firefox: what differs there is how text gets into GitLab's two editors.
 */
import type { Page } from 'puppeteer-core';
import { installedFirefox } from '../../scripts/browser';
import { type Firefox, launchFirefox } from './firefox';
import { expect, test } from './fixtures';

const executablePath = installedFirefox() ?? '';
const issue = 'https://gitlab.com/gitlab-org/gitlab/-/issues/1';
const form = '.js-comment-form';

/** One for all tests of this file: to start it takes longer than a test. */
let firefox: Firefox;

test.skip(executablePath === '', 'no Firefox on this machine');

test.beforeEach(async ({ demo }) => {
  demo.reset();
  if (firefox) await firefox.renew();
  else firefox = await launchFirefox(executablePath, demo);
  await firefox.page.goto(issue, { waitUntil: 'domcontentloaded' });
});

test.afterAll(() => firefox?.close());

test('shows the badge, the guidance and the status button', async () => {
  const { page } = firefox;
  const badge = await page.locator(ours('priority-badges', 'button')).waitHandle();
  expect(await badge.evaluate(button => button.getAttribute('aria-label'))).toMatch(/^Priority P1/);
  await page.locator(ours('weight-guidance', 'button', 'Choose a weight')).wait();
  await page.locator(ours('status-comment', 'button', 'Status update')).wait();
});

test('inserts a status in plain text', async () => {
  const { page } = firefox;
  await page.locator(`${form} textarea#work-item-add-or-edit-comment`).wait();
  await insertStatus(page);
  await expect
    .poll(() => fieldValue(page, `${form} textarea`))
    .toMatch(/Issue status: 80% complete, 90% confident\\\n/);
});

test('inserts a status in rich text', async () => {
  const { page } = firefox;
  await page.locator(`${form} [data-testid="editing-mode-switcher"]`).click();
  await page.locator(`${form} .ProseMirror`).wait();
  await insertStatus(page);
  // GitLab mirrors the rich text as Markdown in a hidden field of the same id.
  const mirror = `${form} input#work-item-add-or-edit-comment`;
  await expect.poll(() => fieldValue(page, mirror)).toMatch(/Issue status: 80% complete, 90% confident\\\n/);
});

test('splits an issue, and keeps the rows over a reload', async ({ demo }) => {
  const { page } = firefox;
  const item = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (item) item.weight = 8;
  const open = async () => {
    await page.goto(issue, { waitUntil: 'domcontentloaded' });
    await page.locator(ours('weight-guidance', 'button', 'Split this issue')).click();
    return page.locator(ours('weight-guidance', 'textbox', 'Title of row 1'));
  };
  await (await open()).fill('Kept in Firefox');
  const title = await (await open()).waitHandle();
  expect(await title.evaluate(field => ('value' in field ? field.value : ''))).toBe('Kept in Firefox');
  await page.locator(ours('weight-guidance', 'button', 'Create 2 child items')).click();
  await expect.poll(() => demo.store.workItems.filter(one => one.title === 'Kept in Firefox').length).toBe(1);
  await expect.poll(() => demo.store.workItems.filter(one => one.title === 'Preview table').length).toBe(1);
});

test('texts that mean harm stay texts', async () => {
  const { page } = firefox;
  for (const iid of [1, 2, 3]) {
    await page.goto(`https://gitlab.com/hostile/injection/-/issues/${iid}`, { waitUntil: 'domcontentloaded' });
    await page.locator(ours('status-comment', 'button', 'History')).click();
    await page.locator(ours('weight-guidance', 'button', 'Choose a weight')).click();
    await page.locator(ours('weight-guidance', 'button', 'Split this issue')).click();
    await page.locator(ours('weight-guidance', 'textbox', 'Title of row 1')).wait();
    expect(await page.evaluate(() => document.documentElement.dataset.hacked)).toBeUndefined();
  }
});

async function insertStatus(page: Page): Promise<void> {
  await page.locator(ours('status-comment', 'button', 'Status update')).click();
  await page.locator(ours('status-comment', 'spinbutton', 'Complete')).fill('80');
  await page.locator(ours('status-comment', 'spinbutton', 'Confidence')).fill('90');
  await page.locator(ours('status-comment', 'button', 'Insert into comment')).click();
}

/** A control of ours, in the shadow root of its feature. */
function ours(feature: string, role: string, name?: string): string {
  const aria = name ? `[name="${name}"][role="${role}"]` : `[role="${role}"]`;
  return `handrail-view[data-feature="${feature}"] >>> ::-p-aria(${aria})`;
}

function fieldValue(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, field => ('value' in field ? String(field.value) : ''));
}
