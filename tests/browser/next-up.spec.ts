/** What the team's agreement says to take next, on lists and boards. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import packageGroup from '../../handbook/profiles/package-group-2021.json' with { type: 'json' };
import { violationsIn } from './axe';
import { askedByUs, expect, openIssue, test, view } from './fixtures';
import { together } from './together';

const list = 'https://gitlab.com/gitlab-org/gitlab/-/issues';
const board = 'https://gitlab.com/gitlab-org/gitlab/-/boards/1';

const opener = (page: Page) => page.getByRole('button', { name: 'Next up', exact: true });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Next up' });
const rows = (page: Page) => panel(page).locator('a.row');
const row = (page: Page, reference: string): Locator =>
  rows(page).filter({ hasText: new RegExp(`${reference}(?!\\d)`) });
const asked = (demo: Demo, operation: string) => askedByUs(demo).filter(request => request.operation === operation);

type Given = { priority?: string; weight?: number | null; milestone?: string; assignees?: string[]; labels?: string[] };

/** Leaves only these open items to the team, numbered from 1 on. */
function team(demo: Demo, ...items: Given[]): void {
  const { store } = demo;
  const label = (title: string) => {
    const found = store.labels.find(one => one.title === title);
    if (!found) throw new Error(`expected a label ${title}`);
    return found;
  };
  for (const item of store.workItems) item.labels = item.labels.filter(one => one.title !== 'group::package');
  items.forEach(({ priority, weight = null, milestone, assignees = [], labels = [] }, index) => {
    const item = store.workItems.find(one => one.namespace === 'gitlab-org/gitlab' && one.iid === String(index + 1));
    if (!item) throw new Error(`expected issue ${index + 1}`);
    item.state = 'OPEN';
    item.weight = weight;
    item.labels = [label('group::package'), ...(priority ? [label(priority)] : []), ...labels.map(label)];
    item.milestone = store.milestones.find(one => one.title === milestone) ?? null;
    item.assignees = store.users.filter(user => assignees.includes(user.username));
  });
}

/** Opens the panel in a list; where the list is open, the panel anew. */
async function openList(page: Page, address = list): Promise<void> {
  if (page.url() !== address) await page.goto(address, { waitUntil: 'domcontentloaded' });
  else if (await panel(page).isVisible()) await opener(page).click();
  await expect(panel(page)).toHaveCount(0);
  await opener(page).click();
  await expect(panel(page)).toBeVisible();
}

