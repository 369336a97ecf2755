/**
 * GitLab 16.x and 17.x, the plans, signed out, and people who may not do much: what is missing there is absent, and
 * nothing of it is broken.
 */
import type { Page } from '@playwright/test';
import { expect, openIssue, test, view } from './fixtures';
import { oneIn } from './thorough';

/** Whether a script of ours complained, in any world: an error page, a rejected promise, a feature that stopped. */
async function complaints(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const found: string[] = [];
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => found.push(exceptionDetails.text));
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args.map(({ value }) => String(value)).join(' ');
    if (type === 'error' && text.includes('Handrail')) found.push(text);
  });
  await session.send('Runtime.enable');
  return found;
}

test.describe('the issue page of GitLab 16.x to 17.10', () => {
  test.beforeEach(({ page: _, demo }) => {
    demo.store.issuePage = 'legacy';
  });

  test('has badge, guidance and status, sets a weight through its own form, takes a status, and is what it was without us', async ({
    page,
    demo,
    openPopup,
  }) => {
    const said = await complaints(page);
    await openIssue(page, 1);
    await expect(page.locator('.detail-page-header-body').getByRole('button', { name: /^Priority P1/ })).toBeVisible();
    const guidance = page.getByTestId('sidebar-weight').locator('handrail-view');
    await expect(guidance).toContainText('Small');
    await guidance.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: /^3\b/ }).check();
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    await expect(guidance.getByText('Weight set to 3.')).toBeVisible();
    await expect(page.getByTestId('sidebar-weight-value')).toHaveText('3');
    expect(demo.store.workItems.find(item => item.iid === '1' && item.namespace === 'gitlab-org/gitlab')?.weight).toBe(
      3,
    );
    await guidance.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByTestId('sidebar-weight-value')).toHaveText('2');
    expect(said).toEqual([]);

    await test.step('takes a status into its comment box, and what is posted is the last update', async () => {
      await page.getByRole('button', { name: 'Status update' }).click();
      await page.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80');
      await page.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90');
      await page.getByRole('button', { name: 'Insert into comment' }).click();
      await expect(page.locator('textarea#note-body')).toHaveValue(/80% complete, 90% confident/);
      await page.getByTestId('comment-button').getByRole('button').click();
      await expect(page.locator('#notes-list').getByText('80% complete, 90% confident')).toBeVisible();
      // The draft has become the last update.
      await expect(view(page, 'status-comment')).toContainText('80% · 90% sure');
    });

    await test.step('with GitLab’s older tokens everything has a colour of its own', async () => {
      await page.evaluate(() => {
        for (const sheet of document.styleSheets) {
          for (const rule of sheet.cssRules) {
            if (!(rule instanceof CSSStyleRule)) continue;
            for (const name of [...rule.style]) if (name.startsWith('--gl-')) rule.style.removeProperty(name);
          }
        }
      });
      await page.getByRole('button', { name: 'Choose a weight' }).click();
      await page.getByRole('radio', { name: /^3\b/ }).check();
      const set = page.getByRole('button', { name: 'Set weight 3' });
      await expect(set).toHaveCSS('background-color', 'rgb(31, 117, 203)');
      await expect(set).toHaveCSS('color', 'rgb(255, 255, 255)');
      await expect(page.getByRole('button', { name: /^Priority P1/ })).toHaveCSS(
        'background-color',
        'rgb(245, 217, 168)',
      );
    });

    await test.step('without our views it is what it was', async () => {
      const popup = await openPopup(page);
      for (const one of await popup.getByRole('switch').all()) await one.setChecked(false);
      await expect(page.locator('handrail-view')).toHaveCount(0);
    });
  });

  test('on the Free plan it has no weight and so no guidance', async ({ page, demo }) => {
    demo.store.plan = 'free';
    const said = await complaints(page);
    await openIssue(page, 1);
    await expect(page.getByRole('button', { name: 'Status update' })).toBeVisible();
    await expect(page.getByTestId('sidebar-labels')).toBeVisible();
    await expect(view(page, 'weight-guidance')).toHaveCount(0);
    expect(said).toEqual([]);
  });
});

