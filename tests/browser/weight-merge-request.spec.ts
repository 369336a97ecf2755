/** What the weights of the issues mean that a merge request closes: read only, at the end of its sidebar. */
import type { Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { violationsIn } from './axe';
import { expect, test, view } from './fixtures';

const openMergeRequest = (page: Page, iid: number) =>
  page.goto(`https://gitlab.com/gitlab-org/gitlab/-/merge_requests/${iid}`, { waitUntil: 'domcontentloaded' });

const closes = (page: Page) => view(page, 'weight-guidance').getByRole('region', { name: 'Weight' });

const asked = (demo: Demo) => demo.requests.filter(request => request.path.includes('/closes_issues'));

function issue(demo: Demo, iid: string) {
  const item = demo.store.workItems.find(one => one.iid === iid && one.namespace === 'gitlab-org/gitlab');
  if (!item) throw new Error(`expected issue ${iid}`);
  return item;
}

test('each issue that a merge request closes has its line, without a control', async ({ page, demo }) => {
  issue(demo, '25').weight = 8;
  issue(demo, '36').weight = null;
  await openMergeRequest(page, 5);
  const lines = closes(page).getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(0)).toHaveText(
    'Closes #25 · weight 8, Larger: resize · Anything above 3 is split before it is scheduled.',
  );
  await expect(lines.nth(1)).toHaveText('Closes #36 · Not weighed yet. The scale is 1 to 3.');
  await expect(lines.nth(2)).toContainText('Closes gitlab-org/container-registry#1 · ');
  await expect(lines.nth(0).getByRole('link', { name: '#25' })).toHaveAttribute(
    'href',
    'https://gitlab.com/gitlab-org/gitlab/-/issues/25',
  );
  await expect(view(page, 'weight-guidance').getByRole('button')).toHaveCount(0);
  // At the end of the sidebar, where nothing comes after it.
  await expect(page.locator('aside .issuable-sidebar > handrail-view:last-child')).toHaveCount(1);
  expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
  expect(asked(demo)).toHaveLength(1);
  expect(demo.requests.filter(request => request.body.includes('mutation handrail'))).toEqual([]);
});

test('a merge request that names no issue costs no request', async ({ page, demo }) => {
  for (const one of demo.store.mergeRequests) one.closes = [];
  await openMergeRequest(page, 1);
  await expect(page.getByTestId('merged-status-content')).toBeVisible();
  await expect(page.getByTestId('sidebar-labels')).toBeVisible();
  expect(asked(demo)).toEqual([]);
  await expect(view(page, 'weight-guidance')).toHaveCount(0);
});

test('without weights, and when GitLab does not answer, nothing stands there, no priority either', async ({
  page,
  demo,
}) => {
  const request = demo.store.mergeRequests.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (!request) throw new Error('expected merge request 1');
  // It would have that of the issue which it closes.
  request.labels = request.labels.filter(label => !label.title.startsWith('Package'));
  // After a failure badge and weights each ask: the second failure may come late.
  const answered = (status: number) =>
    page.waitForResponse(response => response.url().includes('/closes_issues') && response.status() === status);
  const stop = demo.fail({
    match: '/api/v4/projects/gitlab-org%2Fgitlab/merge_requests/1/closes_issues',
    with: 500,
  });
  const failure = answered(500);
  await openMergeRequest(page, 1);
  await failure;
  await expect(page.locator('li.note').first()).toBeVisible();
  await expect(page.locator('handrail-view:not([data-feature="status-comment"])')).toHaveCount(0);
  stop();
  demo.store.plan = 'free';
  const success = answered(200);
  await openMergeRequest(page, 1);
  await success;
  await expect(page.getByTestId('sidebar-labels')).toBeVisible();
  await expect(view(page, 'weight-guidance')).toHaveCount(0);
});

test('the weights of a team that keeps them in labels are read too', async ({ page, demo, choose }) => {
  demo.store.plan = 'free';
  const label = { ...issue(demo, '1').labels[0], title: 'Size::Small' } as (typeof demo.store.labels)[number];
  issue(demo, '1').labels.push(label);
  await choose([{ profile: 'sizes', path: 'gitlab-org' }], {
    version: 1,
    id: 'sizes',
    name: 'Sizes',
    scale: {
      in: [{ track: 'Size', label: 'Size::{name}' }],
      levels: [{ weight: 1, name: 'Small', meaning: 'A day or less.' }],
    },
  });
  await openMergeRequest(page, 1);
  await expect(closes(page).getByRole('listitem')).toHaveText('Closes #1 · Size: Small · A day or less.');
});
