import { type Browser, browser } from 'wxt/browser';
import { type Item, itemKey } from '../../gitlab/items';
import { load } from '../scripts';
import type { Draft } from './draft';

/** Where one person's draft for one item is kept. Saving, loading and following it are the only ways to it. */
export type DraftPlace = {
  /** Whether a draft outlives the page. In Firefox's private windows it does not: content scripts have no storage there that ends with the window. */
  readonly isKept: boolean;
  /** Without a draft, or with one that cannot be read, both are `undefined`. */
  load(): Promise<Versions>;
  /**
   * What another tab has written meanwhile and this one has not taken becomes the other version.
   *
   * @throws what the browser throws when it cannot be saved.
   */
  save(draft: Draft): Promise<void>;
  remove(): Promise<void>;
  /** Keeps another version of the draft besides it; `undefined` keeps none. */
  saveOther(draft: Draft | undefined): Promise<void>;
  /**
   * Calls back when another tab has changed the draft.
   *
   * @param onChange Answers whether this tab goes on with it.
   */
  follow(
    onChange: (draft: Draft | undefined) => boolean,
    onOther: (draft: Draft | undefined) => void,
    signal: AbortSignal,
  ): void;
};

/** A draft, and the one that was typed in another tab at the same time. */
export type Versions = { readonly draft: Draft | undefined; readonly other: Draft | undefined };

/** What every draft's key begins with; the key of another version ends with `other`. */
const prefix = 'draft status ';
const otherEnd = ' other';

/** A private window leaves nothing behind: its drafts end with the browser's session. */
export function draftStorage(): { area: 'session' | 'local'; storage: Browser.storage.StorageArea | undefined } {
  const area = browser.extension.inIncognitoContext ? 'session' : 'local';
  return { area, storage: browser.storage[area] };
}

/** Which item a key of the storage holds a draft of; `undefined` for every other key. */
export function draftKeyOf(
  key: string,
): { root: string; path: string; sign: '#' | '!'; iid: string; isOther: boolean } | undefined {
  const [, root, path = '', sign, iid = '', other] =
    /^draft status \S+ (https?:\/\/\S+) (\S+)([#!])(\d+)( other)?$/.exec(key) ?? [];
  return root ? { root, path, sign: sign === '!' ? '!' : '#', iid, isOther: other !== undefined } : undefined;
}

/** @param userId GitLab's number of the signed-in person. */
export function draftPlace(item: Item, userId: string): DraftPlace {
  const key = `${prefix}${userId} ${itemKey(item)}`;
  const otherKey = key + otherEnd;
  const { area, storage } = draftStorage();
  if (!storage) return forgetful;
  /**
   * When the versions were written that this tab wrote or goes on with. Not the newest alone: a clock that is put back
   * gives a later version an earlier time.
   */
  const seen = new Set<number>();
  const isSeen = (stored: unknown) =>
    typeof stored === 'object' && stored !== null && 'savedAt' in stored && seen.has(Number(stored.savedAt));
  return {
    isKept: true,
    async load() {
      const stored = await storage.get([key, otherKey]);
      const draft = await read(stored[key]);
      if (draft) seen.add(draft.savedAt);
      return { draft, other: await read(stored[otherKey]) };
    },
    async save(draft) {
      const found: unknown = (await storage.get(key))[key];
      // What this tab has seen needs no check, so that a keystroke waits for nothing else.
      const before = isSeen(found) ? undefined : await read(found);
      const isOther = before !== undefined && !isSame(before, draft);
      seen.add(draft.savedAt);
      await storage.set({ [key]: stored(draft, item), ...(isOther && { [otherKey]: stored(before, item) }) });
    },
    async remove() {
      seen.clear();
      await storage.remove(key);
    },
    async saveOther(draft) {
      await (draft ? storage.set({ [otherKey]: stored(draft, item) }) : storage.remove(otherKey));
    },
    follow(onChange, onOther, signal) {
      const take = async (changes: Record<string, { newValue?: unknown }>) => {
        const [change, other] = [changes[key], changes[otherKey]];
        if (other) onOther(await read(other.newValue));
        // Not what this tab has written or removed itself.
        if (!change || isSeen(change.newValue)) return;
        const draft = await read(change.newValue);
        if (!draft && seen.size === 0) return;
        // A browser that removes the extension tells of its drafts as well; reading fails then, and the page keeps its own.
        if (!draft && (await storage.get(key))[key] !== undefined) return;
        if (onChange(draft) && draft) seen.add(draft.savedAt);
      };
      const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        // After an update of the extension nothing can be read any more: the page keeps what it has.
        if (changed === area) take(changes).catch(() => {});
      };
      browser.storage.onChanged.addListener(onChanged);
      signal.addEventListener('abort', () => {
        try {
          browser.storage.onChanged.removeListener(onChanged);
        } catch {
          // After an update of the extension its old content script may not touch the API any more.
        }
      });
    },
  };
}

const forgetful: DraftPlace = {
  isKept: false,
  load: async () => ({ draft: undefined, other: undefined }),
  save: async () => {},
  remove: async () => {},
  saveOther: async () => {},
  follow() {},
};

function stored(draft: Draft, { isGroup }: Item): object {
  return { version: 1, ...draft, ...(isGroup && { isGroup }) };
}

function isSame(one: Draft, other: Draft): boolean {
  return one.format === other.format && JSON.stringify(one.values) === JSON.stringify(other.values);
}

/** As `parseDraft`; its schema is not part of every page's script, and most items have no draft. */
async function read(stored: unknown): Promise<Draft | undefined> {
  return stored === undefined ? undefined : (await load('stored')).parseDraft(stored);
}
