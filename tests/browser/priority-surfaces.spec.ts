/** Every place in which GitLab shows items has their priority once, takes no harm from it, and asks nothing for it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { addLargeProject } from '../../demo/large';
import type { Demo } from '../../demo/server';
import { priorityOf } from '../../handbook/priority';
import { type Condition, type Profile, parseProfile } from '../../handbook/profile';
import { violationsIn } from './axe';
import { askedByUs, expect, openIssue, test, view } from './fixtures';
import { thorough } from './thorough';

const profile = parseProfile(readFileSync('handbook/profiles/package-group-2021.json', 'utf8'));
if ('problems' in profile) throw new Error('expected the shipped profile to be valid');
const packageGroup = profile.profile;

const gitlab = 'https://gitlab.com';
const rowSelector = 'li[id^="issuable_"], .board-card, [data-testid="links-child"], [role="row"]:has(> [role="cell"])';

/** The path of a row's item and the name on its badge, none or more. */
type Row = { path: string; badges: string[] };

/** What every row shows after each was scrolled into view, as one would by hand. */
async function rowsOf(page: Page): Promise<Row[]> {
  return page.evaluate(async selector => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    // A board loads more cards meanwhile.
    for (let at = 0; at < document.querySelectorAll(selector).length; at++) {
      document.querySelectorAll(selector)[at]?.scrollIntoView({ block: 'nearest' });
      await frame();
    }
    return [...document.querySelectorAll(selector)].map(row => ({
      path: new URL(
        row.querySelector('a[id^="listItem-"], a.gl-font-bold')?.getAttribute('href') ?? '',
        location.href,
      ).pathname.replace('/-/work_items/', '/-/issues/'),
      badges: [...row.querySelectorAll('handrail-view[data-feature="priority-badges"]')].map(
        host => host.shadowRoot?.querySelector('button')?.textContent ?? '',
      ),
    }));
  }, rowSelector);
}

/** What the agreement says of the demo's items. */
function expected(demo: Demo, paths: readonly string[]): Row[] {
  return paths.map(path => {
    const [, namespace, kind, iid] = /^\/(?:groups\/)?(.+)\/-\/(\w+)\/(\d+)$/.exec(path) ?? [];
    const items = kind === 'merge_requests' ? demo.store.mergeRequests : demo.store.workItems;
    const item = items.find(one => one.namespace === namespace && one.iid === iid);
    if (!item) throw new Error(`expected an item at ${path}`);
    const isOpen = item.state === 'OPEN' || item.state === 'opened';
    const priority = isOpen && priorityOf({ labels: item.labels.map(label => label.title) }, packageGroup);
    return { path, badges: priority ? [priority.rule.name] : [] };
  });
}

async function expectEachRowOnce(page: Page, demo: Demo, atLeast = 1): Promise<Row[]> {
  let rows: Row[] = [];
  await expect(async () => {
    rows = await rowsOf(page);
    expect(rows.filter(row => row.badges.length > 0).length).toBeGreaterThanOrEqual(atLeast);
    expect(rows).toEqual(
      expected(
        demo,
        rows.map(row => row.path),
      ),
    );
  }).toPass({ timeout: 20_000 });
  return rows;
}

const badges = (page: Page) => view(page, 'priority-badges').getByRole('button');

for (const path of [
  '/gitlab-org/gitlab/-/issues',
  '/gitlab-org/gitlab/-/work_items',
  '/groups/gitlab-org/-/issues',
  '/groups/gitlab-org/-/work_items',
  '/dashboard/issues?assignee_username=ana',
  '/gitlab-org/gitlab/-/merge_requests',
  '/groups/gitlab-org/-/merge_requests',
  '/gitlab-org/gitlab/-/boards/1',
  '/groups/gitlab-org/-/boards',
]) {
  test(`every row of ${path} has its badge once, and nothing is asked for it`, async ({ page, demo }) => {
    await page.goto(gitlab + path);
    await expect(badges(page).first()).toBeVisible();
    await expectEachRowOnce(page, demo, 2);
    expect(askedByUs(demo)).toEqual([]);
  });
}

