/** How Handrail stands in GitLab's page: on time, once, without a trace. */
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { worldOf } from './world';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

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

/** Each of our parts with the widget that it belongs to. */
const pairs = {
  'weight-guidance': ['[data-testid="work-item-weight"]', '[data-testid="work-item-weight"] > handrail-view'],
  'status-comment': ['.work-item-notes .js-comment-form', '.js-comment-form > handrail-view'],
  'priority-badges': ['[data-testid="work-item-created"]', '[data-testid="work-item-created"] ~ handrail-view'],
} as const;

test('each part stands in the page in the frame in which its widget does, and of an issue only its newest comments are asked for', async ({
  page,
  demo,
  extensionId,
}) => {
  // The number of the frame in which each widget, and its part, were in the page for the first time.
  await page.addInitScript(pairs => {
    let frame = 0;
    const firstSeen: Record<string, [number?, number?]> = {};
    Object.assign(globalThis, { firstSeen });
    const next = () => {
      frame += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    new MutationObserver(() => {
      for (const [feature, selectors] of Object.entries(pairs)) {
        firstSeen[feature] ??= [];
        for (const [at, selector] of selectors.entries())
          if (document.querySelector(selector)) firstSeen[feature][at] ??= frame;
      }
    }).observe(document, { childList: true, subtree: true });
  }, pairs);
  // GitLab's widgets wait until our observer is there, as it is on gitlab.com long before them.
  const world = await worldOf(page, extensionId);
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('https://gitlab.com/api/graphql', async route => {
    if (!route.request().postData()?.includes('handrail')) await held;
    await route.continue();
  });
  await openIssue(page, 1);
  await expect(async () => expect(await world.count('MutationObserver.prototype')).toBe(1)).toPass();
  await expect(page.locator('handrail-view')).toHaveCount(0);
  // What takes longer than a piece of work waits for a later frame. Here nothing takes long, however busy the machine is.
  await world.evaluate('performance.now = () => 0; 0');
  release();
  await expectEach(page, 1);
  const seen = await page.evaluate(
    () => (globalThis as unknown as { firstSeen: Record<string, [number, number]> }).firstSeen,
  );
  for (const [feature, [widget, part]] of Object.entries(seen))
    expect(part - widget, `frames between GitLab's widget and ${feature}`).toBeLessThanOrEqual(1);
  expect(Object.keys(seen)).toHaveLength(3);

  await expect(view(page, 'status-comment')).toContainText('80% · 90% sure');
  const asked = demo.requests.flatMap(({ operation }) => (operation?.startsWith('handrail') ? operation : []));
  // Which profile a repository has is asked once an hour.
  expect(asked.filter(operation => operation !== 'handrailProfileFiles')).toEqual(['handrailComments']);
});

test('everything of ours goes without a trace when it is switched off, and comes back; one part in every open tab', async ({
  page,
  browserContext,
  openPopup,
}) => {
  await openIssue(page, 1);
  await expectEach(page, 1);
  const popup = await openPopup(page);
  const switches = popup.getByRole('switch');
  await expect(switches).toHaveCount(5);
  // A page behind another draws once a second, and so long does a click in it take.
  const switchAll = async (on: boolean) => {
    await popup.bringToFront();
    for (const one of await switches.all()) await one.setChecked(on);
  };
  await switchAll(false);
  await expect(page.locator('handrail-view')).toHaveCount(0);
  await page.bringToFront();
  const before = await page.evaluate(() => document.documentElement.outerHTML);

  await switchAll(true);
  await page.bringToFront();
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

  await test.step('one of them, in every open tab', async () => {
    const other = await browserContext.newPage();
    await openIssue(other, 4);
    await switchAll(true);
    await expect(view(other, 'weight-guidance')).toHaveCount(1);
    await popup.getByRole('switch', { name: 'Weight guidance' }).setChecked(false);
    for (const tab of [page, other]) {
      await expect(view(tab, 'weight-guidance')).toHaveCount(0);
      await expect(view(tab, 'status-comment')).toHaveCount(1);
    }
  });
});

test('the features come with their pages, without the background; where GitLab’s router comes to one of them they are asked for', async ({
  page,
  browserContext,
  extensionId,
}) => {
  const worker = await serviceWorker(browserContext, extensionId);
  await worker.evaluate(() => {
    Object.assign(globalThis, { asked: [] as string[] });
    chrome.runtime.onMessage.addListener((message: { script: string }) => {
      (globalThis as unknown as { asked: string[] }).asked.push(message.script);
    });
  });
  const asked = () => worker.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await openIssue(page, 1);
  await expectEach(page, 1);
  await expect.poll(asked).toContain('reader');

  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/merge_requests/1/edit');
  await expect(page.getByText('Mara Reyes').first()).toBeVisible();
  expect(await asked()).not.toContain('features');
  await page.evaluate(() => history.pushState({}, '', '/gitlab-org/gitlab/-/issues'));
  await expect.poll(asked).toContain('features');
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

test('in a list the panel has the parts of the item that is open, one after the other; Escape and the full page leave them', async ({
  page,
}) => {
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

  await test.step('Escape in an open panel of ours leaves the side panel open', async () => {
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toHaveCount(0);
    await expect(page.getByTestId('work-item-drawer')).toBeVisible();
  });

  await test.step("opening the panel's item in full page keeps every part once", async () => {
    await page.getByTestId('work-item-drawer-link-button').click();
    await expect(page).toHaveURL(/\/-\/work_items\/\d+$/);
    await expect(page.getByTestId('work-item-drawer')).toHaveCount(0);
    await expect(view(page, 'status-comment')).toHaveCount(1);
    await expect(view(page, 'weight-guidance')).toHaveCount(1);
  });
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
