import { violationsIn } from './axe';
import { expect, openIssue, shipped, test } from './fixtures';
import { changeTeam, openForm } from './status-form';
import { oneIn } from './thorough';

test('axe finds nothing in our views', async ({ page }) => {
  await openIssue(page, 1);
  await page.getByRole('button', { name: 'Status update' }).click();
  const form = page.getByRole('form', { name: 'Status update' });
  await form.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('120');
  await form.getByRole('button', { name: 'Add merge request' }).click();
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(form.getByText('Confidence is 0 to 100.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  const panel = page.getByRole('region', { name: 'Weight guidance' });
  await panel.getByRole('spinbutton', { name: 'How sure are you?' }).fill('80');
  await panel.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
  expect(await violationsIn(page, 'handrail-view')).toEqual([]);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Priority P1/ }).click();
  const reason = page.getByRole('dialog');
  await expect(reason).toBeVisible();
  await reason.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
  expect(await violationsIn(page, '[data-feature="priority-badges"]')).toEqual([]);
});

/** Choices with emoji, check boxes, lists, a day, quick actions: what the default profile lacks. */
const otherFields = ['verify-ci-platform', 'agent-developer', 'package-2026'];

test('axe finds nothing in the forms of other teams', async ({ page, choose }) => {
  await openIssue(page, 4);
  for (const id of oneIn(2, otherFields)) {
    const profile = shipped(id);
    await changeTeam({ page, choose }, profile);
    const form = await openForm(page);
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.locator('[aria-invalid="true"]').first()).toBeVisible();
    expect(await violationsIn(page, '[data-feature="status-comment"]')).toEqual([]);
  }
});

test('axe finds nothing in the popup on a light and on a dark desktop', async ({ page, openPopup }) => {
  await openIssue(page, 1);
  const popup = await openPopup(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    // Loaded in its theme, so that no colour is on its way from the other one.
    await popup.reload();
    await expect(popup.getByText('gitlab-org/gitlab#1')).toBeVisible();
    expect(await violationsIn(popup, 'html'), colorScheme).toEqual([]);
  }
});
