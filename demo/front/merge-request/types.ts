import type { Label, Milestone, Nodes, User } from '../types';

/** The answer to `mergeRequest` of operations.ts. */
export type MergeRequestData = {
  id: string;
  iid: string;
  title: string;
  state: string;
  draft: boolean;
  targetBranch: string;
  labels: Nodes<Label>;
  milestone: Milestone | null;
  assignees: Nodes<User>;
  reviewers: Nodes<User>;
  participants: Nodes<User>;
  userPermissions: { updateMergeRequest: boolean; createNote: boolean };
};
