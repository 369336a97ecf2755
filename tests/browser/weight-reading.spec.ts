/** What the item's own history says against its weight, new items, two items at once, and a form that does not take the weight. */
import type { Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { violationsIn } from './axe';
import { expect, openIssue, test } from './fixtures';
import { openOnce, together } from './together';

const line = (page: Page) => page.getByTestId('work-item-weight').locator('handrail-view');
/** What Handrail asked GitLab; which profile a repository has is asked once an hour and is no part of it. */
const asked = (demo: Demo) =>
  demo.requests
    .map(({ operation }) => operation)
    .filter(operation => operation?.startsWith('handrail') && operation !== 'handrailProfileFiles');
const panel = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });

together('in the pages of two issues', {
  'axe finds nothing in a contradiction': async ({ page }) => {
    await openOnce(page, 29);
    await expect(line(page)).toContainText('The last update says 60% sure.');
    expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
  },
  'the weight that is being typed is held against the last update as well': async ({ page }) => {
    await openOnce(page, 29);
    await expect(line(page)).toContainText('The last update says 60% sure.');
    await page.getByTestId('work-item-weight').getByTestId('edit-button').click();
    await page.locator('#weight-widget-input').fill('2');
    await expect(line(page)).toContainText('The last update says 60% sure. Weight 2 means 75%.');
    await page.locator('#weight-widget-input').fill('3');
    await expect(line(page)).not.toContainText('The last update says');
    await page.locator('#weight-widget-input').press('Escape');
  },
  'a status comment that is less sure than the weight needs is noticed, and no other': async ({ page, demo }) => {
    await openOnce(page, 29);
    await expect(line(page)).toContainText('The last update says 60% sure. Weight 1 means 90%.');
    await openIssue(page, 1);
    await expect(line(page)).toContainText('Small ·');
    await expect(page.locator('li.note').first()).toBeVisible();
    await expect(line(page)).not.toContainText('The last update says');
    // One page, one reading of its comments.
    expect(asked(demo)).toEqual(['handrailComments', 'handrailComments']);
  },
  'an item that is not in development costs no request for its labels': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await expect(panel(page)).toBeVisible();
    expect(demo.requests.filter(request => request.path.includes('resource_label_events'))).toEqual([]);
  },
  "GitLab's shortcuts stay quiet in each kind of our fields, and work from our buttons": async ({ page }) => {
    await openOnce(page, 1);
    await line(page).getByRole('button', { name: 'Choose a weight' }).click();
    const labels = page.getByTestId('work-item-labels');
    for (const field of [
      panel(page).getByRole('slider', { name: 'How sure are you?' }),
      panel(page).getByRole('spinbutton', { name: 'How sure are you?' }),
      panel(page).getByRole('radio', { name: '2 Small' }),
    ]) {
      await field.focus();
      await page.keyboard.type('lem');
      await expect(field).toBeFocused();
    }
    await expect(labels.getByTestId('edit-button')).toBeVisible();
    await expect(page.getByTestId('work-item-title-input')).toHaveCount(0);
    await panel(page).getByRole('button', { name: 'Split this issue' }).focus();
    await page.keyboard.press('l');
    await expect(labels.getByTestId('apply-button')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(labels.getByTestId('apply-button')).toHaveCount(0);
  },
  "where GitLab's form does not take the weight, its quick action goes into the comment, and nothing is posted":
    async ({ page, demo }) => {
      await openOnce(page, 1);
      await page.getByRole('button', { name: 'Choose a weight' }).click();
      await page.getByRole('radio', { name: '3 Medium' }).check();
      demo.fail({ match: 'workItemUpdate', with: 'graphql-errors' });
      await page.getByRole('button', { name: 'Set weight 3' }).click();
      const offer = line(page).getByRole('button', { name: 'Put /weight 3 into the comment' });
      await expect(offer).toBeVisible({ timeout: 15_000 });
      await offer.click();
      await expect(page.locator('.js-comment-form textarea.js-gfm-input')).toHaveValue('/weight 3');
      await expect(line(page).getByRole('status')).toContainText('/weight 3 is in the comment. Nothing is posted yet.');
      expect(demo.requests.filter(request => request.operation === 'createWorkItemNote')).toEqual([]);
    },
});

test('development that takes longer than the weight means is noticed when the panel is open, and asked for only then', async ({
  page,
  demo,
}) => {
  const asked = () => demo.requests.filter(request => request.path.includes('resource_label_events')).length;
  await openIssue(page, 36);
  await expect(line(page)).toContainText('Medium ·');
  expect(asked()).toBe(0);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(line(page)).toContainText(/In development for (19|20) days\. Weight 3 means at most two weeks\./);
  expect(asked()).toBe(1);
});

test('on the page of a new issue the scale is read and chosen from, and nothing is written', async ({ page, demo }) => {
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues/new');
  await expect(line(page)).toContainText('Not weighed yet. The scale is 1 to 3.');
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await panel(page).getByRole('radio', { name: '2 Small' }).check();
  await expect(panel(page)).toContainText('This item does not exist yet. Type its weight into GitLab’s own field.');
  await expect(panel(page).getByRole('button', { name: /^Set|^Split/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByTestId('work-item-weight').getByTestId('edit-button').click();
  await page.locator('#weight-widget-input').fill('3');
  await expect(line(page)).toContainText('Medium ·');
  expect(asked(demo)).toEqual([]);
});

test('in the dialog of a new issue the panel keeps the focus, and Escape leaves the dialog open', async ({ page }) => {
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await page
    .getByRole('link', { name: 'New item' })
    .or(page.getByRole('button', { name: 'New item' }))
    .first()
    .click();
  const dialog = page.getByTestId('create-work-item-modal');
  await dialog.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panel(page).getByRole('slider', { name: 'How sure are you?' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(panel(page)).toContainText('100% fits weight 1.');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(dialog).toBeVisible();
});

test("two items on one page each have their own guidance, also while GitLab's form is open in one of them", async ({
  page,
  demo,
}) => {
  await openIssue(page, 1);
  await page.getByTestId('links-child').first().getByRole('link').first().click();
  const side = page.locator('#contextual-panel-portal');
  const own = page.locator('#content-body').getByTestId('work-item-weight');
  const theirs = side.getByTestId('work-item-weight');
  await expect(own.locator('handrail-view')).toContainText('Small ·');
  await expect(theirs.locator('handrail-view')).toContainText('Trivial ·');
  await theirs.getByTestId('edit-button').click();
  await theirs.locator('#weight-widget-input').fill('3');
  await expect(theirs.locator('handrail-view')).toContainText('Medium ·');
  await expect(own.locator('handrail-view')).toContainText('Small ·');
  await page.keyboard.press('Escape');
  await theirs.getByRole('button', { name: 'Choose a weight' }).click();
  await panel(page).getByRole('radio', { name: '2 Small' }).check();
  await panel(page).getByRole('button', { name: 'Set weight 2' }).click();
  await expect(theirs.locator('handrail-view').getByRole('status')).toContainText('Weight set to 2.');
  await expect(own.locator('handrail-view')).toContainText('Small · ');
  const updates = demo.requests.filter(request => request.operation === 'workItemUpdate');
  expect(updates.map(request => request.variables)).toEqual([
    { input: { id: expect.stringMatching(/WorkItem\/1014$/), weightWidget: { weight: 2 } } },
  ]);
});
