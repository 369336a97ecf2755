/** Paths of groups and projects, as they are typed or pasted. */
import { describe, expect, it } from 'vitest';
import { mayHaveRoot, pathIn } from '../../../entrypoints/options/path-in';

describe('the path in what is typed', () => {
  it.each([
    ['', ''],
    [' group/project ', 'group/project'],
    ['https://gitlab.com/groups/top/near', 'top/near'],
    ['https://gitlab.com/gitlab-org/gitlab/-/issues/1', 'gitlab-org/gitlab'],
    ['no path', undefined],
  ])('“%s” is %s', (typed, path) => {
    expect(pathIn(typed)).toBe(path);
  });
});

describe('an address may begin with a path under which GitLab itself lies', () => {
  it.each([
    ['https://example.org/gitlab/group/project', true],
    ['https://GitLab.com/gitlab-org/gitlab', false],
    ['https://gitlab.com.example.org/a/b', true],
    ['group/project', false],
    ['', false],
  ])('%s: %s', (typed, may) => {
    expect(mayHaveRoot(typed)).toBe(may);
  });
});
