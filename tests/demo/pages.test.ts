// @vitest-environment node
import { expect, test } from 'vitest';
import { pageFor } from '../../demo/pages';
import { seed } from '../../demo/seed';

const store = seed(new Date('2026-03-04T10:00:00Z'));

function page(path: string): string {
  const context = {
    store,
    user: store.users[0],
    role: 'developer',
    csrfToken: '',
    theme: 'light',
    origin: 'https://gitlab.com',
    root: '',
  } as const;
  return pageFor(new URL(path, 'https://gitlab.com'), context)?.html ?? '';
}

test.each([
  ['/gitlab-org/gitlab/-/issues/new', 'projects:issues:new'],
  ['/gitlab-org/gitlab/-/work_items/new', 'projects:work_items:show'],
])('%s is a page for the form of a new item', (path, name) => {
  expect(page(path)).toContain(`data-page="${name}"`);
  expect(page(path)).toContain('id="js-work-items"');
});

test('a merge request tells which issues it closes, those of other projects with their path', () => {
  const [, closes = ''] = /data-closes="([^"]*)"/.exec(page('/gitlab-org/gitlab/-/merge_requests/5')) ?? [];
  expect(JSON.parse(closes.replaceAll('&#34;', '"'))).toEqual([
    { reference: '#25', path: '/gitlab-org/gitlab/-/issues/25' },
    { reference: '#36', path: '/gitlab-org/gitlab/-/issues/36' },
    { reference: 'gitlab-org/container-registry#1', path: '/gitlab-org/container-registry/-/issues/1' },
  ]);
});
