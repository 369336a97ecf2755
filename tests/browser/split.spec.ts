import type { Locator, Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Demo } from '../../demo/server';
import { launch } from '../../scripts/launch';
import { violationsIn } from './axe';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { together } from './together';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

/** What GitLab was asked to create, as it received it. */
function created(demo: Demo): unknown[] {
  return demo.requests
    .filter(request => request.operation === 'handrailCreateItem')
    .map(request => (request.variables as { input: unknown }).input);
}

/** The items of the project that have a title. */
function held(demo: Demo, title: string) {
  return demo.store.workItems.filter(item => item.title === title);
}

function issue(demo: Demo, iid: string) {
  const item = demo.store.workItems.find(one => one.iid === iid && one.namespace === 'gitlab-org/gitlab');
  if (!item) throw new Error(`expected issue ${iid}`);
  return item;
}

const panelOf = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });

/** Opens the split view of issue 1, whose description has two open tasks, after giving it a weight above the scale. */
async function openSplit(page: Page, demo: Demo): Promise<Locator> {
  issue(demo, '1').weight = 8;
  await openIssue(page, 1);
  return openPanel(page);
}

/** As `openSplit`, in a page in which that may have been done before. */
async function splitAnew(page: Page, demo: Demo): Promise<Locator> {
  await showIssue(page, demo);
  return openPanel(page);
}

async function showIssue(page: Page, demo: Demo): Promise<void> {
  issue(demo, '1').weight = 8;
  if (page.url() === 'about:blank') await openIssue(page, 1);
}

async function openPanel(page: Page): Promise<Locator> {
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  const panel = panelOf(page);
  // Three requests, one after the other: each may take long where the machine has much to do.
  await expect(panel.getByLabel('Title of row 1')).toBeFocused({ timeout: 25_000 });
  return panel;
}

/** Three rows with the weights 2, 3 and 1. */
async function writeThree(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Add row' }).click();
  await panel.getByLabel('Title of row 3').fill('Warn when a policy matches every tag');
  for (const [row, weight] of [
    [1, '2'],
    [2, '3'],
    [3, '1'],
  ] as const) {
    await panel.getByLabel(`Weight of row ${row}`).selectOption(weight);
  }
}

const base = {
  namespacePath: 'gitlab-org/gitlab',
  workItemTypeId: 'gid://gitlab/WorkItems::Type/5',
};

