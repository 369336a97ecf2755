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
  demo.store.plan = 'free';
  browser = new Browser(demo);
  await browser.load();
});
afterAll(() => demo.close());

test('no type of item has a weight, and no feature is there', async () => {
  const { data } = await browser.graphql(`{ namespace(fullPath: "gitlab-org/gitlab") {
    availableFeatures { hasEpicsFeature hasIssueWeightsFeature hasScopedLabelsFeature }
    workItem(iid: "1") { widgets { type } }
    workItemTypes { nodes { name widgetDefinitions { type
      ... on WorkItemWidgetDefinitionLabels { allowsScopedLabels } } } } } }`);
  const { availableFeatures, workItem, workItemTypes } = data.namespace;
  expect(Object.values(availableFeatures)).toEqual([false, false, false]);
  for (const widgets of [workItem.widgets, ...workItemTypes.nodes.map((one: Type) => one.widgetDefinitions)]) {
    expect(widgets.map((one: { type: string }) => one.type)).not.toContain('WEIGHT');
  }
  expect(workItemTypes.nodes[0].widgetDefinitions).toContainEqual({ type: 'LABELS', allowsScopedLabels: false });
});

type Type = { widgetDefinitions: { type: string }[] };

test.each(['/-/issues/1', '/-/issues', '/-/issues/new', '/-/boards/1', '/-/merge_requests/1'])(
  'labels are not scoped on %s',
  async path => {
    expect((await browser.load(`/gitlab-org/gitlab${path}`)).text).toContain('data-has-scoped-labels-feature="false"');
  },
);

test('labels of one scope stand side by side', async () => {
  const { json } = await browser.rest('/projects/278964/issues/1', {
    method: 'PUT',
    body: { add_labels: 'Package::P2,weight::3' },
  });
  expect(json.labels).toEqual(expect.arrayContaining(['Package::P1', 'Package::P2', 'weight::3']));
});

test('there are no epics, no history of weights, no blocking links', async () => {
  expect((await browser.send('/groups/gitlab-org/-/epics/1')).status).toBe(404);
  const { data } = await browser.graphql('{ namespace(fullPath: "gitlab-org") { workItem(iid: "1") { iid } } }');
  expect(data.namespace.workItem).toBeNull();
  expect((await browser.rest('/projects/278964/issues/1/resource_weight_events')).status).toBe(404);
  const body = { target_project_id: '278964', target_issue_iid: '5', link_type: 'blocks' };
  expect((await browser.rest('/projects/278964/issues/1/links', { method: 'POST', body })).status).toBe(403);
});
