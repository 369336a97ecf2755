import * as z from 'zod/mini';
import { restPage } from './api';
import type { Item } from './items';

const page = z.array(
  z.object({
    id: z.number(),
    created_at: z.string(),
    action: z.enum(['add', 'remove']),
    /** `null` when the label was deleted since. */
    label: z.nullable(z.object({ name: z.string() })),
  }),
);

export type LabelEvent = z.infer<typeof page>[number];

/** So many events are read at most, a hundred a request: a label that changes more often says nothing about time. */
const pages = 5;

/**
 * When labels were added to an issue and removed from it, oldest first. GitLab itself gives no order (contract 5.10).
 *
 * @throws GitLabError as `rest` does; `not-found` for items of a group, which have no such events.
 */
export async function fetchLabelEvents({ instance, path, iid }: Item, signal: AbortSignal): Promise<LabelEvent[]> {
  const events: LabelEvent[] = [];
  let number: number | undefined = 1;
  while (number !== undefined && number <= pages) {
    const address: string = `/projects/${encodeURIComponent(path)}/issues/${iid}/resource_label_events?per_page=100&page=${number}`;
    const { answer, next } = await restPage(instance, address, page, signal);
    events.push(...answer);
    number = next;
  }
  return events.sort((one, other) => one.created_at.localeCompare(other.created_at) || one.id - other.id);
}

/**
 * Since when an issue has had one of some labels without a break.
 *
 * @param events Oldest first.
 * @param isMeant Whether a label's title is one of them.
 * @returns An ISO time; `undefined` when it has none of them now.
 */
export function labelledSince(events: readonly LabelEvent[], isMeant: (title: string) => boolean): string | undefined {
  let since: string | undefined;
  const present = new Set<string>();
  for (const { label, action, created_at: at } of events) {
    if (!label || !isMeant(label.name)) continue;
    if (action === 'add') present.add(label.name);
    else present.delete(label.name);
    if (present.size === 0) since = undefined;
    else since ??= at;
  }
  return since;
}
