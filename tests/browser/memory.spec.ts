/** What a page of hours keeps: nothing of what was closed. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { thorough } from './thorough';

declare global {
  var shownViews: WeakRef<Element>[] | undefined;
}

const panel = '#contextual-panel-portal';

/** Runs in the page: remembers views without holding them. */
function remember(views: string): void {
  globalThis.shownViews ??= [];
  for (const one of document.querySelectorAll(views)) globalThis.shownViews.push(new WeakRef(one));
}

/** Of these rows one after the other. */
const panels = thorough ? [0, 1, 2, 1, 0] : [0, 1, 0];

/** Milliseconds: a request that was under way may hold its view for the ten seconds that it may take. */
const patience = 15_000;

/** The features of views that are still in memory when everything that nobody holds was thrown away. */
async function held(page: Page, session: CDPSession): Promise<(string | undefined)[]> {
  await session.send('HeapProfiler.collectGarbage');
  return page.evaluate(() =>
    (globalThis.shownViews ?? []).flatMap(one => {
      const view = one.deref();
      return view instanceof HTMLElement ? [view.dataset.feature] : [];
    }),
  );
}

test('side panels that were closed are let go with everything that was open in them', async ({ page, demo }) => {
  demo.latency = 5;
  const session = await page.context().newCDPSession(page);
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues', { waitUntil: 'domcontentloaded' });
  const item = page.locator(panel);
  const views = item.locator('handrail-view');
  const rows = page
    .getByTestId('issuable-container')
    .filter({ has: page.locator('handrail-view[data-feature="priority-badges"]') });
  for (const row of panels) {
    await rows.nth(row).getByTestId('issuable-card-link-overlay').click();
    await item.getByRole('button', { name: /^Priority/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await item.getByRole('button', { name: 'Choose a weight' }).click();
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
    await page.keyboard.press('Escape');
    await item.getByRole('button', { name: 'Status update' }).click();
    await expect(item.getByRole('form', { name: 'Status update' })).toBeVisible();
    await page.evaluate(remember, `${panel} handrail-view`);
    await item.locator('.gl-drawer-close-button').click();
    await expect(views).toHaveCount(0);
  }
  expect(await page.evaluate(() => globalThis.shownViews?.length)).toBeGreaterThanOrEqual(panels.length * 3);
  await expect.poll(() => held(page, session), { timeout: patience }).toEqual([]);
});

test('Next up is let go when it is closed', async ({ page, demo }) => {
  demo.latency = 5;
  const session = await page.context().newCDPSession(page);
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues', { waitUntil: 'domcontentloaded' });
  const dialog = page.getByRole('dialog', { name: 'Next up' });
  for (let time = 1; time <= 3; time += 1) {
    await page.getByRole('button', { name: 'Next up', exact: true }).click();
    await expect(dialog.getByRole('listitem').first()).toBeVisible();
    await page.evaluate(remember, 'body > handrail-view');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  expect(await page.evaluate(() => globalThis.shownViews?.length)).toBe(3);
  await expect.poll(() => held(page, session), { timeout: patience }).toEqual([]);
});
