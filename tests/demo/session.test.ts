// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { Browser } from './client';

vi.mock('../../demo/front/bundle', () => ({ frontAssets: async () => ({ js: '', css: '' }) }));

const whoAmI = '{ currentUser { username } }';
const comment = `mutation createWorkItemNote($input: CreateNoteInput!) { createNote(input: $input) { errors note { id } } }`;
const input = { noteableId: 'gid://gitlab/WorkItem/1001', body: 'hello' };

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo({ latency: 0 });
});
beforeEach(() => {
  demo.reset();
  browser = new Browser(demo);
});
afterAll(() => demo.close());

test('a page load sets the session cookie once, as GitLab does on HTTPS', async () => {
  const first = await browser.load();
  expect(first.headers['set-cookie']?.[0]).toMatch(/^_gitlab_session=\w+; path=\/; HttpOnly; Secure; SameSite=None$/);
  expect((await browser.load()).headers['set-cookie']).toBeUndefined();
});

test('tokens differ on every page and all stay valid for the session', async () => {
  await browser.load();
  const first = browser.token;
  await browser.load();
  expect(first).not.toBe('');
  expect(browser.token).not.toBe(first);
  expect((await browser.graphql(comment, { input }, first)).status).toBe(200);
  expect((await browser.graphql(comment, { input })).status).toBe(200);
});

test('queries and REST reads need the cookie only', async () => {
  expect((await browser.graphql(whoAmI)).data).toEqual({ currentUser: null });
  expect((await browser.rest('/user')).status).toBe(401);
  await browser.load();
  expect((await browser.graphql(whoAmI, {}, '')).data).toEqual({ currentUser: { username: 'ana' } });
  expect((await browser.rest('/user')).json).toMatchObject({ id: 2, username: 'ana', name: 'Ana Novak' });
});

test('writes without a valid token are refused: 422 in GraphQL, 401 in REST', async () => {
  await browser.load();
  const stranger = new Browser(demo);
  await stranger.load();
  for (const token of ['', 'nonsense', stranger.token]) {
    expect((await browser.graphql(comment, { input }, token)).status).toBe(422);
    const answer = await browser.rest('/projects/gitlab-org%2Fgitlab/issues/1/notes', {
      method: 'POST',
      headers: { 'x-csrf-token': token },
      body: { body: 'hello' },
    });
    expect([answer.status, answer.json]).toEqual([401, { message: '401 Unauthorized' }]);
  }
});

test('the user of the demo is that of the next page load; older sessions keep theirs', async () => {
  await browser.load();
  demo.user = 'jonas';
  const other = new Browser(demo);
  await other.load();
  expect((await browser.graphql(whoAmI)).data).toEqual({ currentUser: { username: 'ana' } });
  expect((await other.graphql(whoAmI)).data).toEqual({ currentUser: { username: 'jonas' } });
  await browser.load();
  expect((await browser.graphql(whoAmI)).data).toEqual({ currentUser: { username: 'jonas' } });
});

test('signed out, a page load clears the cookie and nothing can be written', async () => {
  await browser.load();
  demo.user = undefined;
  expect((await browser.load()).headers['set-cookie']?.[0]).toContain('Max-Age=0');
  expect((await browser.graphql(whoAmI)).data).toEqual({ currentUser: null });
  expect((await browser.graphql(comment, { input })).status).toBe(422);
  expect((await browser.rest('/version')).status).toBe(401);
});

test('pages come with a content security policy that lets only the host be asked', async () => {
  const { headers } = await browser.load();
  expect(headers['content-security-policy']).toContain("connect-src 'self'");
});
