import type { IssueRow } from './issues';
import type { Person } from './people';

/** One change of the labels: days ago, by whom, titles added, titles removed. */
export type HistoryRow = { age: number; by: Person; add: string[]; remove?: string[] };

/** The usual step: somebody takes an issue that was ready. */
function taken(age: number, by: Person, from = 'workflow::ready for development'): HistoryRow {
  return { age, by, add: ['workflow::in dev'], remove: [from] };
}

/** Changes of labels by iid. Labels that are in none of them were there from the beginning. */
export const history: Record<number, HistoryRow[]> = {
  1: [
    { age: 280, by: 'mara', add: ['group::package', 'devops::package'] },
    { age: 41, by: 'ana', add: ['Package::P1', 'workflow::scheduling'] },
    taken(20, 'jonas', 'workflow::scheduling'),
    { age: 4, by: 'priya', add: ['workflow::scheduling'], remove: ['workflow::in dev'] },
  ],
  4: [taken(5, 'hana')],
  7: [taken(40, 'jonas'), { age: 30, by: 'priya', add: ['Planning Priority'] }],
  9: [taken(8, 'ana')],
  10: [taken(60, 'tobi')],
  13: [taken(12, 'hana')],
  19: [taken(3, 'hana')],
  22: [taken(45, 'tobi')],
  25: [taken(6, 'simran')],
  29: [taken(9, 'tobi')],
  // Away from development and back: what counts is the last time.
  36: [
    taken(44, 'hana'),
    { age: 30, by: 'priya', add: ['workflow::blocked'], remove: ['workflow::in dev'] },
    taken(20, 'hana', 'workflow::blocked'),
  ],
  37: [taken(100, 'emil')],
  42: [taken(21, 'ana'), { age: 2, by: 'ana', add: ['workflow::in review'], remove: ['workflow::in dev'] }],
  48: [taken(15, 'jonas')],
};

/** Everything that happened to the labels of an item since it was made, oldest first, given its later changes. */
export function historyOf(row: IssueRow, later: HistoryRow[]): HistoryRow[] {
  const before = later.flatMap(({ remove = [] }, at) =>
    remove.filter(title => !later.slice(0, at).some(({ add }) => add.includes(title))),
  );
  const always = row.labels.filter(title => !later.some(({ add }) => add.includes(title)));
  const first = { age: row.age ?? 100, by: row.author ?? 'mara', add: [...new Set([...always, ...before])] };
  return [...(first.add.length > 0 ? [first] : []), ...later];
}
