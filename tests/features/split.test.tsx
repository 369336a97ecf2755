import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Intent, intentPlace, type Row } from '../../features/weight-guidance/split/intent';
import { longestRequest, type RunPorts, recognise, run } from '../../features/weight-guidance/split/run';
import { SpikeButton } from '../../features/weight-guidance/split/SpikeButton';
import { SplitPanel } from '../../features/weight-guidance/split/SplitPanel';
import type { SpikeState } from '../../features/weight-guidance/split/spike';
import type { SplitState, Splitter } from '../../features/weight-guidance/split/splitter';
import { progressText, rowText, sourceText } from '../../features/weight-guidance/split/words';
import { GitLabError, type GitLabErrorKind } from '../../gitlab/api';
import type { CreatedItem } from '../../gitlab/create-items';
import type { Profile, Scale } from '../../handbook/profile';
import { stageFor } from './stage';

/** A GitLab that holds what was created; its answers can be made to fail before or after it has created. */
function fakeGitLab() {
  const items: CreatedItem[] = [];
  const sent: string[] = [];
  const stored: Intent[] = [];
  let looks = 0;
  let time = 1_000_000;
  const failures = new Map<string, { error: GitLabError; creates: 'before' | 'never' | number }>();
  const late: { at: number; title: string }[] = [];
  let storageIsFull = false;

  function hold(title: string): CreatedItem {
    const number = 46 + items.length;
    const item = {
      id: `gid://gitlab/WorkItem/${number}`,
      title,
      reference: `#${number}`,
      url: 'https://gitlab.com/1',
      weight: 1,
    };
    items.push(item);
    return item;
  }

  const ports: RunPorts = {
    async create({ title }) {
      expect(stored.at(-1)?.rows.find(row => row.title === title)?.attempt, 'stored before it is sent').toBeDefined();
      sent.push(title);
      const failure = failures.get(title);
      failures.delete(title);
      if (!failure) return hold(title);
      if (failure.creates === 'before') hold(title);
      else if (failure.creates !== 'never') late.push({ at: time + failure.creates, title });
      throw failure.error;
    },
    async lookUp() {
      looks += 1;
      const failure = failures.get('look-up');
      if (failure) throw failure.error;
      for (const one of late.splice(0)) {
        if (one.at <= time) hold(one.title);
        else late.push(one);
      }
      return [...items];
    },
    async save(intent) {
      if (storageIsFull) throw new Error('QUOTA_BYTES quota exceeded');
      stored.push(intent);
    },
    show() {},
    now: () => time,
    async pause(milliseconds) {
      time += milliseconds;
    },
  };
  return {
    ports,
    items,
    sent,
    stored,
    get looks() {
      return looks;
    },
    fail(title: string, kind: GitLabErrorKind, creates: 'before' | 'never' | number = 'never') {
      failures.set(title, { error: new GitLabError(kind, `It failed as ${kind}.`), creates });
    },
    mend: () => failures.clear(),
    fillStorage(isFull: boolean) {
      storageIsFull = isFull;
    },
    passTime(milliseconds: number) {
      time += milliseconds;
    },
  };
}

const rows = (...titles: string[]): Row[] => titles.map((title, index) => ({ id: `row ${index}`, title, weight: 1 }));
const three: Intent = { id: 'intent', route: 'children', rows: rows('One', 'Two', 'Three') };
const going = new AbortController().signal;
const references = (intent: Intent) => intent.rows.map(row => row.created?.reference);