together('what it lists, in one page', {
  'comments that cannot be read are said, and the list stays': async ({ page, demo }) => {
    team(demo, { priority: 'Package::P1' });
    const mend = demo.fail({ match: 'handrailNewestComments', with: 500 });
    await openList(page);
    await expect(panel(page)).toContainText('Comments could not be read. GitLab has a problem (status 500).');
    await expect(rows(page)).toHaveCount(1);
    mend();
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect(row(page, '#1')).toContainText('3 days ago');
  },
  'lists what waits in the order of the agreement, with all that helps to choose': async ({ page, demo }) => {
    team(
      demo,
      { priority: 'Package::P1', weight: 2, milestone: '18.9', assignees: ['ana'], labels: ['workflow::in dev'] },
      { priority: 'Package::P1', weight: 1, milestone: 'Backlog' },
      { priority: 'security', weight: 5 },
      { priority: 'package:active' },
      { priority: 'package:active', weight: 0 },
      {},
    );
    await openList(page);
    await expect(rows(page)).toHaveCount(5);
    const references = () => rows(page).evaluateAll(all => all.map(one => /#\d+/.exec(one.textContent ?? '')?.[0]));
    expect(await references()).toEqual(['#3', '#2', '#1', '#5', '#4']);
    const headings = panel(page).getByRole('heading', { level: 3 });
    await expect(headings).toHaveText(['Security1 item', 'P12 items', 'Active2 items']);
    await expect(row(page, '#1')).toContainText('2 Small');
    await expect(row(page, '#1')).toContainText('18.9');
    await expect(row(page, '#1')).toContainText('In development');
    await expect(row(page, '#1').getByTitle(/^Ana/)).toBeVisible();
    await expect(row(page, '#1')).toContainText('3 days ago');
    await expect(row(page, '#3')).toContainText('5 Larger: resize');
    await expect(row(page, '#4')).toContainText('not weighed');
    await expect(panel(page)).toContainText('group::package');
    await expect(panel(page)).toContainText('6 of 6 loaded');
    expect(asked(demo, 'handrailOpenItems')).toHaveLength(1);
  },
  'says in the row what contradicts itself': async ({ page, demo }) => {
    team(demo, { priority: 'security' }, { priority: 'Package::P1' });
    await openList(page);
    await expect(rows(page)).toHaveCount(2);
    const said = 'A security issue also carries Planning Priority or Package::P1.';
    await expect(rows(page).first().getByText(said)).toBeVisible();
    await expect(rows(page).last()).not.toContainText(said);
  },
  'says that nothing is waiting': async ({ page, demo }) => {
    team(demo, {});
    await openList(page);
    await expect(panel(page)).toContainText('Nothing is waiting');
    await expect(panel(page)).toContainText('No open issue here carries a priority for group::package.');
  },
  'copies the list as a Markdown table that holds whatever a title holds': async ({ page, demo, browserContext }) => {
    team(
      demo,
      { priority: 'Package::P1', weight: 2, milestone: '18.9', assignees: ['ana'] },
      { priority: 'Package::P2' },
    );
    const [first, second] = ['1', '2'].map(iid => demo.store.workItems.find(one => one.iid === iid));
    if (!first || !second) throw new Error('expected issues 1 and 2');
    first.title = 'a | b\\ `c` <img src=x onerror=alert(1)> @ana #4';
    second.title = 'secret plan';
    second.confidential = true;
    await browserContext.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://gitlab.com' });
    await openList(page);
    await expect(rows(page)).toHaveCount(2);
    await expect(row(page, '#1')).toContainText('<img src=x onerror=alert(1)>');
    await expect(page.locator('handrail-view img')).toHaveCount(0);
    await panel(page).getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(panel(page)).toContainText('The table is in your clipboard.');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const [head, rule, one, two] = text.split('\n');
    expect(head).toBe('| Item | Title | Priority | Weight | Milestone | Step | Assignees |');
    expect(rule).toBe('| --- | --- | --- | --- | --- | --- | --- |');
    expect(one).toContain(
      '| gitlab-org/gitlab#1 | a \\| b\\\\ \\`c\\` \\<img src=x onerror=alert(1)\\> \\@ana \\#4 | P1 | 2 Small | 18.9 |',
    );
    expect(two).toContain('| gitlab-org/gitlab#2 | (confidential) | P2 | not weighed |');
  },
});

together('how it loads, in one page', {
  'loads page by page, stops at the limit that it names, and goes on when asked': async ({ page, demo }) => {
    many(demo, 620);
    await openList(page);
    await expect(panel(page)).toContainText('500 of 620 loaded', { timeout: 30_000 });
    await expect(panel(page)).toContainText('Handrail stops at 500, the latest changed first.');
    expect(asked(demo, 'handrailOpenItems')).toHaveLength(5);
    await panel(page).getByRole('button', { name: 'Load 500 more' }).click();
    await expect(panel(page)).toContainText('620 of 620 loaded', { timeout: 30_000 });
    await expect(rows(page)).toHaveCount(620);
  },
  'can be cancelled while it loads, and goes on where it stopped': async ({ page, demo }) => {
    many(demo, 150);
    demo.latency = 1500;
    await openList(page);
    await expect(panel(page)).toContainText('100 of 150 loaded');
    await expect(panel(page)).toContainText('Loading the open issues');
    await panel(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(panel(page)).toContainText('Stopped. Some open issues are missing here.');
    demo.latency = 60;
    await panel(page).getByRole('button', { name: 'Go on' }).click();
    await expect(panel(page)).toContainText('150 of 150 loaded');
    await expect(rows(page)).toHaveCount(150);
  },
  'waits as long as GitLab says when it limits requests': async ({ page, demo }) => {
    team(demo, { priority: 'Package::P1' });
    demo.fail({ match: 'handrailOpenItems', with: 429, times: 1, retryAfter: 3 });
    const start = Date.now();
    await openList(page);
    await expect(panel(page)).toContainText('GitLab is limiting requests. Handrail goes on by itself.');
    await expect(rows(page)).toHaveCount(1);
    expect(Date.now() - start).toBeGreaterThan(2900);
    expect(asked(demo, 'handrailOpenItems')).toHaveLength(2);
  },
  'the waiting can be cancelled': async ({ page, demo }) => {
    team(demo, { priority: 'Package::P1' });
    demo.fail({ match: 'handrailOpenItems', with: 429, times: 1, retryAfter: 600 });
    await openList(page);
    await expect(panel(page)).toContainText(/(600|59\d) s/);
    await panel(page).getByRole('button', { name: 'Cancel' }).click();
    await panel(page).getByRole('button', { name: 'Go on' }).click();
    await expect(rows(page)).toHaveCount(1);
  },
  'says why the items could not be loaded, keeps what it has, and tries again': async ({ page, demo }) => {
    many(demo, 150);
    const mend = demo.fail({ match: 'handrailOpenItems', with: 'cut' });
    await openList(page);
    const reason = 'The open issues could not be loaded. GitLab could not be reached.';
    await expect(panel(page)).toContainText(reason);
    mend();
    // The first page comes, the second one does not.
    demo.latency = 1500;
    const before = asked(demo, 'handrailOpenItems').length;
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => asked(demo, 'handrailOpenItems').length).toBe(before + 1);
    demo.fail({ match: 'handrailOpenItems', with: 500, times: 1 });
    await expect(panel(page)).toContainText('The open issues could not be loaded. GitLab has a problem (status 500).');
    await expect(rows(page)).toHaveCount(100);
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await expect(rows(page)).toHaveCount(150);
  },
  'filters that fit nothing say so and offer a way back': async ({ page, demo }) => {
    team(demo, { priority: 'Package::P1' });
    await openList(page);
    await panel(page).getByRole('button', { name: 'Mine' }).click();
    await expect(panel(page)).toContainText('Nothing fits these filters');
    await expect(panel(page)).toContainText('One item waits without them.');
    await panel(page).getByRole('button', { name: 'Show all' }).click();
    await expect(rows(page)).toHaveCount(1);
  },
});

test('asks GitLab for nothing before it is opened, and reads an item’s comments once', async ({ page, demo }) => {
  for (const address of [list, board]) {
    await page.goto(address);
    await expect(opener(page)).toBeVisible();
    await expect(page.locator('.gl-label').first()).toBeVisible();
  }
  expect(askedByUs(demo)).toEqual([]);
  team(demo, { priority: 'Package::P1' });
  await opener(page).click();
  await expect(row(page, '#1')).toContainText('ago');
  await opener(page).click();
  await expect(panel(page)).toHaveCount(0);
  await opener(page).click();
  await expect(row(page, '#1')).toContainText('ago');
  expect(asked(demo, 'handrailOpenItems')).toHaveLength(2);
  expect(asked(demo, 'handrailNewestComments')).toHaveLength(1);
});

test('comments are asked for only of the rows in view', async ({ page, demo }) => {
  team(demo, ...Array.from({ length: 40 }, () => ({ priority: 'Package::P1' })));
  await openList(page);
  await expect(rows(page)).toHaveCount(40);
  await expect.poll(() => asked(demo, 'handrailNewestComments').length).toBeGreaterThan(0);
  await expect(panel(page).getByText(/ago$/).first()).toBeVisible();
  const requests = () => asked(demo, 'handrailNewestComments').map(({ variables }) => variables?.ids as string[]);
  const ids = () => new Set(requests().flat());
  await expect.poll(() => ids().size).toBeGreaterThan(10);
  expect(ids().size).toBeLessThan(30);
  await rows(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => ids().size).toBeGreaterThan(20);
  expect(Math.max(...requests().map(one => one.length))).toBe(10);
});

test('the keyboard alone: opens, moves, says why, closes, and opens an item', async ({ page, demo }) => {
  team(
    demo,
    { priority: 'Package::P1', weight: 2 },
    { priority: 'Package::P1', weight: 1 },
    { priority: 'Package::P2', weight: 1 },
  );
  await page.goto(list);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(row(page, '#2')).toBeFocused();
  await expect(row(page, '#2')).toHaveAccessibleDescription('Before #1: same priority, less weight');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, '#1')).toBeFocused();
  await expect(panel(page)).toContainText('Before #3: P1 comes before P2');
  await expect(panel(page)).not.toContainText('less weight');
  await page.keyboard.press('End');
  await expect(row(page, '#3')).toBeFocused();
  await expect(panel(page)).not.toContainText('Before #');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, '#3')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(row(page, '#2')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row(page, '#2')).toBeFocused();
  // One row is in the order of Tab.
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Copy as Markdown' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(row(page, '#2')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, '#2')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/-\/(issues|work_items)\/1$/);
});