test('work items as they came first, in GitLab 17, have everything, in the page and in the drawer', async ({
  page,
  demo,
}) => {
  demo.store.issuePage = 'first';
  const said = await complaints(page);
  const weightOf = (iid: string) =>
    demo.store.workItems.find(item => item.iid === iid && item.namespace === 'gitlab-org/gitlab')?.weight;
  await openIssue(page, 1);
  await expect(page.locator('aside[data-testid="work-item-overview-right-sidebar"]')).toBeVisible();
  await expect(page.locator('[data-work-item-iid]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Priority P1/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await page.getByRole('radio', { name: /^3\b/ }).check();
  await page.getByRole('button', { name: 'Set weight 3' }).click();
  await expect(view(page, 'weight-guidance').getByText('Weight set to 3.')).toBeVisible();
  expect(weightOf('1')).toBe(3);
  await page.getByRole('button', { name: 'Status update' }).click();
  await page.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80');
  await page.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90');
  await page.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(page.locator('#work-item-add-or-edit-comment')).toHaveValue(/80% complete, 90% confident/);

  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  const link = page.getByTestId('issuable-title-link').nth(1);
  const iid = /\d+$/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? '';
  // GitLab lays another link over the row.
  await link.dispatchEvent('click');
  const drawer = page.locator('.gl-drawer');
  const inDrawer = (feature: string) => drawer.locator(`handrail-view[data-feature="${feature}"]`);
  await expect(drawer.getByTestId('work-item-title')).toBeVisible();
  await expect(inDrawer('status-comment')).toHaveCount(1);
  await expect(inDrawer('weight-guidance')).toHaveCount(1);
  // It is the drawer's item that is spoken of, not the page's.
  await drawer.getByRole('button', { name: 'Choose a weight' }).click();
  await page.getByRole('radio', { name: /^3\b/ }).check();
  await page.getByRole('button', { name: 'Set weight 3' }).click();
  await expect(drawer.getByText('Weight set to 3.')).toBeVisible();
  expect(weightOf(iid)).toBe(3);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(drawer.getByTestId('work-item-title')).toHaveCount(0);
  await expect(inDrawer('status-comment')).toHaveCount(0);
  expect(said).toEqual([]);
});

test('lists and boards of GitLab 16 have badges; Next up, for which they have no place, is absent', async ({
  page,
  demo,
}) => {
  demo.store.listPage = 'legacy';
  const own = demo.store.workItems.filter(item => item.namespace === 'gitlab-org/gitlab');
  const first = own.find(item => item.iid === '1');
  if (first) first.confidential = true;
  const said = await complaints(page);
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await expect(page.locator('li.issue handrail-view').first()).toContainText('Planning');
  await expect(view(page, 'next-up')).toHaveCount(0);
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues?state=closed');
  await expect(page.locator('li.issue.closed').first()).toBeVisible();
  await expect(view(page, 'priority-badges')).toHaveCount(0);

  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/boards');
  const card = page.locator('.board-card').filter({ has: page.locator('a[href$="/issues/1"]') });
  await expect(card.locator('.confidential-icon')).toBeVisible();
  await expect(card.locator('handrail-view')).toContainText('P1');
  await expect(view(page, 'next-up')).toHaveCount(0);

  // There is no list of work items.
  const missing = await page.goto('https://gitlab.com/gitlab-org/gitlab/-/work_items');
  expect(missing?.status()).toBe(404);
  await expect(page.locator('handrail-view')).toHaveCount(0);
  expect(said).toEqual([]);
});

test('with an API of before 16.10 what needs it is absent, or says so where it was asked for', async ({
  page,
  demo,
}) => {
  Object.assign(demo.store, { issuePage: 'legacy', api: 'older' });
  const said = await complaints(page);
  const sorry = 'This version of GitLab does not offer that.';
  await openIssue(page, 1);
  await expect(page.getByRole('button', { name: /^Priority P1/ })).toBeVisible();
  const guidance = view(page, 'weight-guidance');
  await expect(guidance).toContainText('Small');
  // The comments could not be read, and nobody asked for them.
  const bar = view(page, 'status-comment');
  await expect.poll(() => demo.requests.some(({ operation }) => operation === 'handrailComments')).toBe(true);
  await expect(bar.locator('.reading')).toHaveCount(0);
  await expect(bar.getByText('could not be read')).toHaveCount(0);

  await guidance.getByRole('button', { name: 'Choose a weight' }).click();
  await page.getByRole('radio', { name: /^3\b/ }).check();
  await page.getByRole('button', { name: 'Set weight 3' }).click();
  await expect(
    page.getByText('Weight was not set: this version of GitLab does not offer that. Use GitLab’s own Edit.'),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await bar.getByRole('button', { name: 'Status update' }).click();
  const form = page.getByRole('form', { name: 'Status update' });
  await expect(form.getByText(`More merge requests may belong to this issue: ${sorry}`)).toBeVisible();
  await form.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80');
  await form.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90');
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(page.locator('textarea#note-body')).toHaveValue(/80%/);

  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await page.getByRole('button', { name: 'Next up' }).first().click();
  const nextUp = page.getByRole('dialog', { name: 'Next up' });
  await expect(nextUp.getByText(`The open issues could not be loaded. ${sorry}`)).toBeVisible();
  await expect(nextUp).not.toContainText('None of the issues');
  await expect(nextUp.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(said).toEqual([]);
});

for (const plan of oneIn(3, ['free', 'premium', 'ultimate'] as const)) {
  test(`on the plan ${plan} there is what the plan has`, async ({ page, demo }) => {
    demo.store.plan = plan;
    const said = await complaints(page);
    await openIssue(page, 1);
    await expect(page.getByRole('button', { name: 'Status update' })).toBeVisible();
    await expect(view(page, 'weight-guidance')).toHaveCount(plan === 'free' ? 0 : 1);
    await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
    await expect(page.getByTestId('issuable-title').first()).toBeVisible();
    expect(said).toEqual([]);
  });
}

test('signed out there is what the page shows, and nothing to write with', async ({ page, demo }) => {
  demo.user = undefined;
  const said = await complaints(page);
  await openIssue(page, 1);
  await expect(page.getByRole('button', { name: /^Priority P1/ })).toBeVisible();
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  await expect(page.getByRole('button', { name: 'Status update' })).toHaveCount(0);
  await page
    .getByRole('button', { name: /scale|weight/i })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Set weight/ })).toHaveCount(0);
  expect(said).toEqual([]);
});

test('who may not edit is offered no weight to set', async ({ page, demo }) => {
  demo.role = 'guest';
  const said = await complaints(page);
  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  await page
    .getByRole('button', { name: /scale|weight/i })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Set weight/ })).toHaveCount(0);
  expect(said).toEqual([]);
});
