/** What was typed and what was created outlives a reload, another tab, and Handrail itself. */
import type { browser } from 'wxt/browser';
import { launch } from '../../scripts/launch';
import { expect, openIssue, serviceWorker, test } from './fixtures';
import { created, held, issue, openSplit, panelOf, pressSplit, showIssue, splitAnew, writeThree } from './split-view';
import { thorough } from './thorough';
import { together } from './together';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

together('over reloads', {
  'of what is typed in two tabs at once nothing is lost': async ({ page, demo, extensionId }) => {
    const panel = await splitAnew(page, demo);
    await panel.getByLabel('Title of row 1').fill('Typed here');
    const worker = await serviceWorker(page.context(), extensionId);
    await worker.evaluate(writeElsewhere, 'Typed there');
    await expect(panel.getByRole('status').first()).toContainText('In another tab you have also typed: Typed there.');
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Typed here');
    // A reload shows what was written last, and offers the other.
    await openSplit(page, demo);
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Typed there');
    await expect(panel.getByRole('status').first()).toContainText('In another tab you have also typed: Typed here.');
    await panel.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(panel.getByLabel('Title of row 3')).toHaveValue('Typed here');
    await openSplit(page, demo);
    await expect(panel.getByLabel('Title of row 3')).toHaveValue('Typed here');
    await expect(panel).not.toContainText('In another tab');
    // Rows that are emptied are forgotten: the open tasks come back.
    for (const row of [3, 2]) await panel.getByRole('button', { name: `Remove row ${row}` }).click();
    await panel.getByLabel('Title of row 1').fill('');
    await openSplit(page, demo);
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Endpoint');
  },
  'a reload in the middle creates nothing twice': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await writeThree(panel);
    demo.latency = 1500;
    await panel.getByRole('button', { name: 'Create 3 child items' }).click();
    await expect.poll(() => created(demo).length).toBe(2);
    // GitLab is at work on the second row: its answer comes to nobody.
    await page.reload({ waitUntil: 'domcontentloaded' });
    demo.latency = 60;
    await pressSplit(page);
    await expect(panel.getByRole('listitem').filter({ hasText: 'Endpoint' }).getByRole('link')).toBeVisible();
    const left = panel.getByRole('button', { name: /^Create [12] child items?$/ });
    await left.click();
    await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created', { timeout: 15_000 });
    await expect(panel.getByRole('listitem').filter({ hasText: 'Preview table' })).toContainText('Already created.');
    for (const title of ['Endpoint', 'Preview table', 'Warn when a policy matches every tag']) {
      expect(held(demo, title)).toHaveLength(1);
    }
    expect(created(demo)).toHaveLength(3);
  },
  'what was created is told for a day, then the issue can be split anew': async ({ page, demo, extensionId }) => {
    const panel = await splitAnew(page, demo);
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
    await openIssue(page, 1);
    await pressSplit(page);
    await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
    const worker = await serviceWorker(page.context(), extensionId);
    await worker.evaluate(ageIntents, 25 * 3_600_000);
    await openSplit(page, demo);
    const kept = () => worker.evaluate(() => chrome.storage.local.get(null).then(Object.keys));
    await expect.poll(async () => (await kept()).filter(key => key.startsWith('split '))).toEqual([]);
  },
  'a spike is created once, linked to the issue': async ({ page, demo }) => {
    const panel = panelOf(page);
    const beUnsure = async () => {
      await page.getByRole('button', { name: 'Choose a weight' }).click();
      await panel.getByRole('spinbutton', { name: 'How sure are you?' }).fill('40');
    };
    await showIssue(page, demo);
    await beUnsure();
    demo.fail({ match: 'handrailCreateItem', with: 'malformed', times: 1 });
    await panel.getByRole('button', { name: 'Create a spike' }).click();
    await expect(panel).toContainText('GitLab gave an answer that Handrail does not understand.');
    await panel.getByRole('button', { name: 'Create a spike' }).click();
    const title = 'Investigate: Cleanup policies: preview affected tags';
    await expect(panel).toContainText(title);
    await expect(panel.getByRole('button', { name: 'Create a spike' })).toHaveCount(0);
    expect(created(demo)).toHaveLength(1);
    const [spike] = held(demo, title);
    expect(spike).toMatchObject({ workItemType: 'Issue', namespace: 'gitlab-org/gitlab' });
    expect(spike?.linkedItems.map(link => link.workItemId)).toEqual([issue(demo, '1').id]);
    await expect(panel.getByRole('link', { name: `#${spike?.iid}` })).toBeVisible();

    await openIssue(page, 1);
    await beUnsure();
    await expect(panel.getByRole('link', { name: `#${spike?.iid}` })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Create a spike' })).toHaveCount(0);
  },
  'typed rows outlive a reload before anything is created, and so does the chosen route': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await panel.getByLabel('Title of row 2').fill('Preview of the tags');
    await panel.getByLabel('Weight of row 2').selectOption('3');
    await panel.getByRole('button', { name: 'Add row' }).click();
    await panel.getByLabel('Title of row 3').pressSequentially('Warn when');
    await panel.getByRole('radio', { name: 'Related issues' }).check();
    await openSplit(page, demo);
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Endpoint');
    await expect(panel.getByLabel('Title of row 2')).toHaveValue('Preview of the tags');
    await expect(panel.getByLabel('Weight of row 2')).toHaveValue('3');
    await expect(panel.getByLabel('Title of row 3')).toHaveValue('Warn when');
    await expect(panel.getByRole('radio', { name: 'Related issues' })).toBeChecked();

    // They are this person's, and this issue's.
    issue(demo, '2').weight = 8;
    await openIssue(page, 2);
    await pressSplit(page);
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('');
    demo.user = 'jonas';
    await page.context().clearCookies();
    await openSplit(page, demo);
    await expect(panel.getByLabel('Title of row 2')).toHaveValue('Preview table');
    expect(created(demo)).toEqual([]);
  },
});