test('the dashboard of merge requests has badges while it shows labels', async ({ page, demo }) => {
  await page.goto(`${gitlab}/dashboard/merge_requests`);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(badges(page)).toHaveCount(0);
  await page.getByTestId('show-labels-toggle').click();
  await expectEachRowOnce(page, demo);
  await expect(badges(page).first()).toBeInViewport();
  await page.getByTestId('show-labels-toggle').click();
  await expect(badges(page)).toHaveCount(0);
});

test('rows made anew by paging, sorting, searching and tabs have their badge once', async ({ page, demo }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/issues`);
  const paths = (await expectEachRowOnce(page, demo, 5)).map(row => row.path);
  const seen = [...paths];
  for (const _ of [2, 3]) {
    const first = page.getByTestId('issuable-title-link').first();
    const before = await first.textContent();
    await page.getByTestId('nextButton').click();
    await expect(first).not.toHaveText(before?.trim() ?? '');
    seen.push(...(await expectEachRowOnce(page, demo)).map(row => row.path));
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(45);

  await page.getByRole('button', { name: 'Sort direction' }).click();
  await expectEachRowOnce(page, demo);
  await page.getByTestId('filtered-search-term-input').fill('registry');
  await page.getByTestId('search-button').click();
  await expect(page).toHaveURL(/search=registry/);
  await expectEachRowOnce(page, demo);
  await page.getByTestId('filtered-search-term-input').fill('');
  await page.getByTestId('search-button').click();
  await page.getByTestId('closed-issuables-tab').click();
  await expect(page).toHaveURL(/state=closed/);
  await expectEachRowOnce(page, demo, 0);
  await expect(badges(page)).toHaveCount(0);
  await page.getByTestId('all-issuables-tab').click();
  await expect(page).toHaveURL(/state=all/);
  await expectEachRowOnce(page, demo);
});

test('opening and closing the side panel leaves every badge once', async ({ page, demo }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/issues`);
  await expectEachRowOnce(page, demo, 5);
  await page
    .getByTestId('issuable-card-link-overlay')
    .first()
    .click({ position: { x: 700, y: 12 } });
  await expect(page.getByTestId('work-item-drawer').getByTestId('work-item-created')).toBeVisible();
  await page.locator('.gl-drawer-close-button').click();
  await expect(page.getByTestId('work-item-drawer')).toHaveCount(0);
  await expectEachRowOnce(page, demo, 5);
});

test('a label that changes in the side panel changes the badge of the row behind it', async ({ page }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/issues?search=preview+affected`);
  const row = page.getByTestId('issuable-container').filter({ hasText: 'preview affected tags' });
  await expect(row.getByRole('button', { name: /^Priority P1,/ })).toBeVisible();
  await row.getByTestId('issuable-card-link-overlay').click({ position: { x: 700, y: 12 } });
  const panel = page.getByTestId('work-item-drawer');
  await panel.getByTestId('Package::P1').getByRole('button', { name: 'Remove label' }).click();
  await expect(row.getByRole('button', { name: /^Priority Scheduling,/ })).toHaveCount(1);
  await expect(row.locator('handrail-view')).toHaveCount(1);
});

test('a list whose display settings hide labels, and a board that hides them, have no badges', async ({ page }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/issues`);
  await expect(badges(page).first()).toBeVisible();
  await page.getByTestId('display-settings').getByRole('button').first().click();
  await page.getByTestId('work-item-metadata-labels').click();
  await expect(badges(page)).toHaveCount(0);

  await page.evaluate(() => localStorage.setItem('gl-show-board-labels', 'false'));
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/boards/1`);
  await expect(page.getByTestId('board-card').nth(10)).toBeAttached();
  await expect(badges(page)).toHaveCount(0);
});

test('a dragged card is made anew with its badge', async ({ page }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/boards/1`);
  const lists = page.getByTestId('board-list').filter({ has: page.locator('.gl-label') });
  const card = page.getByTestId('board-card').filter({ hasText: 'preview affected tags' });
  await expect(card.getByRole('button', { name: /^Priority P1,/ })).toBeVisible();
  const from = await card.boundingBox();
  const to = await lists.nth(1).getByTestId('board-card').first().boundingBox();
  if (!from || !to) throw new Error('expected a card in each of two lists');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 8 });
  await page.mouse.up();
  await expect(lists.nth(1).getByTestId('board-card').filter({ hasText: 'preview affected tags' })).toBeVisible();
  await expect(card.getByRole('button', { name: /^Priority P1,/ })).toBeVisible();
  await expect(card.locator('handrail-view')).toHaveCount(1);
});

