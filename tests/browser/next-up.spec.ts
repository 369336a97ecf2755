/** What the team's agreement says to take next: what the list holds, and how it is loaded. */
import { expect } from './fixtures';
import { asked, many, openList, panel, row, rows, team } from './next-up-panel';
import { together } from './together';

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
  'a bot’s later comment is no status update': async ({ page, demo }) => {
    team(demo, {}, {}, {}, {}, {}, {}, { priority: 'Package::P1' });
    const [read, seventh] = ['1', '7'].map(iid =>
      demo.store.workItems.find(one => one.namespace === 'gitlab-org/gitlab' && one.iid === iid),
    );
    const update = read?.notes.findLast(note => note.body.startsWith('Complete:'));
    const bot = demo.store.users.find(user => user.username === 'package-bot');
    if (!seventh || !update || !bot) throw new Error('expected issue 7, an update and a bot');
    const later = new Date(Date.now() - 86_400_000).toISOString();
    seventh.notes = [update, { ...update, id: '1', discussionId: 'b'.repeat(40), author: bot, createdAt: later }];
    await openList(page);
    await expect(row(page, '#7')).toContainText('3 days ago');
  },
  'stays where it was scrolled to when the ages of rows come, and leaves the focus to who went elsewhere': async ({
    page,
    demo,
  }) => {
    team(demo, ...Array.from({ length: 40 }, () => ({ priority: 'Package::P1' })));
    const [first, ...others] = demo.store.workItems.filter(one => one.namespace === 'gitlab-org/gitlab');
    for (const item of others) item.notes = first?.notes ?? [];
    await openList(page);
    await expect(rows(page).first()).toBeFocused();
    // An empty spot of GitLab's page.
    await page.mouse.click(4, 700);
    await expect(rows(page).first()).not.toBeFocused();
    const before = asked(demo, 'handrailNewestComments').length;
    const list = panel(page).locator('.list');
    await list.hover();
    await page.mouse.wheel(0, 5000);
    await expect.poll(() => asked(demo, 'handrailNewestComments').length).toBeGreaterThan(before);
    await expect(rows(page).last()).toContainText('ago');
    expect(await list.evaluate(element => element.scrollTop)).toBeGreaterThan(1000);
    await expect(rows(page).first()).not.toBeFocused();
  },
  'shows the first of many assignees and how many more there are, and the title keeps its room': async ({
    page,
    demo,
  }) => {
    team(demo, { priority: 'Package::P1' });
    const [item, ana] = [demo.store.workItems.find(one => one.iid === '1'), demo.store.users[0]];
    if (!item || !ana) throw new Error('expected issue 1 and a person');
    item.assignees = Array.from({ length: 25 }, (_, at) => ({ ...ana, id: 900 + at, username: `one${at}` }));
    await openList(page);
    await expect(row(page, '#1').locator('.avatar')).toHaveCount(2);
    await expect(row(page, '#1')).toHaveAccessibleName(/, and 23 more assignees, /);
    const title = await row(page, '#1').locator('.title').boundingBox();
    expect(title?.width).toBeGreaterThan(250);
    expect(
      await panel(page).evaluate(one =>
        [...one.querySelectorAll('.list')].every(list => list.scrollWidth <= list.clientWidth),
      ),
    ).toBe(true);
  },
  'says in the row what contradicts itself': async ({ page, demo }) => {
    team(demo, { priority: 'security' }, { priority: 'Package::P1' });
    await openList(page);
    await expect(rows(page)).toHaveCount(2);
    const said = 'Planning Priority or Package::P1 is missing: a security issue carries one of them.';
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
    demo.fail({ match: 'handrailOpenItems', with: 429, times: 1, retryAfter: 2 });
    const start = Date.now();
    await openList(page);
    await expect(panel(page)).toContainText('GitLab is limiting requests. Handrail goes on by itself.');
    await expect(rows(page)).toHaveCount(1);
    expect(Date.now() - start).toBeGreaterThan(1900);
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
    await expect(rows(page).first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
  },
});
