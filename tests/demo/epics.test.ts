// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Demo, startDemo } from '../../demo/server';
import { findWorkItem } from '../../demo/store';
import { Browser } from './client';

vi.mock('../../demo/front/bundle', () => ({ frontAssets: async () => ({ js: '', css: '' }) }));

const comment = `mutation($input: CreateNoteInput!) { createNote(input: $input) {
  errors quickActionsStatus { messages } note { body } } }`;
const issue27 = `{ namespace(fullPath: "gitlab-org/gitlab") { workItem(iid: "27") { state promotedToEpicUrl } } }`;

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

async function say(body: string) {
  const input = { noteableId: 'gid://gitlab/WorkItem/1027', body };
  return (await browser.graphql(comment, { input })).data.createNote;
}

test('an epic has a page at both of its addresses, with no data of a project', async () => {
  for (const kind of ['epics', 'work_items']) {
    const { status, text } = await browser.load(`/groups/gitlab-org/-/${kind}/1`);
    expect([status, /data-page="([^"]*)"/.exec(text)?.[1]]).toEqual([200, `groups:${kind}:show`]);
    expect(text).toContain('data-group-full-path="gitlab-org"');
    expect(text).not.toContain('data-project=');
  }
  expect((await browser.load('/groups/gitlab-org/-/epics/99')).status).toBe(404);
  expect((await browser.load('/groups/gitlab-org/gitlab/-/epics/1')).status).toBe(404);
});

test('an epic answers children and labels; its weight is a sum that nobody may set', async () => {
  const { data } = await browser.graphql(`{ namespace(fullPath: "gitlab-org") {
    availableFeatures { hasEpicsFeature hasIssueWeightsFeature hasScopedLabelsFeature }
    workItem(iid: "1") { webUrl workItemType { name } widgets(onlyTypes: [WEIGHT, HIERARCHY, LABELS]) { type
      ... on WorkItemWidgetWeight { weight rolledUpWeight widgetDefinition { editable } }
      ... on WorkItemWidgetHierarchy { children { nodes { iid } } }
      ... on WorkItemWidgetLabels { labels { count } } } } } }`);
  expect(data.namespace.availableFeatures).toEqual({
    hasEpicsFeature: true,
    hasIssueWeightsFeature: true,
    hasScopedLabelsFeature: true,
  });
  expect(data.namespace.workItem).toMatchObject({
    webUrl: 'https://gitlab.com/groups/gitlab-org/-/epics/1',
    workItemType: { name: 'Epic' },
    widgets: [
      { labels: { count: 3 } },
      { weight: null, rolledUpWeight: 5, widgetDefinition: { editable: false } },
      { children: { nodes: [{ iid: '1' }, { iid: '42' }] } },
    ],
  });
});

test('/promote_to Epic makes an epic of the group, closes the issue and leads there', async () => {
  const { note, quickActionsStatus } = await say('Too large.\n\n/promote_to Epic');
  expect([note.body, quickActionsStatus.messages]).toEqual(['Too large.', ['Promoted successfully.']]);
  const issue = findWorkItem(demo.store, 'gitlab-org/gitlab', '27');
  const epic = findWorkItem(demo.store, 'gitlab-org', '3');
  expect(epic).toMatchObject({ workItemType: 'Epic', title: issue?.title, description: issue?.description });
  expect(epic?.labels.map(label => label.title)).toContain('group::package registry');
  expect(epic?.notes.map(one => one.body)).toEqual(
    expect.arrayContaining(['Too large.', 'promoted from issue gitlab-org/gitlab#27']),
  );
  expect(issue?.notes.map(one => one.body)).toContain('promoted to epic &3');
  expect((await browser.graphql(issue27)).data.namespace.workItem).toEqual({
    state: 'CLOSED',
    promotedToEpicUrl: 'https://gitlab.com/groups/gitlab-org/-/epics/3',
  });
  expect((await say('/promote_to Epic')).quickActionsStatus.messages).toEqual(['Could not apply promote_to command.']);
});

test.each([
  ['without epics', () => Object.assign(demo.store, { plan: 'free' }), '/promote_to Epic'],
  ['for a guest', () => Object.assign(demo, { role: 'guest' }), '/promote_to Epic'],
  ['to a type that is none', () => undefined, '/promote_to Novel'],
])('it does nothing %s', async (_name, prepare, body) => {
  prepare();
  const count = demo.store.workItems.length;
  expect((await say(body)).quickActionsStatus.messages).toEqual(['Could not apply promote_to command.']);
  expect(demo.store.workItems.length).toBe(count);
  expect(findWorkItem(demo.store, 'gitlab-org/gitlab', '27')?.state).toBe('OPEN');
});
