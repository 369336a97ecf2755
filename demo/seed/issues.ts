import type { Person } from './people';

/** One row of the project's issues; what it leaves out takes the usual value. Ages are days before now. */
export type IssueRow = {
  iid: number;
  title: string;
  labels: string[];
  weight?: number;
  milestone?: string | undefined;
  status?: 'To do' | 'In progress' | 'Done' | "Won't do" | 'Duplicate';
  health?: 'onTrack' | 'needsAttention' | 'atRisk';
  type?: 'Task' | 'Incident';
  closed?: boolean;
  confidential?: boolean;
  author?: Person;
  assignees?: Person[];
  age?: number;
  updated?: number;
  children?: number[];
  description?: string;
};

const registry = ['group::package registry', 'devops::package', 'section::ops'];
const container = ['group::container registry', 'devops::package', 'section::ops'];

const preview = `## Problem

Cleanup policies delete tags without telling anyone beforehand which tags are affected. People switch a policy on, and the
next morning an image that was still deployed is gone.

## Proposal

1. Add a dry run to \`Projects::ContainerRepository::CleanupTagsService\`
2. Add an endpoint that answers the tags a policy would delete
3. Show the first page of them before the policy is saved

- [x] Agree on the answer's shape
- [ ] Endpoint
- [ ] Preview table

## Design

| Option | Cost | Gain |
|--------|------|------|
| Count only | low | low |
| First page and count | medium | high |
| Full list | high | high |

Related to #2 and !3.`;

/* Descriptions with check lists: what is open in them is what a too large issue can be split into. */

const deprecation = `## Problem

Nobody learns that a package is deprecated before the build has used it for a year.

## What has to be done

- [x] Agree on where the message is kept
- [ ] Keep the message with the version
- [ ] Answer it in the metadata that npm reads
- [ ] Show it in the package's page
  - [ ] also when all versions are deprecated
- [x] ~"documentation" knows

An example of a list that is none:

\`\`\`markdown
- [ ] not a task, only text in a code block
- [ ] neither is this
\`\`\`

* [ ] Tell the people who watch the project`;

const helmIndex = `The index of a project with 4,000 charts is built in one transaction, and the proxy gives up after 60 seconds.

1. [x] Measure where the time goes
2. [ ] Read the charts in batches
3. [ ] Write the index to a file while it grows
4. [ ] Answer the old index until the new one is whole

> - [ ] Quoted from the support ticket: "make it faster"`;

const tagPatterns = `Protecting one tag after the other does not work for a hundred tags.

- [x] Rule model
- [x] Check on push
- [ ] Check on delete
- [ ] Form in the settings
- [ ] \`name_regex\` is **checked** before it is saved
- [ ]
- [ ] <script>alert("task")</script> stays text`;

const signedRelease = `- [ ] Create the key with the group
- [ ] Sign \`Release\` and write \`InRelease\`
- [ ] Rotate the key
- [ ] Describe it for administrators`;

