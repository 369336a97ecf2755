import type { PageKind } from '../../gitlab/page';
import type { Profile } from '../../handbook/profile';
import { levelsOf } from '../../handbook/scale';
import type { InForce } from '../../settings/profiles';

export const kinds: Readonly<Record<PageKind, string>> = {
  'work-item': 'Issue',
  'merge-request': 'Merge request',
  'work-item-list': 'List of issues',
  'merge-request-list': 'List of merge requests',
  board: 'Issue board',
  'epic-board': 'Epic board',
  milestone: 'Milestone',
  'new-work-item': 'New issue',
  other: 'Page',
};

/** Why a profile is in force: `For gitlab-org/gitlab with the label group::package`. */
export function whyInForce(by: InForce['by']): string {
  if (by === 'default') return 'In force everywhere until a team chooses another one';
  if ('repository' in by) return `From the repository of ${by.repository}`;
  const place = [by.path, by.host && (by.path ? `on ${by.host}` : by.host)].filter(Boolean).join(' ');
  if (by.label !== undefined) return `For ${place || 'all items'} with the label ${by.label}`;
  return place ? `For ${place}` : 'Chosen for everywhere';
}

/** `7 priorities, 4 weights, 2 status templates` */
export function contentsText({ priorities, scale, status, workflow }: Profile): string {
  const parts = [
    count(priorities?.rules.length, 'priority', 'priorities'),
    count(scale && levelsOf(scale).length + (scale.above ? 1 : 0), 'weight', 'weights'),
    count(status?.formats.length, 'status template', 'status templates'),
    count(workflow?.steps.length, 'workflow step', 'workflow steps'),
  ];
  return parts.filter(Boolean).join(', ') || 'nothing that Handrail shows yet';
}

function count(number: number | undefined, one: string, many: string): string {
  if (!number) return '';
  return `${number} ${number === 1 ? one : many}`;
}

/** `12 Nov 2026`, from milliseconds since 1970. */
export function dayText(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}