describe('creating the rows', () => {
  it('goes one by one, in order, and records each', async () => {
    const gitlab = fakeGitLab();
    const done = await run(three, gitlab.ports, going);
    expect(gitlab.sent).toEqual(['One', 'Two', 'Three']);
    expect(references(done)).toEqual(['#46', '#47', '#48']);
    expect(gitlab.stored.at(-1)).toEqual(done);
    expect(gitlab.looks).toBe(0);
    expect(progressText(done)).toEqual(['3 of 3 created', '']);
  });

  it('sends nothing again of what is created', async () => {
    const gitlab = fakeGitLab();
    const done = await run(three, gitlab.ports, going);
    expect(await run(done, gitlab.ports, going)).toEqual(done);
    expect(gitlab.sent).toHaveLength(3);
  });

  it('stops after the request under way when it is cancelled, and can go on', async () => {
    const gitlab = fakeGitLab();
    const cancelled = new AbortController();
    const { create } = gitlab.ports;
    const ports: RunPorts = {
      ...gitlab.ports,
      create: row => {
        if (row.title === 'Two') cancelled.abort();
        return create(row);
      },
    };
    const stopped = await run(three, ports, cancelled.signal);
    expect(references(stopped)).toEqual(['#46', '#47', undefined]);
    expect(gitlab.stored.at(-1)).toEqual(stopped);
    expect(references(await run(stopped, gitlab.ports, going))).toEqual(['#46', '#47', '#48']);
    expect(gitlab.sent).toEqual(['One', 'Two', 'Three']);
  });

  it('creates nothing that it cannot store first', async () => {
    const gitlab = fakeGitLab();
    gitlab.fillStorage(true);
    const failed = await run(three, gitlab.ports, going);
    expect(gitlab.sent).toEqual([]);
    expect(failed.rows[0]?.failure?.reason).toContain('The browser did not store');
    gitlab.fillStorage(false);
    expect(references(await run(failed, gitlab.ports, going))).toEqual(['#46', '#47', '#48']);
  });
});

const kinds: GitLabErrorKind[] = [
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'server',
  'offline',
  'timed-out',
  'malformed',
];

describe.each(kinds)('a failure in the middle (%s)', kind => {
  it('names the row and what to do, goes on, and creates only that row the next time', async () => {
    const gitlab = fakeGitLab();
    gitlab.fail('Two', kind);
    const failed = await run(three, gitlab.ports, going);
    expect(references(failed)).toEqual(['#46', undefined, '#47']);
    expect(failed.rows[1]?.failure?.reason).toMatch(/^It failed as/);
    expect(progressText(failed)).toEqual(['2 of 3 created', '. Not created: Two.']);
    expect(references(await run(failed, gitlab.ports, going))).toEqual(['#46', '#48', '#47']);
    expect(gitlab.sent).toEqual(['One', 'Two', 'Three', 'Two']);
    expect(gitlab.items.map(item => item.title)).toEqual(['One', 'Three', 'Two']);
  });
});

describe.each(['server', 'malformed', 'invalid', 'conflict', 'offline', 'timed-out'] as const)(
  'an answer that is lost after GitLab has created (%s)',
  kind => {
    it('is found, also after a reload', async () => {
      const gitlab = fakeGitLab();
      gitlab.fail('Two', kind, 'before');
      await run(three, gitlab.ports, going);
      const [kept] = gitlab.stored.slice(-1);
      const found = await run(kept ?? three, gitlab.ports, going);
      expect(references(found)).toEqual(['#46', '#47', '#48']);
      expect(gitlab.sent).toEqual(['One', 'Two', 'Three']);
      expect(found.rows.map(rowText)).toEqual([undefined, { tone: 'info', text: 'Already created.' }, undefined]);
    });
  },
);

describe('a request that GitLab is still at work on', () => {
  const interrupted: Intent = {
    ...three,
    rows: three.rows.map((row, index) =>
      index === 0 ? { ...row, attempt: { at: 1_000_000, title: 'One', isAnswered: false } } : row,
    ),
  };

  it('is waited for, and not sent again', async () => {
    const gitlab = fakeGitLab();
    gitlab.fail('One', 'timed-out', 30_000);
    const failed = await run(three, gitlab.ports, going);
    gitlab.passTime(1_000);
    const done = await run(failed, gitlab.ports, going);
    expect(gitlab.items.map(item => item.title)).toEqual(['Two', 'Three', 'One']);
    expect(references(done)).toEqual(['#48', '#46', '#47']);
  });

  it('is sent again only when it can no longer be answered', async () => {
    const gitlab = fakeGitLab();
    const sentAt: number[] = [];
    const { create } = gitlab.ports;
    const ports: RunPorts = {
      ...gitlab.ports,
      create: row => {
        sentAt.push(gitlab.ports.now());
        return create(row);
      },
    };
    await run(interrupted, ports, going);
    expect(sentAt[0]).toBe(1_000_000 + longestRequest);
    expect(gitlab.items).toHaveLength(3);
  });

  it('waits no longer when it is cancelled', async () => {
    const gitlab = fakeGitLab();
    const cancelled = new AbortController();
    const ports: RunPorts = { ...gitlab.ports, pause: async () => cancelled.abort() };
    const stopped = await run(interrupted, ports, cancelled.signal);
    expect(gitlab.sent).toEqual([]);
    expect(stopped.rows[0]?.attempt).toBeDefined();
  });

  it('is not sent while it cannot be looked for', async () => {
    const gitlab = fakeGitLab();
    gitlab.fail('look-up', 'rate-limited');
    const failed = await run(interrupted, gitlab.ports, going);
    expect(gitlab.sent).toEqual(['Two', 'Three']);
    expect(failed.rows[0]).toMatchObject({
      attempt: { title: 'One' },
      failure: { reason: 'It failed as rate-limited.' },
    });
    gitlab.mend();
    expect((await run(failed, gitlab.ports, going)).rows.every(row => row.created)).toBe(true);
    expect(gitlab.items).toHaveLength(3);
  });
});

