/** The merge requests of a status update: found, named, ordered; and the line that a merge request's own page prepares. */
import type { Page } from '@playwright/test';
import { violationsIn } from './axe';
import { expect, openIssue, test, view } from './fixtures';
import { focusAtOnce, insert, notes, number, openForm, rows, textBox } from './status-form';
import { openOnce, together } from './together';

const own = (requests: readonly { operation?: string | undefined }[]) =>
  requests.filter(({ operation }) => /^handrail(Find)?MergeRequest/.test(operation ?? '')).map(one => one.operation);

together('in one page', {
  'those of the issue are found with one request, when the form opens, and say how they stand': async ({
    page,
    demo,
  }) => {
    await openOnce(page, 1);
    await expect(view(page, 'status-comment')).toHaveCount(1);
    await expect(page.getByTestId('work-item-development')).toBeVisible();
    expect(own(demo.requests)).toEqual([]);
    const form = await openForm(page);
    await expect(rows(form)).toHaveCount(3);
    await expect(rows(form).nth(1)).toContainText('!11111 Docs update Open');
    await expect(rows(form).nth(1)).toContainText('Pipeline passed · review started');
    await expect(rows(form).nth(2)).toContainText('!21212 API update Draft');
    // The last update's notes say so already.
    await expect(form.getByRole('checkbox', { name: 'Review has started' })).not.toBeChecked();
    await expect(form.getByText('Several people work on this issue')).toHaveCount(0);
    expect(own(demo.requests)).toEqual(['handrailMergeRequests']);
  },
  'when GitLab does not answer, those that the page shows are there, and it can be tried again': async ({
    page,
    demo,
  }) => {
    const stop = demo.fail({ match: 'handrailMergeRequests', with: 500 });
    await openOnce(page, 1);
    await expect(page.getByTestId('work-item-development')).toBeVisible();
    const form = await openForm(page);
    await expect(rows(form)).toHaveCount(3);
    await expect(form.getByText(/GitLab has a problem/)).toBeVisible();
    stop();
    await form.getByRole('button', { name: 'Try again' }).click();
    await expect(rows(form).nth(1)).toContainText('Pipeline passed');
  },
  'they are ordered and left out by keyboard, with the focus kept and each step said': async ({ page }) => {
    await openOnce(page, 1);
    const form = await openForm(page);
    await expect(rows(form)).toHaveCount(3);
    const down = form.getByRole('button', { name: 'Move down !1', exact: true });
    await down.focus();
    await page.keyboard.press('Enter');
    await expect(rows(form)).toContainText(['!11111', '!1 Add', '!21212']);
    await expect(down).toBeFocused();
    await expect(form.getByText('!1 is now number 2 of 3.')).toBeAttached();
    await page.keyboard.press('Enter');
    await expect(rows(form)).toContainText(['!11111', '!21212', '!1 Add']);
    await page.keyboard.press('Enter');
    await expect(rows(form)).toContainText(['!11111', '!21212', '!1 Add']);
    // Two presses within one frame move the same one twice.
    await view(page, 'status-comment')
      .first()
      .evaluate(async ({ shadowRoot }) => {
        for (let press = 0; press < 2; press += 1) {
          const pressed = shadowRoot?.activeElement?.closest('li')?.querySelector<HTMLElement>('.move-up');
          pressed?.focus();
          pressed?.click();
          await new Promise(resolve => setTimeout(resolve));
        }
      });
    await expect(rows(form)).toContainText(['!1 Add', '!11111', '!21212']);

    await form.getByRole('button', { name: 'Leave out !1', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(rows(form)).toContainText(['!11111', '!21212']);
    await expect(form.getByRole('button', { name: 'Leave out !11111' })).toBeFocused();
    await form.getByRole('button', { name: 'Add !1', exact: true }).click();
    await expect(rows(form)).toHaveCount(3);
  },
});

test('that review has started is ticked for somebody who has not said so', async ({ page, demo }) => {
  demo.user = 'priya';
  await openIssue(page, 1);
  const form = await openForm(page);
  await expect(form.getByRole('checkbox', { name: 'Review has started' })).toBeChecked();
  await expect(form.locator('pre')).toContainText('Notes: review started');
});

test('where several people work on an issue, the form asks which part the update is about', async ({ page, demo }) => {
  const item = demo.store.workItems.find(one => one.namespace === 'gitlab-org/gitlab' && one.iid === '4');
  const people = demo.store.users.filter(({ username }) => username === 'ana' || username === 'jonas');
  Object.assign(item ?? {}, { assignees: people });
  await openIssue(page, 4);
  const form = await openForm(page);
  const concern = form.getByRole('group', { name: 'Concern' });
  await expect(concern).toHaveAccessibleDescription('Several people work on this issue: say which part this is about.');
  await concern.getByRole('checkbox', { name: 'backend' }).check();
  await expect(form.getByText('Several people work on this issue')).toHaveCount(0);
});

test('merged is 100 %', async ({ page }) => {
  await openIssue(page, 2);
  const form = await openForm(page);
  await expect(rows(form).first()).toContainText('Merged');
  await expect(number(form, 'Complete of !2')).toHaveValue('100');
});

test('one is added by number, by project and by address; one that does not exist is said at its field', async ({
  page,
}) => {
  await openIssue(page, 4);
  const form = await openForm(page);
  const add = async (typed: string) => {
    await form.getByRole('button', { name: 'Add merge request' }).click();
    await expect(textBox(form, 'Merge request')).toBeFocused();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  };
  await add('!3');
  await expect(number(form, 'Complete of !3')).toBeFocused();
  await add('gitlab-org/gitlab!4');
  await expect(number(form, 'Complete of !4')).toBeFocused();
  await add('https://gitlab.com/gitlab-org/gitlab/-/merge_requests/11111/diffs?tab=1');
  await expect(number(form, 'Complete of !11111')).toBeFocused();
  await expect(rows(form)).toContainText(['!3', '!4', '!11111 Docs update']);

  await add('!99999');
  await expect(form.getByText('There is no merge request !99999 here.')).toBeVisible();
  await expect(textBox(form, 'Merge request')).toHaveAccessibleDescription('There is no merge request !99999 here.');
  await number(form, 'Complete').fill('20');
  await number(form, 'Confidence').fill('20');
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(textBox(form, 'Merge request')).toBeFocused();
  await expect(page.locator('.js-comment-form textarea.js-gfm-input')).toHaveValue('');
  await textBox(form, 'Merge request').fill('!3');
  await page.keyboard.press('Tab');
  await expect(form.getByText('!3 is in the list already.')).toBeVisible();
});

async function openEntry(page: Page, iid: number) {
  await page.goto(`https://gitlab.com/gitlab-org/gitlab/-/merge_requests/${iid}`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Status update' }).click();
  return page.getByRole('form', { name: 'Status update' });
}

/** As `openEntry`, in a page in which that may have been done before. */
const openEntryOnce = async (page: Page, iid: number) => {
  if (page.url() === 'about:blank') return openEntry(page, iid);
  await page.getByRole('button', { name: 'Status update' }).click();
  return page.getByRole('form', { name: 'Status update' });
};

together("a merge request's page", {
  'its line is kept as it is typed, and goes into its own comment only when asked': async ({ page }) => {
    let form = await openEntry(page, 5);
    await number(form, 'Complete').fill('120');
    await textBox(form, 'Notes').fill('half way');
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.getByText('Complete is 0 to 100.')).toBeVisible();
    await number(form, 'Complete').fill('50');
    form = await openEntry(page, 5);
    await expect(textBox(form, 'Notes')).toHaveValue('half way');
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.getByRole('status')).toContainText('Inserted into the comment.');
    await expect(page.locator('#note-body')).toHaveValue('!5 - 50% complete - half way');
    await page.locator('#note-body').fill('');
  },
  'who is quicker than its form keeps the focus in the field of their choice': async ({ page }) => {
    const drawn = await focusAtOnce(page, 'textarea');
    const form = await openEntryOnce(page, 5);
    await drawn();
    await page.keyboard.type('typed at once');
    await expect(textBox(form, 'Notes')).toHaveValue('typed at once');
  },
  'puts its line into the draft of the issue that it closes': async ({ page, demo }) => {
    const form = await openEntryOnce(page, 5);
    await expect(form.getByRole('group', { name: 'Issue' }).getByRole('radio')).toHaveCount(3);
    await number(form, 'Complete').fill('80');
    await number(form, 'Confidence').fill('90');
    await textBox(form, 'Notes').fill('api done');
    await form.getByRole('radio', { name: /^#36/ }).check();
    await form.getByRole('button', { name: 'Add to the draft of #36' }).click();
    await expect(form.getByRole('status')).toContainText('In the draft of #36. Nothing is posted yet.');
    await expect(page.locator('#note-body')).toHaveValue('');
    expect(await violationsIn(page, '[data-feature="status-comment"]')).toEqual([]);
    await form.getByRole('link', { name: 'Go to #36' }).click();
    const issueForm = await openForm(page);
    await expect(number(issueForm, 'Complete of !5')).toHaveValue('80');
    await expect(textBox(issueForm, 'Notes on !5')).toHaveValue('api done');
    await number(issueForm, 'Complete').fill('50');
    await number(issueForm, 'Confidence').fill('50');
    await insert(issueForm);
    await expect(page.locator('.js-comment-form textarea.js-gfm-input')).toHaveValue(
      /MR statuses:\\\n!5 - 80% complete, 90% confident - api done$/,
    );
    expect(notes(demo)).toEqual([]);
  },
});
