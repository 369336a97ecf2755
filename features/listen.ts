import { browser } from 'wxt/browser';
import { isMessage, type Message } from './message';

/**
 * Answers one kind of message to this tab until the signal aborts; with nothing when there is no answer.
 *
 * The answer is called back with, not returned as a promise: scripts in pages have the browser's plain API, and
 * Chromium's takes promises only from a polyfill.
 */
export function listen(kind: Message['kind'], answer: () => unknown, signal: AbortSignal): void {
  const onMessage = (message: unknown, _sender: unknown, respond: (answer?: unknown) => void): true | undefined => {
    if (!isMessage(message, kind)) return undefined;
    Promise.resolve(answer()).then(respond, () => respond());
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(onMessage);
    } catch {
      // After an update of the extension its old content script may not touch the API any more.
    }
  });
}
