import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GitLabError } from '../../gitlab/api';
import {
  createItem,
  fetchParent,
  findOwnItems,
  hasEpics,
  type NewItem,
  type ParentItem,
} from '../../gitlab/create-items';

const item = { instance: { origin: 'https://gitlab.com', root: '/gl' }, path: 'group/project', iid: '7' };
const { signal } = new AbortController();

let requests: { query: string; variables: Record<string, unknown> }[];
let answer: unknown;

beforeEach(() => {
  requests = [];
  document.head.innerHTML = '<meta name="csrf-token" content="the-token">';
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    requests.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(answer));
  });
});
afterEach(() => vi.unstubAllGlobals());

const issueType = { id: 'gid://gitlab/WorkItems::Type/1', name: 'Issue' };
const taskType = { id: 'gid://gitlab/WorkItems::Type/5', name: 'Task' };
const labels = [{ id: 'gid://gitlab/GroupLabel/3', title: 'group::package' }];

function parentAnswer({
  typeName = 'Issue',
  childTypes = [issueType, taskType],
  available = [issueType, taskType],
  newest = 90,
} = {}) {
  const node = {
    id: 'gid://gitlab/WorkItem/41',
    iid: '7',
    title: 'Large',
    description: null,
    confidential: true,
    userPermissions: { adminParentLink: true, adminWorkItemLink: false },
    workItemType: {
      name: typeName,
      widgetDefinitions: [{ type: 'WEIGHT' }, { type: 'HIERARCHY', allowedChildTypes: { nodes: childTypes } }],
    },
    widgets: [{ type: 'LABELS', labels: { nodes: labels } }],
  };
  const newestItem = { id: `gid://gitlab/WorkItem/${newest}`, createdAt: '2026-11-21T10:00:00Z' };
  return {
    data: {
      currentUser: { username: 'ana' },
      home: { workItemTypes: { nodes: available }, newest: { nodes: [newestItem] } },
      namespace: { workItems: { nodes: [node] } },
    },
  };
}

describe('the item that is to be split', () => {
  it('is read with what its parts need', async () => {
    answer = parentAnswer();
    expect(await fetchParent(item, item.path, signal)).toEqual({
      id: 'gid://gitlab/WorkItem/41',
      title: 'Large',
      description: '',
      isConfidential: true,
      typeName: 'Issue',
      labels,
      childType: taskType,
      issueType,
      mayAddChildren: true,
      mayLink: false,
      baseline: { since: '2026-11-21T10:00:00Z', newestId: 90 },
      username: 'ana',
    });
  });

  it.each([
    ['the first allowed type where there are no tasks', { childTypes: [issueType] }, issueType],
    ['no type that the project does not have', { available: [issueType], childTypes: [taskType] }, undefined],
    ['no type where none is allowed', { childTypes: [] }, undefined],
    ['issues under an epic', { typeName: 'Epic', childTypes: [taskType, issueType] }, issueType],
    ['nothing else under an epic', { typeName: 'Epic', childTypes: [taskType] }, undefined],
  ])('its children get %s', async (_name, values, childType) => {
    answer = parentAnswer(values);
    expect((await fetchParent(item, item.path, signal)).childType).toEqual(childType);
  });

  it.each([
    ['signed-out', { data: { currentUser: null, namespace: null } }],
    ['not-found', { data: { currentUser: { username: 'ana' }, namespace: null } }],
    ['malformed', { data: { currentUser: 'ana' } }],
  ])('fails as %s', async (kind, given) => {
    answer = given;
    await expect(fetchParent(item, item.path, signal)).rejects.toMatchObject({ name: 'GitLabError', kind });
  });
});

it('a server that does not know about epics has none', async () => {
  answer = { errors: [{ message: "Field 'availableFeatures' doesn't exist on type 'Namespace'" }] };
  expect(await hasEpics(item, signal)).toBe(false);
  answer = { data: { namespace: { availableFeatures: { hasEpicsFeature: true } } } };
  expect(await hasEpics(item, signal)).toBe(true);
});

const parent = { id: 'gid://gitlab/WorkItem/41' } as ParentItem;
const child: NewItem = {
  title: 'Part',
  typeId: taskType.id,
  weight: 2,
  labelIds: [],
  isConfidential: false,
  as: 'child',
};
const workItem = {
  id: 'gid://gitlab/WorkItem/91',
  iid: '46',
  title: 'Part',
  reference: '#46',
  webUrl: 'https://gitlab.com/gl/group/project/-/work_items/46',
  widgets: [{ type: 'WEIGHT', weight: 2 }],
};

describe('creating an item', () => {
  it.each<[string, Partial<NewItem>, object]>([
    ['a child', {}, { weightWidget: { weight: 2 }, hierarchyWidget: { parentId: parent.id } }],
    [
      'a related issue with labels and without a weight',
      { as: 'related', weight: undefined, labelIds: ['gid://gitlab/GroupLabel/3'] },
      {
        labelsWidget: { labelIds: ['gid://gitlab/GroupLabel/3'] },
        linkedItemsWidget: { linkType: 'RELATED', workItemsIds: [parent.id] },
      },
    ],
    [
      'of a confidential item',
      { isConfidential: true, weight: 0 },
      { confidential: true, weightWidget: { weight: 0 }, hierarchyWidget: { parentId: parent.id } },
    ],
  ])('%s is one request', async (_name, values, widgets) => {
    answer = { data: { workItemCreate: { errors: [], workItem } } };
    expect(await createItem(item, parent, { ...child, ...values }, signal)).toEqual({
      id: workItem.id,
      title: 'Part',
      reference: '#46',
      labels: [],
      url: workItem.webUrl,
      weight: 2,
    });
    const base = { namespacePath: 'group/project', workItemTypeId: taskType.id, title: 'Part' };
    expect(requests.map(request => request.variables)).toEqual([{ input: { ...base, ...widgets } }]);
  });

  it.each([
    [
      'GitLab’s own reason',
      { errors: ['Title is too long'], workItem: null },
      new GitLabError('invalid', 'GitLab did not accept this: Title is too long.'),
    ],
    [
      'an answer without an item',
      { errors: [], workItem: null },
      new GitLabError('malformed', 'GitLab gave an answer that Handrail does not understand.'),
    ],
    [
      'an address that is no web address',
      { errors: [], workItem: { ...workItem, webUrl: 'javascript:alert(1)' } },
      new GitLabError('malformed', 'GitLab gave an answer that Handrail does not understand.'),
    ],
  ])('%s is told', async (_name, workItemCreate, error) => {
    answer = { data: { workItemCreate } };
    await expect(createItem(item, parent, child, signal)).rejects.toEqual(error);
  });
});

it('of one’s own items only those count that came after the moment', async () => {
  const older = { ...workItem, id: 'gid://gitlab/WorkItem/90', widgets: [] };
  answer = { data: { namespace: { workItems: { nodes: [older, null, workItem] } } } };
  const found = await findOwnItems(item, 'ana', { since: '2026-11-21T10:00:00Z', newestId: 90 }, signal);
  expect(found.map(one => one.id)).toEqual([workItem.id]);
  expect(requests[0]?.variables).toEqual({ path: 'group/project', username: 'ana', since: '2026-11-21T10:00:00Z' });
});