it('two rows of one title are two items', async () => {
  const gitlab = fakeGitLab();
  gitlab.fail('Same', 'server', 'before');
  const twins = { ...three, rows: rows('Same', 'Same') };
  const failed = await run(twins, gitlab.ports, going);
  expect(gitlab.items).toHaveLength(2);
  expect(references(await run(failed, gitlab.ports, going))).toEqual(['#46', '#47']);
  expect(gitlab.items).toHaveLength(2);
});

it('a row that was given another title is looked for under the one that was sent', async () => {
  const gitlab = fakeGitLab();
  gitlab.fail('Two', 'invalid', 'before');
  const failed = await run(three, gitlab.ports, going);
  const edited = { ...failed, rows: failed.rows.map(row => (row.title === 'Two' ? { ...row, title: 'Second' } : row)) };
  const done = await run(edited, gitlab.ports, going);
  expect(done.rows[1]?.created).toMatchObject({ title: 'Two', isFound: true });
  expect(gitlab.items).toHaveLength(3);
});

it('after a reload each item is recognised once', () => {
  const attempt = { at: 0, title: 'Same', isAnswered: false };
  const intent = { ...three, rows: rows('Same', 'Same').map(row => ({ ...row, attempt })) };
  const item = { id: '1', title: 'Same', reference: '#1', url: 'https://gitlab.com/1' };
  expect(references(recognise(intent, [item]))).toEqual(['#1', undefined]);
});

it('a weight that GitLab did not take is told', () => {
  const created = { id: '1', title: 'One', reference: '#1', url: 'https://gitlab.com/1', isFound: false };
  expect(rowText({ id: '1', title: 'One', weight: 2, created })?.text).toContain('GitLab did not take weight 2.');
  expect(rowText({ id: '1', title: 'One', created })).toBeUndefined();
});

it.each([
  [1, 'One row comes from the open tasks of the description.'],
  [2, 'Two rows come from the open tasks of the description.'],
  [12, '12 rows come from the open tasks of the description.'],
])('%i rows are said in words', (count, text) => {
  expect(sourceText(count)).toBe(text);
});