test('filters by person and milestone, and remembers it', async ({ page, demo }) => {
  team(
    demo,
    { priority: 'Package::P1', milestone: '18.9', assignees: ['ana'] },
    { priority: 'Package::P1', milestone: '18.10', assignees: ['ana'] },
    { priority: 'Package::P2', milestone: '18.9' },
  );
  await openList(page);
  await expect(rows(page)).toHaveCount(3);
  const toggle = (name: string) => panel(page).getByRole('button', { name, exact: true });
  await toggle('Mine').click();
  await expect(toggle('Mine')).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page)).toHaveCount(2);
  await toggle('Milestone 18.9').click();
  await expect(rows(page)).toHaveCount(1);
  const address = new URL((await panel(page).getByRole('link', { name: 'Open in GitLab' }).getAttribute('href')) ?? '');
  expect(address.pathname).toBe('/gitlab-org/gitlab/-/issues');
  expect([...address.searchParams]).toEqual([
    ['state', 'opened'],
    ['label_name[]', 'group::package'],
    ['assignee_username[]', 'ana'],
    ['milestone_title', '18.9'],
  ]);
  await page.reload();
  await opener(page).click();
  await expect(toggle('Mine')).toHaveAttribute('aria-pressed', 'true');
  await expect(toggle('Milestone 18.9')).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page)).toHaveCount(1);
  await toggle('Unassigned').click();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, '#3')).toBeVisible();
  await toggle('Milestone 18.9').click();
  await toggle('All').click();
  await expect(rows(page)).toHaveCount(3);
});

