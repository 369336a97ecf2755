/** Everything the demo GitLab knows, in memory. Plain data: change it in place, the next answer shows the change. */
export type Store = {
  users: User[];
  namespaces: Namespace[];
  labels: Label[];
  milestones: Milestone[];
  iterations: Iteration[];
  statuses: Status[];
  workItems: WorkItem[];
  mergeRequests: MergeRequest[];
  boards: Board[];
  /** The user's colour mode (Preferences > Appearance); the class of `<html>` is gl-light, gl-dark or gl-system. */
  theme: 'light' | 'dark' | 'system';
  /** `gon.text_editor`: the preference wins over what localStorage remembers; undefined = the user never chose. */
  textEditor: 'plain_text_editor' | 'rich_text_editor' | undefined;
  /** The user's "Open items in side panel" of lists and boards. */
  openItemsInSidePanel: boolean;
  /**
   * `legacy`: issues have the page of GitLab 16 and 17, up to 17.10. `first`: they are work items as those came at first,
   * with another sidebar, an editor that does not name its item, and a drawer in place of the side panel.
   */
  issuePage: 'work-item' | 'first' | 'legacy';
  /** `legacy`: lists and boards have the rows and cards of GitLab 16, and there is no list of work items. */
  listPage: 'work-item' | 'legacy';
  /** `older`: the GraphQL API of before 16.10. */
  api: 'newest' | 'older';
  /** Free has no weight, status, health, iteration widget and no scoped labels; only Ultimate has health status. */
  plan: 'free' | 'premium' | 'ultimate';
  /** Rows of a list of work items in one answer, at most. GitLab's is 100; more is for measuring what no page shows. */
  largestPage: number;
  /** Cards that a list of a board loads at a time. GitLab's is 10. */
  boardPageSize: number;
  /** The number given to the last note; new notes count on from here. */
  lastNoteId: number;
};

/** What the signed-in user may do everywhere in the demo. */
export type Role = 'developer' | 'guest';

/** Who asks: signed out without user. */
export type Viewer = { user: User | undefined; role: Role };

export type User = {
  id: number;
  username: string;
  name: string;
  /** The highest role in the demo's projects, as GitLab shows it beside comments; null = not a member. */
  accessLevel: 'GUEST' | 'DEVELOPER' | 'MAINTAINER' | null;
};

export type Namespace = {
  id: number;
  kind: 'group' | 'project';
  fullPath: string;
  name: string;
  /** Path in the repository to the text of the file, on the default branch. Groups have none. */
  files: Record<string, string>;
};

export type Label = {
  id: number;
  kind: 'GroupLabel' | 'ProjectLabel';
  /** Full path of the group or project that owns the label. */
  namespace: string;
  title: string;
  /** `#rrggbb`; GitLab takes the text colour from it by contrast. */
  color: string;
  description: string;
  /** Its place in the project's list of prioritized labels, 1 first; null = not prioritized. */
  priority: number | null;
};

export type Milestone = {
  id: number;
  iid: string;
  namespace: string;
  title: string;
  state: 'active' | 'closed';
  /** YYYY-MM-DD; null for milestones like Backlog. */
  startDate: string | null;
  dueDate: string | null;
};

/** Dates are YYYY-MM-DD; the title is null when the iteration is named by its dates only. */
export type Iteration = { id: number; iid: string; title: string | null; startDate: string; dueDate: string };

export type Status = {
  id: number;
  name: string;
  category: 'TRIAGE' | 'TO_DO' | 'IN_PROGRESS' | 'DONE' | 'CANCELED';
  color: string;
  iconName: string;
};

export type HealthStatus = 'onTrack' | 'needsAttention' | 'atRisk';

export type WorkItemTypeName = 'Issue' | 'Incident' | 'Task' | 'Epic';

/** Times are ISO 8601 in UTC, dates YYYY-MM-DD, durations seconds, descriptions and note bodies raw Markdown. */
export type WorkItem = {
  id: number;
  iid: string;
  /** Full path of the project (or, for epics, the group). */
  namespace: string;
  workItemType: WorkItemTypeName;
  title: string;
  description: string;
  state: 'OPEN' | 'CLOSED';
  confidential: boolean;
  author: User;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  labels: Label[];
  weight: number | null;
  milestone: Milestone | null;
  iteration: Iteration | null;
  status: Status;
  healthStatus: HealthStatus | null;
  assignees: User[];
  startDate: string | null;
  dueDate: string | null;
  timeEstimate: number;
  totalTimeSpent: number;
  /** Ids of the child items, in the order shown. */
  children: number[];
  linkedItems: LinkedItem[];
  notes: Note[];
  /** Every change of the labels since the item was made, oldest first. */
  labelEvents: LabelEvent[];
  /** Every weight that was set, oldest first. */
  weightEvents: WeightEvent[];
  discussionLocked: boolean;
  /** Id of the epic that the item was made into, and closed by it. */
  promotedToEpic: number | null;
};

export type LabelEvent = { id: number; user: User; createdAt: string; action: 'add' | 'remove'; label: Label };