test('child items and linked items have their badge once and keep their height, closed ones have none', async ({
  page,
  openPopup,
  demo,
}) => {
  const [linked, child] = ['5', '31'].map(iid => demo.store.workItems.find(item => item.iid === iid));
  const p1 = demo.store.labels.find(label => label.title === 'Package::P1');
  if (!linked || !child || !p1) throw new Error('expected items 5 and 31 and a label');
  child.labels.push(p1);
  child.state = 'OPEN';
  await openIssue(page, 1);
  await expect(page.getByTestId('links-child').first()).toBeVisible();
  const rows = await expectEachRowOnce(page, demo);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  await expectSameHeights(page, await openPopup(page), '[data-testid="links-child"]');
  await page.bringToFront();
  child.state = 'CLOSED';
  await page.reload();
  await expect(page.getByTestId('links-child').first()).toBeVisible();
  await expectEachRowOnce(page, demo, 0);
});

test.describe('a merge request', () => {
  const open = (page: Page) => page.goto(`${gitlab}/gitlab-org/gitlab/-/merge_requests/1`);

  function withoutPriority(demo: Demo) {
    const request = demo.store.mergeRequests.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
    if (!request) throw new Error('expected merge request 1');
    request.labels = request.labels.filter(label => !label.title.startsWith('Package'));
    return request;
  }

  const closes = '/api/v4/projects/gitlab-org%2Fgitlab/merge_requests/1/closes_issues';
  const paths = (demo: Demo) => askedByUs(demo).map(({ path }) => path.split('?')[0]);

  test('has the priority of its own labels', async ({ page, demo }) => {
    await open(page);
    const badge = page.locator('.detail-page-description').getByRole('button', { name: /^Priority P2, / });
    await expect(badge).toHaveText(/^P2 · \d\w\w of 7$/);
    // The weights of the issues that it closes are asked for, and nothing else.
    await expect(view(page, 'weight-guidance')).toBeVisible();
    expect(paths(demo)).toEqual([closes]);
    await badge.click();
    await expect(page.getByRole('dialog').getByRole('link', { name: 'All P2 merge requests' })).toHaveAttribute(
      'href',
      `${gitlab}/gitlab-org/gitlab/-/merge_requests?label_name[]=Package%3A%3AP2`,
    );
  });

  test('else that of the issue which it closes, and says so, with one request', async ({ page, demo }) => {
    withoutPriority(demo);
    await open(page);
    const badge = page.locator('.detail-page-description').getByRole('button', { name: /^Priority P1, / });
    await expect(badge).toHaveText('P1 · from #1');
    await expect(badge).toHaveAccessibleDescription(
      /^Comes from #1, which this merge request closes, with the label Package::P1\./,
    );
    await badge.click();
    const reason = page.getByRole('dialog');
    await expect(reason).toContainText('#1, which this merge request closes, with the label');
    await expect(reason.getByRole('link', { name: 'All P1 issues' })).toHaveAttribute(
      'href',
      `${gitlab}/gitlab-org/gitlab/-/issues?label_name[]=Package%3A%3AP1`,
    );
    // Asked once for the badge and for the weights.
    await expect(view(page, 'weight-guidance')).toBeVisible();
    expect(paths(demo)).toEqual([closes]);
  });

  test('has none and makes no noise when that request fails', async ({ page, demo }) => {
    withoutPriority(demo);
    demo.fail({ match: closes, with: 500 });
    await open(page);
    await expect.poll(() => askedByUs(demo).length).toBe(1);
    await expect(page.locator('li.note').first()).toBeVisible();
    await expect(view(page, 'priority-badges')).toHaveCount(0);
  });

  test('that is merged has none', async ({ page, demo }) => {
    withoutPriority(demo).state = 'merged';
    await open(page);
    await expect(page.locator('.detail-page-description .gl-badge').first()).toHaveText('Merged');
    await expect(page.getByTestId('sidebar-labels').getByTestId('value-wrapper').first()).toBeVisible();
    await expect(view(page, 'priority-badges')).toHaveCount(0);
  });
});

