// @vitest-environment node
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addComments } from '../../demo/large';
import { hostileTexts } from '../../demo/seed/hostile';
import { type Demo, startDemo } from '../../demo/server';
import { findWorkItem } from '../../demo/store';
import { Browser } from './client';

vi.mock('../../demo/front/bundle', () => ({ frontAssets: async () => ({ js: '', css: '' }) }));

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo({ latency: 0, size: 'large' });
  browser = new Browser(demo);
  await browser.load();
});
afterAll(() => demo.close());

test('a page of the large project has 2,000 rows', async () => {
  const { data } = await browser.graphql(
    '{ project(fullPath: "gitlab-org/large") { workItems(first: 2000) { nodes { iid } } } }',
  );
  expect(data.project.workItems.nodes).toHaveLength(2000);
});

test('a board of it has 500 cards at once', async () => {
  expect((await browser.send('/gitlab-org/large/-/boards/99')).text).toContain('data-page-size="100"');
  const { data } = await browser.graphql(`{ project(fullPath: "gitlab-org/large") { board(id: "gid://gitlab/Board/99") {
    lists { nodes { issuesCount issues(first: 100) { nodes { iid } } } } } } }`);
  const lists = data.project.board.lists.nodes;
  expect(lists.map((list: { issuesCount: number }) => list.issuesCount)).toEqual([400, 400, 400, 400, 400]);
  expect(lists.flatMap((list: { issues: { nodes: object[] } }) => list.issues.nodes)).toHaveLength(500);
});

test('its first issue has 1,000 comments, read newest first in pages of 100', async () => {
  const bodies: string[] = [];
  let after: string | null = null;
  let requests = 0;
  do {
    const { data, errors } = await browser.graphql(
      `query($after: String) { namespace(fullPath: "gitlab-org/large") { workItem(iid: "1") { widgets(onlyTypes: [NOTES]) {
        ... on WorkItemWidgetNotes { discussions(filter: ONLY_COMMENTS, sort: CREATED_DESC, first: 100, after: $after) {
          pageInfo { hasNextPage endCursor } nodes { notes { nodes { body createdAt } } } } } } } } }`,
      { after },
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.namespace.workItem.widgets[0].discussions;
    bodies.push(...nodes.map((one: { notes: { nodes: { body: string }[] } }) => one.notes.nodes[0]?.body));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    requests += 1;
  } while (after);
  expect([bodies.length, requests]).toEqual([1000, 10]);
  expect(bodies[0]).toContain('Complete: 100%');
});

test('comments can be added to any item, each newer than what was there', () => {
  const item = findWorkItem(demo.store, 'gitlab-org/gitlab', '36');
  if (!item) throw new Error('expected issue 36, found none');
  const newest =
    item.notes
      .map(note => note.createdAt)
      .sort()
      .at(-1) ?? '';
  const before = item.notes.length;
  addComments(demo.store, item, 50);
  expect(item.notes.slice(before).every(note => note.createdAt > newest)).toBe(true);
  expect(new Set(item.notes.map(note => note.id)).size).toBe(before + 50);
});

test('hostile texts are labels, titles, names and notes, of at most 255 characters', async () => {
  expect(Math.max(...hostileTexts.map(text => text.length))).toBe(255);
  const { data } =
    await browser.graphql(`{ project(fullPath: "hostile/injection") { workItems(sort: CREATED_ASC) { nodes {
    title author { name } widgets(onlyTypes: [LABELS]) { ... on WorkItemWidgetLabels { labels { nodes { title } } } } } } } }`);
  const { nodes } = data.project.workItems;
  expect(new Set(nodes.map((one: { title: string }) => one.title))).toEqual(new Set(hostileTexts));
});

test('no page of the hostile project holds its markup', async () => {
  for (const path of ['/-/issues', '/-/issues/1', '/-/boards/66', '/-/merge_requests', '/-/merge_requests/1']) {
    const { status, text } = await browser.send(`/hostile/injection${path}`);
    expect([path, status]).toEqual([path, 200]);
    expect(text.replace(/<script>window\.gon.*?<\/script>/, '')).not.toMatch(/<script>document|<img src=x|<svg onload/);
  }
});

test('files of a project are read by their paths, those that are not there are left out', async () => {
  const project = demo.store.namespaces.find(one => one.fullPath === 'gitlab-org/handrail-profile');
  if (!project) throw new Error('expected the project of the group profile, found none');
  project.files['.gitlab/handrail.yml'] = 'version: 1\n';
  const { data } = await browser.graphql(`{ project(fullPath: "gitlab-org/handrail-profile") { repository {
    blobs(paths: [".gitlab/handrail.yml", ".gitlab/handrail.json"]) { nodes { path rawBlob rawTextBlob } } } } }`);
  expect(data.project.repository.blobs.nodes).toEqual([
    { path: '.gitlab/handrail.yml', rawBlob: 'version: 1\n', rawTextBlob: 'version: 1\n' },
  ]);
});
