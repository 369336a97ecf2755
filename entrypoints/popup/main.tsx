import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { Message, PageAnswer } from '../../features/message';
import { followLibrary } from '../../settings/library';
import { followSettings } from '../../settings/settings';
import { Popup, type Tab } from './Popup';
import '../../components/tokens.css';
import '../../components/controls.css';
import './popup.css';

const tab = signal<Tab>({ id: undefined, host: undefined, answer: 'asking' });

const root = document.getElementById('popup');
if (root) render(<Popup tab={tab} />, root);
void followSettings(new AbortController().signal);
void followLibrary();
void askTab();

/** Which page the popup is for: that of the active tab, or in tests, where a popup is a tab itself, of `?tab=`. */
async function askTab(): Promise<void> {
  const given = new URLSearchParams(location.search).get('tab');
  const [active] = given
    ? [await browser.tabs.get(Number(given))]
    : await browser.tabs.query({ active: true, currentWindow: true });
  // Without a permission for the tab's site the browser keeps its address to itself.
  const host = active?.url && URL.canParse(active.url) ? new URL(active.url).host : undefined;
  tab.value = { id: active?.id, host, answer: active?.id === undefined ? 'silent' : await ask(active.id) };
}

async function ask(tabId: number): Promise<PageAnswer | 'silent'> {
  const question: Message = { kind: 'page' };
  try {
    return ((await browser.tabs.sendMessage(tabId, question)) as PageAnswer | undefined) ?? 'silent';
  } catch {
    return 'silent'; // No content script of ours is in that tab.
  }
}
