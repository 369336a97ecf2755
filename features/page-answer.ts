import { browser } from 'wxt/browser';
import { anchors } from '../gitlab/anchors';
import { labelTitlesIn } from '../gitlab/facts';
import { instanceOf, nameOf } from '../gitlab/instance';
import { pageOf } from '../gitlab/page';
import { profileInForce } from '../settings/profiles';
import { isMessage, type PageAnswer } from './message';
import { features } from './registry';
import { selfCheck } from './self-check';

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
  const instance = instanceOf(document);
  const page = pageOf(new URL(location.href), instance.root);
  const path = 'path' in page ? page.path : undefined;
  const mark = page.kind === 'work-item' ? `#${page.iid}` : page.kind === 'merge-request' ? `!${page.iid}` : '';
  const section = document.querySelector(anchors.itemLabels.selectors[0]);
  const labels = (section && labelTitlesIn(section)) ?? [];
  const { profile, by } = profileInForce({ host: location.host, instance: nameOf(instance), path, labels });
  return {
    page: page.kind,
    isOurs: features.some(feature => feature.pages.includes(page.kind)),
    path,
    reference: path === undefined ? undefined : `${path}${mark}`,
    profile: { id: profile.id, name: profile.name, by },
    checks: selfCheck(document, page.kind),
  };
}
