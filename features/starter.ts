import { followAddress } from '../gitlab/address';
import { instanceOf } from '../gitlab/instance';
import { type PageKind, pageOf } from '../gitlab/page';
import { leave } from './life';
import { listen } from './listen';
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

/**
 * Starts the features as soon as the page is one of theirs, now or after GitLab's own navigation.
 *
 * Everything that needs more than the address is in the script `features`, so that other pages do not pay for it. It
 * comes with the pages of `gitlab/page-patterns.ts`; after GitLab's own navigation from another page it is asked for.
 */
export function startWhereNeeded(signal: AbortSignal): void {
  // What came with the page, but nothing of an older version of the extension that shared this world.
  if (!globalThis.handrailIsNew) globalThis.handrailScripts = undefined;
  globalThis.handrailIsNew = false;
  const { root } = instanceOf(document);

  let started: Promise<void> | undefined;
  const start = (): Promise<void> => {
    started ??= load('features').then(features => features.run(signal));
    return started;
  };
  const look = () => {
    if (started || !pagesOfFeatures.includes(pageOf(location, root).kind)) return;
    start().catch((error: unknown) => {
      if (!signal.aborted) console.error('Handrail could not start on this page.', error);
    });
  };
  look();
  followAddress(look, signal);

  const answer = async () => {
    await start();
    return (await load('features')).pageAnswer();
  };
  listen('page', answer, signal);
  listen('stop', async () => leave(), signal);
}
