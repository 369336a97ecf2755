import { GitLabError } from '../../gitlab/api';
import type { Item } from '../../gitlab/items';
import { fetchLabelEvents, labelledSince } from '../../gitlab/label-events';
import { findLabel } from '../../handbook/labels';
import type { Stage } from '../feature';
import type { History } from './history';

/** Asks since when an item is in development, if its labels say that it is. */
export async function askDevelopment(
  { profile: { workflow, matching = 'tolerant' } }: Stage,
  item: Item,
  labels: readonly string[],
  { daysInDevelopment }: History,
  present: AbortSignal,
): Promise<void> {
  const steps = workflow?.steps.filter(step => step.isDevelopment) ?? [];
  const titles = steps.flatMap(step => step.labels ?? []);
  if (!findLabel(labels, titles, matching)) return;
  try {
    const events = await fetchLabelEvents(item, present);
    const since = labelledSince(events, title => findLabel([title], titles, matching) !== undefined);
    const days = since === undefined ? Number.NaN : Math.floor((Date.now() - Date.parse(since)) / 86_400_000);
    daysInDevelopment.value = Number.isNaN(days) ? undefined : days;
  } catch (error) {
    // A remark less: nothing that the person asked for has failed.
    if (!(error instanceof GitLabError) && !present.aborted) throw error;
  }
}
