import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { labelTitlesIn } from '../../gitlab/facts';
import { canEditLabels, changeLabels, fetchLabels, findLabelId } from '../../gitlab/item-labels';

const item = { instance: { origin: 'https://gitlab.com', root: '/gl' }, path: 'group/sub/project', iid: '7' };
const { signal } = new AbortController();

let requests: { url: string; init: RequestInit }[];
let answer: unknown;

beforeEach(() => {
  requests = [];
  document.head.innerHTML = '<meta name="csrf-token" content="the-token">';
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    requests.push({ url, init });
    return new Response(JSON.stringify(answer));
  });
});
afterEach(() => vi.unstubAllGlobals());

const body = () => JSON.parse(String(requests[0]?.init.body));

describe('the labels on the server', () => {
  const labels = { nodes: [{ title: 'weight::02' }, null, { title: 'backend' }] };
  const nodes = [{ iid: '7', widgets: [{ type: 'LABELS', labels }] }];

  it.each([
    [
      'of an item',
      { currentUser: { id: '1' }, namespace: { workItems: { nodes } } },
      { isSignedIn: true, titles: ['weight::02', 'backend'] },
    ],
    [
      'of a public item, signed out',
      { currentUser: null, namespace: { workItems: { nodes } } },
      { isSignedIn: false, titles: ['weight::02', 'backend'] },
    ],
    [
      'of an item of a type without labels',
      { currentUser: { id: '1' }, namespace: { workItems: { nodes: [{ iid: '7', widgets: [] }] } } },
      { isSignedIn: true, titles: [] },
    ],
    ['of no item', { currentUser: { id: '1' }, namespace: null }, undefined],
    [
      'of an item that is hidden from strangers',
      { currentUser: null, namespace: null },
      { isSignedIn: false, titles: [] },
    ],
  ])('%s', async (_, data, expected) => {
    answer = { data };
    expect(await fetchLabels(item, signal)).toEqual(expected);
    expect(body().variables).toEqual({ path: 'group/sub/project', iid: '7' });
  });
});

describe('the id of a label', () => {
  it.each([
    [
      'it does',
      { project: { labels: { nodes: [{ id: 'gid://gitlab/GroupLabel/3', title: 'weight::02' }] } } },
      'gid://gitlab/GroupLabel/3',
    ],
    [
      'another spelling does',
      { project: { labels: { nodes: [{ id: 'gid://gitlab/GroupLabel/4', title: 'Weight::02' }] } } },
      undefined,
    ],
    ['none does', { project: { labels: { nodes: [] } } }, undefined],
    ['the item is in a group, not a project', { project: null }, undefined],
  ])('%s', async (_, data, expected) => {
    answer = { data };
    expect(await findLabelId(item, 'weight::02', signal)).toBe(expected);
    expect(body().variables).toEqual({ path: 'group/sub/project', title: 'weight::02' });
  });
});

describe('changing labels', () => {
  it('adds and removes exactly what it names, with the CSRF token', async () => {
    answer = { iid: 7, labels: ['backend', 'weight::02'] };
    const change = { add: ['weight::02'], remove: ['weight::03', 'weight::5'] };
    expect(await changeLabels(item, change, signal)).toEqual(['backend', 'weight::02']);
    expect(requests[0]?.url).toBe('https://gitlab.com/gl/api/v4/projects/group%2Fsub%2Fproject/issues/7');
    expect(requests[0]?.init).toMatchObject({ method: 'PUT', headers: { 'X-CSRF-Token': 'the-token' } });
    expect(body()).toEqual({ add_labels: 'weight::02', remove_labels: 'weight::03,weight::5' });
  });

  it('does not name what it leaves', async () => {
    answer = { labels: [] };
    await changeLabels(item, { add: [], remove: ['weight::03'] }, signal);
    expect(body()).toEqual({ remove_labels: 'weight::03' });
  });
});

describe('the labels section of the page', () => {
  const section = (content: string) => {
    document.body.innerHTML = `<section>${content}</section>`;
    const [first] = document.body.children;
    if (!first) throw new Error('expected a section');
    return first;
  };
  const label = '<span class="gl-label" data-testid="weight::2"><span class="gl-label-text">weight::2</span></span>';
  const edit = '<button data-testid="edit-button">Edit</button>';
  const apply = '<button data-testid="apply-button">Apply</button>';

  it.each([
    ['with labels', edit + label, ['weight::2'], true],
    ['without', `${edit}<span>None</span>`, [], true],
    ['while they are edited', apply, undefined, true],
    ['for a guest', label, ['weight::2'], false],
  ])('%s', (_, content, titles, mayEdit) => {
    expect(labelTitlesIn(section(content))).toEqual(titles);
    expect(canEditLabels(section(content))).toBe(mayEdit);
  });
});
