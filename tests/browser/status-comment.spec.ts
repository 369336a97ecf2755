import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { readStatus } from '../../handbook/status/read';
import { expect, openIssue, view } from './fixtures';
import { focusAtOnce } from './status-form';
import { oneIn } from './thorough';
import { openOnce, together } from './together';

const seed1 = 'Complete: 80%\\\nConfidence: 90%\\\nNotes: expecting to go into review tomorrow\\\nConcern: ~frontend';

const box = (page: Page) => page.locator('.js-comment-form textarea.js-gfm-input');
const richBox = (page: Page) => page.locator('.js-comment-form .ProseMirror');
/** What GitLab would send from the rich text editor. */
const richField = (page: Page) =>
  page.locator('.js-comment-form input[type="hidden"][name="work-item-add-or-edit-comment"]');

/** What the bar says. The open form has a status of its own. */
const barStatus = (page: Page) => view(page, 'status-comment').getByRole('status').first();

/** The comments that GitLab has received, as it received them. */
function notes(demo: Demo): unknown[] {
  return demo.requests
    .filter(request => request.operation === 'createWorkItemNote')
    .map(request => (request.variables as { input: { body: unknown } }).input.body);
}

async function openForm(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Status update' }).click();
  const form = page.getByRole('form', { name: 'Status update' });
  await expect(form).toBeVisible();
  return form;
}

async function fillSeed1(form: Locator): Promise<void> {
  await form.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80');
  await form.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90');
  await form.getByRole('textbox', { name: 'Notes', exact: true }).fill('expecting to go into review tomorrow');
  await form.getByRole('group', { name: 'Concern' }).getByRole('checkbox', { name: 'frontend' }).check();
}

const rows = (form: Locator) => form.getByRole('list', { name: 'Merge requests' }).getByRole('listitem');

async function insert(form: Locator): Promise<void> {
  const page = form.page();
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(barStatus(page)).toContainText('Inserted into the comment. Nothing is posted yet.');
}

async function switchToRichText(page: Page): Promise<void> {
  if (await richBox(page).isVisible()) return;
  await page.locator('.js-comment-form').getByTestId('editing-mode-switcher').click();
  await expect(richBox(page)).toBeVisible();
}

/** Posts what is in the box, and waits until it stands in the thread: the draft goes then. */
async function post(page: Page, demo: Demo): Promise<void> {
  const { lastNoteId } = demo.store;
  await page.locator('.js-comment-form').getByTestId('confirm-button').click();
  await expect.poll(() => notes(demo).length).toBe(1);
  await expect.poll(() => demo.store.lastNoteId).toBeGreaterThan(lastNoteId);
  await expect(page.locator(`#note_${demo.store.lastNoteId}`)).toBeVisible();
}