together('in one page, its panel opened anew', {
  'rows come from the open tasks, and three child items are created': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await expect(panel).toContainText('Two rows come from the open tasks of the description.');
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Endpoint');
    await expect(panel.getByLabel('Title of row 2')).toHaveValue('Preview table');
    await expect(panel.getByLabel('Weight of row 1').locator('option')).toHaveText(['–', '1', '2', '3']);
    await writeThree(panel);
    await expect(panel).toContainText('Sum 6');
    await expect(panel.getByRole('radio')).toHaveCount(3);
    await expect(panel.getByRole('radio', { name: 'Child items' })).toBeChecked();
    expect(created(demo)).toEqual([]);

    await panel.getByRole('button', { name: 'Create 3 child items' }).click();
    await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created');
    await expect(panel.getByRole('button', { name: 'Close' }).last()).toBeFocused();
    const parent = issue(demo, '1');
    const labelIds = parent.labels
      .filter(label => ['group::package', 'devops::package'].includes(label.title))
      .map(label => `gid://gitlab/${label.kind}/${label.id}`);
    const hierarchyWidget = { parentId: `gid://gitlab/WorkItem/${parent.id}` };
    const labelsWidget = { labelIds };
    expect(labelIds).toHaveLength(2);
    expect(created(demo)).toEqual([
      { ...base, title: 'Endpoint', weightWidget: { weight: 2 }, labelsWidget, hierarchyWidget },
      { ...base, title: 'Preview table', weightWidget: { weight: 3 }, labelsWidget, hierarchyWidget },
      {
        ...base,
        title: 'Warn when a policy matches every tag',
        weightWidget: { weight: 1 },
        labelsWidget,
        hierarchyWidget,
      },
    ]);
    const [endpoint] = held(demo, 'Endpoint');
    await expect(panel.getByRole('link', { name: `#${endpoint?.iid} Endpoint` })).toHaveAttribute(
      'href',
      `https://gitlab.com/gitlab-org/gitlab/-/work_items/${endpoint?.iid}`,
    );
    expect(parent.children).toContain(endpoint?.id);
  },
  'a failure in the middle is told under its row, and only that row is created again': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await writeThree(panel);
    demo.latency = 800;
    await panel.getByRole('button', { name: 'Create 3 child items' }).click();
    await expect.poll(() => created(demo).length).toBe(1);
    demo.fail({ match: 'handrailCreateItem', with: 429, retryAfter: 20, times: 1 });
    await expect(panel.getByRole('status').last()).toContainText('2 of 3 created. Not created: Preview table.');
    const row = panel.getByRole('listitem').filter({ hasText: 'Preview table' });
    await expect(row).toContainText('GitLab is limiting requests. It can be tried again in 20 seconds.');
    await panel.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
    await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created');
    expect(created(demo).map(input => (input as { title: string }).title)).toEqual([
      'Endpoint',
      'Preview table',
      'Warn when a policy matches every tag',
      'Preview table',
    ]);
    for (const title of ['Endpoint', 'Preview table', 'Warn when a policy matches every tag']) {
      expect(held(demo, title)).toHaveLength(1);
    }
  },
  'related issues carry the team labels and the link': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await panel.getByRole('radio', { name: 'Related issues' }).check();
    await panel.getByRole('button', { name: 'Remove row 2' }).click();
    await panel.getByRole('button', { name: 'Create 1 related issue', exact: true }).click();
    await expect(panel.getByRole('status').last()).toHaveText('1 of 1 created');
    const [item] = held(demo, 'Endpoint');
    expect(item?.workItemType).toBe('Issue');
    expect(item?.weight).toBeNull();
    expect(item?.labels.map(label => label.title)).toEqual(['devops::package', 'group::package']);
    expect(item?.linkedItems.map(link => [link.linkType, link.workItemId])).toEqual([
      ['relates_to', issue(demo, '1').id],
    ]);
  },
  'the parts of a confidential issue are confidential': async ({ page, demo }) => {
    issue(demo, '1').confidential = true;
    const panel = await splitAnew(page, demo);
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
    expect(held(demo, 'Endpoint')[0]?.confidential).toBe(true);
  },
  'a title that GitLab refuses can be changed in its row': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    demo.fail({ match: 'handrailCreateItem', with: 422, times: 1 });
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    const title = panel.getByLabel('Title of row 1');
    await expect(title).toHaveAccessibleDescription(/Change the row, then try again\.$/);
    await title.fill('Endpoint for the preview');
    await panel.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
    await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
    expect(held(demo, 'Endpoint for the preview')).toHaveLength(1);
  },
  'a weight that GitLab does not take is told': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await writeThree(panel);
    demo.store.plan = 'free';
    await panel.getByRole('button', { name: 'Create 3 child items' }).click();
    await expect(panel.getByRole('listitem').first()).toContainText('GitLab did not take weight 2.');
    // What is still being created would be the next part's.
    await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created');
  },
  'cancelling ends after the request under way, and the rest can be created later': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await writeThree(panel);
    demo.latency = 500;
    await panel.getByRole('button', { name: 'Create 3 child items' }).click();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByRole('button', { name: 'Create 2 child items' })).toBeVisible();
    await expect(panel.getByRole('status').last()).toHaveText('1 of 3 created');
    expect(created(demo)).toHaveLength(1);
    demo.latency = 60;
    await panel.getByRole('button', { name: 'Close' }).last().click();
    await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created');
    expect(created(demo)).toHaveLength(3);
  },
  'an issue that cannot be read is told, and can be tried again': async ({ page, demo }) => {
    await showIssue(page, demo);
    demo.fail({ match: 'handrailParent', with: 500, times: 1 });
    await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
    await expect(panelOf(page)).toContainText('GitLab has a problem (status 500).');
    await panelOf(page).getByRole('button', { name: 'Try again' }).click();
    await expect(panelOf(page).getByLabel('Title of row 1')).toHaveValue('Endpoint');
  },
  'a request that was cut off is looked for before it is sent again': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    // Not once: Chromium by itself sends a request again when a connection that it kept open is cut.
    const stop = demo.fail({ match: 'handrailCreateItem', with: 'cut' });
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    const row = panel.getByRole('listitem').filter({ hasText: 'Endpoint' });
    await expect(row).toContainText('GitLab could not be reached. Check the connection, then try again.');
    await expect(panel.getByRole('status').last()).toContainText('Not created: Endpoint, Preview table.');
    stop();
    const before = created(demo).length;
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(row).toContainText('Looking whether GitLab created it after all. This can take a minute.');
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(row).toContainText('GitLab’s answer did not come. Before it is sent again it is looked for.');
    expect(created(demo)).toHaveLength(before);
    expect(held(demo, 'Endpoint')).toHaveLength(0);
  },
});

