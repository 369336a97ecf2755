import type { OpenItem } from '../../gitlab/open-items';
import { type Calendar, calendarOf, isCurrent } from '../../handbook/calendar';
import { type ItemFacts, test } from '../../handbook/condition';
import { inOrder, type Waiting } from '../../handbook/order';
import { priorityOf } from '../../handbook/priority';
import type { PriorityRule, Profile } from '../../handbook/profile';
import { weighed } from './weight';

/** One item of the list. */
export type Row = Waiting & {
  readonly item: OpenItem;
  /** `#9`, in a group `gitlab#9`. */
  readonly reference: string;
  /** As `weighed` says it; `undefined` where there are no weights. */
  readonly weight: string | undefined;
  /** The name of the workflow step that the item is in; `undefined` when it is in none of the team's. */
  readonly step: string | undefined;
};

/** Rows of one rank. */
export type Group = { readonly rank: number; readonly rule: PriorityRule; readonly rows: readonly Row[] };

export type Filters = {
  readonly who: 'all' | 'mine' | 'unassigned';
  /** Only what is in the current milestone. */
  readonly milestone: boolean;
};

/** The items that have a priority, in the order in which they are to be taken. */
export function rowsOf(items: readonly OpenItem[], profile: Profile, path: string, today: string): Row[] {
  const calendar = calendarFor(items, today);
  return items
    .flatMap(item => {
      const facts: ItemFacts = {
        labels: item.labels,
        type: item.type,
        confidential: item.isConfidential,
        milestone: item.milestone,
        ...(item.status !== undefined && { status: item.status }),
        ...(item.weight !== undefined && { weight: item.weight }),
      };
      const priority = priorityOf(facts, profile, calendar);
      if (!priority) return [];
      const { weight, text } = weighed(item, profile);
      const row: Row = {
        item,
        priority,
        facts: { milestone: item.milestone, ...(weight !== undefined && { weight }) },
        createdAt: item.createdAt,
        reference: shortReference(item.reference, path),
        weight: text,
        step: stepOf(facts, profile),
      };
      return [row];
    })
    .sort(inOrder);
}

/** The titles of the milestones that run today. */
export function currentMilestones(items: readonly OpenItem[], today: string): string[] {
  const calendar = calendarFor(items, today);
  const running = items.flatMap(({ milestone }) =>
    milestone && isCurrent(milestone, calendar) === true ? [milestone.title] : [],
  );
  return [...new Set(running)];
}

/** @param username Who asks; without a session nothing is theirs. */
export function filtered(
  rows: readonly Row[],
  { who, milestone }: Filters,
  username: string | undefined,
  current: readonly string[],
): Row[] {
  return rows.filter(({ item }) => {
    if (milestone && !current.includes(item.milestone?.title ?? '')) return false;
    if (who === 'unassigned') return item.assignees.length === 0;
    return who === 'all' || item.assignees.some(one => one.username === username);
  });
}

/** Rows in order, parted by rank. */
export function groupsOf(rows: readonly Row[]): Group[] {
  const groups = new Map<number, { rank: number; rule: PriorityRule; rows: Row[] }>();
  for (const row of rows) {
    const { rank, rule } = row.priority;
    const group = groups.get(rank) ?? { rank, rule, rows: [] };
    group.rows.push(row);
    groups.set(rank, group);
  }
  return [...groups.values()];
}

function calendarFor(items: readonly OpenItem[], today: string): Calendar {
  return calendarOf(
    items.flatMap(({ milestone }) => milestone ?? []),
    today,
  );
}

/** `gitlab-org/gitlab#9` is `#9` in its project and `gitlab#9` in its group. */
function shortReference(reference: string, path: string): string {
  if (reference.startsWith(`${path}#`)) return reference.slice(path.length);
  return reference.startsWith(`${path}/`) ? reference.slice(path.length + 1) : reference;
}

function stepOf(facts: ItemFacts, { workflow, matching = 'tolerant' }: Profile): string | undefined {
  const isIn = (when: { any?: string[] } | { statuses?: string[] }) => test(when, facts, matching).holds === true;
  return workflow?.steps.find(
    ({ labels, statuses }) => (labels && isIn({ any: labels })) || (statuses && isIn({ statuses })),
  )?.name;
}
