import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { GitLabError, graphql, rest } from '../../gitlab/api';

const instance = { origin: 'https://gitlab.com', root: '/gl' };
const schema = z.object({ currentUser: z.object({ id: z.string() }) });
const good = { data: { currentUser: { id: '7' } } };

let requests: { url: string; init: RequestInit }[];
let answer: () => Promise<Response>;

beforeEach(() => {
  requests = [];
  document.head.innerHTML = '<meta name="csrf-token" content="the-token">';
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    requests.push({ url, init });
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const json =
  (body: unknown, init: ResponseInit = {}) =>
  async () =>
    new Response(JSON.stringify(body), init);
const ask = (document = 'query { currentUser { id } }') =>
  graphql(instance, document, { a: 1 }, schema, new AbortController().signal);

describe('a query', () => {
  it('goes to the own host with the session and without the CSRF token', async () => {
    answer = json(good);
    expect(await ask()).toEqual(good.data);
    const [{ url, init } = { url: '', init: {} }] = requests;
    expect(url).toBe('https://gitlab.com/gl/api/graphql');
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(init.headers).not.toHaveProperty('X-CSRF-Token');
    expect(JSON.parse(String(init.body))).toEqual({ query: 'query { currentUser { id } }', variables: { a: 1 } });
  });
});

it('a mutation carries the CSRF token of the page', async () => {
  answer = json(good);
  await ask('mutation m { currentUser { id } }');
  expect(requests[0]?.init.headers).toMatchObject({ 'X-CSRF-Token': 'the-token' });
});

describe('a REST request', () => {
  const labels = z.object({ labels: z.array(z.string()) });
  const { signal } = new AbortController();

  it('that reads goes without the CSRF token', async () => {
    answer = json({ labels: ['a'] });
    expect(await rest(instance, 'GET', '/projects/g%2Fp/issues/1', undefined, labels, signal)).toEqual({
      labels: ['a'],
    });
    const [{ url, init } = { url: '', init: {} }] = requests;
    expect(url).toBe('https://gitlab.com/gl/api/v4/projects/g%2Fp/issues/1');
    expect(init).toMatchObject({ method: 'GET', credentials: 'same-origin' });
    expect(init).not.toHaveProperty('headers');
    expect(init).not.toHaveProperty('body');
  });

  it('that writes carries it, and its body as JSON', async () => {
    answer = json({ labels: ['a'] });
    await rest(instance, 'PUT', '/projects/1/issues/1', { add_labels: 'a' }, labels, signal);
    expect(requests[0]?.init).toMatchObject({
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': 'the-token' },
      body: '{"add_labels":"a"}',
    });
  });

  it.each<[string, () => Promise<Response>, string]>([
    ['a refusal', json({ message: '403 Forbidden' }, { status: 403 }), 'forbidden'],
    ['a stranger', json({ message: '401 Unauthorized' }, { status: 401 }), 'signed-out'],
    ['another shape', json({ labels: null }), 'malformed'],
  ])('meets %s', async (_, response, kind) => {
    answer = response;
    await expect(rest(instance, 'PUT', '/projects/1/issues/1', {}, labels, signal)).rejects.toMatchObject({ kind });
  });
});

describe('what goes wrong has a kind', () => {
  it.each<[string, () => Promise<Response>, string, number?]>([
    ['401', json({}, { status: 401 }), 'signed-out'],
    ['403', json({}, { status: 403 }), 'forbidden'],
    ['404', json({}, { status: 404 }), 'not-found'],
    ['409', json({}, { status: 409 }), 'conflict'],
    ['422', json({ errors: [{ message: 'Invalid token' }] }, { status: 422 }), 'invalid'],
    [
      '429 with a time',
      async () => new Response('Retry later', { status: 429, headers: { 'Retry-After': '20' } }),
      'rate-limited',
      20,
    ],
    ['429 without', async () => new Response('Retry later', { status: 429 }), 'rate-limited'],
    ['500', json({}, { status: 500 }), 'server'],
    ['502 with a page', async () => new Response('<html>', { status: 502 }), 'server'],
    ['a cut connection', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['text that is no JSON', async () => new Response('{"data":', { status: 200 }), 'malformed'],
    ['another shape', json({ data: { currentUser: { id: 7 } } }), 'malformed'],
    ['no data', json({ data: null }), 'malformed'],
    [
      'an error of GraphQL',
      json({ data: good.data, errors: [{ message: 'Variable $iid of type String! was provided invalid value' }] }),
      'invalid',
    ],
    ...[
      "Field 'x' doesn't exist on type 'Y'",
      "Field 'workItems' doesn't accept argument 'ids'",
      "No such type WorkItemWidgetStatus, so it can't be a fragment condition",
      "WorkItemID isn't a defined input type (on $id)",
      "Argument 'onlyTypes' on Field 'widgets' has an invalid value ([STATUS]). Expected type '[WorkItemWidgetType!]'.",
    ].map((message): [string, () => Promise<Response>, string] => [
      message,
      json({ errors: [{ message }] }),
      'unsupported',
    ]),
    [
      'too many times',
      json({ errors: [{ message: 'This endpoint has been requested too many times. Try again later.' }] }),
      'rate-limited',
    ],
    ['an error of a field', json({ data: good.data, errors: [{ message: 'Internal server error' }] }), 'server'],
    [
      'no permission',
      json({
        errors: [
          {
            message:
              "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
          },
        ],
      }),
      'not-found',
    ],
  ])('%s', async (_, response, kind, retryAfter) => {
    answer = response;
    const error = await ask().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GitLabError);
    expect(error).toMatchObject({ kind, retryAfter });
  });

  it.each([200, 404])('the sign-in page in place of an answer (%i)', async status => {
    answer = async () => {
      const page = new Response('<html>', { status });
      Object.defineProperties(page, {
        redirected: { value: true },
        url: { value: 'https://gitlab.com/users/sign_in' },
      });
      return page;
    };
    await expect(ask()).rejects.toMatchObject({ kind: 'signed-out' });
  });

  it('an answer that does not come', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    answer = () => Promise.reject(new DOMException('', 'TimeoutError'));
    await expect(ask()).rejects.toMatchObject({ kind: 'timed-out' });
    vi.restoreAllMocks();
  });

  it('what was aborted has not failed', async () => {
    const controller = new AbortController();
    answer = () => {
      controller.abort();
      return Promise.reject(new DOMException('', 'AbortError'));
    };
    await expect(graphql(instance, 'query { a }', {}, schema, controller.signal)).rejects.not.toBeInstanceOf(
      GitLabError,
    );
  });
});
