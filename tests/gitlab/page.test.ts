import { describe, expect, it } from 'vitest';
import { type Page, pageOf, shownInPanel } from '../../gitlab/page';

const item = (path: string, iid: string, isGroup = false): Page => ({ kind: 'work-item', path, iid, isGroup });
const list = (path: string | undefined, isGroup = false): Page => ({ kind: 'work-item-list', path, isGroup });
const mergeRequests = (path: string | undefined, isGroup = false): Page => ({
  kind: 'merge-request-list',
  path,
  isGroup,
});
const mergeRequest = (tab?: string): Page => ({ kind: 'merge-request', path: 'g/p', iid: '7', tab });
const other: Page = { kind: 'other' };

const pages: readonly (readonly [string, Page])[] = [
  ['/gitlab-org/gitlab/-/issues/1', item('gitlab-org/gitlab', '1')],
  ['/g/sub/deep/p/-/issues/12', item('g/sub/deep/p', '12')],
  ['/g/p/-/issues/12/', item('g/p', '12')],
  ['/g/p/-/issues/12/designs/a.png', item('g/p', '12')],
  ['/g/p/-/issues/incident/3', item('g/p', '3')],
  ['/g/p/-/issues/3/timeline', item('g/p', '3')],
  ['/g/p/-/work_items/9', item('g/p', '9')],
  ['/groups/g/sub/-/work_items/4', item('g/sub', '4', true)],
  ['/groups/g/-/epics/5', item('g', '5', true)],
  ['/g/p/-/issues', list('g/p')],
  ['/g/p/-/issues/service_desk', list('g/p')],
  ['/g/p/-/incidents', list('g/p')],
  ['/g/p/-/work_items', list('g/p')],
  ['/g/p/-/work_items/views/3', list('g/p')],
  ['/groups/g/-/issues', list('g', true)],
  ['/groups/g/-/work_items', list('g', true)],
  ['/groups/g/-/epics', list('g', true)],
  ['/dashboard/issues', list(undefined)],
  ['/g/p/-/issues/new', { kind: 'new-work-item', path: 'g/p', isGroup: false }],
  ['/groups/g/-/epics/new', { kind: 'new-work-item', path: 'g', isGroup: true }],
  ['/g/p/-/merge_requests/7', mergeRequest()],
  ['/g/p/-/merge_requests/7/diffs', mergeRequest('diffs')],
  ['/g/p/-/merge_requests/7/edit', other],
  ['/g/p/-/merge_requests/new', other],
  ['/g/p/-/merge_requests', mergeRequests('g/p')],
  ['/groups/g/-/merge_requests', mergeRequests('g', true)],
  ['/dashboard/merge_requests', mergeRequests(undefined)],
  ['/dashboard/merge_requests/search', mergeRequests(undefined)],
  ['/g/p/-/boards', { kind: 'board', path: 'g/p', isGroup: false, id: undefined }],
  ['/g/p/-/boards/1', { kind: 'board', path: 'g/p', isGroup: false, id: '1' }],
  ['/groups/g/-/boards/2', { kind: 'board', path: 'g', isGroup: true, id: '2' }],
  ['/groups/g/-/epic_boards/2', { kind: 'epic-board', path: 'g', isGroup: true, id: '2' }],
  ['/g/p/-/milestones/3', { kind: 'milestone', path: 'g/p', isGroup: false, id: '3' }],
  ['/groups/g/-/milestones', { kind: 'milestone', path: 'g', isGroup: true, id: undefined }],
  ['/g/p', other],
  ['/', other],
  ['/-/profile/preferences', other],
  ['/g/p/-/tree/main/issues/1', other],
  ['/g/p/-/blob/main/a/-/issues/1', other],
  ['/dashboard/todos', other],
  ['/search?scope=issues', other],
];

describe('an address', () => {
  it.each(pages)('%s', (path, page) => {
    expect(pageOf(new URL(path, 'https://gitlab.com'), '')).toEqual(page);
  });

  it.each(pages)('%s under a relative URL root', (path, page) => {
    expect(pageOf(new URL(`/git/lab${path}`, 'https://example.test:8443'), '/git/lab')).toEqual(page);
  });

  it('outside of the relative URL root is none of ours', () => {
    expect(pageOf(new URL('https://example.test/g/p/-/issues/1'), '/gitlab')).toEqual(other);
  });

  it('with a broken escape does not throw', () => {
    expect(pageOf(new URL('https://gitlab.com/g/%E0%A4%A/-/issues/1'), '')).toMatchObject({
      kind: 'work-item',
      iid: '1',
    });
  });
});

describe('the item in the side panel', () => {
  const show = (value: unknown) =>
    new URL(`https://gitlab.com/g/p/-/issues?show=${encodeURIComponent(btoa(JSON.stringify(value)))}`);
  it.each([
    [
      'is named by ?show=',
      show({ iid: '14', full_path: 'gitlab-org/gitlab', id: 1014 }),
      { iid: '14', path: 'gitlab-org/gitlab' },
    ],
    ['is none without it', new URL('https://gitlab.com/g/p/-/issues'), undefined],
    ['is none when it is no base64', new URL('https://gitlab.com/g/p/-/issues?show=%%%'), undefined],
    ['is none when it is no object', show(7), undefined],
    ['is none when the number is none', show({ iid: '<b>', full_path: 'g/p' }), undefined],
  ])('%s', (_, url, expected) => {
    expect(shownInPanel(url)).toEqual(expected);
  });
});
