import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isMessage, type Message } from '../features/message';
import type { Scripts } from '../features/scripts';
import { serveSites } from '../features/sites';
import { forgetOldDrafts } from '../features/status-comment/draft-list';
import { storeShippedProfiles } from '../settings/library';
import { followFoundFiles } from '../settings/read-found';

/** The scripts that a page may ask for. */
const scripts: readonly (keyof Scripts)[] = ['features', 'panels', 'reader', 'stored', 'merge-requests', 'next-up'];

/** What the shortcuts of `wxt.config.ts` say to the tab in front. */
const commands: Readonly<Record<string, Message>> = {
  'status-update': { kind: 'open-status' },
  'next-up': { kind: 'open-next-up' },
};

export default defineBackground(() => {
  // Drafts of private windows are kept in the session's storage, which content scripts may use only when told so.
  void browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });

  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const { tab, frameId } = sender;
    if (!isMessage(message, 'start') || tab?.id === undefined) return undefined;
    if (!scripts.includes(message.script)) return undefined;
    // Not the next document of the tab, when the one that asked is left meanwhile.
    const { documentId } = sender as { documentId?: string };
    const place = documentId === undefined ? { frameIds: [frameId ?? 0] } : { documentIds: [documentId] };
    return browser.scripting
      .executeScript({ target: { tabId: tab.id, ...place }, files: [`/${message.script}.js`] })
      .then(() => true);
  });

  followFoundFiles(sources => {
    const isAsking = sources.some(({ asks, problems }) => asks || problems);
    void browser.action.setBadgeText({ text: isAsking ? '•' : '' });
    void browser.action.setBadgeBackgroundColor({ color: '#1f75cb' });
  });

  browser.runtime.onStartup.addListener(() => void forgetOldDrafts());
  serveSites();

  browser.commands.onCommand.addListener(async command => {
    const message = commands[command];
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    // Where none of our features is, nobody answers.
    if (message && tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, message).catch(() => {});
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    if (reason !== 'install' && reason !== 'update') return;
    void storeShippedProfiles();
  });
});