together('in the rich text of one page', {
  "in rich text the browser's undo takes it away": async ({ page }) => {
    await openOnce(page, 4);
    await switchToRichText(page);
    const form = await openForm(page);
    await fillSeed1(form);
    await insert(form);
    await expect(richField(page)).toHaveValue(/Complete: 80%/);
    await richBox(page).press('Control+z');
    await expect(richField(page)).toHaveValue('');
  },
  'in rich text the comment holds the same fields': async ({ page, demo }) => {
    await openOnce(page, 4);
    await switchToRichText(page);
    const form = await openForm(page);
    await fillSeed1(form);
    await insert(form);
    await post(page, demo);
    expect(readStatus(String(notes(demo)[0]))).toEqual(readStatus(seed1));
  },
  'in rich text it stands in a paragraph of its own after what was typed': async ({ page, demo }) => {
    await openOnce(page, 4);
    await switchToRichText(page);
    await richBox(page).click();
    await page.keyboard.type('typed before');
    await page.keyboard.press('ArrowLeft');
    const form = await openForm(page);
    await fillSeed1(form);
    await insert(form);
    await expect(richField(page)).toHaveValue(/^typed before\n\nComplete: 80%\\\nConfidence: 90%/);
    await post(page, demo);
    expect(String(notes(demo)[0])).toMatch(/^typed before\n\nComplete: 80%/);
  },
  'in rich text the button is done only when the form holds the text': async ({ page, demo }) => {
    await openOnce(page, 4);
    await switchToRichText(page);
    const form = await openForm(page);
    await fillSeed1(form);
    const stop = demo.fail({ match: '/gitlab-org/gitlab/-/preview_markdown', with: 'slow', delay: 1_500 });
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.getByRole('button', { name: 'Inserting into comment' })).toHaveAttribute('aria-disabled', 'true');
    await expect(barStatus(page)).toContainText('Inserted into the comment.');
    await expect(richField(page)).toHaveValue(/Complete: 80%/);
    stop();
  },
  'text that GitLab fails to render, or renders too late, is in the clipboard, and the form keeps every value': async ({
    page,
    demo,
    browserContext,
  }) => {
    await browserContext.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://gitlab.com' });
    await openOnce(page, 4);
    await switchToRichText(page);
    await richBox(page).press('Control+a');
    await page.keyboard.press('Delete');
    const form = await openForm(page);
    await fillSeed1(form);
    const complete = form.getByRole('spinbutton', { name: 'Complete', exact: true });
    // The late one is the last: GitLab's editor takes it all the same when it comes.
    const faults = [
      ['80', { with: 500 }],
      ['85', { with: 'slow', delay: 12_000 }],
    ] as const;
    for (const [percent, fault] of oneIn(2, faults, 1)) {
      await complete.fill(percent);
      const stop = demo.fail({ match: '/gitlab-org/gitlab/-/preview_markdown', ...fault });
      await form.getByRole('button', { name: 'Insert into comment' }).click();
      await expect(form.getByRole('button', { name: 'Inserting into comment' })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
      await expect(form.getByText('It is in your clipboard: paste it into the comment.')).toBeVisible({
        timeout: 15_000,
      });
      stop();
      const copied = seed1.replace('80', percent);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
      await expect(complete).toHaveValue(percent);
      expect(notes(demo)).toEqual([]);
    }
    // Who reads this does not paste it a second time.
    await expect(barStatus(page)).toContainText('Inserted into the comment.', { timeout: 15_000 });
    await expect(richField(page)).toHaveValue(/Complete: 85%/);
  },
});

