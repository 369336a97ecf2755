import type { Locator } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { violationsIn } from './axe';
import { expect, openIssue, test, view } from './fixtures';
import { created, held, issue, panelOf, pressSplit, settled, showIssue, splitAnew, writeThree } from './split-view';
import { oneIn } from './thorough';
import { type Given, together } from './together';

const base = {
  namespacePath: 'gitlab-org/gitlab',
  workItemTypeId: 'gid://gitlab/WorkItems::Type/5',
};

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
    await pressSplit(page);
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(panel.getByRole('status').last()).toHaveText('3 of 3 created');
    expect(created(demo)).toHaveLength(3);
  },
  'an issue that cannot be read is told, and can be tried again': async ({ page, demo }) => {
    await showIssue(page, demo);
    demo.fail({ match: 'handrailParent', with: 500, times: 1 });
    await pressSplit(page);
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
  'nothing is lost or doubled when an answer fails, and it is said what to do': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    for (const failure of oneIn(
      3,
      failures.filter(one => !isCreated(one)),
    )) {
      await test.step(String(failure[0]), () => createInVain(panel, demo, failure));
    }
    await createTheRest(panel, demo);
  },
  ...Object.fromEntries(
    oneIn(2, failures.filter(isCreated)).map(failure => [
      `nothing is doubled when GitLab has created it and fails to say so (${failure[0]})`,
      async ({ page, demo }: Given) => {
        const panel = await splitAnew(page, demo);
        await createInVain(panel, demo, failure);
        await createTheRest(panel, demo);
      },
    ]),
  ),
  'without epics there are fewer routes': async ({ page, demo }) => {
    demo.store.plan = 'free';
    const panel = await splitAnew(page, demo);
    await expect(panel.getByRole('radio')).toHaveCount(2);
  },
  'as a guest it says why nothing can be split': async ({ page, demo }) => {
    demo.role = 'guest';
    await showIssue(page, demo);
    await pressSplit(page);
    await expect(panelOf(page)).toContainText('You may not add child items or related issues here.');
  },
  'keyboard alone splits an issue, and goes back to the scale': async ({ page, demo }) => {
    await showIssue(page, demo);
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
  },
  'axe finds nothing': async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    await settled(panel);
    expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
    demo.fail({ match: 'handrailCreateItem', with: 422, times: 1 });
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(panel.getByRole('status').last()).toContainText('1 of 2 created');
    expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
    await expect(view(page, 'weight-guidance')).toHaveCount(2);
  },
  "GitLab's shortcuts stay quiet while one types in a row, and work from our buttons": async ({ page, demo }) => {
    const panel = await splitAnew(page, demo);
    const labels = page.getByTestId('work-item-labels');
    await panel.getByLabel('Title of row 1').fill('');
    await page.keyboard.type('let me edit');
    await expect(panel.getByLabel('Title of row 1')).toHaveValue('let me edit');
    await expect(labels.getByTestId('edit-button')).toBeVisible();
    await expect(page.getByTestId('work-item-title-input')).toHaveCount(0);
    await panel.getByRole('button', { name: 'Add row' }).focus();
    await page.keyboard.press('l');
    await expect(labels.getByTestId('apply-button')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(labels.getByTestId('apply-button')).toHaveCount(0);
  },
  "in the side panel the panel's task is split, while GitLab's form is open in the other": async ({ page, demo }) => {
    issue(demo, '14').weight = 8;
    await showIssue(page, demo);
    await page.getByTestId('links-child').first().getByRole('link').first().click();
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
    // A task has no child items.
    await expect(panel.getByRole('radio')).toHaveCount(1);
    await expect(panel.getByRole('radio', { name: 'Related issues' })).toBeChecked();
    await panel.getByLabel('Title of row 1').fill('A part of the task');
    await panel.getByRole('button', { name: 'Create 1 related issue', exact: true }).click();
    await expect(panel.getByRole('status').last()).toHaveText('1 of 1 created');
    const [part] = held(demo, 'A part of the task');
    expect(part?.linkedItems.map(link => link.workItemId)).toEqual([issue(demo, '14').id]);
  },
});

test('signed out it says why nothing can be set or split', async ({ page, demo }) => {
  issue(demo, '1').weight = 8;
  demo.user = undefined;
  await openIssue(page, 1);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panelOf(page)).toContainText('You are signed out. Sign in to set a weight.');
  await expect(panelOf(page).getByRole('button', { name: /^Set/ })).toHaveCount(0);
  await panelOf(page).getByRole('button', { name: 'Split this issue' }).click();
  await expect(panelOf(page)).toContainText('You are signed out. Sign in to split this issue.');
});