/** The issues of gitlab-org/gitlab. Three board lists of about fifteen cards, odd spellings, hidden ones, closed ones. */
export const issues: IssueRow[] = [
  {
    iid: 1,
    title: 'Cleanup policies: preview affected tags',
    labels: ['group::package', 'devops::package', 'Package::P1', 'workflow::scheduling', 'Category:Container Registry'],
    weight: 2,
    milestone: '18.9',
    status: 'In progress',
    author: 'jonas',
    assignees: ['ana', 'jonas'],
    age: 290,
    children: [14, 23, 31],
    description: preview,
  },
  {
    iid: 2,
    title: 'Container Registry: show how much space a tag takes',
    labels: [...container, 'Package::P2', 'workflow::ready for development', 'Category:Container Registry', 'backend'],
    weight: 3,
    milestone: '18.10',
    author: 'simran',
    age: 250,
  },
  {
    iid: 3,
    title: 'Package list repeats the last row of a page on the next one',
    labels: [...registry, 'type::bug', 'severity::3', 'priority::3', 'workflow::scheduling'],
    weight: 1,
    milestone: '18.9',
    author: 'tobi',
    assignees: ['tobi'],
    age: 61,
  },
  {
    iid: 4,
    title: 'Dependency proxy: choose when cached images expire',
    labels: ['group::package', 'workflow::in dev'],
    author: 'hana',
    age: 44,
    updated: 6,
    description: 'Cached images stay for 90 days. Administrators want to choose.\n\nSee also gitlab-org/gitlab#2.',
  },
  {
    iid: 5,
    title: 'Say in the npm registry that a package is deprecated',
    labels: [...registry, 'type::feature', 'Package:P1', 'workflow::ready for development', 'Deliverable'],
    weight: 5,
    milestone: '18.9',
    health: 'needsAttention',
    author: 'mara',
    assignees: ['simran'],
    age: 130,
    description: deprecation,
  },
  {
    iid: 6,
    title: 'Maven snapshots are kept although the policy says five',
    labels: [...registry, 'type::bug', 'package::p1', 'severity::2', 'workflow::scheduling'],
    weight: 3,
    milestone: 'Backlog',
    age: 88,
  },
  {
    iid: 7,
    title: 'Helm: building the index takes longer than the proxy waits',
    labels: [...registry, 'type::bug', 'bug::performance', 'Planning Priority', 'Package::P1', 'workflow::in dev'],
    weight: 8,
    milestone: '18.9',
    status: 'In progress',
    health: 'atRisk',
    author: 'priya',
    assignees: ['jonas'],
    age: 75,
    updated: 1,
    description: helmIndex,
  },
  {
    iid: 8,
    title: 'Generic packages: answer range requests',
    labels: [...registry, 'type::feature', 'workflow::ready for development', 'quick win'],
    weight: 0,
    milestone: '18.10',
    age: 35,
  },
  {
    iid: 9,
    title: 'Deploy tokens can read package metadata of a private project',
    labels: [
      ...registry,
      'type::bug',
      'bug::vulnerability',
      'security',
      'severity::1',
      'priority::1',
      'workflow::in dev',
    ],
    weight: 2,
    milestone: '18.9',
    confidential: true,
    author: 'mara',
    assignees: ['ana'],
    age: 9,
    updated: 0,
  },
  {
    iid: 10,
    title: 'NuGet: serve symbol files',
    labels: [...registry, 'type::feature', 'Package::P2', 'Stretch', 'workflow::in dev', 'customer'],
    weight: 13,
    milestone: '18.9',
    health: 'needsAttention',
    author: 'mara',
    assignees: ['tobi', 'simran'],
    age: 210,
  },
  {
    iid: 11,
    title: 'Conan: an empty search takes the whole index',
    labels: [...registry, 'type::bug', 'workflow::complete'],
    weight: 1,
    milestone: '18.8',
    status: 'Done',
    closed: true,
    age: 120,
    updated: 30,
  },
  {
    iid: 12,
    title: 'Show the README of a Terraform module',
    labels: [...registry, 'type::feature', 'frontend', 'workflow::scheduling', 'Package::Triage'],
    milestone: 'Backlog',
    author: 'noor',
    age: 301,
    updated: 47,
  },
  {
    iid: 13,
    title: 'Protect container tags by a pattern',
    labels: [
      ...container,
      'type::feature',
      'Planning Priority',
      'Deliverable',
      'workflow::in dev',
      'backend',
      'frontend',
    ],
    weight: 5,
    milestone: '18.9',
    status: 'In progress',
    health: 'onTrack',
    author: 'priya',
    assignees: ['ana', 'hana'],
    age: 66,
    description: tagPatterns,
  },
  {
    iid: 14,
    title: 'Answer the tags that a policy would delete',
    type: 'Task',
    labels: ['group::package', 'devops::package', 'backend', 'workflow::ready for development'],
    weight: 1,
    milestone: '18.9',
    assignees: ['jonas'],
    age: 20,
  },
  {
    iid: 15,
    title: 'Virtual registry: tell when the upstream does not answer',
    labels: [...registry, 'Category:Virtual Registry', 'type::feature', 'workflow::scheduling', 'Package::P2'],
    weight: 3,
    milestone: '18.10',
    age: 52,
  },
  {
    iid: 16,
    title: '<script>alert("title")</script> & other titles that must stay text',
    labels: [...registry, '<img src=x onerror=alert(1)>', 'needs "review"', "team's choice", 'workflow::scheduling'],
    weight: 1,
    age: 12,
  },
  {
    iid: 17,
    title: 'Uploads accept archives that unpack outside their folder',
    labels: [...registry, 'security', 'severity::2', 'workflow::ready for development', 'backend'],
    weight: 3,
    milestone: '18.9',
    author: 'emil',
    age: 16,
  },
  {
    iid: 18,
    title: 'Rename "Infrastructure registry" in the sidebar',
    labels: ['documentation', 'docs, API', 'UX', 'workflow::scheduling', 'quick win'],
    weight: 0,
    milestone: 'Next 1-3 releases',
    age: 190,
  },
  {
    iid: 19,
    title: 'سجل الحزم: عرض الأسماء من اليمين إلى اليسار',
    labels: ['أولوية عالية', 'frontend', 'workflow::in dev', 'group::package registry'],
    weight: 2,
    author: 'noor',
    assignees: ['hana'],
    age: 23,
  },
  {
    iid: 20,
    title: 'Release checklist 🚀',
    labels: ['🚀 release', 'a::b::c', '100% done & dusted?', '2', 'workflow::ready for development'],
    age: 5,
  },
  {
    iid: 21,
    title: 'Plan for the customer migration in March',
    labels: [...container, 'customer', 'workflow::scheduling', 'Package::Triage'],
    confidential: true,
    author: 'priya',
    age: 7,
  },
  {
    iid: 22,
    title: 'PyPI: forward requests only for names that we do not have',
    labels: [...registry, 'type::feature', 'Community contribution', 'workflow::in dev'],
    weight: 3,
    author: 'noor',
    age: 140,
    updated: 40,
  },
  {
    iid: 23,
    title: 'Show the preview before the policy is saved',
    type: 'Task',
    labels: ['group::package', 'devops::package', 'frontend', 'workflow::ready for development'],
    weight: 1,
    milestone: '18.9',
    assignees: ['ana'],
    age: 20,
  },
  {
    iid: 24,
    title: 'Count downloads per version',
    labels: [...registry, 'type::feature', 'database', 'workflow::refinement', 'Package:P2'],
    milestone: '18.11',
    age: 95,
  },
  {
    iid: 25,
    title: 'Deleting a large repository times out',
    labels: [...container, 'type::bug', 'availability', 'Planning Priority', 'Package::P1', 'workflow::in dev'],
    weight: 5,
    milestone: '18.9',
    health: 'onTrack',
    assignees: ['simran'],
    age: 33,
    updated: 2,
  },
  {
    iid: 26,
    title: 'Composer: follow renamed projects',
    labels: [...registry, 'type::bug', 'severity::4', 'workflow::scheduling'],
    milestone: 'Awaiting further demand',
    age: 400,
    updated: 200,
  },
  {
    iid: 27,
    title: 'Debian: sign the release file with the key of the group',
    labels: [...registry, 'type::feature', 'workflow::scheduling'],
    weight: 8,
    milestone: 'Backlog',
    age: 380,
    description: signedRelease,
  },
  {
    iid: 28,
    title: 'Blob of a failed upload is never collected',
    labels: [...container, 'type::bug', 'severity::3', 'workflow::ready for development', 'Package::P2'],
    weight: 3,
    milestone: '18.10',
    age: 29,
  },
  {
    iid: 29,
    title: 'Go proxy: private modules answer 410',
    labels: [...registry, 'type::bug', 'regression:18.8', 'severity::2', 'Planning Priority', 'workflow::in dev'],
    weight: 1,
    milestone: '18.9',
    status: 'In progress',
    assignees: ['tobi'],
    age: 11,
    updated: 1,
  },
  {
    iid: 30,
    title: 'Dependency proxy: settings page says "saved" before it is',
    labels: [...container, 'Category:Dependency Proxy', 'type::bug', 'frontend', 'workflow::scheduling'],
    weight: 1,
    milestone: '18.10',
    age: 27,
  },
  {
    iid: 31,
    title: 'Document the preview',
    type: 'Task',
    labels: ['group::package', 'documentation'],
    status: 'Done',
    closed: true,
    milestone: '18.9',
    age: 19,
    updated: 3,
  },
  {
    iid: 32,
    title: 'Registry metadata: read replicas lag behind after a push',
    labels: [...container, 'type::bug', 'database', 'severity::2', 'workflow::blocked', 'Package::P1'],
    weight: 8,
    milestone: '18.9',
    health: 'atRisk',
    author: 'emil',
    assignees: ['simran', 'emil'],
    age: 58,
    updated: 4,
  },
  {
    iid: 33,
    title: 'RubyGems: yank a version',
    labels: [...registry, 'type::feature', 'workflow::ready for development'],
    milestone: 'Backlog',
    age: 340,
  },
  {
    iid: 34,
    title: 'Filter packages by the pipeline that built them',
    labels: [...registry, 'type::feature', 'frontend', 'UX', 'workflow::planning breakdown'],
    age: 71,
  },
  {
    iid: 35,
    title: 'Tag list flickers while it is sorted',
    labels: [...container, 'type::bug', 'frontend', 'severity::4', 'workflow::ready for development', 'quick win'],
    weight: 1,
    milestone: '18.9',
    age: 14,
  },
  {
    iid: 36,
    title: 'Warn before a package of the same version is overwritten',
    labels: [...registry, 'type::feature', 'Package::P2', 'Deliverable', 'workflow::in dev'],
    weight: 3,
    milestone: '18.9',
    assignees: ['hana'],
    age: 49,
    updated: 5,
  },
  {
    iid: 37,
    title: 'Move package files to the object storage of the cell',
    labels: [...registry, 'type::maintenance', 'backend', 'workflow::in dev'],
    weight: 13,
    milestone: '18.10',
    author: 'emil',
    assignees: ['emil'],
    age: 160,
  },
  {
    iid: 38,
    title: 'Package hub page answers 500 for archived groups',
    type: 'Incident',
    labels: [...registry, 'availability', 'severity::2', 'Planning Priority'],
    status: 'In progress',
    author: 'bot',
    assignees: ['mara'],
    age: 1,
    updated: 0,
  },
  {
    iid: 39,
    title: 'Remove the old upload path',
    labels: [...registry, 'type::maintenance', 'workflow::ready for development', 'backend'],
    weight: 2,
    milestone: '18.11',
    age: 84,
  },
  {
    iid: 40,
    title: 'Search in the container registry ignores underscores',
    labels: [...container, 'type::bug', 'workflow::verification', 'severity::3'],
    weight: 2,
    milestone: '18.9',
    status: 'Done',
    assignees: ['ana'],
    age: 40,
    updated: 2,
  },
  {
    iid: 41,
    title: 'Old API for package protection rules',
    labels: [...registry, 'workflow::complete'],
    status: "Won't do",
    closed: true,
    age: 220,
    updated: 150,
  },
  {
    iid: 42,
    title: 'Cleanup policy runs twice after a restart',
    labels: [...container, 'registry cleanup', 'type::bug', 'severity::2', 'workflow::in review', 'Package::P1'],
    weight: 3,
    milestone: '18.9',
    status: 'In progress',
    assignees: ['ana'],
    age: 26,
    updated: 1,
  },
  {
    iid: 43,
    title: 'Show who published a version',
    labels: [...registry, 'type::feature', 'workflow::ready for development', 'Community contribution'],
    weight: 2,
    milestone: '18.10',
    author: 'noor',
    age: 64,
  },
  {
    iid: 44,
    title: 'Same as the issue about renamed projects',
    labels: [...registry],
    status: 'Duplicate',
    closed: true,
    age: 300,
    updated: 299,
  },
  {
    iid: 45,
    title: 'Ask for a reason when a protected tag is deleted',
    labels: [
      ...container,
      'UX',
      'Deliverable of a milestone whose title is much longer than any sidebar is wide',
      'workflow::validation backlog',
    ],
    author: 'gil',
    age: 18,
  },
  {
    iid: 46,
    title:
      'A title that goes on and on so that every list, card and panel has to decide where to break it, and averyveryverylongwordwithoutanyplacetobreakitthatmustnotpushanythingoutoftheway at its end',
    labels: [...registry, 'workflow::scheduling', 'Package::Triage'],
    weight: 2,
    age: 3,
  },
  {
    iid: 47,
    title: 'Planning for 18.10',
    labels: ['group::package', 'package:active', 'Package::Triage'],
    milestone: '18.10',
    author: 'priya',
    assignees: ['priya'],
    age: 8,
    updated: 1,
  },
  {
    iid: 48,
    title: 'Retry uploads that lost the connection',
    labels: [...container, 'type::feature', 'Stretch', 'missed:18.8', 'workflow::in dev'],
    weight: 5,
    milestone: '18.9',
    assignees: ['jonas'],
    age: 99,
    updated: 8,
  },
];
