import type { Label, Milestone, Nodes, Status, User, WorkItem } from '../types';
import { idOf, widget } from '../types';

/** An issue as the board's query answers it; its id is `gid://gitlab/Issue/…`. */
export type Issue = {
  id: string;
  iid: string;
  title: string;
  webUrl: string;
  confidential: boolean;
  weight: number | null;
  healthStatus: string | null;
  reference: string;
  type: string | null;
  labels: Nodes<Label>;
  milestone: Pick<Milestone, 'id' | 'title'> | null;
  assignees: Nodes<User>;
  status: Status | null;
};

/** The card after the panel changed its item; the card itself when the item is another one. */
export function follow(issue: Issue, item: WorkItem): Issue {
  if (idOf(issue.id) !== idOf(item.id)) return issue;
  return {
    ...issue,
    title: item.title,
    weight: widget(item, 'WEIGHT')?.weight ?? null,
    labels: widget(item, 'LABELS')?.labels ?? issue.labels,
    milestone: widget(item, 'MILESTONE')?.milestone ?? null,
  };
}