/** How GitLab can fail to answer, and what is said then. No two neighbours say the same. */
const failures = [
  [401, 'You are signed out. Sign in, then try again.'],
  [403, 'You may not do this. Ask a member of the project to create it.'],
  [404, 'GitLab does not find this item. Reload the page, then try again.'],
  [409, 'Somebody else changed this at the same time. Try again.'],
  [422, "GitLab did not accept this: Can't verify CSRF token authenticity. Change the row, then try again."],
  [429, 'GitLab is limiting requests. It can be tried again in a minute.'],
  [500, 'GitLab has a problem (status 500). Try again in a while.'],
  [502, 'GitLab has a problem (status 502). Try again in a while.'],
  [
    'malformed',
    'GitLab gave an answer that Handrail does not understand. Try again: if it was created after all, it is found.',
  ],
  ['graphql-errors-with-data', 'GitLab has a problem. Try again in a while.'],
  ['graphql-errors', 'GitLab has a problem. Try again in a while.'],
  ['sign-in-redirect', 'You are signed out. Sign in, then try again.'],
] as const;

type Failure = (typeof failures)[number];

/** Creates what is left, and finds the first row not created, with the reason. */
async function createInVain(panel: Locator, demo: Demo, [kind, said]: Failure): Promise<void> {
  demo.fail({ match: 'handrailCreateItem', with: kind, times: 1 });
  await panel.getByRole('button', { name: /^Create [12] child items?$/ }).click();
  const row = panel.getByRole('listitem').first();
  // A row that can be changed is named by its field.
  if (said.endsWith('Change the row, then try again.')) {
    await expect(row.getByLabel('Title of row 1')).toHaveAccessibleDescription(said);
    await expect(row.getByLabel('Title of row 1')).toHaveValue('Endpoint');
  } else {
    await expect(row.getByRole('paragraph')).toHaveText(said);
    await expect(row.locator('.result-title')).toHaveText('Endpoint');
  }
  await expect(panel.getByRole('status').last()).toContainText('1 of 2 created. Not created: Endpoint.');
}

async function createTheRest(panel: Locator, demo: Demo): Promise<void> {
  await panel.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  expect(held(demo, 'Endpoint')).toHaveLength(1);
  expect(held(demo, 'Preview table')).toHaveLength(1);
}

/** With these GitLab has created it all the same. */
const isCreated = ([kind]: Failure) => kind === 'malformed' || kind === 'graphql-errors-with-data';

test('nothing is lost or doubled when an answer fails, and it is said what to do', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  for (const failure of failures.filter(one => !isCreated(one))) {
    await test.step(String(failure[0]), () => createInVain(panel, demo, failure));
  }
  await createTheRest(panel, demo);
});

for (const failure of failures.filter(isCreated)) {
  test(`nothing is doubled when GitLab has created it and fails to say so (${failure[0]})`, async ({ page, demo }) => {
    const panel = await openSplit(page, demo);
    await createInVain(panel, demo, failure);
    await createTheRest(panel, demo);
  });
}

