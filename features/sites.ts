import { browser } from 'wxt/browser';
import { type Patterns, pagePatterns } from '../gitlab/page-patterns';
import { sitesIn } from '../settings/hosts';
import type { Message } from './message';

const file = '/gitlab.js';

/**
 * For the background: runs the content scripts on the GitLab sites that the person allowed, as the manifest does on
 * gitlab.com (`wxt.config.ts`). The browser's permissions are the one list of them, so what is given or taken in the
 * browser's own settings counts as well.
 */
export function serveSites(): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    await register();
    await startInOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(async () => {
    await register();
    await stopWhereNotAllowed();
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason !== 'install' && reason !== 'update') return;
    // An update makes the browser forget what was registered.
    await register();
    const { origins = [] } = await browser.permissions.getAll();
    // Firefox starts the manifest's content script in open tabs itself.
    await startInOpenTabs(import.meta.env.FIREFOX ? sitesIn(origins) : origins);
  });
}

/** One after the other: two sites may be allowed at the same moment. */
function register(): Promise<void> {
  return navigator.locks.request('sites', async () => {
    const sites = sitesIn((await browser.permissions.getAll()).origins ?? []);
    await browser.scripting.unregisterContentScripts();
    if (sites.length === 0) return;
    const { shown, rest } = pagePatterns(sites);
    // Firefox takes no empty list.
    const on = ({ matches, except }: Patterns) => ({ matches, ...(except.length > 0 && { excludeMatches: except }) });
    // Of all sites together; there are no others.
    await browser.scripting.registerContentScripts([
      { id: 'shown', ...on(shown), js: ['/features.js', file], runAt: 'document_start' },
      ...rest.map((pages, at) => ({ id: `rest ${at}`, ...on(pages), js: [file], runAt: 'document_end' as const })),
    ]);
  });
}

/** A browser runs a new content script only in pages that load later; GitLab tabs that are open already get it here. */
async function startInOpenTabs(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...patterns], status: 'complete' });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined ? undefined : browser.scripting.executeScript({ target: { tabId: id }, files: [file] }),
    ),
  );
}

/** The browser hides the address of a tab that may not be seen any more: all are told but those that may. */
async function stopWhereNotAllowed(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const [all, allowed] = await Promise.all([
    browser.tabs.query({}),
    origins.length > 0 ? browser.tabs.query({ url: [...origins] }) : [],
  ]);
  const stays = new Set(allowed.map(tab => tab.id));
  const message: Message = { kind: 'stop' };
  await Promise.allSettled(
    all.map(({ id }) => (id === undefined || stays.has(id) ? undefined : browser.tabs.sendMessage(id, message))),
  );
}
