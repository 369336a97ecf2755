import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type Item, itemKey } from '../../gitlab/items';
import type { StatusValues } from '../../handbook/status/values';

/** Made when a draft is read: in most pages there is none. */
function draftSchema() {
  const entry = z.object({
    ref: z.string(),
    complete: z.optional(z.number()),
    confidence: z.optional(z.number()),
    notes: z.string(),
  });
  return z.object({
    version: z.literal(1),
    /** Milliseconds since 1970. */
    savedAt: z.number(),
    values: z.record(z.string(), z.optional(z.union([z.number(), z.string(), z.array(z.string()), z.array(entry)]))),
    /** Set once it was put into the comment box: the newest comment's number at that time. */
    insertedAfterNote: z.optional(z.number()),
    /** The name of the format, where the person has chosen one. */
    format: z.optional(z.string()),
    /** Whether the item is a group's: its key does not tell, and its page has another address. */
    isGroup: z.optional(z.boolean()),
  });
}

/** What a person has typed for one item, not yet posted. */
export type Draft = {
  readonly savedAt: number;
  readonly values: StatusValues;
  readonly insertedAfterNote?: number | undefined;
  readonly format?: string | undefined;
  readonly isGroup?: boolean | undefined;
};

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

/** Milliseconds after which a draft that nobody touched is forgotten: 30 days. */
export const lifetime = 30 * 86_400_000;

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
  return {
    isKept: true,
    async load() {
      const stored = await storage.get([key, otherKey]);
      const draft = parseDraft(stored[key]);
      if (draft) seen.add(draft.savedAt);
      return { draft, other: parseDraft(stored[otherKey]) };
    },
    async save(draft) {
      const before = parseDraft((await storage.get(key))[key]);
      const isOther = before !== undefined && !seen.has(before.savedAt) && !isSame(before, draft);
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
      const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        if (changed !== area) return;
        const [change, other] = [changes[key], changes[otherKey]];
        if (other) onOther(parseDraft(other.newValue));
        if (!change) return;
        const draft = parseDraft(change.newValue);
        // Not what this tab has written or removed itself.
        if (draft ? seen.has(draft.savedAt) : seen.size === 0) return;
        if (onChange(draft) && draft) seen.add(draft.savedAt);
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

/** A stored draft; `undefined` when there is none, it cannot be read, or nobody has touched it for 30 days. */
export function parseDraft(stored: unknown): Draft | undefined {
  if (stored === undefined) return undefined;
  const parsed = draftSchema().safeParse(stored);
  const draft = parsed.success ? (parsed.data as Draft) : undefined;
  return draft && Date.now() - draft.savedAt < lifetime ? draft : undefined;
}
