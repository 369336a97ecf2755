import { lifetime, parseDraft } from './draft';
import { draftKeyOf, draftStorage } from './drafts';

/** A draft of any item, as a list shows it. */
export type ListedDraft = {
  readonly key: string;
  /** As GitLab writes it: `gitlab-org/gitlab#1`, of a merge request with `!`, of a group's epic with `&`. */
  readonly reference: string;
  /** The item's page. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Typed in another tab at the same time as the item's draft. */
  readonly isOther: boolean;
};

/** All drafts that are kept, the newest first. */
export async function listDrafts(): Promise<ListedDraft[]> {
  const stored = (await draftStorage().storage?.get(null)) ?? {};
  const drafts = Object.entries(stored).flatMap(([key, value]) => {
    const place = draftKeyOf(key);
    const draft = place && parseDraft(value);
    if (!draft) return [];
    const { isGroup, savedAt } = draft;
    const { root, path, sign, iid, isOther } = place;
    const page = isGroup ? 'epics' : sign === '!' ? 'merge_requests' : 'issues';
    const reference = `${path}${isGroup ? '&' : sign}${iid}`;
    return [
      { key, savedAt, isOther, reference, address: `${root}${isGroup ? '/groups' : ''}/${path}/-/${page}/${iid}` },
    ];
  });
  return drafts.sort((one, other) => other.savedAt - one.savedAt);
}

/** Removes the drafts that nobody has touched for 30 days. What cannot be read stays: a newer Handrail may have written it. */
export async function forgetOldDrafts(): Promise<void> {
  const { storage } = draftStorage();
  const stored = (await storage?.get(null)) ?? {};
  const old = Object.entries(stored).filter(([key, value]) => draftKeyOf(key) && isOld(value));
  await storage?.remove(old.map(([key]) => key));
}

/** Removes a draft, and gives the way to bring it back. */
export async function discardDraft(key: string): Promise<() => Promise<void>> {
  const { storage } = draftStorage();
  const before = await storage?.get(key);
  await storage?.remove(key);
  return async () => {
    if (before) await storage?.set(before);
  };
}

function isOld(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('savedAt' in value)) return false;
  return typeof value.savedAt === 'number' && Date.now() - value.savedAt >= lifetime;
}
