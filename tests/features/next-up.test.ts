import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import readerScript from '../../entrypoints/reader';
import type { Stage } from '../../features/feature';
import { listAddress } from '../../features/next-up/list-address';
import { itemLoader } from '../../features/next-up/loader';
import { markdownTable } from '../../features/next-up/markdown';
import { openNextUp } from '../../features/next-up/open';
import { currentMilestones, filtered, groupsOf, rowsOf } from '../../features/next-up/rows';
import type { NextUpState } from '../../features/next-up/state';
import { type StatusTime, statusAges } from '../../features/next-up/status-ages';
import { emptyText } from '../../features/next-up/words';
import { outdatedText } from '../../features/scripts';
import type { OpenItem } from '../../gitlab/open-items';
import type { Profile } from '../../handbook/profile';
import { packageGroup } from '../handbook/package-group';
import { open } from './open-item';

const today = '2026-11-21';
const running = { title: '18.9', startDate: '2026-11-14', dueDate: '2026-12-11' };
const coming = { title: '18.10', startDate: '2026-12-12', dueDate: '2027-01-08' };

describe('rows', () => {
  it('are the items with a priority, in order, parted by rank', () => {
    const items = [
      open(1, ['package:active'], { weight: 3 }),
      open(2, ['backend']),
      open(3, ['Package:P1'], { weight: 2 }),
      open(4, ['package:active'], { weight: 0 }),
    ];
    const groups = groupsOf(rowsOf(items, packageGroup, 'group/project', today));
    expect(groups.map(({ rule, rows }) => [rule.name, rows.map(row => row.reference)])).toEqual([
      ['P1', ['#3']],
      ['Active', ['#4', '#1']],
    ]);
  });

  it.each([
    ['group/project', '#7'],
    ['group', 'project#7'],
    ['another', 'group/project#7'],
  ])('in %s the item is %s', (path, reference) => {
    expect(rowsOf([open(7, ['security'])], packageGroup, path, today)[0]?.reference).toBe(reference);
  });

  it.each<[OpenItem['weight'], string | undefined]>([
    [undefined, undefined],
    [null, 'not weighed'],
    [2, '2 Small'],
    [8, '8 Larger: resize'],
    [0, '0'],
  ])('weight %s is said as %s', (weight, text) => {
    expect(rowsOf([open(1, ['security'], { weight })], packageGroup, '', today)[0]?.weight).toBe(text);
  });

  it('name the step by label or by Status', () => {
    const profile: Profile = {
      ...packageGroup,
      workflow: {
        steps: [
          { name: 'Doing', labels: ['workflow::in dev'] },
          { name: 'Checking', statuses: ['In review'] },
        ],
      },
    };
    const steps = rowsOf(
      [
        open(1, ['security', 'Workflow:in dev']),
        open(2, ['security'], { status: 'in review' }),
        open(3, ['security'], { status: 'To do' }),
      ],
      profile,
      '',
      today,
    ).map(row => row.step);
    expect(steps).toEqual(['Doing', 'Checking', undefined]);
  });

  it('know the current and the next milestone from the items themselves', () => {
    const profile: Profile = {
      ...packageGroup,
      priorities: {
        rules: [
          { name: 'Now', when: { milestone: 'current' }, meaning: 'Now.' },
          { name: 'Then', when: { milestone: 'next' }, meaning: 'Then.' },
        ],
      },
    };
    const items = [open(1, [], { milestone: coming }), open(2, [], { milestone: running }), open(3, [])];
    const rows = rowsOf(items, profile, 'group/project', today);
    expect(rows.map(row => [row.reference, row.priority.rule.name])).toEqual([
      ['#2', 'Now'],
      ['#1', 'Then'],
    ]);
    expect(currentMilestones(items, today)).toEqual(['18.9']);
  });

  it.each([
    [{ who: 'all', milestone: false }, 'ana', ['#1', '#2', '#3']],
    [{ who: 'mine', milestone: false }, 'ana', ['#1', '#2']],
    [{ who: 'mine', milestone: true }, 'ana', ['#1']],
    [{ who: 'unassigned', milestone: false }, 'ana', ['#3']],
    [{ who: 'mine', milestone: false }, undefined, []],
  ] as const)('with %j for %s', (filters, username, references) => {
    const ana = [{ username: 'ana', name: 'Ana' }];
    const items = [
      open(1, ['security'], { assignees: ana, milestone: running }),
      open(2, ['security'], { assignees: ana, milestone: coming }),
      open(3, ['security']),
    ];
    const rows = rowsOf(items, packageGroup, 'group/project', today);
    expect(
      filtered(rows, filters, username, ['18.9'])
        .map(row => row.reference)
        .sort(),
    ).toEqual(references);
  });
});

