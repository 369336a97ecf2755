/** Shapes of the answers to `operations.ts`, as far as the front end reads them. Ids are GIDs, times ISO 8601. */
export type Nodes<T> = { nodes: T[] };

export type PageInfo = {
  hasNextPage: boolean;
  hasPreviousPage?: boolean;
  startCursor?: string;
  endCursor: string | null;
};

export type User = { id: string; username: string; name: string; webPath: string };

export type Label = { id: string; title: string; color: string; textColor: string; description: string | null };

export type Status = { id: string; name: string; iconName: string; color: string };

export type Milestone = { id: string; title: string; webPath: string };

export type Widget = {
  type: string;
  description?: string;
  descriptionHtml?: string;
  assignees?: Nodes<User>;
  participants?: Nodes<User>;
  labels?: Nodes<Label>;
  weight?: number | null;
  rolledUpWeight?: number | null;
  milestone?: Milestone | null;
  iteration?: { id: string; title: string | null; startDate: string; dueDate: string } | null;
  startDate?: string | null;
  dueDate?: string | null;
  healthStatus?: string | null;
  status?: Status | null;
  timeEstimate?: number;
  totalTimeSpent?: number;
  hasChildren?: boolean;
  parent?: { id: string; iid: string; title: string; webUrl: string } | null;
  children?: Nodes<WorkItem>;
  linkedItems?: Nodes<{ linkId: string; linkType: string; workItem: WorkItem }>;
  closingMergeRequests?: Nodes<{ id: string; mergeRequest: MergeRequest }>;
  discussions?: Nodes<Discussion> & { pageInfo: PageInfo };
  discussionLocked?: boolean;
};

export type WorkItemType = { id: string; name: string; widgetDefinitions: { type: string }[] };

/** Rows lack what only the detail asks for (permissions, some widgets); slim rows have no widgets yet. */
export type WorkItem = {
  id: string;
  iid: string;
  title: string;
  state: 'OPEN' | 'CLOSED';
  confidential: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt?: string | null;
  webUrl: string;
  userDiscussionsCount?: number;
  reference: string;
  author: User;
  namespace: { id: string; fullPath: string };
  workItemType: { id: string; name: string };
  promotedToEpicUrl?: string | null;
  userPermissions?: {
    updateWorkItem: boolean;
    setWorkItemMetadata: boolean;
    createNote: boolean;
    markNoteAsInternal: boolean;
  };
  widgets?: Widget[];
};

export type MergeRequest = {
  id: string;
  iid: string;
  title: string;
  state: 'opened' | 'closed' | 'merged' | 'locked';
  draft: boolean;
  webUrl: string;
  webPath: string;
  reference: string;
  mergedAt: string | null;
  sourceBranch: string;
  author: User;
};

export type Discussion = { id: string; notes: Nodes<Note> };

export type Note = {
  id: string;
  body: string;
  bodyHtml: string;
  internal: boolean;
  system: boolean;
  systemNoteIconName: string | null;
  createdAt: string;
  lastEditedAt: string | null;
  url: string | null;
  maxAccessLevelOfAuthor: string | null;
  author: User;
  discussion: { id: string; resolvable: boolean; resolved: boolean };
  userPermissions: { adminNote: boolean };
};

/** The widget of that type, undefined when the item (or the plan) has none. */
export function widget(item: WorkItem, type: string): Widget | undefined {
  return item.widgets?.find(one => one.type === type);
}

/** The last part of a GID, as GitLab puts it into DOM ids: `gid://gitlab/Note/2002` is `2002`. */
export function idOf(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
