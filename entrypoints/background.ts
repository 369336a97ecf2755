import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isMessage } from '../features/message';
import type { Scripts } from '../features/scripts';
import { forgetOldDrafts } from '../features/status-comment/draft-list';
import { serveSites } from '../features/sites';
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
  serveSites();

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    void storeShippedProfiles();
  });
});
