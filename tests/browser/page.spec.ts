/** How Handrail stands in GitLab's page: on time, once, without a trace. */
import type { Page } from '@playwright/test';
import { expect, openIssue, test, view } from './fixtures';

const features = ['weight-guidance', 'status-comment', 'priority-badges'] as const;

/** A row of GitLab's list is covered by a link over all of it. */
const rows = (page: Page) => page.getByTestId('issuable-card-link-overlay');

const headerBadges = (page: Page) => page.locator('[data-testid="work-item-created"] ~ handrail-view');

async function expectEach(page: Page, count: number): Promise<void> {
  for (const feature of features) {
    // Child and linked items have badges of their own.
    const views = feature === 'priority-badges' ? headerBadges(page) : view(page, feature);
    await expect(views, feature).toHaveCount(count);
  }
}

test('each part stands in the page in the frame in which its widget does', async ({ page, demo }) => {
  // Late enough for the content script to be there first, as on gitlab.com.
  demo.latency = 400;
  // Written down before each paint: how many widgets are there, and how many of them have their part.
  await page.addInitScript(() => {
    const pairs = [
      ['[data-testid="work-item-weight"]', '[data-testid="work-item-weight"] > handrail-view'],
      ['.work-item-notes .js-comment-form', '.js-comment-form > handrail-view'],
      ['[data-testid="work-item-created"]', '[data-testid="work-item-created"] ~ handrail-view'],
    ] as const;
    const late: string[] = [];
    Object.assign(globalThis, { late });
    const look = () => {
      for (const [widget, part] of pairs) {
        if (document.querySelector(widget) && !document.querySelector(part)) late.push(widget);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openIssue(page, 1);
  await expectEach(page, 1);
  expect(await page.evaluate(() => (globalThis as unknown as { late: string[] }).late)).toEqual([]);
});

test('everything of ours goes without a trace when it is switched off, and comes back', async ({ page, openPopup }) => {
  await openIssue(page, 1);
  await expectEach(page, 1);
  const popup = await openPopup(page);
  const switches = popup.getByRole('switch');
  await expect(switches).toHaveCount(5);
  const switchAll = async (on: boolean) => {
    for (const one of await switches.all()) await one.setChecked(on);
  };
  await switchAll(false);
  await expect(page.locator('handrail-view')).toHaveCount(0);
  await page.bringToFront();
  const before = await page.evaluate(() => document.documentElement.outerHTML);

  await switchAll(true);
  await expectEach(page, 1);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
  await page.getByRole('button', { name: 'Status update' }).click();
  await expect(page.getByRole('form', { name: 'Status update' })).toBeVisible();
  await switchAll(false);
  await expect(page.locator('handrail-view')).toHaveCount(0);
  // GitLab shows a header of its own while one has scrolled down to the comment form.
  await page.bringToFront();
  await page.getByTestId('work-item-title').scrollIntoViewIfNeeded();
  await expect(page.getByTestId('work-item-sticky-header')).toHaveCount(0);
  // Compared line by line, so that a difference can be read.
  expect((await page.evaluate(() => document.documentElement.outerHTML)).split('><')).toEqual(before.split('><'));
});

test('one feature is switched off, in every open tab, and the others stay', async ({
  page,
  browserContext,
  openPopup,
}) => {
  await openIssue(page, 1);
  const other = await browserContext.newPage();
  await openIssue(other, 4);
  await expect(view(other, 'weight-guidance')).toHaveCount(1);
  const popup = await openPopup(page);
  await popup.getByRole('switch', { name: 'Weight guidance' }).setChecked(false);
  for (const tab of [page, other]) {
    await expect(view(tab, 'weight-guidance')).toHaveCount(0);
    await expect(view(tab, 'status-comment')).toHaveCount(1);
  }
});

test('the side panel has its own parts, for its own item, and takes them with it', async ({ page }) => {
  await openIssue(page, 1);
  await expectEach(page, 1);
  await page.getByTestId('links-child').first().getByRole('link').first().click();
  const panel = page.locator('#contextual-panel-portal');
  await expect(panel.locator('handrail-view[data-feature="weight-guidance"]')).toContainText('Trivial ·');
  await expect(page.locator('#content-body handrail-view[data-feature="weight-guidance"]')).toContainText('Small ·');
  await expect(view(page, 'status-comment')).toHaveCount(2);
  await panel.locator('.gl-drawer-close-button').click();
  await expectEach(page, 1);
});

test('in a list the panel has the parts of the item that is open, one after the other', async ({ page }) => {
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await expect(rows(page).first()).toBeVisible();
  await expect(view(page, 'status-comment')).toHaveCount(0);
  for (const index of [0, 1, 2]) {
    // At the row's edge: the panel lies over the other end of it.
    await rows(page)
      .nth(index)
      .click({ position: { x: 4, y: 30 } });
    await expect(view(page, 'status-comment')).toHaveCount(1);
    await expect(view(page, 'weight-guidance')).toHaveCount(1);
  }
});

test('Escape in an open panel of ours leaves the side panel open', async ({ page }) => {
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await rows(page)
    .first()
    .click({ position: { x: 700, y: 12 } });
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toHaveCount(0);
  await expect(page.getByTestId('work-item-drawer')).toBeVisible();
});

test("opening the panel's item in full page keeps every part once", async ({ page }) => {
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await rows(page)
    .first()
    .click({ position: { x: 700, y: 12 } });
  await expect(view(page, 'status-comment')).toHaveCount(1);
  await page.getByTestId('work-item-drawer-link-button').click();
  await expect(page).toHaveURL(/\/-\/work_items\/\d+$/);
  await expect(view(page, 'status-comment')).toHaveCount(1);
  await expect(view(page, 'weight-guidance')).toHaveCount(1);
});

test('of an issue only its newest comments are asked for before something of ours is opened', async ({
  page,
  demo,
}) => {
  await openIssue(page, 1);
  await expectEach(page, 1);
  await expect(view(page, 'status-comment')).toContainText('80% · 90% sure');
  const asked = demo.requests.flatMap(({ operation }) => (operation?.startsWith('handrail') ? operation : []));
  // Which profile a repository has is asked once an hour.
  expect(asked.filter(operation => operation !== 'handrailProfileFiles')).toEqual(['handrailComments']);
});

for (const [what, address, html] of [
  ['a page of gitlab.com that is no page of an item', 'https://gitlab.com/explore', '<h1>Explore</h1>'],
  [
    'a page at the address of an issue that is not GitLab’s',
    'https://gitlab.com/a/b/-/issues/1',
    '<form class="js-comment-form"><textarea></textarea></form>',
  ],
] as const) {
  test(`${what} gets nothing`, async ({ page, openPopup }) => {
    await page.route(address, route =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title><body>${html}</body>` }),
    );
    await page.goto(address);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    expect(before).not.toContain('handrail');
    // The popup hears from the page only once the content script has looked at it.
    await expect((await openPopup(page)).getByText('Package 2021')).toBeVisible();
    await page.bringToFront();
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
}

test('a list, a board and a merge request have what belongs there and nothing else, and nothing breaks', async ({
  page,
}) => {
  const failures: string[] = [];
  page.on('pageerror', error => failures.push(error.message));
  const parts = {
    '/-/issues': ['next-up', 'priority-badges'],
    '/-/boards/1': ['next-up', 'priority-badges'],
    '/-/merge_requests/5': ['priority-badges', 'status-comment', 'weight-guidance'],
  };
  for (const [path, features] of Object.entries(parts)) {
    await page.goto(`https://gitlab.com/gitlab-org/gitlab${path}`);
    const shown = () =>
      page.locator('handrail-view').evaluateAll(views => {
        const names = views.map(one => (one as HTMLElement).dataset.feature ?? '');
        return [...new Set(names)].sort();
      });
    await expect.poll(shown).toEqual(features);
  }
  expect(failures).toEqual([]);
});
