/** Badges in a list of issues, while a person works with it. */
import type { Page } from '@playwright/test';
import { askedByUs, expect } from './fixtures';
import {
  badges,
  expectAccessible,
  expectEachRowOnce,
  expectSameHeights,
  expectUncovered,
  project,
} from './priority-rows';
import { thorough } from './thorough';
import { together } from './together';

const drawer = (page: Page) => page.getByTestId('work-item-drawer');

async function closeDrawer(page: Page): Promise<void> {
  await page.locator('.gl-drawer-close-button').click();
  await expect(drawer(page)).toHaveCount(0);
}

/** Opens the list, if an earlier part has not. */
async function openList(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`${project}/issues`);
  await expect(badges(page).first()).toBeVisible();
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByTestId('filtered-search-term-input').fill(text);
  await page.getByTestId('search-button').click();
}

together('in one list', {
  'every row has its badge once, after the side panel was open too, and nothing is asked for it': async ({
    page,
    demo,
  }) => {
    await openList(page);
    await expectEachRowOnce(page, demo, 5);
    expect(askedByUs(demo)).toEqual([]);
    await page
      .getByTestId('issuable-card-link-overlay')
      .first()
      .click({ position: { x: 700, y: 12 } });
    await expect(drawer(page).getByTestId('work-item-created')).toBeVisible();
    await closeDrawer(page);
    await expectEachRowOnce(page, demo, 5);
  },
  'a press beside the badge opens the side panel as ever, one on the badge does not': async ({ page }) => {
    await openList(page);
    const badge = badges(page).first();
    await badge.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(drawer(page)).toHaveCount(0);
    const box = await badge.boundingBox();
    if (!box) throw new Error('expected a badge');
    await page.keyboard.press('Escape');
    await page.mouse.click(box.x + box.width + 150, box.y + 10);
    await expect(drawer(page)).toBeVisible();
    await closeDrawer(page);
  },
  'the Tab key comes from a title to its badge and goes on to the row': async ({ page }) => {
    await openList(page);
    const row = page
      .getByTestId('issuable-container')
      .filter({ has: badges(page) })
      .first();
    await row.getByTestId('issuable-title-link').focus();
    await page.keyboard.press('Tab');
    await expect(row.getByRole('button', { name: /^Priority/ })).toBeFocused();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(row.getByTestId('issuable-created-at')).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  },
  'a row that GitLab makes anew has its badge before it is painted': async ({ page }) => {
    await openList(page);
    const counts = await page.evaluate(async () => {
      const rows = [...document.querySelectorAll('[data-testid="issuable-container"]:has(handrail-view)')];
      const found: number[] = [];
      for (const row of rows.slice(0, 3)) {
        const copy = row.cloneNode(true) as Element;
        for (const ours of copy.querySelectorAll('handrail-view')) ours.remove();
        row.replaceWith(copy);
        // Observers are told before this goes on, and the browser paints later.
        await null;
        found.push(copy.querySelectorAll('handrail-view').length);
      }
      return found;
    });
    expect(counts).toEqual([1, 1, 1]);
  },
  'rows that come in view are painted with their badge': async ({ page }) => {
    await openList(page);
    const isThere = await page.evaluate(async () => {
      const rows = [...document.querySelectorAll('[data-testid="issuable-container"]:has(handrail-view)')];
      const list = document.createElement('ul');
      for (const row of rows.slice(0, 3)) {
        const copy = row.cloneNode(true) as Element;
        for (const ours of copy.querySelectorAll('handrail-view')) ours.remove();
        list.append(copy);
      }
      rows[0]?.parentElement?.before(list);
      // After the frame that has them, and before any other one.
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      const found = list.firstElementChild?.querySelector('handrail-view') !== null;
      list.remove();
      return found;
    });
    expect(isThere).toBe(true);
  },
  'a title that GitLab makes anew within its row has the badge, and so has one that comes late': async ({ page }) => {
    await openList(page);
    const first = page
      .getByTestId('issuable-container')
      .filter({ has: badges(page) })
      .first();
    const row = page.locator(`#${await first.getAttribute('id')}`);
    const title = await row.getByTestId('issuable-title').evaluateHandle(old => {
      const copy = old.cloneNode(true) as Element;
      for (const ours of copy.querySelectorAll('handrail-view')) ours.remove();
      old.replaceWith(copy);
      return copy;
    });
    await expect(row.getByTestId('issuable-title').locator('handrail-view')).toHaveCount(1);
    const place = await title.evaluateHandle(title => {
      const place = document.createComment('');
      title.replaceWith(place);
      return place;
    });
    await expect(row.locator('handrail-view')).toHaveCount(0);
    await place.evaluate((place, title) => place.replaceWith(title), title);
    await expect(row.getByTestId('issuable-title').locator('handrail-view')).toHaveCount(1);
  },
  'in no width a row changes its height, or is a control of GitLab’s covered': async given => {
    const { page } = given;
    await openList(page);
    await expectAccessible(page);
    const widths = [1500, ...(thorough ? [1200, 992] : []), 700];
    await expectSameHeights(given, '[data-testid="issuable-container"]', widths, () => expectUncovered(page));
  },
  'rows made anew by paging, sorting, searching and tabs have their badge once': async ({ page, demo }) => {
    await openList(page);
    const paths = (await expectEachRowOnce(page, demo, 5)).map(row => row.path);
    const seen = [...paths];
    for (const _ of [2, 3]) {
      const first = page.getByTestId('issuable-title-link').first();
      const before = await first.textContent();
      await page.getByTestId('nextButton').click();
      await expect(first).not.toHaveText(before?.trim() ?? '');
      seen.push(...(await expectEachRowOnce(page, demo)).map(row => row.path));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(45);

    await page.getByRole('button', { name: 'Sort direction' }).click();
    await expectEachRowOnce(page, demo);
    await search(page, 'registry');
    await expect(page).toHaveURL(/search=registry/);
    await expectEachRowOnce(page, demo);
    await search(page, '');
    await page.getByTestId('closed-issuables-tab').click();
    await expect(page).toHaveURL(/state=closed/);
    await expectEachRowOnce(page, demo, 0);
    await expect(badges(page)).toHaveCount(0);
    await page.getByTestId('all-issuables-tab').click();
    await expect(page).toHaveURL(/state=all/);
    await expectEachRowOnce(page, demo);
  },
  'a label that changes in the side panel changes the badge of the row behind it': async ({ page }) => {
    await openList(page);
    await search(page, 'preview affected');
    const row = page.getByTestId('issuable-container').filter({ hasText: 'preview affected tags' });
    await expect(row.getByRole('button', { name: /^Priority P1,/ })).toBeVisible();
    await row.getByTestId('issuable-card-link-overlay').click({ position: { x: 700, y: 12 } });
    await drawer(page).getByTestId('Package::P1').getByRole('button', { name: 'Remove label' }).click();
    await expect(row.getByRole('button', { name: /^Priority Scheduling,/ })).toHaveCount(1);
    await expect(row.locator('handrail-view')).toHaveCount(1);
    await closeDrawer(page);
  },
  'no badges while the display settings hide labels': async ({ page }) => {
    await openList(page);
    await page.getByTestId('display-settings').getByRole('button').first().click();
    await page.getByTestId('work-item-metadata-labels').click();
    await expect(badges(page)).toHaveCount(0);
  },
});
