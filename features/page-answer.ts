import { browser } from 'wxt/browser';
import { instanceOf } from '../gitlab/instance';
import { pageOf } from '../gitlab/page';
import { profileInForce } from '../settings/profiles';
import { isMessage, type PageAnswer } from './message';
import { features } from './registry';

/** Answers the popup's questions until the signal aborts. */
export function answerMessages(signal: AbortSignal): void {
  const answer = (message: unknown): Promise<PageAnswer> | undefined =>
    isMessage(message, 'page') ? Promise.resolve(pageAnswer()) : undefined;
  browser.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(answer);
    } catch {
      // After an update of the extension its old content script may not touch the API any more.
    }
  });
}

function pageAnswer(): PageAnswer {
  const page = pageOf(new URL(location.href), instanceOf(document).root);
  const path = 'path' in page ? page.path : undefined;
  const mark = page.kind === 'work-item' ? `#${page.iid}` : page.kind === 'merge-request' ? `!${page.iid}` : '';
  return {
    page: page.kind,
    isOurs: features.some(feature => feature.pages.includes(page.kind)),
    reference: path === undefined ? undefined : `${path}${mark}`,
    profile: profileInForce({ host: location.host, path }).profile.name,
  };
}
