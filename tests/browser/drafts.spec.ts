/** A draft outlives everything but its being posted or discarded; a killed browser and an update are in installation.spec.ts. */
import type { Locator, Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { violationsIn } from './axe';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { worldOf } from './world';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

const day = 86_400_000;
const bar = (page: Page) => view(page, 'status-comment');
const field = (form: Locator, name: string) => form.getByRole('spinbutton', { name, exact: true });
const notes = (form: Locator) => form.getByRole('textbox', { name: 'Notes', exact: true });

async function openForm(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Status update' }).click();
  const form = page.getByRole('form', { name: 'Status update' });
  await expect(form).toBeVisible();
  return form;
}

test('a draft goes when its own comment appears, not with another one, in plain and in rich text', async ({ page }) => {
  await openIssue(page, 4);
  const form = await openForm(page);
  await field(form, 'Complete').fill('45');
  await field(form, 'Confidence').fill('60');
  await notes(form).fill('the long story');
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(bar(page)).toContainText('Inserted into the comment.');
  const comment = page.locator('.js-comment-form');
  const box = comment.locator('textarea.js-gfm-input');
  const written = await box.inputValue();
  const send = async (text: string) => {
    await box.fill(text);
    await comment.getByTestId('confirm-button').click();
  };
  await test.step('another comment with the same figures is not the draft', async () => {
    await send('Complete: 45%\\\nConfidence: 60%\\\nNotes: in short');
    await expect(page.locator('li.note-comment').filter({ hasText: 'in short' })).toBeVisible();
    await page.reload();
    await expect(bar(page)).toContainText('Draft, ');
  });
  await test.step('its own is', async () => {
    await send(written);
    await expect(bar(page)).toContainText('45% · 60% sure · just now by Ana Novak');
    await expect(bar(page)).not.toContainText('Draft, ');
  });
  await test.step('in rich text, too, and not before', async () => {
    await comment.getByTestId('editing-mode-switcher').click();
    await openForm(page);
    await field(form, 'Complete').fill('50');
    await field(form, 'Confidence').fill('70');
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(bar(page)).toContainText('Inserted into the comment.');
    await page.reload();
    await expect(bar(page)).toContainText('Draft, ');
    await expect(comment.locator('.ProseMirror')).toContainText('Complete: 50%');
    await comment.getByTestId('confirm-button').click();
    await expect(bar(page)).toContainText('50% · 70% sure · just now by Ana Novak');
    await page.reload();
    await expect(bar(page)).toContainText('50% · 70% sure');
  });
});

test('of two tabs the one in whose form nobody types follows; when both changed the draft, the other version is offered', async ({
  page,
  browserContext,
  extensionId,
}) => {
  const world = await worldOf(page, extensionId);
  await openIssue(page, 2);
  const other = await browserContext.newPage();
  const otherWorld = await worldOf(other, extensionId);
  await openIssue(other, 2);
  await other.bringToFront();
  const theirs = await openForm(other);
  const offer = bar(other).getByText('Another tab has another version of this draft');
  await other.getByRole('heading', { level: 1 }).click();
  await page.bringToFront();
  const form = await openForm(page);
  await notes(form).fill('typed here first');
  await expect(notes(theirs)).toHaveValue('typed here first');

  await test.step('both', async () => {
    await other.bringToFront();
    await notes(theirs).focus();
    await page.bringToFront();
    await notes(form).fill('typed here');
    await expect(form).toContainText('Draft saved');
    await notes(theirs).fill('typed there');
    await expect(offer).toBeVisible();
    await other.bringToFront();
    await other.getByRole('button', { name: 'Use that version' }).click();
    await expect(notes(theirs)).toHaveValue('typed here');
    // Nothing is lost: this tab's words are the other version now.
    await other.getByRole('button', { name: 'Use that version' }).click();
    await expect(notes(theirs)).toHaveValue('typed there');
    await other.getByRole('button', { name: 'Discard that version' }).click();
    await expect(offer).toHaveCount(0);
    await other.reload();
    await expect(bar(other)).toContainText('Draft, ');
    await expect(offer).toHaveCount(0);
  });

  await test.step('when the clock is put back', async () => {
    const another = await openForm(other);
    const back = 'const real = Date.now; Date.now = () => real() - 7_200_000; 0';
    await world.evaluate(back);
    await otherWorld.evaluate(back);
    // Nobody types in the first one, which follows.
    await page.bringToFront();
    await page.getByRole('heading', { level: 1 }).click();
    await other.bringToFront();
    await notes(another).fill('after');
    await expect(notes(form)).toHaveValue('after');
    // Somebody types in both: the other version is offered.
    await notes(form).focus();
    await notes(another).fill('typed there');
    await expect(another).toContainText('Draft saved');
    await notes(form).fill('typed here');
    await expect(bar(page)).toContainText('Another tab has another version of this draft');
  });
});

test('a draft outlives signing out, with the chosen format, and is that of one person', async ({ page, demo }) => {
  await openIssue(page, 2);
  const form = await openForm(page);
  await field(form, 'Complete').fill('45');
  const format = form.getByRole('combobox', { name: 'Format' });
  await expect(format).toHaveValue('Issue and merge requests');
  await format.selectOption('Issue');
  await expect(form).toContainText('Draft saved');
  for (const user of [undefined, 'jonas']) {
    demo.user = user;
    await openIssue(page, 2);
    await expect(bar(page)).toContainText('No status update yet');
  }
  demo.user = 'ana';
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('Draft, ');
  await openForm(page);
  await expect(format).toHaveValue('Issue');
  await expect(form.locator('pre')).toContainText('Complete: 45%');
  await form.getByRole('button', { name: 'Discard draft' }).click();
  await expect(format).toHaveValue('Issue and merge requests');
  await form.getByRole('button', { name: 'Undo' }).click();
  await expect(format).toHaveValue('Issue');
  // The button is gone, and the focus is still in the form.
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
});

test('the popup lists the drafts, opens their items, and discards with undo; after 30 days they go', async ({
  page,
  browserContext,
  extensionId,
  openPopup,
}) => {
  const worker = await serviceWorker(browserContext, extensionId);
  const draft = (age: number) => ({ version: 1, savedAt: Date.now() - age, values: { complete: 40 } });
  await worker.evaluate(items => chrome.storage.local.set(items), {
    'draft status 2 https://gitlab.com gitlab-org/gitlab#2': draft(2 * 3_600_000),
    'draft status 2 https://gitlab.com gitlab-org/gitlab#2 other': draft(3 * 3_600_000),
    'draft status 2 https://gitlab.com gitlab-org/gitlab#7': draft(29 * day),
    'draft status 2 https://gitlab.com gitlab-org/gitlab#9': draft(31 * day),
  });
  await openIssue(page, 9);
  await expect(bar(page)).toContainText('60% · 95% sure');
  const popup = await openPopup(page);
  const list = popup.getByRole('region', { name: 'Drafts' });
  await expect(list.getByRole('listitem')).toHaveText([
    /gitlab-org\/gitlab#2\s*2 hours ago/,
    /gitlab-org\/gitlab#2\s*3 hours ago, another version/,
    /gitlab-org\/gitlab#7\s*29 days ago/,
  ]);
  expect(await violationsIn(popup, '#drafts')).toEqual([]);
  await expect(list.getByRole('link').first()).toHaveAttribute(
    'href',
    'https://gitlab.com/gitlab-org/gitlab/-/issues/2',
  );
  await list.getByRole('button', { name: 'Discard draft of gitlab-org/gitlab#7' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('status')).toContainText('Draft of gitlab-org/gitlab#7 discarded.');
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  const kept = await worker.evaluate(() => chrome.storage.local.get(null));
  expect(Object.keys(kept).filter(key => key.endsWith('#9'))).toEqual([]);
});

test("the popup's links lead to an epic of a group and to a merge request as well", async ({ page, openPopup }) => {
  const request = 'https://gitlab.com/gitlab-org/gitlab/-/merge_requests/5';
  await page.goto('https://gitlab.com/groups/gitlab-org/-/work_items/1', { waitUntil: 'domcontentloaded' });
  await notes(await openForm(page)).fill('of the epic');
  await expect(bar(page)).toContainText('Draft saved');
  await page.goto(request, { waitUntil: 'domcontentloaded' });
  await notes(await openForm(page)).fill('of the merge request');
  const popup = await openPopup(page);
  const link = (name: string) => popup.getByRole('region', { name: 'Drafts' }).getByRole('link', { name, exact: true });
  await expect(link('gitlab-org/gitlab!5')).toHaveAttribute('href', request);
  await page.goto((await link('gitlab-org&1').getAttribute('href')) ?? '', { waitUntil: 'domcontentloaded' });
  await expect(notes(await openForm(page))).toHaveValue('of the epic');
});