test('the description names the weight’s level, and the reason leads to the list of this page', async ({ page }) => {
  await page.goto(`${gitlab}/groups/gitlab-org/-/issues?search=preview+affected`);
  const badge = page.getByTestId('issuable-container').getByRole('button', { name: 'Priority P1, 3rd of 7, why?' });
  await expect(badge).toHaveText('P1');
  await expect(badge).toHaveAccessibleDescription(/^Decided by the label Package::P1\. .* Weight 2: Small\.$/);
  await badge.click();
  const reason = page.getByRole('dialog', { name: 'P1, 3rd of 7 priorities' });
  await expect(reason.getByRole('link', { name: 'All P1 issues' })).toHaveAttribute(
    'href',
    `${gitlab}/groups/gitlab-org/-/issues?label_name[]=Package%3A%3AP1`,
  );
  await expect(page.getByTestId('work-item-drawer')).toHaveCount(0);
  await expect(page).toHaveURL(/search=preview/);
  await page.keyboard.press('Escape');
  await expect(reason).toHaveCount(0);
});

test('on the dashboard the list is that of the item’s own project', async ({ page }) => {
  await page.goto(`${gitlab}/dashboard/issues?assignee_username=ana`);
  await badges(page).first().click();
  await expect(page.getByRole('dialog').getByRole('link', { name: /^All .* issues$/ })).toHaveAttribute(
    'href',
    /^https:\/\/gitlab\.com\/gitlab-org\/[a-z-]+\/-\/issues\?label_name\[\]=/,
  );
});

