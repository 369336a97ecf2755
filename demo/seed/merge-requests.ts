import type { MergeRequest } from '../store';
import type { NoteRow } from './notes';
import type { Person } from './people';

export type MergeRequestRow = {
  iid: number;
  title: string;
  description: string;
  state?: MergeRequest['state'];
  author: Person;
  assignees: Person[];
  reviewers: [Person, MergeRequest['reviewers'][number]['reviewState']][];
  sourceBranch: string;
  labels: string[];
  milestone?: string | undefined;
  /** What merging closes: iids of issues of the project, full references of others. */
  closes: (number | string)[];
  age: number;
  pipeline: MergeRequest['pipeline'];
  status: MergeRequest['detailedMergeStatus'];
  changes: [additions: number, deletions: number, files: number];
  commits: number;
  notes: NoteRow[];
};

export const mergeRequests: MergeRequestRow[] = [
  {
    iid: 1,
    title: 'Add a dry run to container cleanup policies',
    description:
      '## What does this do?\n\nAdds an endpoint that answers the tags which a policy would delete.\n\nCloses #1',
    author: 'mara',
    assignees: ['jonas'],
    reviewers: [
      ['simran', 'REVIEW_STARTED'],
      ['emil', 'UNREVIEWED'],
    ],
    sourceBranch: 'cleanup-dry-run',
    labels: ['group::package', 'devops::package', 'Package::P2', 'type::feature', 'backend'],
    milestone: '18.9',
    closes: [1],
    age: 24,
    pipeline: 'SUCCESS',
    status: 'NOT_APPROVED',
    changes: [212, 18, 5],
    commits: 3,
    notes: [
      { age: 22, by: 'jonas', body: 'Could we page this?', thread: 'page' },
      { age: 21, by: 'mara', body: 'Done in the last commit.', thread: 'page' },
      { age: 20, by: 'simran', body: 'Looks good overall.' },
      { age: 6, by: 'ana', body: 'Thanks, I will look at it tomorrow.' },
      { age: 5, by: 'tobi', body: 'LGTM :rocket:' },
    ],
  },
  {
    iid: 2,
    title: 'Sum the layers of a tag once',
    description: 'Part of #2.',
    state: 'merged',
    author: 'simran',
    assignees: ['simran'],
    reviewers: [
      ['tobi', 'APPROVED'],
      ['emil', 'APPROVED'],
    ],
    sourceBranch: 'tag-size',
    labels: ['group::container registry', 'devops::package', 'Package::P2', 'backend'],
    milestone: '18.9',
    closes: [2],
    age: 50,
    pipeline: 'SUCCESS',
    status: 'NOT_OPEN',
    changes: [64, 12, 3],
    commits: 2,
    notes: [{ age: 44, by: 'emil', body: 'Nice and small.' }],
  },
  {
    iid: 3,
    title: 'Index Helm charts in batches',
    description: 'Closes #7',
    author: 'jonas',
    assignees: ['jonas'],
    reviewers: [['emil', 'REQUESTED_CHANGES']],
    sourceBranch: 'helm-batches',
    labels: ['group::package registry', 'devops::package', 'Planning Priority', 'Package::P1', 'bug::performance'],
    milestone: '18.9',
    closes: [7],
    age: 15,
    pipeline: 'FAILED',
    status: 'CI_MUST_PASS',
    changes: [180, 95, 9],
    commits: 7,
    notes: [{ age: 3, by: 'emil', body: 'The lock is held for the whole loop.' }],
  },
  {
    iid: 4,
    title: 'Draft: Form for tag protection patterns',
    description: 'Closes #13\n\n<img src=x onerror=alert(1)>',
    author: 'hana',
    assignees: ['hana'],
    reviewers: [],
    sourceBranch: 'tag-protection-form',
    labels: ['group::container registry', 'frontend', '<img src=x onerror=alert(1)>', 'docs, API'],
    milestone: '18.9',
    closes: [13],
    age: 8,
    pipeline: 'RUNNING',
    status: 'DRAFT_STATUS',
    changes: [340, 20, 14],
    commits: 4,
    notes: [],
  },
  {
    iid: 5,
    title: 'Delete blobs in small batches',
    description:
      '## What does this do?\n\nDeletes fifty blobs at a time, and begins again where it stopped.\n\nCloses #25, #36 and gitlab-org/container-registry#1\n\nRelated to #2',
    author: 'simran',
    assignees: ['simran'],
    reviewers: [['tobi', 'UNREVIEWED']],
    sourceBranch: 'blob-batches',
    labels: ['group::container registry', 'devops::package', 'type::bug', 'backend'],
    milestone: '18.9',
    closes: [25, 36, 'gitlab-org/container-registry#1'],
    age: 4,
    pipeline: 'SUCCESS',
    status: 'MERGEABLE',
    changes: [96, 41, 4],
    commits: 2,
    notes: [{ age: 2, by: 'tobi', body: 'I will look at it today.' }],
  },
  {
    iid: 11111,
    title: 'Docs update',
    description: 'Describes the preview of cleanup policies.\n\nCloses #1',
    author: 'ana',
    assignees: ['ana'],
    reviewers: [['hana', 'REVIEW_STARTED']],
    sourceBranch: 'docs-cleanup-preview',
    labels: ['group::package', 'documentation'],
    milestone: '18.9',
    closes: [1],
    age: 28,
    pipeline: 'SUCCESS',
    status: 'NOT_APPROVED',
    changes: [48, 6, 1],
    commits: 2,
    notes: [{ age: 4, by: 'hana', body: 'One more section about nested repositories, please.' }],
  },
  {
    iid: 21212,
    title: 'Draft: API update',
    description: 'Lets the API answer what a policy would delete.\n\nCloses #1',
    author: 'jonas',
    assignees: ['jonas'],
    reviewers: [],
    sourceBranch: 'api-cleanup-preview',
    labels: ['group::package', 'backend', 'database'],
    milestone: '18.9',
    closes: [1],
    age: 27,
    pipeline: 'RUNNING',
    status: 'DRAFT_STATUS',
    changes: [126, 31, 6],
    commits: 5,
    notes: [],
  },
];