describe('the focus stays in the panel', () => {
  const profile: Profile = { version: 1, id: 'test', name: 'Test' };
  const scale: Scale = { in: 'field', levels: [{ weight: 1, name: 'Tiny', meaning: 'Known by heart.' }] };
  const failure = { reason: 'Not now.', isAboutRow: false };
  const attempt = { at: 0, title: '', isAnswered: true };
  let life: AbortController;
  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => life.abort());

  const root = () => document.querySelector('handrail-view')?.shadowRoot;
  const settled = () => new Promise(resolve => setTimeout(resolve, 50));
  const show = (view: VNode) => stageFor(profile, life.signal).mount('body', view, '', life.signal);

  async function press(name: string): Promise<void> {
    const buttons = [...(root()?.querySelectorAll<HTMLElement>('button') ?? [])];
    const found = buttons.find(one => (one.getAttribute('aria-label') ?? one.textContent) === name);
    if (!found) throw new Error(`expected a button "${name}"`);
    found.focus();
    found.click();
    await settled();
  }

  const focused = () => root()?.activeElement?.getAttribute('aria-label') ?? root()?.activeElement?.textContent;

  const ready = (...left: Row[]): SplitState => ({
    kind: 'ready',
    intent: { ...three, rows: left },
    routes: ['children'],
    fromTasks: 0,
    isRunning: false,
    isCancelling: false,
    working: undefined,
    elsewhere: [],
    isOutdated: false,
    notice: undefined,
  });

  async function showRows(...left: Row[]): Promise<void> {
    const state = signal(ready(...left));
    const remove = (id: string) => {
      const { value } = state;
      if (value.kind !== 'ready') return;
      state.value = { ...value, intent: { ...three, rows: value.intent.rows.filter(row => row.id !== id) } };
    };
    const split = { state, remove, open: () => {}, cancel: () => {} } as unknown as Splitter;
    show(<SplitPanel stage={stageFor(profile, life.signal)} scale={scale} split={split} onClose={() => {}} />);
    await settled();
  }

  it('where somebody moves it the moment the rows are there', async () => {
    const state = signal<SplitState>({ kind: 'reading' });
    const split = { state, open: () => {}, cancel: () => {} } as unknown as Splitter;
    show(
      <>
        <button type="button">Back</button>
        <SplitPanel stage={stageFor(profile, life.signal)} scale={scale} split={split} onClose={() => {}} />
      </>,
    );
    await settled();
    const goBack = () => queueMicrotask(() => root()?.querySelector('button')?.focus());
    root()?.addEventListener('focusin', goBack, { once: true });
    state.value = ready(...rows('One'));
    await settled();
    expect(focused()).toBe('Back');
  });

  const created = { id: '1', title: 'One', reference: '#1', url: 'https://gitlab.com/1', isFound: false };
  const running = { ...ready(...rows('One')), isRunning: true } as SplitState;
  it.each<[string, SplitState, SplitState]>([
    ['the issue is read', { kind: 'reading' }, ready(...rows('One'))],
    ['the last row is created', running, ready(...rows('One').map(row => ({ ...row, attempt, created })))],
  ])('where somebody writes while %s', async (_, before, after) => {
    const comment = document.body.appendChild(document.createElement('textarea'));
    const state = signal(before);
    const split = { state, open: () => {}, cancel: () => {} } as unknown as Splitter;
    show(<SplitPanel stage={stageFor(profile, life.signal)} scale={scale} split={split} onClose={() => {}} />);
    await settled();
    comment.focus();
    state.value = after;
    await settled();
    expect(document.activeElement).toBe(comment);
    comment.remove();
  });

  it('when rows are removed that were not created', async () => {
    await showRows(...rows('One', 'Two', 'Three').map(row => ({ ...row, attempt, failure })));
    await press('Remove row 2');
    expect(focused()).toBe('Remove row 2');
    await press('Remove row 2');
    expect(focused()).toBe('Remove row 1');
  });

  it('when none is left that was begun', async () => {
    const [one, two] = rows('One', 'Two');
    if (!one || !two) throw new Error('expected two rows');
    await showRows(one, { ...two, failure });
    await press('Remove row 2');
    expect(focused()).toBe('Title of row 1');
  });

  it('when a spike is created', async () => {
    const spike = signal<SpikeState>({ kind: 'idle' });
    const created = { id: '1', title: 'Investigate', reference: '#1', url: 'https://gitlab.com/1' };
    const createSpike = () => {
      spike.value = { kind: 'created', created };
    };
    const split = { spike, openSpike: () => {}, createSpike } as unknown as Splitter;
    show(<SpikeButton stage={stageFor(profile, life.signal)} split={split} />);
    await settled();
    await press('Create a spike');
    expect(focused()).toBe('#1');
  });
});

describe('what is stored', () => {
  const item = { instance: { origin: 'https://gitlab.com', root: '' }, path: 'group/project', iid: '7' };
  beforeEach(() => fakeBrowser.reset());

  it('comes back without the reasons of failures', async () => {
    const place = intentPlace('split', item, '1');
    const failure = { reason: 'It can be tried again in 20 seconds.', isAboutRow: false };
    await place.save({ ...three, rows: three.rows.map(row => ({ ...row, failure })) });
    expect(await intentPlace('split', item, '1').load()).toMatchObject(three);
    expect((await place.load())?.rows.some(row => 'failure' in row)).toBe(false);
  });

  it('belongs to one person, one item and one purpose', async () => {
    await intentPlace('split', item, '1').save(three);
    expect(await intentPlace('split', item, '2').load()).toBeUndefined();
    expect(await intentPlace('spike', item, '1').load()).toBeUndefined();
    expect(await intentPlace('split', { ...item, iid: '8' }, '1').load()).toBeUndefined();
  });

  it('is left aside when it cannot be read', async () => {
    const place = intentPlace('split', item, '1');
    await fakeBrowser.storage.local.set({ [place.key]: { version: 1, rows: 'many' } });
    expect(await place.load()).toBeUndefined();
  });
});
