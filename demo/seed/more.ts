import type { IssueRow } from './issues';
import type { MergeRequestRow } from './merge-requests';
import type { Person } from './people';

/*
 * What makes lists go on for several pages: older than everything else, nobody talks about it, and in no list of the
 * project's board. Written by counting, so that the same stands there every time.
 */

const verbs = ['Speed up', 'Document', 'Retire', 'Test', 'Translate', 'Tidy up'];
const things = [
  'Conan uploads',
  'Go proxy lookups',
  'Maven metadata',
  'NuGet symbol files',
  'npm audit answers',
  'PyPI simple index',
  'Terraform module search',
  'generic package names',
  'registry garbage reports',
  'tag expiration mails',
  'virtual registry caches',
];
const labels = [
  ['group::package registry', 'Package::Triage', 'backend'],
  ['group::container registry', 'Package::P2', 'type::maintenance'],
  ['group::package registry', 'type::bug', 'severity::3'],
  ['group::container registry', 'package:active', 'frontend'],
  ['group::package', 'documentation'],
  ['group::container registry', 'bug::vulnerability', 'security'],
  ['group::package registry', 'priority::2', 'workflow::planning breakdown'],
];
const people: Person[] = ['mara', 'tobi', 'simran', 'hana', 'emil', 'ana', 'jonas'];
const milestones = ['18.9', '18.10', 'Backlog', undefined];

/** No two of the 66 are alike. */
function titleOf(at: number): string {
  return `${pick(verbs, at)} ${pick(things, at)}`;
}

function pick<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T;
}

function counted<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_none, at) => make(at));
}

/** Issues 51 to 62 of gitlab-org/gitlab. */
export const olderIssues: IssueRow[] = counted(12, at => ({
  iid: 51 + at,
  title: titleOf(at),
  labels: pick(labels, at),
  ...(at % 3 > 0 && { weight: (at % 4) + 1 }),
  milestone: pick(milestones, at),
  author: pick(people, at),
  ...(at % 2 === 0 && { assignees: [pick(people, at + 2)] }),
  age: 410 + at,
}));

/** Issues 11 to 18 of gitlab-org/container-registry. */
export const registryIssues: IssueRow[] = counted(8, at => ({
  iid: 11 + at,
  title: `Registry: ${titleOf(at + 20).toLowerCase()}`,
  labels: pick(labels, at + 1),
  weight: at % 4,
  author: pick(people, at + 3),
  age: 60 + 9 * at,
}));

/** Merge requests 101 to 152 of gitlab-org/gitlab: 45 open, 5 merged, 2 closed, every seventh open one a draft. */
export const olderMergeRequests: MergeRequestRow[] = counted(52, at => olderMergeRequest(101 + at, at));

/** Merge requests 1 to 4 of gitlab-org/container-registry. */
export const registryMergeRequests: MergeRequestRow[] = counted(4, at => olderMergeRequest(1 + at, at + 7));

function olderMergeRequest(iid: number, at: number): MergeRequestRow {
  const state = at >= 45 && at < 50 ? 'merged' : at >= 50 ? 'closed' : 'opened';
  const isDraft = state === 'opened' && at % 7 === 3;
  return {
    iid,
    title: `${isDraft ? 'Draft: ' : ''}${titleOf(at + 3)}`,
    description: 'One of many.',
    state,
    author: pick(people, at),
    assignees: [pick(people, at)],
    reviewers: at % 3 === 0 ? [] : [[pick(people, at + 2), at % 3 === 1 ? 'UNREVIEWED' : 'REQUESTED_CHANGES']],
    sourceBranch: `older-${iid}`,
    labels: pick(labels, at),
    milestone: pick(milestones, at),
    closes: [],
    age: 60 + at,
    pipeline: pick(['SUCCESS', 'FAILED', null], at),
    status: state === 'opened' ? (isDraft ? 'DRAFT_STATUS' : 'NOT_APPROVED') : 'NOT_OPEN',
    changes: [at * 3 + 1, at, (at % 5) + 1],
    commits: (at % 4) + 1,
    notes: [],
  };
}
