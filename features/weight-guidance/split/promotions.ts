import { type Browser, browser } from 'wxt/browser';
import type { Item } from '../../../gitlab/items';
import { sessionIn } from '../../../gitlab/session';
import { load as loadScript } from '../../scripts';
import type { Promotion } from './promotion';

const storageKey = 'promotions';

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
  const stored: unknown = (await storage()?.get(storageKey))?.[storageKey];
  return stored === undefined ? [] : (await loadScript('stored')).parsePromotions(stored);
}

async function save(promotions: readonly Promotion[]): Promise<void> {
  if (promotions.length > 0) await storage()?.set({ [storageKey]: promotions });
  else await storage()?.remove(storageKey);
}

/** Where the rows are kept too. */
function storage(): Browser.storage.StorageArea | undefined {
  return browser.storage[browser.extension.inIncognitoContext ? 'session' : 'local'];
}
