import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { PageAnswer } from '../../features/message';
import { isGitLab } from '../../gitlab/recognise';
import { permissionFor } from '../../settings/sites';

/** The tab that the popup speaks of. */
export type Tab = {
  readonly id: number | undefined;
  /** `undefined` when the browser keeps it to itself. */
  readonly url: URL | undefined;
  /** `unused`: a GitLab that Handrail is not allowed on. `silent`: nothing of ours runs in that tab. */
  readonly answer: PageAnswer | 'asking' | 'unused' | 'silent';
};

const state = signal<Tab>({ id: undefined, url: undefined, answer: 'asking' });

export const tab: ReadonlySignal<Tab> = state;

/** Milliseconds that a page may take to start after its site was allowed, and between two questions. */
const patience = 5_000;
const pause = 100;

/** Which page the popup is for: that of the active tab, or in tests, where a popup is a tab itself, of `?tab=`. */
export async function askTab(): Promise<void> {
  const given = new URLSearchParams(location.search).get('tab');
  const [active] = given
    ? [await browser.tabs.get(Number(given))]
    : await browser.tabs.query({ active: true, currentWindow: true });
  const url = active?.url && URL.canParse(active.url) ? new URL(active.url) : undefined;
  const { id } = active ?? {};
  state.value = { id, url, answer: id === undefined ? 'silent' : ((await ask(id)) ?? (await look(id, url))) };
}

/** The site of the tab was allowed: the background starts the content script in it about now. */
export async function awaitStart(): Promise<void> {
  const { id } = state.value;
  for (const end = Date.now() + patience; id !== undefined && Date.now() < end; ) {
    const answer = await ask(id);
    if (answer) {
      state.value = { ...state.value, answer };
      return;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
  state.value = { ...state.value, answer: 'silent' };
}

async function ask(tabId: number): Promise<PageAnswer | undefined> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.handrailPage?.(),
    });
    return answer?.result ?? undefined;
  } catch {
    return undefined; // A page that is not ours to ask.
  }
}

/** Looks at a tab where nothing of ours runs. The browser allows that for the tab in which the popup was opened. */
async function look(tabId: number, url: URL | undefined): Promise<'unused' | 'silent'> {
  if (!url || (await browser.permissions.contains({ origins: [permissionFor(url)] }).catch(() => true)))
    return 'silent';
  try {
    const [found] = await browser.scripting.executeScript({ target: { tabId }, func: isGitLab });
    return found?.result === true ? 'unused' : 'silent';
  } catch {
    return 'silent'; // A page of the browser itself, or of its store.
  }
}