describe('the Markdown table', () => {
  it('stays a table, and text stays text', () => {
    const item = open(1, ['security'], {
      title: 'a|b\\|c\n<b> *x* [y](z) @all ~bug %18.9 $$ ~~d~~',
      weight: undefined,
      assignees: [{ username: 'ana', name: 'Ana | B' }],
      milestone: running,
    });
    expect(markdownTable(rowsOf([item], packageGroup, 'group/project', today))).toBe(
      [
        '| Item | Title | Priority | Milestone | Step | Assignees |\n',
        '| --- | --- | --- | --- | --- | --- |\n',
        '| group/project#1 | a\\|b\\\\\\|c \\<b\\> \\*x\\* \\[y\\](z) \\@all \\~bug \\%18.9 \\$\\$ \\~\\~d\\~\\~ ',
        '| Security | 18.9 |  | Ana \\| B |\n',
      ].join(''),
    );
  });
});

describe("GitLab's own list", () => {
  const place = { instance: { origin: 'https://gitlab.com', root: '/gl' }, path: 'a group/p', isGroup: false };
  it.each([
    [place, [], { who: 'all', milestone: false }, '/gl/a%20group/p/-/issues?state=opened'],
    [
      { ...place, isGroup: true },
      ['a::b & c'],
      { who: 'unassigned', milestone: false },
      '/gl/groups/a%20group/p/-/issues?state=opened&label_name%5B%5D=a%3A%3Ab+%26+c&assignee_id=None',
    ],
    [
      place,
      ['a', 'b'],
      { who: 'mine', milestone: true },
      '/gl/a%20group/p/-/issues?state=opened&or%5Blabel_name%5D%5B%5D=a&or%5Blabel_name%5D%5B%5D=b&assignee_username%5B%5D=ana&milestone_title=18.9',
    ],
  ] as const)('%j %j %j', (where, labels, filters, address) => {
    expect(listAddress(where, labels, filters, 'ana', ['18.9'])).toBe(`https://gitlab.com${address}`);
  });
});

it.each([
  ['loading', 0, 0, 'Reading the open issues'],
  ['done', 0, 20, 'Nothing is waiting'],
  ['failed', 0, 20, 'Nothing yet'],
  ['failed', 0, 0, 'The list is not there'],
  ['cancelled', 0, 0, 'Nothing yet'],
  ['done', 2, 20, 'Nothing fits these filters'],
] as const)('%s with %i rows without filters of %i issues: %s', (kind, without, loaded, title) => {
  expect(emptyText(kind, without, loaded, 'group::package').title).toBe(title);
});

