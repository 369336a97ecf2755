// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { findWorkItem } from '../../demo/store';
import { Browser } from './client';

vi.mock('../../demo/front/bundle', () => ({ frontAssets: async () => ({ js: '', css: '' }) }));

const update = `mutation($input: WorkItemUpdateInput!) { workItemUpdate(input: $input) { errors workItem { title state widgets(onlyTypes: [WEIGHT, LABELS]) { type
  ... on WorkItemWidgetWeight { weight } ... on WorkItemWidgetLabels { labels { nodes { title } } } } } } }`;
const create = `mutation($input: CreateNoteInput!) { createNote(input: $input) { errors
  quickActionsStatus { messages errorMessages commandNames commandsOnly } note { id body discussion { id notes { nodes { body } } } } } }`;
const discussions = `query($after: String, $filter: NotesFilterType, $sort: WorkItemDiscussionsSort, $first: Int, $last: Int) {
  namespace(fullPath: "gitlab-org/gitlab") { workItem(iid: "1") { widgets(onlyTypes: [NOTES]) { ... on WorkItemWidgetNotes {
    discussions(first: $first, last: $last, after: $after, filter: $filter, sort: $sort) { pageInfo { hasNextPage endCursor } nodes { id notes { nodes { body system } } } } } } } } }`;
const first = 'gid://gitlab/WorkItem/1001';

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

function issue(iid: string) {
  const item = findWorkItem(demo.store, 'gitlab-org/gitlab', iid);
  if (!item) throw new Error(`expected issue ${iid}, found none`);
  return item;
}

function labelId(title: string): string {
  const label = demo.store.labels.find(one => one.title === title);
  if (!label) throw new Error(`expected label ${title}, found none`);
  return `gid://gitlab/${label.kind}/${label.id}`;
}