together('in the plain text of one page', {
  'what is missing or wrong is said at its field, and nothing is inserted': async ({ page }) => {
    await openOnce(page, 4);
    const form = await openForm(page);
    await form.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('120');
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.getByText('Complete is 0 to 100.')).toBeVisible();
    await expect(form.getByText('Fill in: Confidence.')).toBeVisible();
    await expect(form.getByRole('spinbutton', { name: 'Complete', exact: true })).toBeFocused();
    await expect(box(page)).toHaveValue('');
    await form.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('20');
    await expect(form.getByText('Complete is 0 to 100.')).toHaveCount(0);
  },
  'who is quicker than the form keeps the focus in the field of their choice': async ({ page }) => {
    await openOnce(page, 4);
    const drawn = await focusAtOnce(page, 'textarea');
    const form = await openForm(page);
    await drawn();
    await page.keyboard.type('typed at once');
    await expect(form.getByRole('textbox', { name: 'Notes', exact: true })).toHaveValue('typed at once');
  },
  'a discarded draft can be brought back': async ({ page }) => {
    await openOnce(page, 4);
    const form = await openForm(page);
    await fillSeed1(form);
    await form.getByRole('button', { name: 'Discard draft' }).click();
    await expect(form.getByRole('spinbutton', { name: 'Complete', exact: true })).toHaveValue('');
    await form.getByRole('button', { name: 'Undo' }).click();
    await expect(form.getByRole('spinbutton', { name: 'Complete', exact: true })).toHaveValue('80');
    await expect(form.getByRole('checkbox', { name: 'frontend' })).toBeChecked();
  },
  'text around the caret stays, and undo takes the insertion away': async ({ page }) => {
    await openOnce(page, 4);
    await box(page).fill('beforeafter');
    await box(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
    const form = await openForm(page);
    await fillSeed1(form);
    await insert(form);
    await expect(box(page)).toHaveValue(`before\n\n${seed1}\n\nafter`);
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(box(page)).toHaveValue('beforeafter');
  },
  'selected text in the box is not replaced': async ({ page }) => {
    await openOnce(page, 4);
    await box(page).fill('keep me');
    await box(page).selectText();
    const form = await openForm(page);
    await fillSeed1(form);
    await insert(form);
    await expect(box(page)).toHaveValue(`keep me\n\n${seed1}`);
  },
  'a box that takes nothing leaves the text in the clipboard': async ({ page, browserContext }) => {
    await browserContext.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://gitlab.com' });
    await openOnce(page, 4);
    await box(page).fill('typed');
    await page.locator('.js-comment-form').getByTestId('preview-toggle').click();
    const form = await openForm(page);
    await fillSeed1(form);
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.getByRole('status')).toContainText(
      'GitLab’s editor did not take the text. It is in your clipboard: paste it into the comment.',
    );
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(seed1);
    await expect(box(page)).toHaveValue('typed');
    await page.locator('.js-comment-form').getByTestId('preview-toggle').click();
    await box(page).fill('');
  },
  'a reload in the middle of filling brings every value back': async ({ page }) => {
    await openOnce(page, 4);
    const form = await openForm(page);
    await fillSeed1(form);
    await form.getByRole('button', { name: 'Add merge request' }).click();
    await form.getByRole('textbox', { name: 'Merge request', exact: true }).pressSequentially('!11111');
    await expect(form.getByText('Draft saved')).toBeVisible();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await expect(barStatus(page)).toHaveText('Draft, just now');
    const again = await openForm(page);
    await expect(again.getByRole('spinbutton', { name: 'Complete', exact: true })).toHaveValue('80');
    await expect(again.getByRole('slider', { name: 'Confidence' })).toHaveValue('90');
    await expect(again.getByRole('textbox', { name: 'Notes', exact: true })).toHaveValue(
      'expecting to go into review tomorrow',
    );
    await expect(again.getByRole('checkbox', { name: 'frontend' })).toBeChecked();
    await expect(again.getByRole('checkbox', { name: 'backend' })).not.toBeChecked();
    await expect(rows(again)).toContainText('!11111 Docs update');
  },
  "the draft goes when this person's comment appears, and not before": async ({ page, demo }) => {
    await openOnce(page, 4);
    await box(page).fill('');
    const form = await openForm(page);
    await fillSeed1(form);
    await insert(form);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await expect(barStatus(page)).toContainText('Draft');
    await expect(box(page)).toHaveValue(seed1);
    await post(page, demo);
    await expect(barStatus(page)).toHaveText('');
    // The next one begins with what was just said, and is no draft.
    const next = await openForm(page);
    await expect(next.getByRole('spinbutton', { name: 'Complete', exact: true })).toHaveValue('80');
    await expect(next.getByText('80% last time')).toBeVisible();
    await expect(next.getByRole('button', { name: 'Discard draft' })).toHaveAttribute('aria-disabled', 'true');
  },
  'each item and each person has a draft of their own': async ({ page, demo }) => {
    await openOnce(page, 4);
    await fillSeed1(await openForm(page));
    await openIssue(page, 13);
    await expect((await openForm(page)).getByRole('spinbutton', { name: 'Complete', exact: true })).toHaveValue('');
    demo.user = 'jonas';
    await openIssue(page, 4);
    await expect((await openForm(page)).getByRole('spinbutton', { name: 'Complete', exact: true })).toHaveValue('');
  },
});

together('in one page with comments and child items', {
  "GitLab's shortcuts stay quiet while one types in our fields": async ({ page }) => {
    await openOnce(page, 1);
    const form = await openForm(page);
    await form.getByRole('textbox', { name: 'Notes', exact: true }).fill('');
    await form.getByRole('textbox', { name: 'Notes', exact: true }).pressSequentially('elm /');
    await expect(form.getByRole('textbox', { name: 'Notes', exact: true })).toHaveValue('elm /');
    await expect(page.getByTestId('work-item-title')).toBeVisible();
  },
  'only the main form has the bar: replies and edited comments have none': async ({ page }) => {
    await openOnce(page, 1);
    const note = page.locator('li.note.note-comment').first();
    await note.getByTestId('note-edit-button').or(page.getByTestId('note-edit-button').first()).first().click();
    await expect(page.locator('form.js-main-target-form')).not.toHaveCount(1);
    await expect(view(page, 'status-comment')).toHaveCount(1);
    await page.locator('li.note').getByTestId('cancel-button').first().click();
  },
  'two items on one page have each their own form': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByTestId('links-child').first().getByRole('link').first().click();
    const panel = page.locator('#contextual-panel-portal');
    await expect(view(page, 'status-comment')).toHaveCount(2);
    await panel.getByRole('button', { name: 'Status update' }).click();
    await fillSeed1(panel.getByRole('form', { name: 'Status update' }));
    await panel.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(panel.locator('.js-comment-form textarea.js-gfm-input')).toHaveValue(seed1);
    await expect(page.locator('#content-body .js-comment-form textarea.js-gfm-input')).toHaveValue('');
    expect(notes(demo)).toEqual([]);
  },
});
