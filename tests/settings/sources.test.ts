/** Profiles in repositories: what asks, what is in force, what is kept. */
import { describe, expect, it } from 'vitest';
import { parseProfileText } from '../../handbook/profile-text';
import { agree, linkHosts, refuse, sourceProjects, takeFile } from '../../settings/sources';
import type { Source } from '../../settings/stored';

const place = { instance: 'https://gitlab.com', project: 'a/b', file: '.gitlab/handrail.yml' };
const textOf = (name: string, link?: string) =>
  `version: 1\nid: a\nname: ${name}\n${link ? `standUp: { link: '${link}', questions: [What?] }\n` : ''}`;

/** The sources after the file was found with a text; without one the project has none. */
function found(sources: readonly Source[], text: string | undefined, now = 1): readonly Source[] {
  return takeFile(sources, { ...place, text }, text === undefined ? undefined : parseProfileText(text), now);
}

function only(sources: readonly Source[]): Source {
  const [source, ...others] = sources;
  if (!source || others.length > 0) throw new Error(`expected one source, found ${sources.length}`);
  return source;
}

const asking = only(found([], textOf('One', 'https://a.example/x')));
const used = agree(asking, 2);
const nameOf = (data: unknown) => (data as { name: string } | undefined)?.name;

describe('a file that was found', () => {
  it('asks, and is not in force', () => {
    expect(asking).toMatchObject({ ...place, readAt: 1, asks: { hosts: ['a.example'] } });
    expect(asking.used).toBeUndefined();
  });

  it('is in force after a yes, and asks no more', () => {
    expect(used.used).toMatchObject({ since: 2 });
    expect(nameOf(used.used?.profile)).toBe('One');
    expect(used.asks).toBeUndefined();
  });

  it('a new version is in force at once; the same one keeps its day', () => {
    const next = only(found([used], textOf('Two', 'https://a.example/y'), 9));
    expect(nameOf(next.used?.profile)).toBe('Two');
    expect(next).toMatchObject({ readAt: 9, used: { since: 9 } });
    expect(next.asks).toBeUndefined();
    expect(only(found([used], textOf('One', 'https://a.example/x'), 9)).used?.since).toBe(2);
  });

  it('asks again when its links lead to a new host, and the one before stays', () => {
    const next = only(found([used], textOf('Two', 'https://b.example/')));
    expect(nameOf(next.used?.profile)).toBe('One');
    expect(next.asks?.hosts).toEqual(['b.example']);
    const kept = refuse(next);
    expect(nameOf(kept.used?.profile)).toBe('One');
    expect(only(found([kept], textOf('Two', 'https://b.example/'))).asks).toBeUndefined();
  });

  it('a no is kept until the text changes', () => {
    const refused = refuse(asking);
    expect(refused.asks).toBeUndefined();
    expect(only(found([refused], textOf('One', 'https://a.example/x'))).asks).toBeUndefined();
    expect(nameOf(only(found([refused], textOf('Two'))).asks?.profile)).toBe('Two');
  });

  it('a yes to what was refused once forgets the no', () => {
    const asksAgain = only(found([refuse(asking)], textOf('Two')));
    expect(agree(asksAgain, 3).refused).toBeUndefined();
  });

  it('with a mistake changes nothing but to say so, and the next good one takes that back', () => {
    const broken = only(found([used], 'version: 1\nid: a\nname: 7\n'));
    expect(nameOf(broken.used?.profile)).toBe('One');
    expect(broken.problems).toEqual([{ path: 'name', message: 'expected a text, found 7', line: 3, column: 1 }]);
    expect(only(found([broken], textOf('One'))).problems).toBeUndefined();
    expect(nameOf(only(found([asking], '[')).asks?.profile)).toBe('One');
  });

  it('that is gone is no source any more; others stay', () => {
    const other: Source = { ...asking, project: 'c/d' };
    expect(found([used, other], undefined)).toEqual([other]);
    expect(found([other], textOf('One'))).toHaveLength(2);
  });
});

it('a yes or no to nothing changes nothing', () => {
  expect(agree(used, 9)).toBe(used);
  expect(refuse(used)).toEqual(used);
});

it.each<[unknown, string[]]>([
  [
    { link: 'https://a.example/x', in: [{ link: 'https://a.example/y' }, { link: 'http://b.example:8080' }] },
    ['a.example', 'b.example:8080'],
  ],
  [{ link: 'no address', text: 'https://c.example' }, []],
  [null, []],
  ['https://a.example', []],
])('the hosts of the links of %j', (data, hosts) => {
  expect(linkHosts(data)).toEqual(hosts);
});

// Whether a path is a project's or a group's it does not say.
const ownGroup = 'top/near/project/handrail-profile';

it.each([
  ['top/near/project', [], ['top/near/project', ownGroup, 'top/near/handrail-profile', 'top/handrail-profile']],
  ['top/project', [], ['top/project', 'top/project/handrail-profile', 'top/handrail-profile', 'top/handrail-profile']],
  ['top', [], ['top', 'top/handrail-profile', 'top/handrail-profile', 'top/handrail-profile']],
  [
    'top/near/project',
    [{ group: 'TOP', project: 'x/y' }],
    ['top/near/project', ownGroup, 'top/near/handrail-profile', 'x/y'],
  ],
  [
    'top/near/project',
    [{ group: 'top/near', project: 'x/y' }],
    ['top/near/project', ownGroup, 'x/y', 'top/handrail-profile'],
  ],
])('for %s, with %j, the projects are %j', (path, named, projects) => {
  expect(sourceProjects(path, named)).toEqual(projects);
});