describe('reading', () => {
  test('an item with its widgets', async () => {
    const { data } = await browser.graphql(`{ namespace(fullPath: "gitlab-org/gitlab") { workItem(iid: "1") {
      id title reference(full: true) webUrl workItemType { name } userPermissions { updateWorkItem adminWorkItem }
      widgets(onlyTypes: [WEIGHT, MILESTONE, HIERARCHY, DEVELOPMENT]) { type
        ... on WorkItemWidgetWeight { weight rolledUpWeight }
        ... on WorkItemWidgetMilestone { milestone { title } }
        ... on WorkItemWidgetHierarchy { children { nodes { iid } } }
        ... on WorkItemWidgetDevelopment { closingMergeRequests { nodes { mergeRequest { iid title draft } } } } } } } }`);
    expect(data.namespace.workItem).toMatchObject({
      id: first,
      title: 'Cleanup policies: preview affected tags',
      reference: 'gitlab-org/gitlab#1',
      webUrl: 'https://gitlab.com/gitlab-org/gitlab/-/issues/1',
      workItemType: { name: 'Issue' },
      userPermissions: { updateWorkItem: true, adminWorkItem: true },
      widgets: [
        { milestone: { title: '18.9' } },
        { weight: 2 },
        { children: { nodes: [{ iid: '14' }, { iid: '23' }, { iid: '31' }] } },
        {
          closingMergeRequests: {
            nodes: [
              { mergeRequest: { iid: '1' } },
              { mergeRequest: { iid: '11111', title: 'Docs update', draft: false } },
              { mergeRequest: { iid: '21212', title: 'Draft: API update', draft: true } },
            ],
          },
        },
      ],
    });
  });

  test('without licence the widgets are absent, not null', async () => {
    demo.store.plan = 'free';
    const { data } = await browser.graphql(
      '{ namespace(fullPath: "gitlab-org/gitlab") { workItem(iid: "1") { widgets { type } } availableFeatures { hasIssueWeightsFeature } } }',
    );
    const types = data.namespace.workItem.widgets.map((widget: { type: string }) => widget.type);
    expect(types).toContain('LABELS');
    expect(types).not.toContain('WEIGHT');
    expect(data.namespace.availableFeatures).toEqual({ hasIssueWeightsFeature: false });
  });

  test('items that do not exist and items one may not see are null without an error', async () => {
    const query =
      '{ namespace(fullPath: "gitlab-org/gitlab") { a: workItem(iid: "9") { iid } b: workItem(iid: "999") { iid } } }';
    expect(await browser.graphql(query)).toEqual({ status: 200, data: { namespace: { a: { iid: '9' }, b: null } } });
    demo.role = 'guest';
    demo.user = 'gil';
    await browser.load();
    expect((await browser.graphql(query)).data).toEqual({ namespace: { a: null, b: null } });
  });

  test('discussions page forward only, oldest first', async () => {
    const page = async (variables: object) => {
      const { data, errors } = await browser.graphql(discussions, variables);
      return { errors, ...data?.namespace.workItem?.widgets[0].discussions };
    };
    const one = await page({ first: 20 });
    expect(one.nodes).toHaveLength(20);
    expect(one.pageInfo.hasNextPage).toBe(true);
    const two = await page({ first: 20, after: one.pageInfo.endCursor });
    expect(two.pageInfo.hasNextPage).toBe(false);
    expect(new Set([...one.nodes, ...two.nodes].map((node: { id: string }) => node.id)).size).toBe(
      one.nodes.length + two.nodes.length,
    );
    const newest = await page({ first: 1, filter: 'ONLY_COMMENTS', sort: 'CREATED_DESC' });
    expect(newest.nodes[0].notes.nodes).toEqual([{ body: 'Gladly.', system: false }]);
    expect((await page({ last: 5 })).errors).toHaveLength(1);
  });

  test('lists are filtered and sorted by the server', async () => {
    const { data } = await browser.graphql(`{ project(fullPath: "gitlab-org/gitlab") {
      p1: workItems(labelName: ["Package::P1"], not: { labelName: ["workflow::in dev"] }, state: opened, sort: WEIGHT_ASC) { count nodes { iid } }
      unset: workItems(weightWildcardId: NONE, first: 2) { count pageInfo { hasNextPage } nodes { iid } } }
      group(fullPath: "gitlab-org") { here: workItems { count } below: workItems(includeDescendants: true, first: 1) { count } } }`);
    expect(data.project.p1.nodes).toEqual([{ iid: '1' }, { iid: '42' }, { iid: '32' }]);
    expect(data.project.unset.pageInfo.hasNextPage).toBe(true);
    expect(data.group.here.count).toBe(2);
    expect(data.group.below.count).toBe(
      demo.store.workItems.filter(item => `${item.namespace}/`.startsWith('gitlab-org/')).length,
    );
  });

  test('files of the repository: paths that are not there give no nodes', async () => {
    const project = demo.store.namespaces.find(one => one.fullPath === 'gitlab-org/gitlab');
    if (project) project.files['.gitlab/team.yml'] = 'name: Ours\n';
    const { data } = await browser.graphql(
      '{ project(fullPath: "gitlab-org/gitlab") { repository { blobs(paths: [".gitlab/team.yml", "nothing"], ref: "HEAD") { nodes { path rawTextBlob } } } } }',
    );
    expect(data.project.repository.blobs.nodes).toEqual([{ path: '.gitlab/team.yml', rawTextBlob: 'name: Ours\n' }]);
  });

  test('mistakes are errors of an answer with status 200', async () => {
    const unknown = await browser.graphql('{ currentUser { shoeSize } }');
    expect([unknown.status, unknown.errors[0].message]).toEqual([
      200,
      "Field 'shoeSize' doesn't exist on type 'CurrentUser'",
    ]);
    const syntax = await browser.graphql('{ currentUser {');
    expect([syntax.status, syntax.errors.length, syntax.data]).toEqual([200, 1, undefined]);
    expect(
      (await browser.graphql('{ namespace(fullPath: "gitlab-org") { workItem(iid: 1) { id } } }')).errors,
    ).toHaveLength(1);
    expect((await browser.graphql(`{ currentUser { id } } ${'#'.repeat(10_000)}`)).status).toBe(422);
  });
});

describe('limits', () => {
  const list = (first: number, more = '') =>
    `{ project(fullPath: "gitlab-org/gitlab") { workItems(first: ${first}) { nodes { id ${more} } } } queryComplexity { score limit } }`;
  const deep =
    'widgets { ... on WorkItemWidgetHierarchy { children { nodes { widgets { type ... on WorkItemWidgetLabels { labels { nodes { id title } } } } } } } }';

  test('a query tells its complexity; above 250 it is refused', async () => {
    const { data } = await browser.graphql(list(10));
    expect(data.queryComplexity).toEqual({ score: 7, limit: 250 });
    const refused = await browser.graphql(list(100, `${deep} a: ${deep} b: ${deep} c: ${deep} d: ${deep}`));
    expect(refused).toMatchObject({
      status: 200,
      errors: [{ message: expect.stringContaining('max complexity of 250') }],
    });
  });

  test('related merge requests are answered for one item a request', async () => {
    const related =
      'widgets(onlyTypes: [DEVELOPMENT]) { ... on WorkItemWidgetDevelopment { relatedMergeRequests { nodes { iid } } } }';
    expect((await browser.graphql(list(1, related))).errors).toBeUndefined();
    expect((await browser.graphql(list(2, related))).errors).toHaveLength(1);
  });
});