/** The weight is null when it was removed. */
export type WeightEvent = { id: number; user: User; createdAt: string; weight: number | null };

export type LinkedItem = { id: number; workItemId: number; linkType: 'relates_to' | 'blocks' | 'is_blocked_by' };

export type Note = {
  /** A number, or 40 hex digits for the system notes that GitLab makes up from label, weight and milestone events. */
  id: string;
  /** The type in the note's global id. */
  kind: 'Note' | 'DiscussionNote' | 'LabelNote' | 'WeightNote' | 'MilestoneNote';
  /** 40 hex digits; notes of one thread share it. */
  discussionId: string;
  author: User;
  body: string;
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  system: boolean;
  systemNoteIconName: string | null;
  internal: boolean;
  /** Only threads can be resolved. */
  resolvable: boolean;
  resolved: boolean;
};

export type MergeRequest = {
  id: number;
  iid: string;
  namespace: string;
  title: string;
  description: string;
  state: 'opened' | 'closed' | 'merged';
  draft: boolean;
  author: User;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  sourceBranch: string;
  targetBranch: string;
  labels: Label[];
  milestone: Milestone | null;
  assignees: User[];
  reviewers: Reviewer[];
  /** Ids of the work items that merging closes. */
  closes: number[];
  pipeline: 'SUCCESS' | 'FAILED' | 'RUNNING' | null;
  detailedMergeStatus: 'MERGEABLE' | 'CI_STILL_RUNNING' | 'CI_MUST_PASS' | 'NOT_APPROVED' | 'DRAFT_STATUS' | 'NOT_OPEN';
  diffStats: { additions: number; deletions: number; fileCount: number };
  commitCount: number;
  notes: Note[];
  labelEvents: LabelEvent[];
};

export type Reviewer = {
  user: User;
  reviewState: 'UNREVIEWED' | 'REVIEW_STARTED' | 'REVIEWED' | 'REQUESTED_CHANGES' | 'APPROVED';
};

export type Board = { id: number; namespace: string; name: string; lists: BoardList[] };

export type BoardList = { id: number; listType: 'backlog' | 'label' | 'closed'; label: Label | null };

/** One thread (or one lone note) of an item, oldest note first. */
export type Discussion = { id: string; notes: Note[] };

export function findNamespace(store: Store, fullPath: string): Namespace | undefined {
  return store.namespaces.find(namespace => namespace.fullPath === fullPath);
}

export function findWorkItem(store: Store, fullPath: string, iid: string): WorkItem | undefined {
  return store.workItems.find(item => item.namespace === fullPath && item.iid === iid);
}

export function workItemById(store: Store, id: number): WorkItem | undefined {
  return store.workItems.find(item => item.id === id);
}

export function findMergeRequest(store: Store, fullPath: string, iid: string): MergeRequest | undefined {
  return store.mergeRequests.find(item => item.namespace === fullPath && item.iid === iid);
}

export function findUser(store: Store, username: string): User | undefined {
  return store.users.find(user => user.username === username);
}

export function parentOf(store: Store, item: WorkItem): WorkItem | undefined {
  return store.workItems.find(parent => parent.children.includes(item.id));
}

/** The merge requests that close the item when merged, as the Development section lists them. */
export function closingMergeRequests(store: Store, item: WorkItem): MergeRequest[] {
  return store.mergeRequests.filter(request => request.closes.includes(item.id));
}

/** The project's own labels and those of the groups above it, by title. */
export function labelsOf(store: Store, fullPath: string): Label[] {
  return store.labels
    .filter(label => fullPath === label.namespace || fullPath.startsWith(`${label.namespace}/`))
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** The threads of an item, in the order of their first notes, oldest first. */
export function discussionsOf(item: { notes: Note[] }): Discussion[] {
  const threads = new Map<string, Discussion>();
  for (const note of [...item.notes].sort((a, b) => a.createdAt.localeCompare(b.createdAt))) {
    const thread = threads.get(note.discussionId) ?? { id: note.discussionId, notes: [] };
    thread.notes.push(note);
    threads.set(note.discussionId, thread);
  }
  return [...threads.values()];
}

/** The page of an item without origin: issues under /-/issues/, every other type under /-/work_items/. */
export function webPath(item: WorkItem | MergeRequest): string {
  if (!('workItemType' in item)) return `/${item.namespace}/-/merge_requests/${item.iid}`;
  if (item.workItemType === 'Epic') return `/groups/${item.namespace}/-/epics/${item.iid}`;
  return `/${item.namespace}/-/${item.workItemType === 'Issue' ? 'issues' : 'work_items'}/${item.iid}`;
}

/** The demo's milestones are all a group's. */
export function milestonePath(milestone: Milestone): string {
  return `/groups/${milestone.namespace}/-/milestones/${milestone.iid}`;
}

/** Text colour on a label as GitLab chooses it: white unless its contrast with the label is below 2.4. */
export function textColor(color: string): '#FFFFFF' | '#1F1E24' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) < 2.4 ? '#1F1E24' : '#FFFFFF';
}
