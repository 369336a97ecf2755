// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { Browser } from './client';

vi.mock('../../demo/front/bundle', () => ({ frontAssets: async () => ({ js: '', css: '' }) }));

const issue = '/projects/gitlab-org%2Fgitlab/issues/1';

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

test('an issue by path or number of its project', async () => {
  const { status, json } = await browser.rest(issue);
  expect([status, json]).toEqual([
    200,
    expect.objectContaining({
      id: 1001,
      iid: 1,
      project_id: 278964,
      weight: 2,
      state: 'opened',
      labels: [
        'Category:Container Registry',
        'Package::P1',
        'devops::package',
        'group::package',
        'workflow::scheduling',
      ],
    }),
  ]);
  expect((await browser.rest('/projects/278964/issues/1')).json).toEqual(json);
});

test('the weight is missing without licence', async () => {
  demo.store.plan = 'free';
  expect((await browser.rest(issue)).json).not.toHaveProperty('weight');
});

test('what is not there is 404 with a message', async () => {
  const project = await browser.rest('/projects/none/issues/1');
  expect([project.status, project.json]).toEqual([404, { message: '404 Project Not Found' }]);
  expect((await browser.rest('/projects/278964/issues/999')).json).toEqual({ message: '404 Issue Not Found' });
});

test('labels are added and removed by name; a name that is new becomes a label', async () => {
  const { json } = await browser.rest(issue, {
    method: 'PUT',
    body: { add_labels: 'Package::P2,brand new', remove_labels: 'devops::package' },
  });
  expect(json.labels).toEqual([
    'Category:Container Registry',
    'Package::P2',
    'brand new',
    'group::package',
    'workflow::scheduling',
  ]);
  expect(demo.store.labels.map(label => label.title)).toContain('brand new');
});

test('a weight is checked; guests may not write', async () => {
  expect((await browser.rest(issue, { method: 'PUT', body: { weight: 5 } })).json.weight).toBe(5);
  const wrong = await browser.rest(issue, { method: 'PUT', body: { weight: 'many' } });
  expect([wrong.status, wrong.json]).toEqual([400, { error: 'weight is invalid' }]);
  demo.role = 'guest';
  expect((await browser.rest(issue, { method: 'PUT', body: { weight: 1 } })).status).toBe(403);
});

test('comments: 201 with the note, 202 for commands alone, 400 for nothing', async () => {
  const post = (body: object) => browser.rest(`${issue}/notes`, { method: 'POST', body });
  const note = await post({ body: 'Hello' });
  expect([note.status, note.json.body]).toEqual([201, 'Hello']);
  const commands = await post({ body: '/weight 1' });
  expect([commands.status, commands.json.summary]).toEqual([202, ['Set weight to 1.']]);
  expect((await post({ body: ' ' })).status).toBe(400);
  expect((await post({})).json).toEqual({ error: 'body is missing' });
});

test('lists come in pages with headers that lead on', async () => {
  const first = await browser.rest(`${issue}/notes?per_page=5&sort=asc&activity_filter=only_comments`);
  expect(first.json).toHaveLength(5);
  expect(first.headers).toMatchObject({ 'x-page': '1', 'x-next-page': '2', 'x-per-page': '5' });
  expect(first.headers.link).toContain('rel="next"');
  const pages = Number(first.headers['x-total-pages']);
  const last = await browser.rest(`${issue}/notes?per_page=5&sort=asc&activity_filter=only_comments&page=${pages}`);
  expect(last.headers['x-next-page']).toBe('');
  expect(last.json.at(-1).body).toBe('Gladly.');
});

test('merge requests and the issues they close, both ways', async () => {
  const request = await browser.rest('/projects/278964/merge_requests/1');
  expect(request.json).toMatchObject({ iid: 1, draft: false, detailed_merge_status: 'not_approved' });
  expect(request.json.labels).toContain('Package::P2');
  const closes = await browser.rest('/projects/278964/merge_requests/1/closes_issues');
  expect(closes.json.map((one: { iid: number }) => one.iid)).toEqual([1]);
  const related = await browser.rest(`${issue}/related_merge_requests`);
  expect(related.json.map((one: { iid: number }) => one.iid)).toEqual([1, 11111, 21212]);
});

test('a raw file of the repository', async () => {
  const path = '/api/v4/projects/278964/repository/files/README%2Emd/raw';
  expect(await browser.send(path)).toMatchObject({ status: 200, text: '# GitLab\n' });
  expect((await browser.send(path.replace('README', 'none'))).status).toBe(404);
});