test('what a page does not show decides nothing, and the badge says so', async ({ page, demo, choose }) => {
  const first = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (!first) throw new Error('expected issue 1');
  first.confidential = true;
  const rules = packageGroup.priorities?.rules ?? [];
  const team = (name: string, when: Condition): Profile => ({
    ...packageGroup,
    id: 'shown',
    name: 'Shown',
    priorities: { rules: [{ name, when, meaning: `${name}.` }, ...rules] },
  });
  const choosing = [{ profile: 'shown', path: 'gitlab-org' }];
  const row = page.getByTestId('issuable-container');
  const list = `${gitlab}/gitlab-org/gitlab/-/issues?search=preview+affected`;

  // A list of issues shows both, a list of merge requests shows no Status.
  await choose(choosing, team('Hidden', { confidential: true }));
  await page.goto(list);
  await expect(row.getByRole('button', { name: /^Priority Hidden, 1st of 8/ })).toBeVisible();
  await choose(choosing, team('Started', { statuses: ['In progress'] }));
  await expect(row.getByRole('button', { name: /^Priority Started, 1st of 8/ })).toBeVisible();
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/merge_requests`);
  const badge = badges(page).first();
  await expect(badge).toHaveAccessibleDescription(/From what this page shows\.$/);
  await badge.click();
  await expect(page.getByRole('dialog')).toContainText(
    'From what this page shows: a higher rule asks for what it does not show.',
  );
  expect(askedByUs(demo)).toEqual([]);
});

/** Switches the badges off or on from the popup. */
async function switchBadges(popup: Page, on: boolean): Promise<void> {
  await popup.getByRole('switch', { name: 'Priority badges' }).setChecked(on);
}

/** What of GitLab's lies under a badge, and whether the badge itself is hit at its centre. */
function covered(button: Locator): Promise<{ isHit: boolean; under: string[] }> {
  return button.evaluate(element => {
    const host = (element.getRootNode() as ShadowRoot).host as HTMLElement;
    const box = element.getBoundingClientRect();
    const at = (x: number) => document.elementFromPoint(x, box.top + box.height / 2);
    const isHit = at(box.left + box.width / 2) === host;
    host.style.visibility = 'hidden';
    const controls = [1, box.width / 2, box.width - 1].flatMap(x => {
      const found = at(box.left + x)?.closest('a, button, .gl-label');
      return found && !found.matches('[data-testid="issuable-card-link-overlay"], [data-testid="board-card-button"]')
        ? [found.outerHTML.slice(0, 80)]
        : [];
    });
    host.style.visibility = '';
    return { isHit, under: controls };
  });
}

/** No row changes its height because of us, in no width. */
async function expectSameHeights(page: Page, popup: Page, row: string): Promise<void> {
  // By item: a board may load more cards meanwhile.
  const heights = () =>
    page
      .locator(row)
      .evaluateAll(rows =>
        Object.fromEntries(
          rows.map(one => [
            one.querySelector<HTMLAnchorElement>('a[href*="/-/"]')?.href,
            one.getBoundingClientRect().height,
          ]),
        ),
      );
  for (const width of [1500, 992, 700, ...(thorough ? [1200] : [])]) {
    await page.bringToFront();
    await page.setViewportSize({ width, height: 900 });
    await rowsOf(page);
    const withUs = await heights();
    expect(Object.keys(withUs).length).toBeGreaterThan(2);
    await switchBadges(popup, false);
    await expect(view(page, 'priority-badges')).toHaveCount(0);
    expect(await heights(), `${width}`).toMatchObject(withUs);
    await switchBadges(popup, true);
    await expect(
      page
        .locator(row)
        .getByRole('button', { name: /^Priority/ })
        .first(),
    ).toBeAttached();
  }
}

/** Badges are on top, and cover no control of GitLab's. */
async function expectUncovered(page: Page): Promise<void> {
  for (const width of [1500, 1000, 700]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(badges(page).first()).toBeVisible();
    let looked = 0;
    for (const button of await badges(page).all()) {
      const box = await button.boundingBox();
      if (!box || box.y < 250 || box.y > 840 || box.x < 0 || box.x + box.width > width - 16) continue;
      looked++;
      expect(await covered(button), `${width}: ${await button.getAttribute('aria-label')}`).toEqual({
        isHit: true,
        under: [],
      });
    }
    expect(looked).toBeGreaterThan(2);
  }
}

for (const [path, row] of [
  ['/gitlab-org/gitlab/-/issues', '[data-testid="issuable-container"]'],
  ['/gitlab-org/gitlab/-/boards/1', '[data-testid="board-card"]'],
] as const) {
  test(`in no width of ${path} a row changes its height, or is a control of GitLab's covered`, async ({
    page,
    openPopup,
  }) => {
    await page.goto(gitlab + path);
    // A board loads more cards while one scrolls.
    await expect(async () => {
      const { length } = await rowsOf(page);
      expect(await rowsOf(page)).toHaveLength(length);
    }).toPass();
    await expect(badges(page).first()).toBeAttached();
    await test.step('axe finds nothing', () => expectAccessible(page));
    await test.step('covers nothing', () => expectUncovered(page));
    const popup = await openPopup(page);
    await test.step('heights', () => expectSameHeights(page, popup, row));
  });
}

