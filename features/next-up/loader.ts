import { type ReadonlySignal, signal } from '@preact/signals';
import { GitLabError } from '../../gitlab/api';
import { fetchOpenItems, type OpenItem, type OpenItemsScope } from '../../gitlab/open-items';

/** How far the loading is. */
export type Progress =
  | { readonly kind: 'loading' }
  /** GitLab limits requests: so many seconds are left until it is asked again. */
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'cancelled' }
  /** `isFinal`: this GitLab cannot answer, however often it is asked. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isFinal: boolean }
  /** There are more items than are loaded without being asked for. */
  | { readonly kind: 'limit' }
  | { readonly kind: 'done' };

export type Loader = {
  readonly items: ReadonlySignal<readonly OpenItem[]>;
  /** How many items there are in all; `undefined` until GitLab has said so. */
  readonly total: ReadonlySignal<number | undefined>;
  /** Who asks; `undefined` without a session, and until GitLab has answered. */
  readonly username: ReadonlySignal<string | undefined>;
  readonly progress: ReadonlySignal<Progress>;
  /** Loads, or goes on where it has stopped. */
  go(): Promise<void>;
  cancel(): void;
};

/** So many items are loaded at once; for more the person is asked. */
export const limit = 500;

/** Loads open items page by page, until the last one, the limit, a failure or `present` aborts. */
export function itemLoader(scope: OpenItemsScope, present: AbortSignal): Loader {
  const items = signal<readonly OpenItem[]>([]);
  const total = signal<number | undefined>(undefined);
  const username = signal<string | undefined>(undefined);
  const progress = signal<Progress>({ kind: 'loading' });
  let next: string | undefined;
  let stopAt = limit;
  let run = new AbortController();

  async function go(): Promise<void> {
    run.abort();
    run = new AbortController();
    const until = AbortSignal.any([present, run.signal]);
    if (progress.value.kind === 'limit') stopAt += limit;
    try {
      for (;;) {
        progress.value = { kind: 'loading' };
        await readPage(until);
        if (next === undefined) break;
        if (items.value.length >= stopAt) {
          progress.value = { kind: 'limit' };
          return;
        }
      }
      progress.value = { kind: 'done' };
    } catch (error) {
      if (until.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      progress.value = {
        kind: 'failed',
        reason,
        isFinal: error instanceof GitLabError && error.kind === 'unsupported',
      };
    }
  }

  async function readPage(until: AbortSignal): Promise<void> {
    for (;;) {
      try {
        const page = await fetchOpenItems(scope, next, until);
        const known = new Set(items.value.map(item => item.id));
        // A list that changes while it is read shows an item on two pages.
        items.value = [...items.value, ...page.items.filter(item => !known.has(item.id))];
        total.value = page.total;
        username.value = page.username;
        next = page.next;
        return;
      } catch (error) {
        if (!(error instanceof GitLabError) || error.kind !== 'rate-limited') throw error;
        await waitFor(error.retryAfter ?? 60, until);
      }
    }
  }

  async function waitFor(seconds: number, until: AbortSignal): Promise<void> {
    // By the clock: the browser slows the timers of a page that is not looked at.
    const end = Date.now() + seconds * 1000;
    for (let left = end - Date.now(); left > 0; left = end - Date.now()) {
      progress.value = { kind: 'waiting', seconds: Math.ceil(left / 1000) };
      await pause(Math.min(1000, left), until);
    }
    progress.value = { kind: 'loading' };
  }

  return {
    items,
    total,
    username,
    progress,
    go,
    cancel() {
      run.abort();
      progress.value = { kind: 'cancelled' };
    },
  };
}

function pause(milliseconds: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    until.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(until.reason);
    });
  });
}
