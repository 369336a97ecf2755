import { browser } from 'wxt/browser';
import { isMessage, type Message } from './message';

/** Answers one kind of message to this tab until the signal aborts. */
export function listen(kind: Message['kind'], answer: () => unknown, signal: AbortSignal): void {
  const onMessage = (message: unknown): Promise<unknown> | undefined =>
    isMessage(message, kind) ? Promise.resolve(answer()) : undefined;
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(onMessage);
    } catch {
      // After an update of the extension its old content script may not touch the API any more.
    }
  });
}