test('a reload in the middle creates nothing twice', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  await writeThree(panel);
  demo.latency = 1500;
  await panel.getByRole('button', { name: 'Create 3 child items' }).click();
  await expect.poll(() => created(demo).length).toBe(2);
  // GitLab is at work on the second row: its answer comes to nobody.
  await page.reload({ waitUntil: 'domcontentloaded' });
  demo.latency = 60;
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: 'Endpoint' }).getByRole('link')).toBeVisible();
  const left = panel.getByRole('button', { name: /^Create [12] child items?$/ });
  await left.click();
  await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created', { timeout: 15_000 });
  await expect(panel.getByRole('listitem').filter({ hasText: 'Preview table' })).toContainText('Already created.');
  for (const title of ['Endpoint', 'Preview table', 'Warn when a policy matches every tag']) {
    expect(held(demo, title)).toHaveLength(1);
  }
  expect(created(demo)).toHaveLength(3);
});

test('typed rows outlive a reload before anything is created, and so does the chosen route', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
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
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  await expect(panel.getByLabel('Title of row 1')).toHaveValue('');
  demo.user = 'jonas';
  await page.context().clearCookies();
  await openSplit(page, demo);
  await expect(panel.getByLabel('Title of row 2')).toHaveValue('Preview table');
  expect(created(demo)).toEqual([]);
});

test('rows that are emptied again are forgotten: the open tasks come back', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  await panel.getByRole('button', { name: 'Remove row 2' }).click();
  await panel.getByLabel('Title of row 1').fill('');
  await openSplit(page, demo);
  await expect(panel.getByLabel('Title of row 1')).toHaveValue('Endpoint');
});

test('what was created is told for a day, then the issue can be split anew', async ({ page, demo, extensionId }) => {
  const panel = await openSplit(page, demo);
  await panel.getByRole('button', { name: 'Create 2 child items' }).click();
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  await page.getByRole('button', { name: 'Close' }).last().click();
  issue(demo, '1').weight = 8;
  await openIssue(page, 1);
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  const worker = await serviceWorker(page.context(), extensionId);
  await worker.evaluate(ageIntents, 25 * 3_600_000);
  await openIssue(page, 1);
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  await expect(panel.getByLabel('Title of row 1')).toBeFocused();
  const kept = () => worker.evaluate(() => chrome.storage.local.get(null).then(Object.keys));
  await expect.poll(async () => (await kept()).filter(key => key.startsWith('split '))).toEqual([]);
});

/** Runs in the background: makes what is finished older by so many milliseconds. */
async function ageIntents(milliseconds: number): Promise<void> {
  for (const [key, kept] of Object.entries(await chrome.storage.local.get(null))) {
    const intent = kept as { finishedAt?: number };
    if (intent.finishedAt)
      await chrome.storage.local.set({ [key]: { ...intent, finishedAt: intent.finishedAt - milliseconds } });
  }
}

