/** Every place in which GitLab shows items has their priority once, takes no harm from it, and asks nothing for it. */
import { addLargeProject } from '../../demo/large';
import type { Demo } from '../../demo/server';
import type { Condition, Profile } from '../../handbook/profile';
import { askedByUs, expect, openIssue, test, view } from './fixtures';
import { badges, expectEachRowOnce, expectSameHeights, packageGroup, project, rowsOf } from './priority-rows';
import { thorough } from './thorough';
import { together } from './together';

const gitlab = 'https://gitlab.com';

// The project's list of issues and its board are in priority-list.spec.ts and priority-board.spec.ts.
for (const path of [
  '/gitlab-org/gitlab/-/work_items',
  '/groups/gitlab-org/-/work_items',
  '/groups/gitlab-org/-/merge_requests',
  '/groups/gitlab-org/-/boards',
]) {
  test(`every row of ${path} has its badge once, and nothing is asked for it`, async ({ page, demo }) => {
    await page.goto(gitlab + path);
    await expectEachRowOnce(page, demo, 2);
    expect(askedByUs(demo)).toEqual([]);
  });
}

test('every row of a group’s list has its badge once, which names the weight’s level and leads to the list of the group', async ({
  page,
  demo,
}) => {
  await page.goto(`${gitlab}/groups/gitlab-org/-/issues`);
  await expectEachRowOnce(page, demo, 2);
  expect(askedByUs(demo)).toEqual([]);
  await page.getByTestId('filtered-search-term-input').fill('preview affected');
  await page.getByTestId('search-button').click();
  await expect(page).toHaveURL(/search=preview/);
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

test('every row of the dashboard has its badge once, which leads to the list of the item’s own project', async ({
  page,
  demo,
}) => {
  await page.goto(`${gitlab}/dashboard/issues?assignee_username=ana`);
  await expectEachRowOnce(page, demo, 2);
  expect(askedByUs(demo)).toEqual([]);
  await badges(page).first().click();
  await expect(page.getByRole('dialog').getByRole('link', { name: /^All .* issues$/ })).toHaveAttribute(
    'href',
    /^https:\/\/gitlab\.com\/gitlab-org\/[a-z-]+\/-\/issues\?label_name\[\]=/,
  );
});

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

test('child items and linked items have their badge once and keep their height, closed ones have none', async ({
  page,
  browserContext,
  extensionId,
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
  await expectSameHeights({ page, browserContext, extensionId }, '[data-testid="links-child"]', [1500, 700]);
  child.state = 'CLOSED';
  await page.reload();
  await expect(page.getByTestId('links-child').first()).toBeVisible();
  await expectEachRowOnce(page, demo, 0);
});

/** A team whose first rule is the given one. */
function teamWith(name: string, when: Condition): Profile {
  const rules = packageGroup.priorities?.rules ?? [];
  return {
    ...packageGroup,
    id: 'shown',
    name: 'Shown',
    priorities: { rules: [{ name, when, meaning: `${name}.` }, ...rules] },
  };
}
const choosing = [{ profile: 'shown', path: 'gitlab-org' }];

test('a list of issues shows what is confidential, and the Status; the issue’s own page says the same', async ({
  page,
  demo,
  choose,
}) => {
  const first = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (!first) throw new Error('expected issue 1');
  first.confidential = true;
  const row = page.getByTestId('issuable-container');
  await choose(choosing, teamWith('Hidden', { confidential: true }));
  await page.goto(`${project}/issues?search=preview+affected`);
  await expect(row.getByRole('button', { name: /^Priority Hidden, 1st of 8/ })).toBeVisible();
  await choose(choosing, teamWith('Started', { statuses: ['In progress'] }));
  await expect(row.getByRole('button', { name: /^Priority Started, 1st of 8/ })).toBeVisible();
  expect(askedByUs(demo)).toEqual([]);
  await choose(choosing, teamWith('Hidden', { confidential: true }));
  await openIssue(page, 1);
  const header = page.getByTestId('work-item-created').locator('..');
  await expect(header.getByRole('button', { name: /^Priority Hidden, 1st of 8/ })).toBeVisible();
});

const mergeRequests = async (page: Parameters<typeof badges>[0]) => {
  if (page.url() === 'about:blank') await page.goto(`${project}/merge_requests`);
};

together('a list of merge requests', {
  'every row has its badge once, nothing is said of a weight, and nothing is asked': async ({ page, demo }) => {
    await mergeRequests(page);
    await expectEachRowOnce(page, demo, 2);
    for (const badge of [badges(page).first(), badges(page).last()])
      await expect(badge).not.toHaveAccessibleDescription(/Weight/);
    await expect(view(page, 'weight-guidance')).toHaveCount(0);
    expect(askedByUs(demo)).toEqual([]);
  },
  'what the page does not show decides nothing, and the badge says so': async ({ page, demo, choose }) => {
    await choose(choosing, teamWith('Started', { statuses: ['In progress'] }));
    await mergeRequests(page);
    const badge = badges(page).first();
    await expect(badge).toHaveAccessibleDescription(/From what this page shows\.$/);
    await badge.click();
    await expect(page.getByRole('dialog')).toContainText(
      'From what this page shows: a higher rule asks for what it does not show.',
    );
    expect(askedByUs(demo)).toEqual([]);
  },
});

test.describe('a merge request', () => {
  const open = (page: Parameters<typeof badges>[0]) => page.goto(`${project}/merge_requests/1`);

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

  test('that is merged has none', async ({ page, demo }) => {
    withoutPriority(demo).state = 'merged';
    await open(page);
    await expect(page.locator('.detail-page-description .gl-badge').first()).toHaveText('Merged');
    await expect(page.getByTestId('sidebar-labels').getByTestId('value-wrapper').first()).toBeVisible();
    await expect(view(page, 'priority-badges')).toHaveCount(0);
  });
});

test('a press holds when GitLab changes the row before the reason is there', async ({ page }) => {
  await page.goto(`${project}/issues`);
  await badges(page)
    .first()
    .evaluate(async button => {
      const { host } = button.getRootNode() as ShadowRoot;
      const label = host.closest('[data-testid="issuable-container"]')?.querySelector('.gl-label');
      if (!label) throw new Error('expected a row with a label, found none');
      // What the reason is drawn with is on its way from here on.
      (button as HTMLButtonElement).click();
      const other = label.cloneNode(true) as Element;
      for (const text of other.querySelectorAll('.gl-label-text')) text.textContent = 'Of another kind';
      label.after(other);
      await null;
    });
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('an open reason stays when GitLab changes what it is about, and says what holds then', async ({ page }) => {
  await openIssue(page, 1);
  const badge = badges(page).first();
  await badge.click();
  const reason = page.getByRole('dialog');
  await expect(reason).toHaveAccessibleName('P1, 3rd of 7 priorities');
  await page
    .getByTestId('work-item-labels')
    .getByTestId('Package::P1')
    .evaluate(label => {
      label.setAttribute('data-testid', 'Package::P2');
      for (const text of label.querySelectorAll('.gl-label-text-scoped')) text.textContent = 'P2';
    });
  await expect(badge).toHaveText(/^P2 · /);
  await expect(reason).toHaveAccessibleName(/^P2, /);
  await expect(reason).toContainText('Package::P2');
  await expect(badge).toHaveAttribute('aria-expanded', 'true');
  await badge.click();
  await expect(reason).toHaveCount(0);
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

const many = thorough ? 500 : 150;

test(`a board of ${many} cards has badges for those in view, and for the others when they come`, async ({
  page,
  demo,
}) => {
  addLargeProject(demo.store, { issues: many, comments: 0 });
  // Two pages of each list in place of ten.
  demo.store.boardPageSize = many / 10;
  demo.latency = 0;
  await page.goto(`${gitlab}/gitlab-org/large/-/boards/99`);
  await expect(badges(page).first()).toBeVisible();
  const cards = page.getByTestId('board-card');
  await expect(async () => {
    await page.locator('.board-list').evaluateAll(lists => {
      for (const list of lists) list.scrollTo(0, list.scrollHeight);
    });
    expect(await cards.count()).toBe(many);
  }).toPass({ intervals: [50], timeout: 60_000 });
  await page.locator('.board-list').evaluateAll(lists => {
    for (const list of lists) list.scrollTo(0, 0);
  });
  const third = cards.filter({ hasText: /Issue 3 of/ });
  await expect(third.getByRole('button', { name: /^Priority/ })).toBeVisible();
  const counts = await cards.evaluateAll(cards => cards.map(card => card.querySelectorAll('handrail-view').length));
  expect(Math.max(...counts)).toBe(1);
  expect(askedByUs(demo)).toEqual([]);
});