test('weights that live in labels are read from there, and decide between equals', async ({ page, demo, choose }) => {
  const seed = packageGroup as Profile;
  if (!seed.scale) throw new Error('expected a scale');
  const profile: Profile = {
    ...seed,
    id: 'tracks',
    name: 'Tracks',
    scale: { ...seed.scale, in: [{ track: 'Weight', label: 'weight::{n}' }] },
  };
  for (const [at, title] of ['weight::1', 'weight::2'].entries()) {
    demo.store.labels.push({
      id: 5000 + at,
      kind: 'GroupLabel',
      namespace: 'gitlab-org',
      title,
      color: '#1f75cb',
      description: '',
      priority: null,
    });
  }
  team(
    demo,
    { priority: 'Package::P1', weight: 1, labels: ['weight::2'] },
    { priority: 'Package::P1', weight: 3, labels: ['weight::1'] },
    { priority: 'Package::P1', weight: 1 },
  );
  await choose([{ profile: 'tracks', path: 'gitlab-org' }], profile);
  await openList(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('1 Trivial');
  await expect(rows(page).first()).toHaveAccessibleDescription('Before #1: same priority, less weight');
  await expect(rows(page).nth(1)).toContainText('2 Small');
  await expect(rows(page).last()).toContainText('not weighed');
});

test('stands first among the buttons of a list, at their height', async ({ page, demo }) => {
  await page.goto(list);
  const bulk = page.getByTestId('bulk-edit-start-button');
  await expect(opener(page)).toHaveCount(1);
  const [own, other] = [await opener(page).boundingBox(), await bulk.boundingBox()];
  expect(own?.height).toBe(other?.height);
  expect(own?.y).toBe(other?.y);
  expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThan(other?.x ?? 0);
  // Without the right to edit many at once it stands beside the link to a new item.
  demo.role = 'guest';
  await page.reload();
  await expect(page.getByTestId('new-epic-button')).toBeVisible();
  await expect(opener(page)).toHaveCount(1);
  await opener(page).click();
  await expect(panel(page)).toBeVisible();
});

test('stands once on a board, in whichever of its two rows of buttons is shown', async ({ page, demo }) => {
  team(demo, { priority: 'Package::P1' });
  await page.goto(board);
  await expect(opener(page)).toHaveCount(1);
  await opener(page).click();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 500, height: 800 });
  await expect(opener(page)).toHaveCount(1);
  await opener(page).click();
  await expect(rows(page)).toHaveCount(1);
});

test('the popup opens it for the project of the page, also on an issue', async ({ page, openPopup, demo }) => {
  team(demo, { priority: 'Package::P1' });
  await openIssue(page, 1);
  await expect(view(page, 'status-comment')).toHaveCount(1);
  await expect(opener(page)).toHaveCount(0);
  const popup = await openPopup(page);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Next up in gitlab-org/gitlab' }).click();
  await closed;
  await expect(rows(page)).toHaveCount(1);
});

test('the popup has no such button where there is nothing to open, or it is switched off', async ({
  page,
  openPopup,
}) => {
  await page.goto('https://gitlab.com/dashboard/issues');
  const onDashboard = await openPopup(page);
  await expect(onDashboard.getByText('gitlab.com', { exact: true })).toBeVisible();
  await expect(onDashboard.getByRole('button', { name: /^Next up in/ })).toHaveCount(0);
  await onDashboard.close();
  await page.goto(list);
  await expect(opener(page)).toBeVisible();
  const popup = await openPopup(page);
  await expect(popup.getByRole('button', { name: /^Next up in/ })).toBeVisible();
  await popup.getByRole('switch', { name: 'Next up' }).setChecked(false);
  await expect(opener(page)).toHaveCount(0);
  await popup.reload();
  await expect(popup.getByRole('switch', { name: 'Next up' })).not.toBeChecked();
  await expect(popup.getByRole('button', { name: /^Next up in/ })).toHaveCount(0);
});

