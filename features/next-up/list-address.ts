import type { Instance } from '../../gitlab/instance';
import type { Filters } from './rows';

/** Where Next up looks. */
export type Place = { readonly instance: Instance; readonly path: string; readonly isGroup: boolean };

/** The address of GitLab's own list, filtered as the list of what is next is. */
export function listAddress(
  { instance, path, isGroup }: Place,
  labels: readonly string[],
  { who, milestone }: Filters,
  username: string | undefined,
  current: readonly string[],
): string {
  const query = new URLSearchParams({ state: 'opened' });
  const name = labels.length > 1 ? 'or[label_name][]' : 'label_name[]';
  for (const label of labels) query.append(name, label);
  if (who === 'mine' && username !== undefined) query.append('assignee_username[]', username);
  if (who === 'unassigned') query.append('assignee_id', 'None');
  // GitLab's filter takes one milestone.
  if (milestone && current[0] !== undefined) query.append('milestone_title', current[0]);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `${instance.origin}${instance.root}${isGroup ? '/groups' : ''}/${encoded}/-/issues?${query}`;
}
