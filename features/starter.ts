import { browser } from 'wxt/browser';
import { followAddress } from '../gitlab/address';
import { currentInstance } from '../gitlab/instance';
import { type PageKind, pageOf } from '../gitlab/page';
import { takeOver } from './life';
import { listen } from './listen';
import type { PageAnswer } from './message';
import { load } from './scripts';

/** The kinds of pages on which a feature has a place. The others get nothing but this script. */
export const pagesOfFeatures: readonly PageKind[] = [
  'work-item',
  'work-item-list',
  'new-work-item',
  'merge-request',
  'merge-request-list',
  'board',
  'epic-board',
  'milestone',
];

declare global {
  /** What the popup has the browser call in its tab. It is no message: a page that is not ours would pay for the listener. */
  var handrailPage: (() => Promise<PageAnswer>) | undefined;
}

/**
 * Starts the features as soon as the page is one of theirs, now or after GitLab's own navigation.
 *
 * Everything that needs more than the address is in the script `features`, so that other pages do not pay for it: a
 * browser makes the document's objects and its API for our scripts when they are first used. The script comes with the
 * pages of `gitlab/page-patterns.ts`; after GitLab's own navigation from another page it is asked for.
 *
 * @param isFirst Whether no other script of ours can have started in this page.
 */
export function startWhereNeeded(isFirst: boolean): void {
  // What came with the page, but nothing of an older version of the extension that shared this world.
  if (!globalThis.handrailIsNew) globalThis.handrailScripts = globalThis.handrailAsked = undefined;
  globalThis.handrailIsNew = false;
  const life = new AbortController();
  const { signal } = life;
  const { root } = currentInstance();

  let started: Promise<void> | undefined;
  const start = async (): Promise<void> => {
    takeOver(life, isFirst);
    listen('stop', () => life.abort(), signal);
    await (await load('features')).run(signal);
  };
  const look = () => {
    if (started || !pagesOfFeatures.includes(pageOf(location, root).kind)) return;
    // After an update the page has another script, which this one must not end.
    if (!browser.runtime?.id) return;
    started = start();
    started.catch((error: unknown) => {
      if (!signal.aborted) console.error('Handrail could not start on this page.', error);
    });
  };
  look();
  followAddress(look, signal);

  globalThis.handrailPage = async () => {
    started ??= start();
    await started;
    return (await load('features')).pageAnswer();
  };
}
