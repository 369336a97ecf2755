import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchComments } from '../../gitlab/comments';

const item = { instance: { origin: 'https://gitlab.com', root: '' }, path: 'group/project', iid: '1', isGroup: false };

const person = { id: 'gid://gitlab/User/7', username: 'ada', name: 'Ada', bot: false };
const note = {
  id: 'gid://gitlab/Note/12',
  body: 'Complete: 20%',
  internal: false,
  system: false,
  createdAt: '2026-11-01T10:00:00Z',
  lastEditedAt: null,
  url: 'https://gitlab.com/group/project/-/issues/1#note_12',
  author: person,
};
const pageInfo = { hasNextPage: false, endCursor: null };

const inThreads = (...notes: unknown[]) => ({
  nodes: notes.map(one => ({ notes: { nodes: [one] } })),
  pageInfo,
});
const withDiscussions = (discussions: unknown) => ({
  namespace: { workItem: { widgets: [{ type: 'OTHER' }, { type: 'NOTES', discussions }] } },
});

function fetchFrom(data: unknown) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data })));
  return fetchComments(item, undefined, new AbortController().signal);
}

afterEach(() => vi.unstubAllGlobals());

describe('the comments of an item', () => {
  it('are what GitLab says of them', async () => {
    const { comments, next } = await fetchFrom(withDiscussions(inThreads(note)));
    expect(comments).toEqual([
      {
        id: 12,
        href: note.url,
        at: note.createdAt,
        author: { id: '7', username: 'ada', name: 'Ada' },
        isByBot: false,
        isInternal: false,
        isEdited: false,
        text: 'Complete: 20%',
      },
    ]);
    expect(next).toBeUndefined();
  });

  it.each<[string, object, object]>([
    ['internal', { internal: true }, { isInternal: true }],
    ['edited', { lastEditedAt: '2026-11-02T10:00:00Z' }, { isEdited: true }],
    ['of a bot', { author: { ...person, bot: true } }, { isByBot: true }],
    ['of a deleted account', { author: null }, { author: { id: '', username: '', name: '' }, isByBot: false }],
    ['without a link', { url: null }, { href: '#note_12' }],
    ['with a link that leads elsewhere', { url: 'https://gitlab.com.evil.test/' }, { href: '#note_12' }],
    ['with a link that is a script', { url: 'javascript:alert(1)' }, { href: '#note_12' }],
    ['of a version that knows no internal notes', { internal: undefined }, { isInternal: false }],
  ])('%s', async (_what, change, expected) => {
    const { comments } = await fetchFrom(withDiscussions(inThreads({ ...note, ...change })));
    expect(comments).toEqual([expect.objectContaining(expected)]);
  });

  it.each<[string, unknown]>([
    ['a system note', inThreads({ ...note, system: true })],
    ['what one may not see', inThreads(null)],
    ['a thread that one may not see', { nodes: [null], pageInfo }],
    ['a list that one may not see', { nodes: null, pageInfo }],
    ['an event, which has no number', inThreads({ ...note, id: 'gid://gitlab/WeightNote/0f3a' })],
  ])('%s is none', async (_what, discussions) => {
    expect((await fetchFrom(withDiscussions(discussions))).comments).toEqual([]);
  });

  it('go on where GitLab says', async () => {
    const more = { ...inThreads(note), pageInfo: { hasNextPage: true, endCursor: 'abc' } };
    expect((await fetchFrom(withDiscussions(more))).next).toBe('abc');
    const last = { ...inThreads(note), pageInfo: { hasNextPage: false, endCursor: 'abc' } };
    expect((await fetchFrom(withDiscussions(last))).next).toBeUndefined();
  });
});

describe('an answer', () => {
  it.each<[string, unknown]>([
    ['without the namespace', { namespace: null }],
    ['without the item', { namespace: { workItem: null } }],
    ['without widgets', { namespace: { workItem: { widgets: null } } }],
    ['without the widget of comments', { namespace: { workItem: { widgets: [] } } }],
  ])('%s: the item is not found', async (_what, data) => {
    await expect(fetchFrom(data)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['widgets that are a text', { namespace: { workItem: { widgets: 'NOTES' } } }],
    ['threads without their place in the list', withDiscussions({ nodes: [] })],
    ['threads that are a text', withDiscussions({ nodes: 'none', pageInfo })],
    ['a thread without notes', withDiscussions({ nodes: [{}], pageInfo })],
    ['a text that is a number', withDiscussions(inThreads({ ...note, body: 7 }))],
    ['a text that is missing', withDiscussions(inThreads({ ...note, body: undefined }))],
    ['a number for a name', withDiscussions(inThreads({ ...note, author: { ...person, name: 7 } }))],
    ['a list for an author', withDiscussions(inThreads({ ...note, author: [] }))],
    ['a number for a link', withDiscussions(inThreads({ ...note, url: 7 }))],
    ['a text for a truth', withDiscussions(inThreads({ ...note, system: 'no' }))],
    ['a cursor that is a list', withDiscussions({ nodes: [], pageInfo: { hasNextPage: true, endCursor: [] } })],
  ])('with %s is not understood', async (_what, data) => {
    await expect(fetchFrom(data)).rejects.toMatchObject({ kind: 'malformed' });
  });
});