test('works on the Free tier, without weights and without Status', async ({ page, demo }) => {
  demo.store.plan = 'free';
  team(demo, { priority: 'package:active', weight: 3 }, { priority: 'package:active', weight: 1 });
  const [first, second] = ['1', '2'].map(iid => demo.store.workItems.find(one => one.iid === iid));
  if (!first || !second) throw new Error('expected issues 1 and 2');
  first.createdAt = '2020-01-01T00:00:00Z';
  second.createdAt = '2021-01-01T00:00:00Z';
  await openList(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('#1');
  await expect(panel(page)).not.toContainText(/weighed|Small|Medium|Trivial/);
  await expect(row(page, '#1')).toHaveAccessibleDescription('Before #2: same priority, older');
});

/** Adds open items of the team until there are as many. */
function many(demo: Demo, count: number): void {
  team(demo, { priority: 'Package::P1' });
  const { workItems } = demo.store;
  const model = workItems.find(item => item.iid === '1' && item.namespace === 'gitlab-org/gitlab');
  if (!model) throw new Error('expected issue 1');
  for (let number = 1; number < count; number += 1) {
    workItems.push({ ...model, id: 50_000 + number, iid: String(1_000 + number), title: `Copy ${number}`, notes: [] });
  }
}

test('is readable for everybody, wide, narrow and large', async ({ page, demo }) => {
  team(
    demo,
    { priority: 'security', weight: 2, milestone: '18.9', assignees: ['ana'], labels: ['workflow::in dev'] },
    { priority: 'Package::P1', weight: 1 },
    { priority: 'package:active' },
  );
  const item = demo.store.workItems.find(one => one.iid === '2');
  if (item) item.title = `${'Loremipsumdolorsitamet'.repeat(12)} أولوية عالية`;
  await openList(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(row(page, '#1')).toContainText('ago');
  // 640 × 400 is a window of 1280 × 800 at 200 %.
  for (const [width, height] of [
    [1500, 1000],
    [640, 400],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    const box = await panel(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    const overflow = await panel(page).evaluate(one => one.scrollWidth > one.clientWidth);
    expect(overflow).toBe(false);
    await rows(page).last().focus();
    await expect(rows(page).last()).toBeInViewport();
    expect(await violationsIn(page, 'handrail-view[data-feature="next-up"]')).toEqual([]);
  }
});

test('goes without a trace with its panel open', async ({ page, openPopup, demo }) => {
  team(demo, { priority: 'Package::P1' });
  await page.goto(list);
  await expect(opener(page)).toBeVisible();
  const popup = await openPopup(page);
  const own = popup.getByRole('switch', { name: 'Next up' });
  await own.setChecked(false);
  await expect(view(page, 'next-up')).toHaveCount(0);
  await page.bringToFront();
  await expect(page.locator('.gl-label').first()).toBeVisible();
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await own.setChecked(true);
  await opener(page).click();
  await expect(rows(page)).toHaveCount(1);
  await own.setChecked(false);
  await expect(view(page, 'next-up')).toHaveCount(0);
  expect((await page.evaluate(() => document.documentElement.outerHTML)).split('><')).toEqual(before.split('><'));
});

test('in a group it takes the items of all its projects', async ({ page, demo }) => {
  team(demo, { priority: 'Package::P1', weight: 2 });
  const elsewhere = demo.store.workItems.find(one => one.namespace === 'gitlab-org/container-registry');
  const first = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (!elsewhere || !first) throw new Error('expected an item in each project');
  Object.assign(elsewhere, { state: 'OPEN', labels: first.labels, weight: 1 });
  for (const address of [
    'https://gitlab.com/groups/gitlab-org/-/issues',
    'https://gitlab.com/groups/gitlab-org/-/boards',
  ]) {
    await openList(page, address);
    await expect(rows(page)).toHaveCount(2);
    await expect(row(page, `container-registry#${elsewhere.iid}`)).toBeFocused();
    await expect(row(page, `container-registry#${elsewhere.iid}`)).toHaveAccessibleDescription(
      'Before gitlab#1: same priority, less weight',
    );
    await expect(panel(page).getByRole('link', { name: 'Open in GitLab' })).toHaveAttribute(
      'href',
      /^https:\/\/gitlab\.com\/groups\/gitlab-org\/-\/issues\?state=opened&label_name/,
    );
  }
});
