/**
 * The popup as a person opens it: with a press on the toolbar's button, which lets the extension look at the tab in
 * front. Playwright sees no page in it, so it is driven over the DevTools protocol.
 */
import type { Page } from '@playwright/test';
import type { Launched } from '../../scripts/launch';
import { expect } from './fixtures';

export type ToolbarPopup = {
  text(): Promise<string>;
  /** Presses the button with these words, as a click of a person counts. */
  press(words: string): Promise<void>;
};

/** Presses the toolbar's button while the page's tab is in front. */
export async function openToolbarPopup({ context, extensionId }: Launched, page: Page): Promise<ToolbarPopup> {
  await page.bringToFront();
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Expected a browser behind the context, found none');
  const tabs = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const targetId = tabs.targetInfos.find(({ url }) => url === page.url())?.targetId ?? '';
  // Newer than Playwright's list of the protocol's commands.
  const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: extensionId, targetId });

  const popup = `chrome-extension://${extensionId}/popup.html`;
  const find = async () => (await session.send('Target.getTargets')).targetInfos.find(({ url }) => url === popup);
  await expect.poll(find).toBeDefined();
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: (await find())?.targetId ?? '' });
  const answers = new Map<number, (value: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result?.result?.value);
  });
  let last = 0;
  const evaluate = (expression: string) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      answers.set(id, resolve);
      const params = { expression, userGesture: true, returnByValue: true };
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return {
    text: async () => String(await evaluate('document.body.innerText')),
    press: async words => {
      const found = `[...document.querySelectorAll('button')].find(one => one.textContent === ${JSON.stringify(words)})`;
      expect(await evaluate(`${found} !== undefined`), `a button "${words}" in the popup`).toBe(true);
      await evaluate(`${found}.click()`);
    },
  };
}
