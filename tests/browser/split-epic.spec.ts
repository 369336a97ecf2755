/** An issue that becomes an epic: the quick action in the comment box, and the rows that wait for the epic. */
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Demo } from '../../demo/server';
import { violationsIn } from './axe';
import { expect, serviceWorker, test } from './fixtures';
import { tabTo } from './keyboard';
import { created, held, issue, openSplit, panelOf, pressSplit, settled } from './split-view';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

test('converting puts the command into the plain and the rich text box, posts nothing, and keeps the rows', async ({
  page,
  demo,
}) => {
  const panel = await openSplit(page, demo);
  await panel.getByLabel('Title of row 1').fill('Kept row');
  const box = page.locator(
    '.js-comment-form textarea.js-gfm-input, .js-comment-form input[name="work-item-add-or-edit-comment"]',
  );
  const convert = async () => {
    await panel.getByRole('radio', { name: 'Convert to an epic' }).check();
    await panel.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(panel.getByRole('status').first()).toContainText('/promote_to Epic is in the comment box.');
    await expect(box.first()).toHaveValue('/promote_to Epic');
  };
  await test.step('plain text', convert);
  await box.first().fill('');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.locator('.js-comment-form').getByRole('button', { name: 'Switch to rich text editing' }).click();
  await pressSplit(page);
  await expect(panel.getByLabel('Title of row 1')).toHaveValue('Kept row');
  await test.step('rich text', convert);
  expect(created(demo)).toEqual([]);
  expect(demo.requests.filter(request => request.operation === 'createWorkItemNote')).toEqual([]);
});

/** Splits issue 1 by promoting it, with two rows, and posts what is in the comment box. */
async function promote(page: Page, demo: Demo): Promise<string> {
  const panel = await openSplit(page, demo);
  await panel.getByLabel('Weight of row 1').selectOption('2');
  await panel.getByRole('radio', { name: 'Convert to an epic' }).check();
  await panel.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(panel.getByRole('status').first()).toContainText('/promote_to Epic is in the comment box.');
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.locator('.js-comment-form').getByTestId('confirm-button').click();
  await expect.poll(() => issue(demo, '1').promotedToEpic).not.toBeNull();
  const epic = demo.store.workItems.find(item => item.id === issue(demo, '1').promotedToEpic);
  return `https://gitlab.com/groups/gitlab-org/-/epics/${epic?.iid}`;
}

const offer = (page: Page) => page.getByTestId('work-item-tree').locator('handrail-view');

test('after the promotion the new epic offers the rows as issues of the project, and keyboard alone creates them', async ({
  page,
  demo,
}) => {
  const address = await promote(page, demo);
  await page.goto(address);
  await expect(offer(page)).toContainText('Saved while this epic was gitlab-org/gitlab#1: Endpoint, Preview table');
  expect(created(demo)).toEqual([]);
  const create = offer(page).getByRole('button', { name: 'Create 2 child items' });
  await page.getByTestId('work-item-tree').getByRole('button').first().focus();
  await tabTo(create);
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  const epic = demo.store.workItems.find(item => item.id === issue(demo, '1').promotedToEpic);
  const [endpoint] = held(demo, 'Endpoint');
  expect(endpoint).toMatchObject({ workItemType: 'Issue', namespace: 'gitlab-org/gitlab', weight: 2 });
  expect(endpoint?.labels.map(label => label.title)).toEqual(['devops::package', 'group::package']);
  expect(held(demo, 'Preview table')).toMatchObject([{ workItemType: 'Issue', weight: null }]);
  expect(epic?.children).toContain(endpoint?.id);
  await expect(panel.getByRole('link', { name: `#${endpoint?.iid} Endpoint` })).toBeVisible();

  // Done: the epic does not offer them again, and where nothing waits nothing is asked.
  demo.requests.length = 0;
  await page.goto(address);
  await expect(page.getByTestId('work-item-tree').getByTestId('links-child')).toHaveCount(2);
  await expect(page.locator('li.note').first()).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  expect(created(demo)).toEqual([]);
  expect(demo.requests.filter(request => request.operation === 'handrailPromoted')).toEqual([]);
});

test('the rows of a promoted issue can be changed, and what fails on the epic is created again, once', async ({
  page,
  demo,
}) => {
  const address = await promote(page, demo);
  await page.goto(address);
  await offer(page).getByRole('button', { name: 'Change the rows' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('Title of row 2').fill('Preview of the tags');
  await expect(panel).toContainText('Issues in gitlab-org/gitlab, under this epic, with its team labels');
  await settled(panel);
  expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
  await page.goto(address);
  await expect(offer(page)).toContainText('Endpoint, Preview of the tags');
  demo.fail({ match: 'handrailCreateItem', with: 'malformed', times: 1 });
  await offer(page).getByRole('button', { name: 'Create 2 child items' }).click();
  await expect(panel.getByRole('status').last()).toContainText('1 of 2 created. Not created: Endpoint.');
  await page.goto(address);
  await expect(offer(page)).toContainText('1 of 2 created');
  await offer(page).getByRole('button', { name: 'Create 1 child item', exact: true }).click();
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Endpoint' })).toContainText('Already created.');
  expect(held(demo, 'Endpoint')).toHaveLength(1);
  expect(held(demo, 'Preview of the tags')).toHaveLength(1);
});

test('an epic that was never that issue offers nothing; what it offers can be discarded', async ({
  page,
  demo,
  extensionId,
}) => {
  const address = await promote(page, demo);
  const promoted = issue(demo, '1').promotedToEpic;
  issue(demo, '1').promotedToEpic = null;
  const asked = page.waitForResponse(response => response.request().postData()?.includes('handrailPromoted') ?? false);
  await page.goto(address);
  await asked;
  await expect(page.getByTestId('work-item-tree')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  issue(demo, '1').promotedToEpic = promoted;
  await page.goto(address);
  await offer(page).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(page)).toHaveCount(0);
  const worker = await serviceWorker(page.context(), extensionId);
  const waiting = () => worker.evaluate(() => chrome.storage.local.get('promotions'));
  await expect.poll(waiting).toEqual({});
});
