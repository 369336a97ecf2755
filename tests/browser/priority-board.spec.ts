/** Badges on a board, while a person works with it. */
import type { Page } from '@playwright/test';
import { askedByUs, expect, view } from './fixtures';
import {
  badges,
  expectAccessible,
  expectEachRowOnce,
  expectSameHeights,
  expectUncovered,
  project,
  rowsOf,
} from './priority-rows';
import { thorough } from './thorough';
import { together } from './together';

const cards = (page: Page) => page.getByTestId('board-card');
const card = (page: Page) => cards(page).filter({ hasText: 'preview affected tags' });

/** Opens the board, if an earlier part has not. */
async function openBoard(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`${project}/boards/1`);
  await card(page).scrollIntoViewIfNeeded();
  await expect(card(page).getByRole('button', { name: /^Priority P1,/ })).toBeVisible();
}

together('on one board', {
  'every card has its badge once, which names the weight’s level, and nothing is asked for it': async ({
    page,
    demo,
  }) => {
    await openBoard(page);
    await expectEachRowOnce(page, demo, 2);
    const badge = card(page).getByRole('button', { name: /^Priority P1/ });
    await expect(badge).toHaveAccessibleDescription(/ Weight 2: Small\.$/);
    await expect(view(page, 'weight-guidance')).toHaveCount(0);
    expect(askedByUs(demo)).toEqual([]);
  },
  'the Tab key comes from a title to its badge and goes on to the card': async ({ page }) => {
    await openBoard(page);
    await card(page).getByTestId('board-card-title-link').focus();
    await page.keyboard.press('Tab');
    await expect(card(page).getByRole('button', { name: /^Priority/ })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(card(page).getByRole('button', { name: 'Card options' })).toBeFocused();
  },
  'in no width a card changes its height, or is a control of GitLab’s covered': async given => {
    const { page } = given;
    await openBoard(page);
    // It loads more cards while one scrolls.
    await expect(async () => {
      const { length } = await rowsOf(page);
      expect(await rowsOf(page)).toHaveLength(length);
    }).toPass();
    await expectAccessible(page);
    const widths = [1500, ...(thorough ? [1200, 992] : []), 700];
    await expectSameHeights(given, '[data-testid="board-card"]', widths, () => expectUncovered(page));
  },
  'a dragged card is made anew with its badge': async ({ page }) => {
    await openBoard(page);
    const lists = page.getByTestId('board-list').filter({ has: page.locator('.gl-label') });
    const target = lists.nth(1).getByTestId('board-card').first();
    for (const one of [target, card(page)]) await one.scrollIntoViewIfNeeded();
    const from = await card(page).boundingBox();
    const to = await target.boundingBox();
    if (!from || !to) throw new Error('expected a card in each of two lists');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height - 20);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 8 });
    await page.mouse.up();
    await expect(lists.nth(1).getByTestId('board-card').filter({ hasText: 'preview affected tags' })).toBeVisible();
    await expect(card(page).getByRole('button', { name: /^Priority P1,/ })).toBeVisible();
    await expect(card(page).locator('handrail-view')).toHaveCount(1);
  },
  'no badges while it hides labels': async ({ page }) => {
    await page.evaluate(() => localStorage.setItem('gl-show-board-labels', 'false'));
    await page.goto(`${project}/boards/1`);
    await expect(cards(page).nth(10)).toBeAttached();
    await expect(badges(page)).toHaveCount(0);
  },
});
