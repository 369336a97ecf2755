import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isMessage } from '../features/message';
import type { Scripts } from '../features/scripts';
import { forgetOldDrafts } from '../features/status-comment/draft-list';
import { storeShippedProfiles } from '../settings/library';
import { followFoundFiles } from '../settings/read-found';

/** The scripts that a page may ask for. */
const scripts: readonly (keyof Scripts)[] = ['features', 'panels', 'reader', 'profiles', 'merge-requests', 'next-up'];

export default defineBackground(() => {
  // Drafts of private windows are kept in the session's storage, which content scripts may use only when told so.
  void browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });

  browser.runtime.onMessage.addListener((message: unknown, { tab, frameId }) => {
    if (!isMessage(message, 'start') || tab?.id === undefined) return undefined;
    if (!scripts.includes(message.script)) return undefined;
    return browser.scripting
      .executeScript({ target: { tabId: tab.id, frameIds: [frameId ?? 0] }, files: [`/${message.script}.js`] })
      .then(() => true);
  });

  followFoundFiles(sources => {
    const isAsking = sources.some(({ asks, problems }) => asks || problems);
    void browser.action.setBadgeText({ text: isAsking ? '•' : '' });
    void browser.action.setBadgeBackgroundColor({ color: '#1f75cb' });
  });

  browser.runtime.onStartup.addListener(() => void forgetOldDrafts());

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    void storeShippedProfiles();
    void startInOpenTabs();
  });
});

/** Chromium runs a new content script only in pages that load later; GitLab tabs that are open already get it here. */
async function startInOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return; // Firefox does this itself.
  const tabs = await browser.tabs.query({ url: 'https://gitlab.com/*', status: 'complete' });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/gitlab.js'] }),
    ),
  );
}
