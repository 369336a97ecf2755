import { RequestError, request } from '../graphql';
import { workItemUpdate } from '../operations';
import type { WorkItem } from '../types';
import { changeDraft, isDraft } from './draft';

const listeners = new Set<(item: WorkItem) => void>();

/** Called with every work item that a mutation answered: rows and cards follow what the panel changed. */
export function onWorkItemUpdated(listener: (item: WorkItem) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * One workItemUpdate. The input names the item and the widgets that change. An item that is not created yet changes in
 * the page only.
 */
export async function updateWorkItem(input: { id: string; [widget: string]: unknown }): Promise<WorkItem> {
  if (isDraft(input.id)) return tell(changeDraft(input));
  type Answer = { workItemUpdate: { errors: string[]; workItem: WorkItem | null } };
  const { errors, workItem } = (await request<Answer>(workItemUpdate, { input })).workItemUpdate;
  if (!workItem || errors.length > 0) throw new RequestError(200, errors);
  return tell(workItem);
}

function tell(workItem: WorkItem): WorkItem {
  for (const listener of listeners) listener(workItem);
  return workItem;
}
