import type { Label, Milestone, Nodes, User } from '../types';

/** A merge request as `MergeRequestFields` of operations.ts answers it. */
export type MergeRequestRow = {
  id: string;
  iid: string;
  title: string;
  state: 'opened' | 'closed' | 'merged' | 'locked';
  draft: boolean;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  closedAt: string | null;
  webPath: string;
  reference: string;
  userDiscussionsCount: number;
  conflicts: boolean;
  approvalsRequired: number;
  approvalsLeft: number;
  approvedBy: Nodes<{ id: string }>;
  author: User;
  labels: Nodes<Label>;
  milestone: Milestone | null;
  assignees: Nodes<User>;
  reviewers: Nodes<User>;
  headPipeline: { id: string; detailedStatus: { text: string; icon: string } } | null;
  targetBranch: string;
};
