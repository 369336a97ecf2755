import { expect, it } from 'vitest';
import { pagesOfFeatures } from '../../features/starter';
import { pageOf } from '../../gitlab/page';
import { pagePatterns } from '../../gitlab/page-patterns';

const sites = ['https://gitlab.com/*', 'https://example.org/*'];
const { shown, rest } = pagePatterns(sites);
const { matches, except } = shown;

/** Match patterns as browsers read them: `*` is any text, and the path has the query. */
const isOneOf = (patterns: readonly string[], { origin, pathname, search }: URL) =>
  patterns.some(pattern => {
    const text = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${text}$`).test(origin + pathname + search);
  });

it.each([
  ['https://gitlab.com/gitlab-org/gitlab/-/issues'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/?state=opened'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/1'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/1/designs/a.png'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/new'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/incident/3'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/service_desk'],
  ['https://gitlab.com/gitlab-org/gitlab/-/incidents/3'],
  ['https://gitlab.com/gitlab-org/gitlab/-/work_items/4?iid_path=true'],
  ['https://gitlab.com/gitlab-org/gitlab/-/work_items/views/2'],
  ['https://gitlab.com/groups/gitlab-org/-/epics/5'],
  ['https://gitlab.com/groups/gitlab-org/-/epics'],
  ['https://gitlab.com/groups/gitlab-org/-/work_items'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests/7'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests/7/diffs'],
  ['https://gitlab.com/gitlab-org/gitlab/-/boards'],
  ['https://gitlab.com/gitlab-org/gitlab/-/boards/1?label_name=a'],
  ['https://gitlab.com/groups/gitlab-org/-/epic_boards/2'],
  ['https://gitlab.com/gitlab-org/gitlab/-/milestones/3'],
  ['https://gitlab.com/dashboard/issues?assignee_username=mara'],
  ['https://gitlab.com/dashboard/merge_requests'],
  ['https://gitlab.com/dashboard/merge_requests/following'],
  ['https://example.org/gitlab/a/b/-/issues/1', '/gitlab'],
  ['https://example.org/gitlab/dashboard/issues', '/gitlab'],
])('the features come with %s', (address, root = '') => {
  const url = new URL(address);
  expect(pagesOfFeatures).toContain(pageOf(url, root).kind);
  expect(isOneOf(matches, url)).toBe(true);
  expect(isOneOf(except, url)).toBe(false);
});

it.each([
  ['https://gitlab.com/'],
  ['https://gitlab.com/gitlab-org/gitlab'],
  ['https://gitlab.com/gitlab-org/gitlab/-/tree/master/issues'],
  ['https://gitlab.com/gitlab-org/gitlab/-/pipelines/1'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests/new?merge_request%5Bsource_branch%5D=a'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests/7/edit'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests/7/conflicts'],
  ['https://gitlab.com/gitlab-org/gitlab/-/milestones/3/edit'],
  ['https://gitlab.com/dashboard/todos'],
])('but not with %s', address => {
  const url = new URL(address);
  expect(pageOf(url, '').kind).toBe('other');
  expect(isOneOf(matches, url) && !isOneOf(except, url)).toBe(false);
});

it('nowhere but on the sites', () => {
  for (const pattern of [shown, ...rest].flatMap(({ matches, except }) => [...matches, ...except]))
    expect(pattern.startsWith('https://gitlab.com/') || pattern.startsWith('https://example.org/')).toBe(true);
});

it.each([
  ['https://gitlab.com/'],
  ['https://gitlab.com/gitlab-org/gitlab/-/issues/1'],
  ['https://gitlab.com/gitlab-org/gitlab/-/merge_requests/7/edit'],
  ['https://gitlab.com/gitlab-org/gitlab/-/milestones/new'],
  ['https://example.org/gitlab/a/b/-/boards/1'],
])('the starting script comes once with %s', address => {
  const url = new URL(address);
  const parts = [shown, ...rest].filter(part => isOneOf(part.matches, url) && !isOneOf(part.except, url));
  expect(parts).toHaveLength(1);
});
