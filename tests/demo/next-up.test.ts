// @vitest-environment node
/* What "Next up" asks: lists of a group or project, page by page. */
import { existsSync, readFileSync } from 'node:fs';
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

/** A document that was proved against GitLab's schema, where it lies beside the project. */
const proved = new URL('../../../shared/operations/08-group-work-items.graphql', import.meta.url);

test.skipIf(!existsSync(proved))('a group is read page by page, each open issue once', async () => {
  const query = readFileSync(proved, 'utf8');
  const references: string[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await browser.graphql(query, { fullPath: 'gitlab-org', after });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.group.workItems;
    references.push(...nodes.map((one: { reference: string }) => one.reference));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  const open = demo.store.workItems.filter(
    item => item.state === 'OPEN' && item.workItemType !== 'Incident' && item.workItemType !== 'Epic',
  );
  const wanted = open.filter(item => item.namespace.startsWith('gitlab-org/'));
  expect(references.sort()).toEqual(wanted.map(item => `${item.namespace}#${item.iid}`).sort());
});

test('a list is narrowed by labels, assignee, milestone and confidentiality', async () => {
  const { data } = await browser.graphql(`{ project(fullPath: "gitlab-org/gitlab") {
    both: workItems(labelName: ["Package::P1", "group::package"]) { nodes { iid } }
    either: workItems(or: { labelNames: ["Package::P1", "Package::P2"] }, state: opened) { count }
    without: workItems(not: { labelName: ["Package::P1"] }, labelName: ["group::package"]) { nodes { iid } }
    mine: workItems(assigneeUsernames: ["ana"], state: opened) { nodes { iid } }
    nobodys: workItems(assigneeWildcardId: NONE, state: opened, first: 1) { count }
    planned: workItems(milestoneTitle: ["18.9"], state: opened) { nodes { iid } }
    hidden: workItems(confidential: true) { count } } }`);
  const { both, either, without, mine, nobodys, planned, hidden } = data.project;
  expect(both.nodes).toContainEqual({ iid: '1' });
  expect(without.nodes).not.toContainEqual({ iid: '1' });
  expect(mine.nodes).toContainEqual({ iid: '42' });
  expect(planned.nodes).toContainEqual({ iid: '1' });
  expect([either.count, nobodys.count, hidden.count].every(count => count > 1)).toBe(true);
});

test('a page that costs too much is refused, a small one of the same rows is not', async () => {
  const labels = (at: number) =>
    `w${at}: widgets(onlyTypes: [LABELS]) { ... on WorkItemWidgetLabels { labels { nodes { id title color } } } }`;
  const rows = Array.from({ length: 15 }, (_none, at) => labels(at)).join(' ');
  const query = (first: number) =>
    `{ group(fullPath: "gitlab-org") { workItems(includeDescendants: true, first: ${first}) { nodes { id ${rows} } } } }`;
  expect((await browser.graphql(query(100))).errors[0].message).toMatch(/complexity of \d+, which exceeds/);
  expect((await browser.graphql(query(1))).errors).toBeUndefined();
});

test('429 says when to come back, and then the list comes', async () => {
  demo.fail({ match: 'NextUp', with: 429, retryAfter: 2, times: 1 });
  const query = 'query NextUp { project(fullPath: "gitlab-org/gitlab") { workItems(first: 1) { nodes { iid } } } }';
  const refused = await browser.send('/api/graphql', { method: 'POST', body: { query } });
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '2']);
  expect((await browser.graphql(query)).data.project.workItems.nodes).toHaveLength(1);
});

test.each(['/groups/gitlab-org/-/issues', '/dashboard/merge_requests', '/hostile/injection/-/issues'])(
  'the plan of the Free tier reaches %s',
  async path => {
    demo.store.plan = 'free';
    expect((await browser.load(path)).text).toContain('data-has-scoped-labels-feature="false"');
  },
);
