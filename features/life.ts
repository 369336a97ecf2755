import { viewName } from '../gitlab/view';

/** Told on the document by a content script whose features start, so that an older one of the same page goes. */
const startEvent = 'handrail:start';

/**
 * Begins the life of the features in this page: it ends when another content script starts them in the same page.
 * After an update Firefox starts the new script in open tabs and the background does so in Chromium; neither tells the
 * old one.
 *
 * @param isFirst Whether there can be no older one.
 */
export function takeOver(life: AbortController, isFirst: boolean): void {
  if (!isFirst) endOlder();
  document.addEventListener(startEvent, () => life.abort(), { once: true });
}

function endOlder(): void {
  document.dispatchEvent(new Event(startEvent));
  // Of an older script that could not hear this any more: after an update Firefox 153 has stopped it already.
  for (const view of document.querySelectorAll(viewName)) view.remove();
}
