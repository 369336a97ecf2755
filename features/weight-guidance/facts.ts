import { anchors, anyOf } from '../../gitlab/anchors';
import { labelsIn, typeIn } from '../../gitlab/facts';
import { inSameItem } from '../../gitlab/items';
import type { ItemFacts } from '../../handbook/condition';

/** What the page shows of the item around an element that decides between a team's rules. */
export function factsOf(section: Element): ItemFacts {
  const labels = inSameItem(section, anyOf(anchors.itemLabels));
  const created = inSameItem(section, anyOf(anchors.itemHeader));
  const type = created?.parentElement ? typeIn(created.parentElement) : undefined;
  return { labels: labels ? labelsIn(labels).map(label => label.title) : [], ...(type !== undefined && { type }) };
}
