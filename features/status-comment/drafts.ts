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
  });
}

/** What a person has typed for one item, not yet posted. */
export type Draft = {
  readonly savedAt: number;
  readonly values: StatusValues;
  readonly insertedAfterNote?: number | undefined;
};

/** Where one person's draft for one item is kept. Saving, loading and following it are the only ways to it. */
export type DraftPlace = {
  /** Whether a draft outlives the page. In Firefox's private windows it does not: content scripts have no storage there that ends with the window. */
  readonly isKept: boolean;
  /** `undefined` when there is none, or none that can be read. */
  load(): Promise<Draft | undefined>;
  /** @throws what the browser throws when it cannot be saved. */
  save(draft: Draft): Promise<void>;
  remove(): Promise<void>;
  /** Calls back when another tab has changed the draft. */
  follow(onChange: (draft: Draft | undefined) => void, signal: AbortSignal): void;
};

/** @param userId GitLab's number of the signed-in person. */
export function draftPlace(item: Item, userId: string): DraftPlace {
  const key = `draft status ${userId} ${itemKey(item)}`;
  // A private window leaves nothing behind: its drafts end with the browser's session.
  const area = browser.extension.inIncognitoContext ? 'session' : 'local';
  const storage: Browser.storage.StorageArea | undefined = browser.storage[area];
  if (!storage) return forgetful;
  /** When this tab wrote last, to tell another tab's writing from its own. */
  let own = 0;
  return {
    isKept: true,
    async load() {
      return parse((await storage.get(key))[key]);
    },
    async save(draft) {
      own = draft.savedAt;
      await storage.set({ [key]: { version: 1, ...draft } });
    },
    async remove() {
      await storage.remove(key);
    },
    follow(onChange, signal) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        const change = changes[key];
        if (changed !== area || !change) return;
        const draft = parse(change.newValue);
        if (draft === undefined || draft.savedAt > own) onChange(draft);
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
  load: async () => undefined,
  save: async () => {},
  remove: async () => {},
  follow() {},
};

function parse(stored: unknown): Draft | undefined {
  if (stored === undefined) return undefined;
  const parsed = draftSchema().safeParse(stored);
  return parsed.success ? (parsed.data as Draft) : undefined;
}
