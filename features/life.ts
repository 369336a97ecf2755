import { viewName } from '../gitlab/view';

/** Told on the document by a content script that starts, so that an older one of the same page goes. */
const startEvent = 'handrail:start';

/**
 * The life of this content script: it ends when the extension is updated or removed, when another one starts in the
 * same page, or when the site is not allowed any more. After an update Firefox starts the new script in open tabs and
 * the background does so in Chromium; neither tells the old one.
 */
export function takeOver(): AbortSignal {
  const controller = new AbortController();
  leave();
  // Of an older script that could not hear this any more: after an update Firefox 153 has stopped it already.
  for (const view of document.querySelectorAll(viewName)) view.remove();
  document.addEventListener(startEvent, () => controller.abort(), { once: true });
  return controller.signal;
}

/** Ends the content script that runs in this page. */
export function leave(): void {
  document.dispatchEvent(new Event(startEvent));
}
