import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stage } from '../../features/feature';
import type { Loader, Progress } from '../../features/next-up/loader';
import { NextUp } from '../../features/next-up/NextUp';
import type { Filters } from '../../features/next-up/rows';
import type { StatusTime } from '../../features/next-up/status-ages';
import type { OpenItem } from '../../gitlab/open-items';
import { packageGroup } from '../handbook/package-group';
import { open } from './open-item';

const items = signal<readonly OpenItem[]>([]);
const progress = signal<Progress>({ kind: 'done' });
const known = signal<ReadonlyMap<string, StatusTime>>(new Map());
const failure = signal<string | undefined>(undefined);
const filters = signal<Filters>({ who: 'all', milestone: false });
let host: HTMLElement;
let view: HTMLElement;

/** Draws the list in a shadow root, as it stands in the page. */
function show(): void {
  const loader: Loader = {
    items,
    total: signal(2),
    username: signal('ana'),
    progress,
    go: async () => {
      progress.value = { kind: 'done' };
    },
    cancel: () => {
      progress.value = { kind: 'cancelled' };
    },
  };
  const ages = {
    known,
    failure,
    see: () => {},
    retry: () => {
      failure.value = undefined;
    },
  };
  const stage = {
    instance: { origin: 'https://gitlab.com', root: '' },
    profile: packageGroup,
    guard: (work: () => unknown) => work,
  } as unknown as Stage;
  act(() =>
    render(
      <NextUp
        stage={stage}
        place={{ instance: stage.instance, path: 'group/project', isGroup: false }}
        labels={[]}
        loader={loader}
        ages={ages}
        filters={filters}
        opener={() => undefined}
        onFilter={next => {
          filters.value = next;
        }}
        onClose={() => {}}
      />,
      view,
    ),
  );
}

beforeEach(() => {
  // What the browsers have and happy-dom lacks.
  HTMLElement.prototype.showPopover ??= () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  items.value = [open(1, ['Package::P1']), open(2, ['Package::P1'])];
  progress.value = { kind: 'done' };
  known.value = new Map();
  failure.value = undefined;
  filters.value = { who: 'all', milestone: false };
  host = document.createElement('div');
  view = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(view);
  document.body.append(host);
  show();
});
afterEach(() => {
  render(null, view);
  host.remove();
  vi.unstubAllGlobals();
});

const focused = () => host.shadowRoot?.activeElement ?? null;
const row = (number: number) => view.querySelector<HTMLElement>(`[data-id="gid://gitlab/WorkItem/${number}"]`);

function press(name: string): void {
  const button = [...view.querySelectorAll('button')].find(one => one.textContent === name);
  if (!button) throw new Error(`expected a button "${name}"`);
  button.focus();
  act(() => button.click());
}

describe('the focus in Next up', () => {
  it('is not taken back by a list that is drawn anew after the person has left it', () => {
    act(() => row(1)?.focus());
    expect(focused()).toBe(row(1));
    act(() => row(1)?.blur());
    act(() => {
      known.value = new Map([['gid://gitlab/WorkItem/2', 0]]);
    });
    expect(row(2)?.textContent).toContain('ago');
    expect(focused()).toBeNull();
  });

  it('goes to the first row when Show all goes', () => {
    act(() => {
      filters.value = { who: 'mine', milestone: false };
    });
    press('Show all');
    expect(focused()).toBe(row(1));
  });

  it('goes to the first row when the reading of comments is tried again', () => {
    act(() => {
      failure.value = 'GitLab could not be reached.';
    });
    press('Try again');
    expect(focused()).toBe(row(1));
  });

  it.each<[Progress, string]>([
    [{ kind: 'cancelled' }, 'Go on'],
    [{ kind: 'failed', reason: 'GitLab could not be reached.', isFinal: false }, 'Try again'],
    [{ kind: 'limit' }, 'Load 500 more'],
  ])('after %j goes to the first row when %s has done all', (before, name) => {
    act(() => {
      progress.value = before;
    });
    press(name);
    expect(focused()).toBe(row(1));
  });

  it('goes to the first row when the loading ends while Cancel has it', () => {
    act(() => {
      progress.value = { kind: 'loading' };
    });
    view.querySelector<HTMLElement>('.foot .outcome button')?.focus();
    act(() => {
      progress.value = { kind: 'done' };
    });
    expect(focused()).toBe(row(1));
  });

  it('goes to the dialog where there is no row', () => {
    act(() => {
      items.value = [];
      failure.value = 'GitLab could not be reached.';
    });
    press('Try again');
    expect(focused()).toBe(view.querySelector('dialog'));
  });
});