test('a press beside the badge opens the side panel as ever, one on the badge does not', async ({ page }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/issues`);
  const badge = badges(page).first();
  await badge.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByTestId('work-item-drawer')).toHaveCount(0);
  const box = await badge.boundingBox();
  if (!box) throw new Error('expected a badge');
  await page.keyboard.press('Escape');
  await page.mouse.click(box.x + box.width + 150, box.y + 10);
  await expect(page.getByTestId('work-item-drawer')).toBeVisible();
});

test('the Tab key comes from a title to its badge and goes on to the row', async ({ page }) => {
  await page.goto(`${gitlab}/gitlab-org/gitlab/-/issues?search=preview+affected`);
  const row = page.getByTestId('issuable-container').first();
  await expect(row.getByRole('button', { name: /^Priority/ })).toBeVisible();
  await row.getByTestId('issuable-title-link').focus();
  await page.keyboard.press('Tab');
  await expect(row.getByRole('button', { name: /^Priority/ })).toBeFocused();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(row.getByTestId('issuable-created-at')).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto(`${gitlab}/gitlab-org/gitlab/-/boards/1`);
  const card = page.getByTestId('board-card').filter({ hasText: 'preview affected tags' });
  await expect(card.getByRole('button', { name: /^Priority/ })).toBeVisible();
  await card.getByTestId('board-card-title-link').focus();
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: /^Priority/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.getByRole('button', { name: 'Card options' })).toBeFocused();
});

test('labels that mean harm stay text, are matched exactly, and the layout holds', async ({ page, demo }) => {
  for (const path of ['/hostile/injection/-/issues', '/hostile/injection/-/boards', '/hostile/injection/-/issues/1']) {
    await page.goto(gitlab + path);
    await expect(badges(page).first()).toBeVisible();
    const rows = (await rowsOf(page)).filter(row => row.path);
    for (const row of rows) expect(row.badges.length, row.path).toBeLessThanOrEqual(1);
    await badges(page).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.dataset.hacked)).toBeUndefined();
    await expect(page.locator('handrail-view :is(img, script)')).toHaveCount(0);
  }
  // The longest of them decides once a team's agreement names it.
  const longest = demo.store.labels.filter(label => label.title.length > 200);
  expect(longest.length).toBeGreaterThan(0);
});

test('a board of 500 cards has badges for those in view, and for the others when they come', async ({ page, demo }) => {
  addLargeProject(demo.store, { issues: 500, comments: 0 });
  demo.latency = 0;
  await page.goto(`${gitlab}/gitlab-org/large/-/boards/99`);
  await expect(badges(page).first()).toBeVisible();
  const cards = page.getByTestId('board-card');
  await expect(async () => {
    await page.locator('.board-list').evaluateAll(lists => {
      for (const list of lists) list.scrollTo(0, list.scrollHeight);
    });
    expect(await cards.count()).toBe(500);
  }).toPass({ intervals: [50], timeout: 60_000 });
  await page.locator('.board-list').evaluateAll(lists => {
    for (const list of lists) list.scrollTo(0, 0);
  });
  const third = cards.filter({ hasText: /Issue 3 of/ });
  await expect(third.getByRole('button', { name: /^Priority/ })).toBeVisible();
  const counts = await page
    .getByTestId('board-card')
    .evaluateAll(cards => cards.map(card => card.querySelectorAll('handrail-view').length));
  expect(Math.max(...counts)).toBe(1);
  expect(askedByUs(demo)).toEqual([]);
});

async function expectAccessible(page: Page): Promise<void> {
  await badges(page).first().click();
  const reason = page.getByRole('dialog');
  await expect(reason).toBeVisible();
  await reason.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
  expect(await violationsIn(page, 'handrail-view')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(reason).toHaveCount(0);
}
