import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Baseline, CreatedItem } from '../../../gitlab/create-items';
import { type Item, itemKey } from '../../../gitlab/items';

/** One item that is to be created. */
export type Row = {
  /** Ours, the same from the first keystroke on. */
  readonly id: string;
  readonly title: string;
  /** `undefined`: it gets none. */
  readonly weight?: number | undefined;
  /** Set before the request goes out, so that an item whose answer never came is looked for and not created twice. */
  readonly attempt?: Attempt | undefined;
  readonly created?:
    | (CreatedItem & { /** Created, but the answer had not come. */ readonly isFound: boolean })
    | undefined;
  /** Why it is not created. Not stored: a reason gets old. */
  readonly failure?: Failure | undefined;
};

export type Attempt = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was sent. */
  readonly title: string;
  /** Whether GitLab has answered anything. Without an answer it may still be at work. */
  readonly isAnswered: boolean;
};

export type Failure = {
  readonly reason: string;
  /** Whether another title or weight would help. */
  readonly isAboutRow: boolean;
};

/** What a person has typed of a row. */
export type Part = Pick<Row, 'title' | 'weight'>;

/** How the new items belong to the item: below it, beside it; or it becomes an epic itself. */
export type Route = 'children' | 'related' | 'epic';

/** What a person wants to have created for one item, and what of it is. */
export type Intent = {
  readonly id: string;
  readonly route: Route;
  readonly rows: readonly Row[];
  /** Set when the first item is about to be created. */
  readonly baseline?: Baseline | undefined;
};

const part = z.object({ title: z.string(), weight: z.optional(z.number()) });
const attempt = z.object({ at: z.number(), title: z.string(), isAnswered: z.boolean() });
const created = z.object({
  id: z.string(),
  title: z.string(),
  reference: z.string(),
  url: z.string().check(z.regex(/^https?:\/\//)),
  weight: z.optional(z.number()),
  isFound: z.boolean(),
});
const stored = z.object({
  version: z.literal(1),
  id: z.string(),
  route: z.enum(['children', 'related', 'epic']),
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      weight: z.optional(z.number()),
      attempt: z.optional(attempt),
      created: z.optional(created),
    }),
  ),
  baseline: z.optional(z.object({ since: z.string(), newestId: z.number() })),
  /** Set once every row is created. Milliseconds since 1970. */
  finishedAt: z.optional(z.number()),
  /** Which writing this is, by whom, and the one that was known when it was written. */
  edition: z.optional(z.string()),
  follows: z.optional(z.string()),
});

type Kind = 'split' | 'spike';

/** How long it is told what was created, in milliseconds: the parts are among the child items, a spike is easily forgotten. */
const toldFor: Readonly<Record<Kind, number>> = { split: 86_400_000, spike: 90 * 86_400_000 };

/** Where one person's intent for one item is kept. */
export type IntentPlace = {
  /** Names it for the browser's locks. */
  readonly key: string;
  /** `undefined` when there is none, none that can be read, or one that was finished long ago. */
  load(): Promise<Intent | undefined>;
  /** @throws what the browser throws when it cannot be saved. */
  save(intent: Intent): Promise<void>;
  remove(): Promise<void>;
  /**
   * Calls back when another tab has written.
   *
   * @param onChange Gets what was written and whether it was written with this tab's version in view, and tells whether
   * this tab knows of it now.
   */
  follow(onChange: (intent: Intent, isNext: boolean) => boolean, signal: AbortSignal): void;
  /** What was typed in two tabs at once, so that neither is lost. */
  readonly both: {
    load(): Promise<readonly Part[]>;
    save(parts: readonly Part[]): Promise<void>;
    remove(): Promise<void>;
  };
  /** Forgets what was finished long ago, of other items too. */
  prune(): Promise<void>;
};

/**
 * @param kind The parts of an item and the spike for it are two intents.
 * @param userId GitLab's number of the signed-in person.
 */
export function intentPlace(kind: Kind, item: Item, userId: string): IntentPlace {
  const key = `${kind} ${userId} ${itemKey(item)}`;
  // A private window leaves nothing behind. Where it has no storage of its own (Firefox), a reload forgets the intent.
  const area = browser.extension.inIncognitoContext ? 'session' : 'local';
  const storage: Browser.storage.StorageArea | undefined = browser.storage[area];
  const bothKey = `${key} both`;
  const writer = newId();
  let writings = 0;
  /** The newest one that this tab knows. */
  let edition: string | undefined;
  return {
    key,
    async load() {
      const kept = (await storage?.get(key))?.[key];
      const parsed = stored.safeParse(kept);
      edition = parsed.data?.edition;
      return parsed.success && !isOld(kind, kept) ? parsed.data : undefined;
    },
    async save(intent) {
      const rows = intent.rows.map(({ failure: _, ...row }) => row);
      const finishedAt = isFinished(intent) ? Date.now() : undefined;
      const follows = edition;
      writings += 1;
      edition = `${writer} ${writings}`;
      await storage?.set({ [key]: { version: 1, ...intent, rows, finishedAt, edition, follows } });
    },
    async remove() {
      edition = undefined;
      await storage?.remove(key);
    },
    follow(onChange, signal) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        const change = changes[key];
        if (changed !== area || !change) return;
        const { data } = stored.safeParse(change.newValue);
        if (!data) edition = undefined;
        else if (data.edition === edition || data.edition?.startsWith(writer)) return;
        else if (onChange(data, data.follows === edition)) edition = data.edition;
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
    both: {
      async load() {
        const parsed = z.array(part).safeParse((await storage?.get(bothKey))?.[bothKey]);
        return parsed.success ? parsed.data : [];
      },
      async save(parts) {
        await storage?.set({ [bothKey]: parts });
      },
      async remove() {
        await storage?.remove(bothKey);
      },
    },
    async prune() {
      const all = Object.entries((await storage?.get(null)) ?? {});
      const old = all.filter(([one, kept]) => one.startsWith(`${kind} `) && isOld(kind, kept));
      await storage?.remove(old.map(([one]) => one));
    },
  };
}

function isOld(kind: Kind, kept: unknown): boolean {
  const { data } = stored.safeParse(kept);
  return data?.finishedAt !== undefined && data.finishedAt < Date.now() - toldFor[kind];
}

/** Whether every row is created. */
export function isFinished({ rows }: Intent): boolean {
  return rows.length > 0 && rows.every(row => row.created);
}

/** Those that are not among the rows. */
export function missingParts(parts: readonly Part[], { rows }: Intent): Part[] {
  const isThere = ({ title, weight }: Part) =>
    rows.some(row => row.title === title && (weight === undefined || weight === row.weight));
  return parts.filter(one => one.title.trim() !== '' && !isThere(one));
}

/** Whether nothing is written in it. */
export function isBlank({ rows }: Intent): boolean {
  return rows.every(row => row.title.trim() === '' && row.weight === undefined && !row.attempt);
}

/** Whether anything of it was sent to GitLab. */
export function hasBegun(intent: Intent): boolean {
  return intent.rows.some(row => row.attempt || row.created);
}

export function emptyRow(title = ''): Row {
  return { id: newId(), title };
}

/** An id that nothing else has. On a GitLab without https a page has no `crypto.randomUUID`. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
