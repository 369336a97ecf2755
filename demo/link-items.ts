import type { LinkedItem, Store, WorkItem } from './store';

const opposite = { relates_to: 'relates_to', blocks: 'is_blocked_by', is_blocked_by: 'blocks' } as const;

/** Links two items, seen from both; undefined when they are linked already, in whichever way. */
export function linkItems(
  store: Store,
  item: WorkItem,
  other: WorkItem,
  linkType: LinkedItem['linkType'],
): LinkedItem | undefined {
  if (item.linkedItems.some(one => one.workItemId === other.id)) return undefined;
  const id = 1 + Math.max(0, ...store.workItems.flatMap(one => one.linkedItems.map(link => link.id)));
  const link: LinkedItem = { id, workItemId: other.id, linkType };
  item.linkedItems.push(link);
  other.linkedItems.push({ id, workItemId: item.id, linkType: opposite[linkType] });
  return link;
}
