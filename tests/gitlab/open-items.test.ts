import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchNewestComments } from '../../gitlab/newest-comments';
import { fetchOpenItems, type OpenItemsScope } from '../../gitlab/open-items';

const { signal } = new AbortController();
/** Each on a host of its own: what a server understands is remembered. */
const scope = (host: string, labels: string[] = []): OpenItemsScope => ({
  instance: { origin: `https://${host}`, root: '/gl' },
  path: 'group/project',
  labels,
});

let requests: { query: string; variables: Record<string, unknown> }[];
let answer: (query: string) => unknown;

beforeEach(() => {
  requests = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const request = JSON.parse(String(init.body));
    requests.push(request);
    return new Response(JSON.stringify(answer(request.query)));
  });
});
afterEach(() => vi.unstubAllGlobals());

const node = {
  id: 'gid://gitlab/WorkItem/41',
  iid: '7',
  title: 'Large <b>',
  webUrl: 'https://gitlab.com/group/project/-/issues/7',
  confidential: true,
  createdAt: '2026-11-01T10:00:00Z',
  reference: 'group/project#7',
  workItemType: { name: 'Issue' },
};
const widgets = [
  { type: 'LABELS', labels: { nodes: [{ title: 'Package::P1' }, null] } },
  { type: 'MILESTONE', milestone: { title: '18.9', startDate: '2026-11-14T00:00:00Z', dueDate: null } },
  { type: 'ASSIGNEES', assignees: { nodes: [{ username: 'ana', name: 'Ana' }] } },
  { type: 'WEIGHT', weight: 0 },
  { type: 'STATUS', status: { name: 'In dev' } },
];
const list = (nodes: unknown[], pageInfo = { hasNextPage: false, endCursor: 'x' as string | null }) => ({
  data: { currentUser: { username: 'ana' }, namespace: { workItems: { count: 9, pageInfo, nodes } } },
});

describe('a page of open items', () => {
  it('is read with all that the rules need', async () => {
    answer = () => list([{ ...node, widgets }, null], { hasNextPage: true, endCursor: 'next' });
    expect(await fetchOpenItems(scope('a'), undefined, signal)).toEqual({
      items: [
        {
          id: 'gid://gitlab/WorkItem/41',
          title: 'Large <b>',
          url: 'https://gitlab.com/group/project/-/issues/7',
          reference: 'group/project#7',
          isConfidential: true,
          type: 'Issue',
          createdAt: '2026-11-01T10:00:00Z',
          labels: ['Package::P1'],
          weight: 0,
          status: 'In dev',
          milestone: { title: '18.9', startDate: '2026-11-14', dueDate: null },
          assignees: [{ username: 'ana', name: 'Ana' }],
        },
      ],
      total: 9,
      next: 'next',
      username: 'ana',
    });
  });

  it('tells an unset weight from a server without weights (Free)', async () => {
    answer = () => list([{ ...node, widgets: [{ type: 'WEIGHT', weight: null }] }]);
    expect((await fetchOpenItems(scope('b'), undefined, signal)).items[0]?.weight).toBeNull();
    answer = () => list([{ ...node, widgets: [] }]);
    const [item] = (await fetchOpenItems(scope('b'), undefined, signal)).items;
    expect(item).toMatchObject({ weight: undefined, status: undefined, milestone: null, labels: [], assignees: [] });
  });

  it.each([
    [[], {}],
    [['group::package'], { labels: ['group::package'] }],
    [['a', 'b'], { either: { labelNames: ['a', 'b'] } }],
  ])('asks for the labels %j', async (labels, variables) => {
    answer = () => list([]);
    expect((await fetchOpenItems(scope('c', labels), 'there', signal)).next).toBeUndefined();
    expect(requests[0]?.variables).toEqual({ path: 'group/project', after: 'there', ...variables });
  });

  it('asks an older server again without what it does not know, and remembers it', async () => {
    answer = query =>
      query.includes('WorkItemWidgetStatus')
        ? { errors: [{ message: 'No such type WorkItemWidgetStatus, so it can’t be a fragment condition' }] }
        : list([{ ...node, widgets }]);
    expect((await fetchOpenItems(scope('d'), undefined, signal)).items).toHaveLength(1);
    await fetchOpenItems(scope('d'), undefined, signal);
    expect(requests.map(({ query }) => query.includes('STATUS'))).toEqual([true, false, false]);
    expect(requests.every(({ query }) => query.includes('WEIGHT'))).toBe(true);
  });

  it.each([
    ['a path that cannot be seen', { data: { namespace: null } }, 'not-found'],
    ['another refusal', { errors: [{ message: 'Query has complexity of 300' }] }, 'invalid'],
    ['a script as address', list([{ ...node, webUrl: 'javascript:alert(1)' }]), 'malformed'],
  ])('%s is said, and asked once', async (_, given, kind) => {
    answer = () => given;
    await expect(fetchOpenItems(scope('e'), undefined, signal)).rejects.toMatchObject({ kind });
    expect(requests).toHaveLength(1);
  });
});

describe('the newest comments', () => {
  const person = { username: 'ana', bot: false };
  const note = (body: string, createdAt: string, system = false) => ({
    body,
    createdAt,
    system,
    internal: false,
    author: person,
  });
  const thread = (...nodes: unknown[]) => ({ notes: { nodes } });
  const read = (...nodes: unknown[]) => {
    const workItems = { nodes: [{ id: 'one', widgets: [{ discussions: { nodes } }] }, null] };
    answer = () => ({ data: { namespace: { workItems } } });
    return fetchNewestComments({ origin: 'https://f', root: '' }, 'group', ['one', 'two'], signal);
  };

  it('come first, answers in threads among them, and no system notes', async () => {
    const comments = await read(
      thread(note('second', '2026-11-02')),
      null,
      thread(note('first', '2026-11-01'), note('an answer', '2026-11-03'), note('moved', '2026-11-04', true)),
    );
    expect([...comments.keys()]).toEqual(['one']);
    expect(comments.get('one')?.map(comment => comment.body)).toEqual(['an answer', 'second', 'first']);
    expect(requests[0]?.variables).toEqual({ path: 'group', ids: ['one', 'two'] });
  });

  it.each<[string, object, object]>([
    ['of a person', {}, { author: { username: 'ana' }, isByBot: false, isInternal: false }],
    ['internal', { internal: true }, { isInternal: true }],
    ['of a bot', { author: { username: 'release', bot: true } }, { author: { username: 'release' }, isByBot: true }],
    ['of a deleted account', { author: null }, { author: { username: '' }, isByBot: false }],
    ['of a version that knows no internal notes', { internal: undefined }, { isInternal: false }],
  ])('%s', async (_what, change, expected) => {
    const comments = await read(thread({ ...note('x', '2026-11-01'), ...change }));
    expect(comments.get('one')).toEqual([expect.objectContaining(expected)]);
  });
});
