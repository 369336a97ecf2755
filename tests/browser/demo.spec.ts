/** The demo GitLab's own behaviour that other tests build on: paging, dragging, and that hostile texts stay texts. */
import { expect, test } from './fixtures';
import { oneIn } from './thorough';

const origin = 'https://gitlab.com';

test('merge requests go on for three pages, and a label narrows them', async ({ page }) => {
  await page.goto(`${origin}/gitlab-org/gitlab/-/merge_requests`);
  const rows = page.locator('li.merge-request');
  const first = rows.first().getByTestId('issuable-title-link');
  await expect(rows).toHaveCount(20);
  const title = await first.innerText();
  await page.getByTestId('nextButton').click();
  await expect(first).not.toHaveText(title);
  await expect(rows).toHaveCount(20);
  await page.getByTestId('nextButton').click();
  await expect(page.getByTestId('nextButton')).toBeDisabled();
  await page.goto(`${origin}/groups/gitlab-org/-/merge_requests?label_name[]=docs%2C%20API`);
  await expect(rows).toHaveCount(1);
});

test('a card dragged to another list is a new element there, and takes its label', async ({ page, demo }) => {
  await page.goto(`${origin}/gitlab-org/gitlab/-/boards/1`);
  const [from, to] = [page.locator('.board-list').nth(1), page.locator('.board-list').nth(2)];
  const card = from.locator('[data-item-iid="2"]');
  await card.evaluate(element => element.setAttribute('data-mark', ''));
  await card.hover({ position: { x: 50, y: 40 } });
  await page.mouse.down();
  const { x, y } = (await to.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 60, y + 120, { steps: 8 });
  await expect(to.locator('[data-item-iid="2"][data-mark]')).toBeVisible();
  await page.mouse.up();
  await expect(to.locator('[data-item-iid="2"]:not([data-mark])')).toHaveCount(1);
  await expect(page.locator('[data-mark]')).toHaveCount(0);
  await expect(page.getByTestId('work-item-drawer')).toHaveCount(0);
  await expect
    .poll(() => demo.store.workItems.find(item => item.id === 1002)?.labels.map(label => label.title))
    .toContain('workflow::in dev');
});

test('hostile titles, names, labels and comments stay texts', async ({ page }) => {
  // The same on the other pages, with ours in them, is in hostile.spec.ts.
  for (const path of oneIn(5, ['/-/issues/1', '/-/issues/2', '/-/issues', '/-/boards/66', '/-/merge_requests/2'])) {
    await page.goto(`${origin}/hostile/injection${path}`);
    await expect(page.locator('.gl-label').first()).toBeVisible();
    await expect(page.locator('html[data-hacked]')).toHaveCount(0);
  }
});
