/** A draft outlives everything but its being posted or discarded. */
import type { Locator, Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { launch } from '../../scripts/launch';
import { violationsIn } from './axe';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';

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

test('the kill test: form half filled, browser killed, started again, all values there', async ({ demo }) => {
  test.setTimeout(90_000);
  const killed = await launch({ server: demo, headless: true });
  const page = await killed.context.newPage();
  await openIssue(page, 2);
  const form = await openForm(page);
  await field(form, 'Complete').fill('45');
  await notes(form).fill('half a sent');
  await form.getByRole('group', { name: 'Concern' }).getByRole('checkbox', { name: 'backend' }).check();
  await expect(form).toContainText('Draft saved');
  const session = await killed.context.browser()?.newBrowserCDPSession();
  const processes = await session?.send('SystemInfo.getProcessInfo');
  const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error("Expected the number of the browser's process.");
  const isGone = new Promise(resolve => killed.context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await isGone;

  const again = await launch({ server: demo, headless: true, profile: killed.profile });
  try {
    const page = await again.context.newPage();
    await openIssue(page, 2);
    await expect(bar(page)).toContainText('Draft, ');
    const form = await openForm(page);
    await expect(field(form, 'Complete')).toHaveValue('45');
    await expect(notes(form)).toHaveValue('half a sent');
    await expect(form.getByRole('group', { name: 'Concern' }).getByRole('checkbox', { name: 'backend' })).toBeChecked();
  } finally {
    await again.close();
  }
});

test('when Handrail goes under the open form, the text stays and can be copied', async ({ demo }) => {
  test.setTimeout(60_000);
  const { context, extensionId, close } = await launch({ server: demo, headless: true });
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://gitlab.com' });
    const page = await context.newPage();
    await openIssue(page, 4);
    const form = await openForm(page);
    await field(form, 'Complete').fill('45');
    await field(form, 'Confidence').fill('60');
    await expect(form).toContainText('Draft saved');
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send('Extensions.uninstall', { id: extensionId });
    await notes(form).fill('typed too late');
    await expect(form.getByRole('status')).toContainText(
      'Press Copy to keep the text, then reload the page to continue.',
    );
    await expect(notes(form)).toHaveAttribute('readonly');
    await form.getByRole('button', { name: 'Copy' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe('Complete: 45%\\\nConfidence: 60%\\\nNotes: typed too late');
  } finally {
    await close();
  }
});

test('in rich text, too, the draft goes when the comment appears, and not before', async ({ page }) => {
  await openIssue(page, 4);
  await page.locator('.js-comment-form').getByTestId('editing-mode-switcher').click();
  const form = await openForm(page);
  await field(form, 'Complete').fill('45');
  await field(form, 'Confidence').fill('60');
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(bar(page)).toContainText('Inserted into the comment.');
  await page.reload();
  await expect(bar(page)).toContainText('Draft, ');
  await expect(page.locator('.js-comment-form .ProseMirror')).toContainText('Complete: 45%');
  await page.locator('.js-comment-form').getByTestId('confirm-button').click();
  await expect(bar(page)).toContainText('45% · 60% sure · just now by Ana Novak');
  await page.reload();
  await expect(bar(page)).toContainText('45% · 60% sure');
});

test('a tab in whose form nobody types follows the other', async ({ page, browserContext }) => {
  await openIssue(page, 2);
  const other = await browserContext.newPage();
  await openIssue(other, 2);
  await openForm(other);
  await other.getByRole('heading', { level: 1 }).click();
  await page.bringToFront();
  const form = await openForm(page);
  await notes(form).fill('typed here');
  await expect(notes(other.getByRole('form', { name: 'Status update' }))).toHaveValue('typed here');
});

test('when both tabs changed the draft, the other version is kept and offered', async ({ page, browserContext }) => {
  await openIssue(page, 2);
  const other = await browserContext.newPage();
  await openIssue(other, 2);
  const theirs = await openForm(other);
  await notes(theirs).focus();
  const form = await openForm(page);
  await notes(form).fill('typed here');
  await expect(form).toContainText('Draft saved');
  await notes(theirs).fill('typed there');
  await expect(bar(other)).toContainText('Another tab has another version of this draft');
  await other.getByRole('button', { name: 'Use that version' }).click();
  await expect(notes(theirs)).toHaveValue('typed here');
  // Nothing is lost: this tab's words are the other version now.
  await other.getByRole('button', { name: 'Use that version' }).click();
  await expect(notes(theirs)).toHaveValue('typed there');
  await other.getByRole('button', { name: 'Discard that version' }).click();
  await expect(bar(other)).not.toContainText('another version');
  await other.reload();
  await expect(bar(other)).toContainText('Draft, ');
  await expect(bar(other)).not.toContainText('another version');
});

test('drafts outlive signing out, and are those of one person', async ({ page, demo }) => {
  await openIssue(page, 2);
  const form = await openForm(page);
  await notes(form).fill('for later');
  await expect(form).toContainText('Draft saved');
  demo.user = undefined;
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('No status update yet');
  demo.user = 'jonas';
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('No status update yet');
  demo.user = 'ana';
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('Draft, ');
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
  await page.goto('https://gitlab.com/groups/gitlab-org/-/work_items/1', { waitUntil: 'domcontentloaded' });
  await notes(await openForm(page)).fill('of the epic');
  await expect(bar(page)).toContainText('Draft saved');
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/merge_requests/5', { waitUntil: 'domcontentloaded' });
  await notes(await openForm(page)).fill('of the merge request');
  const popup = await openPopup(page);
  const link = (name: string) => popup.getByRole('region', { name: 'Drafts' }).getByRole('link', { name, exact: true });
  for (const [name, text] of [
    ['gitlab-org&1', 'of the epic'],
    ['gitlab-org/gitlab!5', 'of the merge request'],
  ] as const) {
    await page.goto((await link(name).getAttribute('href')) ?? '', { waitUntil: 'domcontentloaded' });
    await expect(notes(await openForm(page))).toHaveValue(text);
  }
});

test('the chosen format is part of the draft', async ({ page }) => {
  await openIssue(page, 2);
  const form = await openForm(page);
  await field(form, 'Complete').fill('45');
  const format = form.getByRole('combobox', { name: 'Format' });
  await expect(format).toHaveValue('Issue and merge requests');
  await format.selectOption('Issue');
  await expect(form).toContainText('Draft saved');
  await page.reload();
  await expect(bar(page)).toContainText('Draft, ');
  await openForm(page);
  await expect(format).toHaveValue('Issue');
  await expect(form.locator('pre')).toContainText('Complete: 45%');
  await form.getByRole('button', { name: 'Discard draft' }).click();
  await expect(format).toHaveValue('Issue and merge requests');
  await form.getByRole('button', { name: 'Undo' }).click();
  await expect(format).toHaveValue('Issue');
});

test('another comment of the same person, with the same figures, is not the draft', async ({ page }) => {
  await openIssue(page, 4);
  const form = await openForm(page);
  await field(form, 'Complete').fill('45');
  await field(form, 'Confidence').fill('60');
  await notes(form).fill('the long story');
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(bar(page)).toContainText('Inserted into the comment.');
  const box = page.locator('.js-comment-form textarea.js-gfm-input');
  const written = await box.inputValue();
  const send = async (text: string) => {
    await box.fill(text);
    await page.locator('.js-comment-form').getByTestId('confirm-button').click();
  };
  await send('Complete: 45%\\\nConfidence: 60%\\\nNotes: in short');
  await expect(page.locator('li.note-comment').filter({ hasText: 'in short' })).toBeVisible();
  await page.reload();
  await expect(bar(page)).toContainText('Draft, ');
  await send(written);
  await expect(bar(page)).toContainText('45% · 60% sure · just now by Ana Novak');
  await page.reload();
  await expect(bar(page)).toContainText('45% · 60% sure');
});