describe('writing a work item', () => {
  const write = (input: object) => browser.graphql(update, { input: { id: first, ...input } });

  test('several widgets at once; the answer has the new values, the history a note of each', async () => {
    const { data } = await write({
      title: 'New title',
      weightWidget: { weight: 3 },
      labelsWidget: { addLabelIds: [labelId('Package::P2')] },
    });
    const { errors, workItem } = data.workItemUpdate;
    expect([errors, workItem.title]).toEqual([[], 'New title']);
    expect(workItem.widgets.find((widget: { type: string }) => widget.type === 'WEIGHT').weight).toBe(3);
    // Scoped labels of one key drive each other out.
    const titles = issue('1').labels.map(label => label.title);
    expect(titles).toContain('Package::P2');
    expect(titles).not.toContain('Package::P1');
    expect(
      issue('1')
        .notes.slice(-2)
        .map(note => [note.system, note.body]),
    ).toEqual([
      [true, 'set weight to **3**'],
      [true, 'added ~Package::P2 and removed ~Package::P1 labels'],
    ]);
  });

  test('null clears the weight, 0 is a weight, a negative one is an error and changes nothing', async () => {
    await write({ weightWidget: { weight: 0 } });
    expect(issue('1').weight).toBe(0);
    const { data } = await write({ weightWidget: { weight: -1 }, title: 'Not this' });
    expect(data.workItemUpdate.errors).toEqual(['Weight must be greater than or equal to 0']);
    expect([issue('1').weight, issue('1').title]).toEqual([0, 'Cleanup policies: preview affected tags']);
    await write({ weightWidget: { weight: null } });
    expect(issue('1').weight).toBeNull();
  });

  test('a weight that one may not set, or that is not licensed, is left alone without a word', async () => {
    demo.role = 'guest';
    expect((await write({ weightWidget: { weight: 8 } })).data.workItemUpdate.errors).toEqual([]);
    demo.role = 'developer';
    demo.store.plan = 'free';
    expect((await write({ weightWidget: { weight: 8 } })).data.workItemUpdate.errors).toEqual([]);
    expect(issue('1').weight).toBe(2);
  });

  test('closing and reopening', async () => {
    await write({ stateEvent: 'CLOSE' });
    expect([issue('1').state, issue('1').closedAt]).toEqual(['CLOSED', expect.any(String)]);
    await write({ stateEvent: 'REOPEN' });
    expect([issue('1').state, issue('1').closedAt]).toEqual(['OPEN', null]);
  });

  test('a child is created with parent, labels and weight; issues take tasks only', async () => {
    const mutation = `mutation($input: WorkItemCreateInput!) { workItemCreate(input: $input) { errors workItem { iid title } } }`;
    const input = {
      namespacePath: 'gitlab-org/gitlab',
      workItemTypeId: 'gid://gitlab/WorkItems::Type/5',
      title: 'Part',
      hierarchyWidget: { parentId: first },
      labelsWidget: { labelIds: [labelId('backend')] },
      weightWidget: { weight: 1 },
    };
    const { data } = await browser.graphql(mutation, { input });
    expect(data.workItemCreate).toEqual({ errors: [], workItem: { iid: '63', title: 'Part' } });
    expect(issue('1').children).toContain(issue('63').id);
    expect(issue('63')).toMatchObject({ weight: 1, labels: [{ title: 'backend' }] });
    const wrong = { ...input, workItemTypeId: 'gid://gitlab/WorkItems::Type/1' };
    expect((await browser.graphql(mutation, { input: wrong })).data.workItemCreate.errors).toHaveLength(1);
  });

  test('what does not exist and what is forbidden sound alike', async () => {
    const missing = await browser.graphql(update, { input: { id: 'gid://gitlab/WorkItem/9999', title: 'x' } });
    demo.role = 'guest';
    const forbidden = await write({ title: 'x' });
    expect(missing.errors[0].message).toContain("does not exist or you don't have permission");
    expect(forbidden.errors[0].message).toBe(missing.errors[0].message);
  });
});

