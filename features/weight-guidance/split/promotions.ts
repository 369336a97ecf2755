import { type Browser, browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Item } from '../../../gitlab/items';
import { sessionIn } from '../../../gitlab/session';

/** An issue for which a person has put `/promote_to Epic` into the comment box, with rows that wait for the epic. */
const promotion = z.object({
  userId: z.string(),
  instance: z.object({ origin: z.string(), root: z.string() }),
  path: z.string(),
  iid: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
type Promotion = z.infer<typeof promotion>;

const storageKey = 'promotions';

/** Milliseconds after which a promotion that nobody went on with is forgotten. */
const waitsFor = 30 * 86_400_000;

/**
 * The issues whose rows may be waiting for this item: those in the projects of its group that the signed-in person
 * wanted to promote, newest first. Only an epic has any.
 */
export async function promotionsBelow({ instance, path }: Item): Promise<Item[]> {
  const session = sessionIn(document);
  if (session.kind !== 'signed-in') return [];
  const waiting = (await load()).filter(
    one =>
      one.userId === session.userId &&
      one.path.startsWith(`${path}/`) &&
      one.instance.origin === instance.origin &&
      one.instance.root === instance.root,
  );
  return waiting.reverse();
}

export async function rememberPromotion(issue: Item, userId: string): Promise<void> {
  await save([...(await others(issue, userId)), { ...issue, userId, at: Date.now() }]);
}

export async function forgetPromotion(issue: Item, userId: string): Promise<void> {
  await save(await others(issue, userId));
}

async function others({ instance, path, iid }: Item, userId: string): Promise<Promotion[]> {
  return (await load()).filter(
    one => one.userId !== userId || one.path !== path || one.iid !== iid || one.instance.origin !== instance.origin,
  );
}

async function load(): Promise<Promotion[]> {
  const parsed = z.array(promotion).safeParse((await storage()?.get(storageKey))?.[storageKey]);
  return parsed.success ? parsed.data.filter(one => one.at > Date.now() - waitsFor) : [];
}

async function save(promotions: readonly Promotion[]): Promise<void> {
  if (promotions.length > 0) await storage()?.set({ [storageKey]: promotions });
  else await storage()?.remove(storageKey);
}

/** Where the rows are kept too. */
function storage(): Browser.storage.StorageArea | undefined {
  return browser.storage[browser.extension.inIncognitoContext ? 'session' : 'local'];
}