/** Runs in the background: makes what is finished older by so many milliseconds. */
async function ageIntents(milliseconds: number): Promise<void> {
  for (const [key, kept] of Object.entries(await chrome.storage.local.get(null))) {
    const intent = kept as { finishedAt?: number };
    if (intent.finishedAt)
      await chrome.storage.local.set({ [key]: { ...intent, finishedAt: intent.finishedAt - milliseconds } });
  }
}

/** Runs in the background: writes a title into the first row, as a tab does that has not heard of the last writing. */
async function writeElsewhere(title: string): Promise<void> {
  const all = Object.entries(await chrome.storage.local.get(null));
  const [key, kept] = all.find(([one]) => one.startsWith('split ')) ?? [];
  const { rows, ...rest } = kept as { rows: object[] };
  const [first, ...others] = rows;
  const edition = { edition: 'elsewhere 2', follows: 'elsewhere 1' };
  await chrome.storage.local.set({ [key ?? '']: { ...rest, ...edition, rows: [{ ...first, title }, ...others] } });
}

test('a tab follows the rows that are typed in another one, on either side, and both create them once', async ({
  page,
  demo,
}) => {
  const panel = await openSplit(page, demo);
  const other = await page.context().newPage();
  const second = await openSplit(other, demo);
  await panel.getByLabel('Title of row 1').fill('From the first tab');
  await expect(second.getByLabel('Title of row 1')).toHaveValue('From the first tab');
  await second.getByRole('button', { name: 'Remove row 2' }).click();
  await second.getByLabel('Weight of row 1').selectOption('2');
  await expect(panel.getByLabel('Weight of row 1')).toHaveValue('2');
  await expect(panel.getByLabel('Title of row 2')).toHaveCount(0);
  await expect(panel).not.toContainText('In another tab');
  await expect(second).not.toContainText('In another tab');

  demo.latency = 1000;
  await panel.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
  await expect.poll(() => created(demo).length).toBe(1);
  await second.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
  await expect(second).toContainText('This is being split in another tab. Nothing was created here.');
  await expect(panel.getByRole('status').last()).toHaveText('1 of 1 created');
  // The other tab follows: it has what was created, and nothing left to create.
  await expect(second.getByRole('listitem').filter({ hasText: 'From the first tab' })).toBeVisible();
  await expect(second.getByRole('button', { name: /^Create/ })).toHaveCount(0);
  expect(created(demo)).toHaveLength(1);
});

// That GitLab answers too late and is then looked at is in faults.spec.ts too, with one row.
if (thorough) {
  test('an answer that takes longer than ten seconds is looked for, and nothing is doubled', async ({ page, demo }) => {
    const panel = await openSplit(page, demo);
    demo.fail({ match: 'handrailCreateItem', with: 'slow', delay: 11_000, times: 1 });
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    const row = panel.getByRole('listitem').filter({ hasText: 'Endpoint' });
    await expect(row).toContainText('GitLab did not answer within 10 seconds.', { timeout: 15_000 });
    await expect(panel.getByRole('status').last()).toContainText('1 of 2 created. Not created: Endpoint.');
    // GitLab was late, not lost.
    const { workItems } = demo.store;
    const [other] = held(demo, 'Preview table');
    if (!other) throw new Error('expected the other row');
    if (held(demo, 'Endpoint').length === 0)
      workItems.push({ ...other, id: other.id + 1, iid: '9001', title: 'Endpoint' });
    await panel.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
    await expect(row).toContainText('Already created.');
    expect(held(demo, 'Endpoint')).toHaveLength(1);
  });
}

test('when Handrail goes under the open rows they stay, read only, and it is said what to do', async ({ demo }) => {
  demo.reset();
  const { context, extensionId, close } = await launch({ server: demo, headless: true });
  try {
    const page = await context.newPage();
    const panel = await openSplit(page, demo);
    const session = await context.browser()?.newBrowserCDPSession();
    await session?.send('Extensions.uninstall', { id: extensionId });
    await panel.getByLabel('Title of row 1').fill('Typed too late');
    await expect(panel.getByRole('status').first()).toHaveText('Handrail was updated. Reload the page to continue.');
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Typed too late');
    await expect(panel.getByLabel('Title of row 1')).toHaveAttribute('readonly');
    await expect(panel.getByLabel('Weight of row 1')).toBeDisabled();
    await expect(panel.getByRole('button', { name: /^Create/ })).toHaveCount(0);
  } finally {
    await close();
  }
});
