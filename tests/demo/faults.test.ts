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

const ask = (name = 'Who') =>
  browser.send('/api/graphql', { method: 'POST', body: { query: `query ${name} { currentUser { username } }` } });

test('a rule hits its operation only, as often as it says, until taken back', async () => {
  const stop = demo.fail({ match: 'Who', with: 500, times: 2 });
  expect((await ask('Other')).status).toBe(200);
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([500, 500, 200]);
  stop();
  const stopAll = demo.fail({ match: '/api/v4/', with: 403 });
  expect((await browser.rest('/user')).json).toEqual({ message: '403 Forbidden' });
  stopAll();
  expect((await browser.rest('/user')).status).toBe(200);
});

test.each([
  [401, 'application/json', 'Invalid token'],
  [422, 'application/json', 'CSRF'],
  [502, 'text/html', '<!DOCTYPE html>'],
  [429, 'text/plain', 'Retry later'],
] as const)('%i answers %s', async (status, type, text) => {
  demo.fail({ match: 'Who', with: status, retryAfter: 7 });
  const answer = await ask();
  expect([answer.status, answer.headers['content-type']]).toEqual([status, expect.stringContaining(type)]);
  expect(answer.text).toContain(text);
  expect(answer.headers['retry-after']).toBe(status === 429 ? '7' : undefined);
});

test('malformed JSON has status 200', async () => {
  demo.fail({ match: 'Who', with: 'malformed' });
  const { status, text } = await ask();
  expect(status).toBe(200);
  expect(() => JSON.parse(text)).toThrow();
});

test('errors with data null', async () => {
  demo.fail({ match: 'Who', with: 'graphql-errors' });
  expect(JSON.parse((await ask()).text)).toEqual({ errors: [{ message: 'Internal server error' }], data: null });
});

test('errors beside the data', async () => {
  demo.fail({ match: 'Who', with: 'graphql-errors-with-data' });
  const answer = JSON.parse((await ask()).text);
  expect(answer.data).toEqual({ currentUser: { username: 'ana' } });
  expect(answer.errors).toEqual([{ message: 'Internal server error', path: ['currentUser'] }]);
});

test('slow answers come in the end', async () => {
  demo.fail({ match: 'Who', with: 'slow', delay: 80 });
  const start = performance.now();
  expect((await ask()).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(75);
});

test('a cut connection answers nothing', async () => {
  demo.fail({ match: 'Who', with: 'cut' });
  await expect(ask()).rejects.toThrow();
  expect(demo.requests.at(-1)).toMatchObject({ operation: 'Who', status: 0 });
});

test('an ended session may send to the sign-in page', async () => {
  demo.fail({ match: '/api/v4/', with: 'sign-in-redirect' });
  const answer = await browser.send('/api/v4/user');
  expect([answer.status, answer.headers.location]).toEqual([302, '/users/sign_in']);
});

test('requests are recorded with what was sent and answered, assets are not', async () => {
  await browser.send('/assets/demo.js');
  await browser.send('/favicon.ico');
  await browser.graphql('query Named($path: ID!) { namespace(fullPath: $path) { id } }', { path: 'gitlab-org' });
  expect(demo.requests.map(({ method, path, operation, status }) => [method, path, operation, status])).toEqual([
    ['GET', '/gitlab-org/gitlab/-/issues/1', undefined, 200],
    ['POST', '/api/graphql', 'Named', 200],
  ]);
  expect(demo.requests[1]?.variables).toEqual({ path: 'gitlab-org' });
  expect(demo.requests[1]?.headers['x-csrf-token']).toBe(browser.token);
});

test('reset puts everything back, in the same store', async () => {
  const { store } = demo;
  demo.fail({ match: '/', with: 500 });
  demo.user = 'jonas';
  demo.latency = 5;
  store.workItems.length = 0;
  demo.reset();
  expect(demo.store).toBe(store);
  expect([store.workItems.length > 40, demo.user, demo.latency, demo.requests]).toEqual([true, 'ana', 0, []]);
  expect((await ask()).status).toBe(200);
});