test('rendered Markdown for the rich-text editor wants the token', async () => {
  const path = '/gitlab-org/gitlab/-/preview_markdown';
  expect((await browser.send(path, { method: 'POST', body: { text: 'x' } })).status).toBe(422);
  const { status, text } = await browser.send(path, {
    method: 'POST',
    headers: { 'x-csrf-token': browser.token },
    body: { text: '**x**' },
  });
  expect([status, JSON.parse(text).body]).toEqual([
    200,
    '<p data-sourcepos="1:1-1:5" dir="auto"><strong>x</strong></p>\n',
  ]);
});

test('the history of labels: replayed by time it gives the labels of today', async () => {
  for (const iid of [1, 36, 42]) {
    const { json } = await browser.rest(`/projects/278964/issues/${iid}/resource_label_events?per_page=100`);
    const labels = new Set<string>();
    const byTime = [...json].sort((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id);
    for (const { action, label } of byTime) {
      if (action === 'add') labels.add(label.name);
      else labels.delete(label.name);
    }
    const { labels: today } = (await browser.rest(`/projects/278964/issues/${iid}`)).json;
    expect([iid, [...labels].sort()]).toEqual([iid, today]);
  }
});

test('issue 36 is in development for twenty days', async () => {
  const { json } = await browser.rest('/projects/278964/issues/36/resource_label_events?per_page=100');
  const times = json
    .filter(({ action, label }: LabelEvent) => action === 'add' && label.name === 'workflow::in dev')
    .map((event: LabelEvent) => Math.round((Date.now() - Date.parse(event.created_at)) / 86_400_000));
  expect(Math.min(...times)).toBe(20);
  expect((await browser.rest('/projects/278964/issues/36')).json.weight).toBe(3);
});

type LabelEvent = { action: string; created_at: string; label: { name: string } };

test('each change of labels and weight is an event more', async () => {
  const events = async (kind: string) => (await browser.rest(`${issue}/resource_${kind}_events?per_page=100`)).json;
  const before = (await events('label')).length;
  await browser.rest(issue, { method: 'PUT', body: { add_labels: 'workflow::in dev', weight: 3 } });
  const added = (await events('label')).sort((a: { id: number }, b: { id: number }) => a.id - b.id).slice(before);
  expect(added).toEqual([
    expect.objectContaining({
      action: 'add',
      resource_type: 'Issue',
      resource_id: 1001,
      label: expect.objectContaining({ name: 'workflow::in dev' }),
      user: expect.objectContaining({ username: 'ana' }),
    }),
    expect.objectContaining({
      action: 'remove',
      label: expect.objectContaining({ name: 'workflow::scheduling' }),
    }),
  ]);
  expect((await events('weight')).map((event: { weight: number }) => event.weight)).toEqual([2, 3]);
});

test('issues are linked once, seen from both ends', async () => {
  const post = (body: object) => browser.rest(`${issue}/links`, { method: 'POST', body });
  const target = { target_project_id: '278964', target_issue_iid: '5' };
  const created = await post(target);
  expect([
    created.status,
    created.json.source_issue.iid,
    created.json.target_issue.iid,
    created.json.link_type,
  ]).toEqual([201, 1, 5, 'relates_to']);
  expect((await post(target)).status).toBe(409);
  expect((await post({ target_project_id: '278964' })).json).toEqual({ error: 'target_issue_iid is missing' });
  expect((await post({ ...target, target_issue_iid: '999' })).status).toBe(404);
  const linked = (await browser.rest('/projects/278964/issues/5/links')).json;
  expect(linked).toEqual([expect.objectContaining({ iid: 1, link_type: 'relates_to' })]);
  demo.role = 'guest';
  expect((await post({ ...target, target_issue_iid: '6' })).status).toBe(403);
});

test('labels are found by a part of their title, one by its whole title or number', async () => {
  const found = await browser.rest('/projects/278964/labels?search=package::p');
  expect(found.json.map((label: { name: string }) => label.name).sort()).toEqual([
    'Package::P1',
    'Package::P2',
    'package::p1',
  ]);
  const one = await browser.rest('/projects/278964/labels/Package%3A%3AP1');
  expect(one.json).toMatchObject({ name: 'Package::P1', color: '#c21e56' });
  expect((await browser.rest(`/projects/278964/labels/${one.json.id}`)).json).toEqual(one.json);
  expect((await browser.rest('/projects/278964/labels/none')).json).toEqual({ message: '404 Label Not Found' });
});

test.each([
  ['/api/v4/user', { method: 'GET' }],
  ['/gitlab-org/gitlab/-/preview_markdown', { method: 'POST', body: { text: 'x' } }],
])('%s is as slow as GraphQL', async (path, sent) => {
  demo.latency = 80;
  const start = performance.now();
  await browser.send(path, { ...sent, headers: { 'x-csrf-token': browser.token } });
  expect(performance.now() - start).toBeGreaterThan(75);
});