test('an answer that takes longer than ten seconds is looked for, and nothing is doubled', async ({ page, demo }) => {
  test.setTimeout(60_000);
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

test("in the side panel the panel's item is split, while GitLab's form is open in the other", async ({
  page,
  demo,
}) => {
  issue(demo, '2').weight = 8;
  issue(demo, '1').children.push(issue(demo, '2').id);
  await openIssue(page, 1);
  await page
    .getByTestId('links-child')
    .filter({ hasText: issue(demo, '2').title })
    .getByRole('link')
    .first()
    .click();
  const theirs = page.locator('#contextual-panel-portal').getByTestId('work-item-weight');
  const own = page.locator('#content-body').getByTestId('work-item-weight');
  await expect(theirs).toContainText('Larger: resize');
  await own.getByTestId('edit-button').click();
  await own.locator('#weight-widget-input').fill('3');
  await expect(own).toContainText('Medium ·');
  await expect(theirs).toContainText('Larger: resize');
  await page.keyboard.press('Escape');
  await theirs.getByRole('button', { name: 'Split this issue' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('Title of row 1').fill('A part of the second');
  await panel.getByRole('button', { name: 'Create 1 child item', exact: true }).click();
  await expect(panel.getByRole('status').last()).toHaveText('1 of 1 created');
  const [part] = held(demo, 'A part of the second');
  expect(issue(demo, '2').children).toContain(part?.id);
  expect(issue(demo, '1').children).not.toContain(part?.id);
});

test("GitLab's shortcuts stay quiet while one types in a row, and work from our buttons", async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  const labels = page.getByTestId('work-item-labels');
  await panel.getByLabel('Title of row 1').fill('');
  await page.keyboard.type('let me edit');
  await expect(panel.getByLabel('Title of row 1')).toHaveValue('let me edit');
  await expect(labels.getByTestId('edit-button')).toBeVisible();
  await expect(page.getByTestId('work-item-title-input')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Add row' }).focus();
  await page.keyboard.press('l');
  await expect(labels.getByTestId('apply-button')).toBeVisible();
});

test('two tabs do not create the same rows', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  await panel.getByLabel('Title of row 1').fill('From the first tab');
  const other = await page.context().newPage();
  const second = await openSplit(other, demo);
  demo.latency = 1000;
  await panel.getByRole('button', { name: 'Create 2 child items' }).click();
  await expect.poll(() => created(demo).length).toBe(1);
  await second.getByRole('button', { name: 'Create 2 child items' }).click();
  await expect(second).toContainText('This is being split in another tab. Nothing was created here.');
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  // The other tab follows: it has what was created, and nothing left to create.
  await expect(second.getByRole('listitem').filter({ hasText: 'From the first tab' })).toBeVisible();
  await expect(second.getByRole('button', { name: 'Create 2 child items' })).toHaveCount(0);
  expect(created(demo)).toHaveLength(2);
});

test('a tab follows the rows that are typed in another one, on either side', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  const other = await page.context().newPage();
  const second = await openSplit(other, demo);
  await panel.getByLabel('Title of row 1').fill('Typed in the first tab');
  await expect(second.getByLabel('Title of row 1')).toHaveValue('Typed in the first tab');
  await second.getByRole('button', { name: 'Remove row 2' }).click();
  await second.getByLabel('Weight of row 1').selectOption('2');
  await expect(panel.getByLabel('Weight of row 1')).toHaveValue('2');
  await expect(panel.getByLabel('Title of row 2')).toHaveCount(0);
  await expect(panel).not.toContainText('In another tab');
  await expect(second).not.toContainText('In another tab');
});

test('of what is typed in two tabs at once nothing is lost', async ({ page, demo, extensionId }) => {
  const panel = await openSplit(page, demo);
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
});

/** Runs in the background: writes a title into the first row, as a tab does that has not heard of the last writing. */
async function writeElsewhere(title: string): Promise<void> {
  const all = Object.entries(await chrome.storage.local.get(null));
  const [key, kept] = all.find(([one]) => one.startsWith('split ')) ?? [];
  const { rows, ...rest } = kept as { rows: object[] };
  const [first, ...others] = rows;
  const edition = { edition: 'elsewhere 2', follows: 'elsewhere 1' };
  await chrome.storage.local.set({ [key ?? '']: { ...rest, ...edition, rows: [{ ...first, title }, ...others] } });
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

for (const mode of ['plain text', 'rich text'] as const) {
  test(`converting puts the command into the ${mode} box, posts nothing, and keeps the rows`, async ({
    page,
    demo,
  }) => {
    await openIssue(page, 1);
    if (mode === 'rich text') {
      await page.locator('.js-comment-form').getByRole('button', { name: 'Switch to rich text editing' }).click();
    }
    const panel = await openSplit(page, demo);
    await panel.getByLabel('Title of row 1').fill('Kept row');
    await panel.getByRole('radio', { name: 'Convert to an epic' }).check();
    await panel.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(panel.getByRole('status').first()).toContainText('/promote_to Epic is in the comment box.');
    const box = page.locator(
      '.js-comment-form textarea.js-gfm-input, .js-comment-form input[name="work-item-add-or-edit-comment"]',
    );
    await expect(box.first()).toHaveValue('/promote_to Epic');
    expect(created(demo)).toEqual([]);
    expect(demo.requests.filter(request => request.operation === 'createWorkItemNote')).toEqual([]);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('Kept row');
  });
}

/** Splits issue 1 by promoting it, with two rows, and posts what is in the comment box. */
async function promote(page: Page, demo: Demo): Promise<string> {
  const panel = await openSplit(page, demo);
  await panel.getByLabel('Weight of row 1').selectOption('2');
  await panel.getByRole('radio', { name: 'Convert to an epic' }).check();
  await panel.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(panel.getByRole('status').first()).toContainText('/promote_to Epic is in the comment box.');
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.locator('.js-comment-form').getByTestId('confirm-button').click();
  await expect.poll(() => issue(demo, '1').promotedToEpic).not.toBeNull();
  const epic = demo.store.workItems.find(item => item.id === issue(demo, '1').promotedToEpic);
  return `https://gitlab.com/groups/gitlab-org/-/epics/${epic?.iid}`;
}

const offer = (page: Page) => page.getByTestId('work-item-tree').locator('handrail-view');

test('after the promotion the new epic offers the rows as issues of the project', async ({ page, demo }) => {
  const address = await promote(page, demo);
  await page.goto(address);
  await expect(offer(page)).toContainText('Saved while this epic was gitlab-org/gitlab#1: Endpoint, Preview table');
  expect(created(demo)).toEqual([]);
  await offer(page).getByRole('button', { name: 'Create 2 child items' }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  const epic = demo.store.workItems.find(item => item.id === issue(demo, '1').promotedToEpic);
  const [endpoint] = held(demo, 'Endpoint');
  expect(endpoint).toMatchObject({ workItemType: 'Issue', namespace: 'gitlab-org/gitlab', weight: 2 });
  expect(endpoint?.labels.map(label => label.title)).toEqual(['devops::package', 'group::package']);
  expect(held(demo, 'Preview table')).toMatchObject([{ workItemType: 'Issue', weight: null }]);
  expect(epic?.children).toContain(endpoint?.id);
  await expect(panel.getByRole('link', { name: `#${endpoint?.iid} Endpoint` })).toBeVisible();

  // Done: neither the epic nor the issue offers them again.
  await page.goto(address);
  await expect(page.getByTestId('work-item-tree').getByTestId('links-child')).toHaveCount(2);
  await expect(offer(page)).toHaveCount(0);
  expect(created(demo)).toHaveLength(2);
});

test('keyboard alone creates what the new epic offers', async ({ page, demo }) => {
  await page.goto(await promote(page, demo));
  const create = offer(page).getByRole('button', { name: 'Create 2 child items' });
  await expect(create).toBeVisible();
  await offer(page).getByRole('button', { name: 'Discard' }).focus();
  for (let steps = 0; steps < 3; steps += 1) {
    if (await create.evaluate(element => element.matches(':focus'))) break;
    await page.keyboard.press('Shift+Tab');
  }
  await expect(create).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('status').last()).toHaveText('2 of 2 created');
  expect(created(demo)).toHaveLength(2);
});

test('the rows of a promoted issue can be changed, and what fails on the epic is created again, once', async ({
  page,
  demo,
}) => {
  const address = await promote(page, demo);
  await page.goto(address);
  await offer(page).getByRole('button', { name: 'Change the rows' }).click();
  const panel = panelOf(page);
  await panel.getByLabel('Title of row 2').fill('Preview of the tags');
  await expect(panel).toContainText('Issues in gitlab-org/gitlab, under this epic, with its team labels');
  await page.goto(address);
  await expect(offer(page)).toContainText('Endpoint, Preview of the tags');
  demo.fail({ match: 'handrailCreateItem', with: 'malformed', times: 1 });
  await offer(page).getByRole('button', { name: 'Create 2 child items' }).click();
  await expect(panel.getByRole('status').last()).toContainText('1 of 2 created. Not created: Endpoint.');
  await page.goto(address);
  await expect(offer(page)).toContainText('1 of 2 created');
  await offer(page).getByRole('button', { name: 'Create 1 child item', exact: true }).click();
  await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Endpoint' })).toContainText('Already created.');
  expect(held(demo, 'Endpoint')).toHaveLength(1);
  expect(held(demo, 'Preview of the tags')).toHaveLength(1);
});

test('an epic that was never that issue offers nothing, and no epic asks anything where nothing waits', async ({
  page,
  demo,
}) => {
  const address = await promote(page, demo);
  const promoted = issue(demo, '1').promotedToEpic;
  issue(demo, '1').promotedToEpic = null;
  const asked = page.waitForResponse(response => response.request().postData()?.includes('handrailPromoted') ?? false);
  await page.goto(address);
  await asked;
  await expect(page.getByTestId('work-item-tree')).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  issue(demo, '1').promotedToEpic = promoted;
  await page.goto(address);
  await offer(page).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(page)).toHaveCount(0);
  demo.requests.length = 0;
  await page.goto(address);
  await expect(page.getByTestId('work-item-tree')).toBeVisible();
  await expect(page.locator('li.note').first()).toBeVisible();
  expect(demo.requests.filter(request => request.operation === 'handrailPromoted')).toEqual([]);
});

test('axe finds nothing in what a new epic offers', async ({ page, demo }) => {
  await page.goto(await promote(page, demo));
  await offer(page).getByRole('button', { name: 'Change the rows' }).click();
  await panelOf(page).evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
  expect(await violationsIn(page, 'handrail-view')).toEqual([]);
});

test('without epics and for a task there are fewer routes', async ({ page, demo }) => {
  issue(demo, '1').weight = 8;
  await openIssue(page, 1);
  const split = page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' });
  await expect(split).toBeVisible();
  const { plan } = demo.store;
  demo.store.plan = 'free';
  await split.click();
  await expect(panelOf(page).getByRole('radio')).toHaveCount(2);

  demo.store.plan = plan;
  issue(demo, '14').weight = 8;
  await openIssue(page, 14);
  await split.click();
  await expect(panelOf(page).getByRole('radio')).toHaveCount(1);
  await expect(panelOf(page).getByRole('radio', { name: 'Related issues' })).toBeChecked();
});

test('keyboard alone splits an issue, and goes back to the scale', async ({ page, demo }) => {
  issue(demo, '1').weight = 8;
  await openIssue(page, 1);
  await page.getByRole('button', { name: 'Choose a weight' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel.getByLabel('Title of row 1')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(panel.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Split this issue' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Title of row 1')).toBeFocused();
  await page.keyboard.type('s');
  await page.keyboard.press('Tab');
  await page.keyboard.press('2');
  await expect(panel.getByLabel('Weight of row 1')).toHaveValue('2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Title of row 2')).toHaveCount(0);
  await expect(panel.getByLabel('Title of row 1')).toBeFocused();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
  await expect(panel.getByRole('radio', { name: 'Child items' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('status').last()).toHaveText('1 of 1 created');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  expect(created(demo)).toMatchObject([{ weightWidget: { weight: 2 } }]);
});

test('signed out and as a guest it says why nothing can be split', async ({ page, demo }) => {
  issue(demo, '1').weight = 8;
  demo.role = 'guest';
  await openIssue(page, 1);
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  await expect(panelOf(page)).toContainText('You may not add child items or related issues here.');
  demo.user = undefined;
  await openIssue(page, 1);
  await page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();
  await expect(panelOf(page)).toContainText('You are signed out. Sign in to split this issue.');
});

test('a spike is created once, linked to the issue', async ({ page, demo }) => {
  await openIssue(page, 1);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  const panel = panelOf(page);
  await panel.getByRole('spinbutton', { name: 'How sure are you?' }).fill('40');
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
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await panel.getByRole('spinbutton', { name: 'How sure are you?' }).fill('40');
  await expect(panel.getByRole('link', { name: `#${spike?.iid}` })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Create a spike' })).toHaveCount(0);
});

test('axe finds nothing in the split view', async ({ page, demo }) => {
  const panel = await openSplit(page, demo);
  await panel.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
  expect(await violationsIn(page, 'handrail-view')).toEqual([]);
  demo.fail({ match: 'handrailCreateItem', with: 422, times: 1 });
  await panel.getByRole('button', { name: 'Create 2 child items' }).click();
  await expect(panel.getByRole('status').last()).toContainText('1 of 2 created');
  expect(await violationsIn(page, 'handrail-view')).toEqual([]);
  await expect(view(page, 'weight-guidance')).toHaveCount(2);
});
