/** Old status updates, folded in the thread by those who want it. */
import type { Page } from '@playwright/test';
import { violationsIn } from './axe';
import { expect, openIssue, test, view } from './fixtures';
import { openOnce, together } from './together';

const lines = (page: Page) => view(page, 'folded-updates').getByRole('button');
const old = (page: Page) =>
  page.locator('li.note-comment').filter({ hasText: 'reading how the policy picks its tags' });

/** Runs in the page. Scrolling changes other parts of GitLab's page. */
const headAndComments = () => document.head.outerHTML + document.querySelector('.main-notes-list')?.outerHTML;

together('in one page', {
  'they are folded only when it is switched on, and open by keyboard': async ({ page, openPopup }) => {
    await openOnce(page, 1);
    await expect(old(page)).toContainText('Ana Novak');
    await expect(lines(page)).toHaveCount(0);
    const popup = await openPopup(page);
    await expect(popup.getByRole('switch', { name: 'Fold old status updates' })).not.toBeChecked();
    await page.bringToFront();
    const before = await page.evaluate(headAndComments);

    await popup.getByRole('switch', { name: 'Fold old status updates' }).check();
    // Of Ana's five and Jonas' four the newest of each stays.
    await expect(lines(page)).toHaveCount(7);
    await expect(page.locator('[data-handrail-folded]')).toHaveCount(7);
    await expect(old(page).locator('.timeline-entry-inner')).toBeHidden();
    const line = lines(page).first();
    await expect(line).toContainText(/10% · 50% sure · \d+ \w+ by Ana Novak · reading how the policy/);
    await expect(line).toHaveAttribute('aria-expanded', 'false');
    expect(await violationsIn(page, '[data-feature="folded-updates"]')).toEqual([]);
    await line.focus();
    await page.keyboard.press('Enter');
    await expect(old(page).locator('.timeline-entry-inner')).toBeVisible();
    await expect(line).toHaveText('Fold this update');
    await page.keyboard.press('Enter');
    await expect(old(page).locator('.timeline-entry-inner')).toBeHidden();

    await popup.getByRole('switch', { name: 'Fold old status updates' }).uncheck();
    await expect(lines(page)).toHaveCount(0);
    expect(await page.evaluate(headAndComments)).toBe(before);
    await popup.close();
  },
  'the comment that the history leads to opens': async ({ page, openPopup }) => {
    await openOnce(page, 1);
    const popup = await openPopup(page);
    await popup.getByRole('switch', { name: 'Fold old status updates' }).check();
    await page.bringToFront();
    await expect(lines(page)).toHaveCount(7);
    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('region', { name: 'Status history' });
    await history.getByRole('button', { name: 'Show 4 earlier updates' }).click();
    await history.getByRole('listitem').last().getByRole('link').click();
    await expect(old(page).locator('.timeline-entry-inner')).toBeVisible();
  },
});

test('in the dark theme and in a column of 320 px the lines are whole and clean', async ({ page, demo, openPopup }) => {
  demo.store.theme = 'dark';
  await page.setViewportSize({ width: 352, height: 800 });
  await openIssue(page, 1);
  const popup = await openPopup(page);
  await popup.getByRole('switch', { name: 'Fold old status updates' }).check();
  await page.bringToFront();
  await expect(lines(page)).toHaveCount(7);
  expect(await violationsIn(page, '[data-feature="folded-updates"]')).toEqual([]);
  for (const line of await lines(page).all()) {
    const { x = -1, width = 999 } = (await line.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(352);
  }
  await page.setViewportSize({ width: 1500, height: 1000 });
});
