import { anchors, anyOf } from '../../gitlab/anchors';
import { typeIn } from '../../gitlab/facts';
import { inSameItem } from '../../gitlab/items';
import type { ItemFacts } from '../../handbook/condition';

/** What decides between a team's rules: the item's labels, and what the page shows of it around an element. */
export function factsOf(section: Element, labels: readonly string[]): ItemFacts {
  const created = inSameItem(section, anyOf(anchors.itemHeader));
  const type = created?.parentElement ? typeIn(created.parentElement) : undefined;
  return { labels, ...(type !== undefined && { type }) };
}