describe('comments', () => {
  const post = async (body: string, more: object = {}) =>
    (await browser.graphql(create, { input: { noteableId: first, body, ...more } })).data.createNote;

  test('are kept byte for byte, as a discussion of their own or in a thread', async () => {
    const body = 'Complete: 80%\nConfidence: 90%\n\n  ~frontend **bold** `code`\n';
    const { note, errors, quickActionsStatus } = await post(body);
    expect([note.body, errors, quickActionsStatus]).toEqual([body, [], null]);
    const reply = await post('An answer', { discussionId: note.discussion.id });
    expect(reply.note.discussion.notes.nodes).toEqual([{ body }, { body: 'An answer' }]);
  });

  test('quick actions are taken out and run', async () => {
    const { note, quickActionsStatus } = await post(
      'Now it is clear.\n\n/weight 3\n/label ~frontend ~"needs review"\n/unlabel ~Package::P1',
    );
    expect(note.body).toBe('Now it is clear.');
    expect(quickActionsStatus).toEqual({
      commandNames: ['weight', 'label', 'unlabel'],
      commandsOnly: false,
      errorMessages: null,
      messages: ['Set weight to 3.', 'Added ~frontend label.', 'Removed ~Package::P1 label.'],
    });
    expect(issue('1').weight).toBe(3);
  });

  test('commands alone leave no note, and that is no error', async () => {
    const count = issue('1').notes.filter(note => !note.system).length;
    const { note, errors, quickActionsStatus } = await post('/close');
    expect([note, errors, quickActionsStatus.commandsOnly]).toEqual([null, [], true]);
    expect(issue('1').state).toBe('CLOSED');
    expect(issue('1').notes.filter(one => !one.system)).toHaveLength(count);
  });

  test('a command that cannot be applied is told in the messages, not in the errors', async () => {
    demo.role = 'guest';
    const { errors, quickActionsStatus } = await post('/weight 5');
    expect([errors, quickActionsStatus]).toEqual([
      [],
      {
        commandNames: ['weight'],
        commandsOnly: true,
        errorMessages: null,
        messages: ['Could not apply weight command.'],
      },
    ]);
    expect(issue('1').weight).toBe(2);
  });

  test('one edits only what one wrote; an edit that leaves only commands deletes the note', async () => {
    const edit = `mutation($input: UpdateNoteInput!) { updateNote(input: $input) { errors note { body lastEditedAt } } }`;
    const { note } = await post('First');
    const changed = await browser.graphql(edit, { input: { id: note.id, body: 'Second' } });
    expect(changed.data.updateNote.note).toEqual({ body: 'Second', lastEditedAt: expect.any(String) });
    const gone = await browser.graphql(edit, { input: { id: note.id, body: '/weight 1' } });
    expect(gone.data.updateNote).toEqual({ errors: [], note: null });
    const others = issue('1').notes.find(one => one.author.username === 'jonas');
    expect(
      (await browser.graphql(edit, { input: { id: `gid://gitlab/Note/${others?.id}`, body: 'x' } })).errors,
    ).toHaveLength(1);
  });

  test('on merge requests too', async () => {
    const { note } = await post('Nice.', { noteableId: 'gid://gitlab/MergeRequest/5001' });
    expect(note.body).toBe('Nice.');
  });
});

test('a dragged card loses the label of its list and takes the other', async () => {
  const { data } = await browser.graphql(
    `mutation { issueMoveList(input: { projectPath: "gitlab-org/gitlab", iid: "1", boardId: "gid://gitlab/Board/1",
      fromListId: "gid://gitlab/List/300", toListId: "gid://gitlab/List/302" }) { errors issue { labels { nodes { title } } } } }`,
  );
  const titles = data.issueMoveList.issue.labels.nodes.map((label: { title: string }) => label.title);
  expect(titles).toContain('workflow::in dev');
  expect(titles).not.toContain('workflow::scheduling');
});

test('a batch is answered in order', async () => {
  const answer = await browser.send('/api/graphql', {
    method: 'POST',
    body: [{ query: '{ currentUser { username } }' }, { query: 'query B { metadata { version } }' }],
  });
  expect(JSON.parse(answer.text)).toMatchObject([
    { data: { currentUser: { username: 'ana' } } },
    { data: { metadata: { version: '18.9.0-ee' } } },
  ]);
});
