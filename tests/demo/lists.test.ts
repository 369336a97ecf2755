// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { Browser } from './client';

vi.mock('../../demo/front/bundle', () => ({ frontAssets: async () => ({ js: '', css: '' }) }));

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo({ latency: 0 });
});
beforeEach(async () => {
  demo.reset();
  browser = new Browser(demo);
  await browser.load();
});
afterAll(() => demo.close());

test.each([
  ['/gitlab-org/gitlab/-/merge_requests', 'projects:merge_requests:index', 'js-merge-request-list-root'],
  ['/groups/gitlab-org/-/merge_requests', 'groups:merge_requests', 'js-merge-request-list-root'],
  ['/dashboard/merge_requests', 'dashboard:merge_requests', 'js-merge-request-dashboard'],
  ['/dashboard/issues?assignee_username=ana', 'dashboard:issues', 'js-issues-dashboard'],
  ['/groups/gitlab-org/-/issues', 'groups:issues', 'js-work-items'],
  ['/groups/gitlab-org/-/work_items', 'groups:work_items:index', 'js-work-items'],
  ['/gitlab-org/gitlab/-/work_items', 'projects:work_items:index', 'js-work-items'],
  ['/groups/gitlab-org/-/boards', 'groups:boards:show', 'js-issuable-board-app'],
])('%s is a list', async (path, name, mountPoint) => {
  const { status, text } = await browser.send(path);
  expect(status).toBe(200);
  expect(text).toContain(`data-page="${name}"`);
  expect(text).toContain(mountPoint);
  expect(text.includes('data-project-id')).toBe(name.startsWith('projects:'));
});

test('a dashboard is for the signed in', async () => {
  demo.user = undefined;
  expect((await browser.send('/dashboard/issues')).status).toBe(404);
});

test('issues and merge requests of the project go on for three pages', async () => {
  for (const field of ['workItems', 'mergeRequests']) {
    let after: string | null = null;
    const counts: number[] = [];
    do {
      const { data } = await browser.graphql(
        `query($after: String) { project(fullPath: "gitlab-org/gitlab") { ${field}(state: opened, first: 20, after: $after) {
          nodes { iid } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      const { nodes, pageInfo } = data.project[field];
      counts.push(nodes.length);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect([field, counts.length, counts[0], counts[1]]).toEqual([field, 3, 20, 20]);
  }
});

test('merge requests are narrowed by state, draft, label and text', async () => {
  const { data } = await browser.graphql(`{ group(fullPath: "gitlab-org") {
    all: mergeRequests(includeSubgroups: true, first: 1) { count }
    own: mergeRequests(first: 1) { count }
    merged: mergeRequests(includeSubgroups: true, state: merged) { nodes { state } }
    drafts: mergeRequests(includeSubgroups: true, draft: true, labelName: ["frontend"]) { nodes { iid draft } }
    found: mergeRequests(includeSubgroups: true, search: "blobs small") { nodes { iid } } } }`);
  const { all, own, merged, drafts, found } = data.group;
  expect(all.count).toBe(demo.store.mergeRequests.filter(one => one.namespace.startsWith('gitlab-org/')).length);
  expect(own.count).toBe(0);
  expect(new Set(merged.nodes.map((one: { state: string }) => one.state))).toEqual(new Set(['merged']));
  expect(drafts.nodes).toContainEqual({ iid: '4', draft: true });
  expect(found.nodes).toEqual([{ iid: '5' }]);
});

test('one finds what one is asked to review, and what one is assigned', async () => {
  const { data } = await browser.graphql(`{ currentUser {
    assignedMergeRequests(state: opened) { nodes { assignees { nodes { username } } } }
    reviewRequestedMergeRequests(state: opened) { nodes { reviewers { nodes { username } } } } } }`);
  const { assignedMergeRequests, reviewRequestedMergeRequests } = data.currentUser;
  expect(assignedMergeRequests.nodes.length).toBeGreaterThan(0);
  for (const { reviewers } of reviewRequestedMergeRequests.nodes) {
    expect(reviewers.nodes).toContainEqual({ username: 'ana' });
  }
});

test('a card dragged to another list changes its label, dragged to the last list its state', async () => {
  const move = (fromListId: string, toListId: string) =>
    browser.graphql(
      `mutation($input: IssueMoveListInput!) { issueMoveList(input: $input) { errors issue { state labels { nodes { title } } } } }`,
      {
        input: {
          projectPath: 'gitlab-org/gitlab',
          iid: '1',
          boardId: 'gid://gitlab/Board/2',
          fromListId: `gid://gitlab/List/${fromListId}`,
          toListId: `gid://gitlab/List/${toListId}`,
        },
      },
    );
  const { issue } = (await move('311', '312')).data.issueMoveList;
  const titles = issue.labels.nodes.map((label: { title: string }) => label.title);
  expect(titles).toContain('Package::P2');
  expect(titles).not.toContain('Package::P1');
  expect((await move('312', '313')).data.issueMoveList.issue.state).toBe('closed');
  expect((await move('313', '311')).data.issueMoveList.issue.state).toBe('opened');
});