describe('the loader', () => {
  let answers: (() => Response | Promise<Response>)[];
  let asked: (string | undefined)[];
  const present = new AbortController();
  /** A page of items from one number on. */
  const page = (from: number, length: number, next: string | null) => () => {
    const nodes = Array.from({ length }, (_, index) => ({
      id: `gid://gitlab/WorkItem/${from + index}`,
      title: 'x',
      webUrl: null,
      confidential: false,
      createdAt: '2026-01-01T00:00:00Z',
      reference: `group/project#${from + index}`,
      workItemType: { name: 'Issue' },
      widgets: [],
    }));
    const pageInfo = { hasNextPage: next !== null, endCursor: next };
    const workItems = { count: 1234, pageInfo, nodes };
    return new Response(JSON.stringify({ data: { currentUser: null, namespace: { workItems } } }));
  };
  const limited = (seconds: number) => () =>
    new Response('Retry later', { status: 429, headers: { 'Retry-After': String(seconds) } });
  const loader = () =>
    itemLoader({ instance: { origin: 'https://g', root: '' }, path: 'group', labels: [] }, present.signal);

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      asked.push(JSON.parse(String(init.body)).variables.after);
      return answers.shift()?.() ?? new Response('', { status: 500 });
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('reads page after page and counts an item once', async () => {
    answers = [page(1, 100, 'a'), page(100, 10, null)];
    const { go, items, total, progress } = loader();
    await go();
    expect([items.value.length, total.value, progress.value.kind]).toEqual([109, 1234, 'done']);
    expect(asked).toEqual([undefined, 'a']);
    expect(items.value[0]?.url).toBe('https://g/group/project/-/work_items/1');
  });

  it('stops at 500, and reads 500 more when asked', async () => {
    answers = Array.from({ length: 11 }, (_, at) => page(at * 100 + 1, 100, String(at)));
    const { go, items, progress } = loader();
    await go();
    expect([items.value.length, progress.value.kind]).toEqual([500, 'limit']);
    await go();
    expect([items.value.length, progress.value.kind]).toEqual([1000, 'limit']);
    expect(asked).toHaveLength(10);
  });

  it('waits as told, counts down, and waits again when told again', async () => {
    answers = [limited(3), limited(2), page(1, 1, null)];
    const { go, progress } = loader();
    const going = go();
    await vi.advanceTimersByTimeAsync(0);
    expect(progress.value).toEqual({ kind: 'waiting', seconds: 3 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(progress.value).toEqual({ kind: 'waiting', seconds: 2 });
    await vi.advanceTimersByTimeAsync(1999);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2000);
    await going;
    expect(progress.value.kind).toBe('done');
  });

  it('goes on behind the last page after a failure', async () => {
    answers = [page(1, 100, 'a'), () => new Response('', { status: 503 }), page(101, 1, null)];
    const { go, items, progress } = loader();
    await go();
    expect(progress.value).toEqual({ kind: 'failed', reason: 'GitLab has a problem (status 503).', isFinal: false });
    await go();
    expect([items.value.length, progress.value.kind]).toEqual([101, 'done']);
    expect(asked).toEqual([undefined, 'a', 'a']);
  });

  it('a waiting that is cancelled asks no more', async () => {
    answers = [limited(3), page(1, 1, null)];
    const { go, cancel, progress } = loader();
    const going = go();
    await vi.advanceTimersByTimeAsync(500);
    cancel();
    await going;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(progress.value.kind).toBe('cancelled');
    expect(asked).toHaveLength(1);
  });
});

describe('the age of the last status update', () => {
  const person = { username: 'ana', bot: false };
  const namedBot = { username: 'gitlab-bot', bot: false };
  const earlier = '2026-11-01T10:00:00Z';
  const later = '2026-11-02T10:00:00Z';
  const update = { body: 'Complete: 20%', createdAt: earlier, system: false, internal: false, author: person };
  const { status } = packageGroup;
  const other: Profile = {
    ...packageGroup,
    ...(status && { status: { ...status, ignore: { bots: false, internal: true } } }),
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each<[string, object, Profile, string]>([
    ['is that of a person', {}, packageGroup, later],
    ['is not that of a bot', { author: { username: 'release', bot: true } }, packageGroup, earlier],
    ['is not that of an account with the name of a bot', { author: namedBot }, packageGroup, earlier],
    ['is that of a bot where the team reads them', { author: { ...namedBot, bot: true } }, other, later],
    ['is that of an internal one', { internal: true }, packageGroup, later],
    ['is not that of an internal one where the team has chosen so', { internal: true }, other, earlier],
    ['is that of a deleted account', { author: null }, packageGroup, later],
    ['is that of one that may be internal, where GitLab does not say', { internal: undefined }, other, later],
  ])('%s', async (name, change, profile, at) => {
    answer(name, change);
    expect(await ageOf(name, profile)).toBe(Date.parse(at));
  });

  it('is read once, and anew when another team profile is in force', async () => {
    const asked = answer('one of both', { internal: true });
    expect(await ageOf('one of both', packageGroup)).toBe(Date.parse(later));
    expect(await ageOf('one of both', packageGroup)).toBe(Date.parse(later));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await ageOf('one of both', other)).toBe(Date.parse(earlier));
  });

  /** GitLab has an update of the item, and a later one with a change. */
  function answer(id: string, change: object): Mock {
    readerScript.main();
    const notes = { nodes: [update, { ...update, createdAt: later, ...change }] };
    const widgets = [{ type: 'NOTES', discussions: { nodes: [{ notes }] } }];
    const data = { namespace: { workItems: { nodes: [{ id, widgets }] } } };
    const asked = vi.fn(async () => new Response(JSON.stringify({ data })));
    vi.stubGlobal('fetch', asked);
    return asked;
  }

  /** What a list that is opened under a profile says of an item. */
  async function ageOf(id: string, profile: Profile): Promise<StatusTime | undefined> {
    const stage = { instance: { origin: 'https://g', root: '' }, profile, guard: (work: unknown) => work };
    const ages = statusAges(stage as Stage, 'group', new AbortController().signal);
    ages.see(new Set([id]));
    await vi.advanceTimersByTimeAsync(200);
    expect(ages.failure.value).toBeUndefined();
    return ages.known.value.get(id);
  }
});

describe('where the filters that were used last cannot be read', () => {
  let life: AbortController;
  const mount = vi.fn();
  const stage = { instance: { origin: 'https://g', root: '' }, profile: packageGroup, mount };
  let state: NextUpState;
  const opening = () =>
    openNextUp(
      { ...stage, signal: life.signal } as unknown as Stage,
      { instance: stage.instance, path: 'group', isGroup: true },
      state,
      () => undefined,
    );

  beforeEach(() => {
    life = new AbortController();
    mount.mockClear();
    state = { panel: signal(undefined), failure: signal(undefined) };
    vi.stubGlobal('fetch', async () => new Response('', { status: 500 }));
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('Extension context invalidated.'));
  });
  afterEach(() => {
    life.abort();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    fakeBrowser.runtime.id = 'test-extension-id';
  });

  it('because the extension was updated, the list does not count as open, and says what to do', async () => {
    fakeBrowser.runtime.id = '';
    await expect(opening()).rejects.toThrow(outdatedText);
    expect(state.panel.value).toBeUndefined();
    expect(mount).not.toHaveBeenCalled();
  });

  it('for another reason, the list opens with all items', async () => {
    await opening();
    expect(state.panel.value).toBeDefined();
    expect(mount).toHaveBeenCalledOnce();
  });

  it('pressing twice opens one list', async () => {
    await Promise.all([opening(), opening()]);
    expect(mount).toHaveBeenCalledOnce();
  });
});
