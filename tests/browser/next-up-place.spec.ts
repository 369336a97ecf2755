/** Next up on lists, boards and in the popup: where it stands, for whom, and how it is used. */
import type { Profile } from '../../handbook/profile';
import packageGroup from '../../handbook/profiles/package-group-2021.json' with { type: 'json' };
import { violationsIn } from './axe';
import { askedByUs, expect, test, view } from './fixtures';
import { asked, board, opener, openList, openOnly, panel, row, rows, team } from './next-up-panel';
import { chooseAnew, together } from './together';

together('how it stands there, in one page', {
  'asks GitLab for nothing before it is opened, and reads an item’s comments once': async ({ page, demo }) => {
    await openOnly(page);
    await expect(page.locator('.gl-label').first()).toBeVisible();
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
  },
  'comments are asked for only of the rows in view': async ({ page, demo }) => {
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
  },
  'goes without a trace with its panel open': async ({ page, openPopup, demo }) => {
    team(demo, { priority: 'Package::P1' });
    await openOnly(page);
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
    await popup.close();
  },
  'the popup has no button where it is switched off': async ({ page, openPopup }) => {
    await openOnly(page);
    await expect(opener(page)).toBeVisible();
    const popup = await openPopup(page);
    await expect(popup.getByRole('button', { name: /^Next up in/ })).toBeVisible();
    await popup.getByRole('switch', { name: 'Next up' }).setChecked(false);
    await expect(opener(page)).toHaveCount(0);
    await popup.reload();
    await expect(popup.getByRole('switch', { name: 'Next up' })).not.toBeChecked();
    await expect(popup.getByRole('button', { name: /^Next up in/ })).toHaveCount(0);
    await popup.close();
  },
  'weights that live in labels are read from there, and decide between equals': async ({ page, demo, choose }) => {
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
    await openOnly(page);
    await chooseAnew({ page, choose }, 'next-up', [{ profile: 'tracks', path: 'gitlab-org' }], profile);
    await openList(page);
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).first()).toContainText('1 Trivial');
    await expect(rows(page).first()).toHaveAccessibleDescription('Before #1: same priority, less weight');
    await expect(rows(page).nth(1)).toContainText('2 Small');
    await expect(rows(page).last()).toContainText('not weighed');
  },
  'works on the Free tier, without weights and without Status': async ({ page, demo }) => {
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
  },
  'is readable for everybody, wide, narrow and large': async ({ page, demo }) => {
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
      // From another row: one that has the focus already is not brought into view again.
      await rows(page).first().focus();
      await rows(page).last().focus();
      await expect(rows(page).last()).toBeInViewport();
      expect(await violationsIn(page, 'handrail-view[data-feature="next-up"]')).toEqual([]);
    }
    await page.setViewportSize({ width: 1500, height: 1000 });
  },
  'filters by person and milestone, and remembers it': async ({ page, demo }) => {
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
    const address = new URL(
      (await panel(page).getByRole('link', { name: 'Open in GitLab' }).getAttribute('href')) ?? '',
    );
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
  },
  'stands first among the buttons of a list, at their height': async ({ page, demo }) => {
    await openOnly(page);
    const bulk = page.getByTestId('bulk-edit-start-button');
    await expect(opener(page)).toHaveCount(1);
    const [own, other] = [await opener(page).boundingBox(), await bulk.boundingBox()];
    expect(own?.height).toBe(other?.height);
    expect(own?.y).toBe(other?.y);
    expect((own?.x ?? 0) + (own?.width ?? 0)).toBe((other?.x ?? 0) - 8);
    // It may come after them: then nothing of GitLab's moves, the row that holds them included.
    const row = bulk.locator('..');
    const withOurs = await row.boundingBox();
    await row.locator('handrail-view').evaluate((host: HTMLElement) => host.style.setProperty('display', 'none'));
    expect(await row.boundingBox()).toEqual(withOurs);
    // Without the right to edit many at once it stands beside the link to a new item.
    demo.role = 'guest';
    await page.reload();
    await expect(page.getByTestId('new-epic-button')).toBeVisible();
    await expect(opener(page)).toHaveCount(1);
    await opener(page).click();
    await expect(panel(page)).toBeVisible();
  },
});

test('the keyboard alone opens, moves, says why, closes, and opens an item, from whose page the popup opens it again', async ({
  page,
  openPopup,
  demo,
}) => {
  team(
    demo,
    { priority: 'Package::P1', weight: 2 },
    { priority: 'Package::P1', weight: 1 },
    { priority: 'Package::P2', weight: 1 },
  );
  await openOnly(page);
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

  // In the popup it is offered on an issue too.
  await expect(view(page, 'status-comment')).toHaveCount(1);
  await expect(opener(page)).toHaveCount(0);
  const popup = await openPopup(page);
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Next up in gitlab-org/gitlab' }).click();
  await closed;
  await expect(rows(page)).toHaveCount(3);
});

test('stands once on a board, in whichever of its two rows of buttons is shown, and asks for nothing before it is opened', async ({
  page,
  demo,
}) => {
  team(demo, { priority: 'Package::P1' });
  await page.goto(board);
  await expect(opener(page)).toHaveCount(1);
  await expect(page.locator('.gl-label').first()).toBeVisible();
  expect(askedByUs(demo)).toEqual([]);
  await opener(page).click();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 500, height: 800 });
  await expect(opener(page)).toHaveCount(1);
  await opener(page).click();
  await expect(rows(page)).toHaveCount(1);
});

test('the popup has no such button where there is nothing to open', async ({ page, openPopup }) => {
  await page.goto('https://gitlab.com/dashboard/issues');
  const onDashboard = await openPopup(page);
  await expect(onDashboard.getByText('gitlab.com', { exact: true })).toBeVisible();
  await expect(onDashboard.getByRole('button', { name: /^Next up in/ })).toHaveCount(0);
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
