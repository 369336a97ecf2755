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
