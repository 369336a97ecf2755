import { addLabelEvents, hex, labelNote } from './edit';
import { type HistoryRow, history, historyOf } from './seed/history';
import { addHostileProject } from './seed/hostile';
import { type IssueRow, issues } from './seed/issues';
import { groupLabels, projectLabels } from './seed/labels';
import { type MergeRequestRow, mergeRequests } from './seed/merge-requests';
import { olderIssues, olderMergeRequests, registryIssues, registryMergeRequests } from './seed/more';
import { type NoteRow, notes, smallTalk } from './seed/notes';
import { people } from './seed/people';
import {
  findWorkItem,
  type Iteration,
  type Label,
  type MergeRequest,
  type Milestone,
  type Note,
  type Status,
  type Store,
  type User,
  type WorkItem,
} from './store';

const project = 'gitlab-org/gitlab';
const registry = 'gitlab-org/container-registry';

/** The invented content, the same every time; ages count back from `now`. */
export function seed(now = new Date()): Store {
  const clock = clockOf(now);
  const content = { labels: [...groupLabels, ...projectLabels].map(label => ({ ...label })), ...timeboxes(clock) };
  const store: Store = {
    users: Object.values<User>(people),
    namespaces: [
      { id: 9970, kind: 'group', fullPath: 'gitlab-org', name: 'GitLab.org', files: {} },
      { id: 278964, kind: 'project', fullPath: project, name: 'GitLab', files: { 'README.md': '# GitLab\n' } },
      {
        id: 1777,
        kind: 'project',
        fullPath: 'gitlab-org/handrail-profile',
        name: 'handrail-profile',
        files: {},
      },
      {
        id: 13831684,
        kind: 'project',
        fullPath: registry,
        name: 'Container Registry',
        files: { 'README.md': '# Container Registry\n' },
      },
    ],
    ...content,
    statuses,
    workItems: [],
    mergeRequests: [],
    boards: [],
    theme: 'light',
    textEditor: undefined,
    openItemsInSidePanel: true,
    issuePage: 'work-item',
    listPage: 'work-item',
    api: 'newest',
    plan: 'ultimate',
    largestPage: 100,
    boardPageSize: 10,
    lastNoteId: 2000,
  };
  store.workItems = [
    ...issues.map((row, at) =>
      workItem(store, clock, row, {
        id: 1000 + row.iid,
        namespace: project,
        notes: notes[row.iid] ?? talk(row, at),
        history: history[row.iid] ?? [],
      }),
    ),
    ...elsewhere(store, clock),
    ...olderIssues.map(row => quiet(store, clock, row, 1000, project)),
  ];
  linkItems(store);
  store.mergeRequests = [
    ...mergeRequests.map(row => mergeRequest(store, clock, row, 5000, project)),
    ...olderMergeRequests.map(row => mergeRequest(store, clock, row, 5000, project)),
    ...registryMergeRequests.map(row => mergeRequest(store, clock, row, 6000, registry)),
  ];
  store.boards = boards(store.labels);
  addHostileProject(store);
  return store;
}

type Clock = { ago(days: number): string; day(days: number): string };

/** Days before now (fractions are hours) as a time; days after now as a date. */
function clockOf(now: Date): Clock {
  const at = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
  return { ago: days => at(-days).toISOString(), day: days => at(days).toISOString().slice(0, 10) };
}

const statuses: Status[] = [
  { id: 1, name: 'To do', category: 'TO_DO', color: '#737278', iconName: 'status-waiting' },
  { id: 2, name: 'In progress', category: 'IN_PROGRESS', color: '#1f75cb', iconName: 'status-running' },
  { id: 3, name: 'Done', category: 'DONE', color: '#108548', iconName: 'status-success' },
  { id: 4, name: "Won't do", category: 'CANCELED', color: '#DD2B0E', iconName: 'status-cancelled' },
  { id: 5, name: 'Duplicate', category: 'CANCELED', color: '#DD2B0E', iconName: 'status-cancelled' },
];

/** The current milestone ends in 18 days, the next follow every 30; some have no dates at all. */
function timeboxes({ day }: Clock): { milestones: Milestone[]; iterations: Iteration[] } {
  const dated = ['18.8', '18.9', '18.10', '18.11'].map((title, at) => ({
    title,
    startDate: day(30 * (at - 1) - 11),
    dueDate: day(30 * (at - 1) + 18),
    state: at === 0 ? ('closed' as const) : ('active' as const),
  }));
  const undated = ['Backlog', 'Next 1-3 releases', 'Awaiting further demand'].map(title => ({
    title,
    startDate: null,
    dueDate: null,
    state: 'active' as const,
  }));
  const milestones = [...dated, ...undated].map((one, at) => ({
    ...one,
    id: 501 + at,
    iid: String(101 + at),
    namespace: 'gitlab-org',
  }));
  const iterations = [-1, 0, 1].map((at, place) => ({
    id: 701 + place,
    iid: String(40 + place),
    title: null,
    startDate: day(14 * at - 6),
    dueDate: day(14 * at + 7),
  }));
  return { milestones, iterations };
}

/** Where the item stands, and what was said and done there. */
type Place = { id: number; namespace: string; notes: NoteRow[]; history: HistoryRow[] };

function workItem(store: Store, clock: Clock, row: IssueRow, place: Place): WorkItem {
  const { id, namespace, notes: noteRows } = place;
  const age = row.age ?? 100;
  const latest = Math.min(row.updated ?? age, ...[...noteRows, ...place.history].map(one => one.age));
  const name = row.status ?? 'To do';
  const notes = [...noteRows, ...labelNotes(store, place.history)];
  const weighed = noteRows.find(note => note.kind === 'WeightNote') ?? { age, by: row.author ?? 'mara' };
  const item: WorkItem = {
    id,
    iid: String(row.iid),
    namespace,
    workItemType: row.type ?? 'Issue',
    title: row.title,
    description: row.description ?? `${row.title}.\n\nSteps, expectations and logs go here.`,
    state: row.closed ? 'CLOSED' : 'OPEN',
    confidential: row.confidential ?? false,
    author: people[row.author ?? 'mara'],
    createdAt: clock.ago(age),
    updatedAt: clock.ago(latest),
    closedAt: row.closed ? clock.ago(latest) : null,
    labels: labelsNamed(store, row.labels),
    weight: row.weight ?? null,
    milestone: milestoneNamed(store, row.milestone),
    iteration: row.health ? (store.iterations[1] ?? null) : null,
    status: need(
      store.statuses.find(status => status.name === name),
      `a status ${name}`,
    ),
    healthStatus: row.health ?? null,
    assignees: (row.assignees ?? []).map(person => people[person]),
    startDate: null,
    dueDate: row.iid % 6 === 0 ? clock.day(row.iid - 20) : null,
    timeEstimate: row.iid % 7 === 0 ? 3600 * 8 * (row.weight ?? 1) : 0,
    totalTimeSpent: row.iid % 14 === 0 ? 3600 * 5 : 0,
    children: (row.children ?? []).map(iid => 1000 + iid),
    linkedItems: [],
    notes: notes.map((note, at) => noteOf(store, clock, note, `${row.iid} ${at}`, noteRows)),
    labelEvents: [],
    weightEvents:
      row.weight === undefined
        ? []
        : [{ id: id * 1000 + 1, user: people[weighed.by], createdAt: clock.ago(weighed.age), weight: row.weight }],
    discussionLocked: row.iid === 41,
    promotedToEpic: null,
  };
  for (const { age, by, add, remove = [] } of historyOf(row, place.history)) {
    const change = { added: labelsNamed(store, add), removed: labelsNamed(store, remove) };
    addLabelEvents(item, people[by], clock.ago(age), change);
  }
  return item;
}

/** An item that nobody has said anything about. Ids count from that of the project's items. */
function quiet(store: Store, clock: Clock, row: IssueRow, firstId: number, namespace: string): WorkItem {
  return workItem(store, clock, row, { id: firstId + row.iid, namespace, notes: [], history: [] });
}

/** The later changes of the labels as GitLab tells them among the comments. */
function labelNotes(store: Store, rows: HistoryRow[]): NoteRow[] {
  return rows.map(({ age, by, add, remove = [] }) => {
    const body = labelNote(labelsNamed(store, add), labelsNamed(store, remove));
    return { age, by, kind: 'LabelNote', system: 'labels', body };
  });
}

/** Two comments for an issue that nobody wrote a talk for, one for every third. */
function talk(row: IssueRow, at: number): NoteRow[] {
  const age = row.age ?? 100;
  const said = [smallTalk[at % smallTalk.length], smallTalk[(at + 3) % smallTalk.length]].slice(at % 3 === 0 ? 1 : 0);
  return said.flatMap((one, place) => (one ? [{ age: age * (0.9 - place * 0.3), by: one[0], body: one[1] }] : []));
}

function noteOf(store: Store, clock: Clock, row: NoteRow, key: string, rows: NoteRow[]): Note {
  const madeUp = row.kind !== undefined;
  if (!madeUp) store.lastNoteId += 1;
  const id = madeUp ? hex(`system note ${key}`) : String(store.lastNoteId);
  const inThread = row.thread !== undefined && rows.filter(other => other.thread === row.thread).length > 1;
  const isFirst = rows.find(other => other.thread === row.thread) === row;
  return {
    id,
    kind: row.kind ?? (inThread && !isFirst ? 'DiscussionNote' : 'Note'),
    discussionId: hex(inThread ? `thread ${key.split(' ')[0]} ${row.thread}` : `discussion ${id}`),
    author: people[row.by],
    body: row.body,
    createdAt: clock.ago(row.age),
    updatedAt: clock.ago(row.age),
    lastEditedAt: null,
    system: row.system !== undefined,
    systemNoteIconName: row.system ?? null,
    internal: row.internal ?? false,
    resolvable: inThread,
    resolved: false,
  };
}

/** Issues of another project of the group, and the group's epics (whose numbers have nothing to do with issues'). */
function elsewhere(store: Store, clock: Clock): WorkItem[] {
  const rows: IssueRow[] = [
    {
      iid: 1,
      title: 'Collect garbage without downtime',
      labels: ['group::container registry', 'Package::P1'],
      weight: 5,
    },
    { iid: 2, title: 'Answer HEAD for manifests from the database', labels: ['group::container registry'], weight: 0 },
  ];
  const epics: IssueRow[] = [
    {
      iid: 1,
      title: 'Cleanup policies people can trust',
      labels: ['group::package', 'devops::package', 'Package::P1'],
      author: 'priya',
      age: 320,
      description:
        'Nobody should be afraid of switching a cleanup policy on.\n\n- [x] Say what it deletes\n- [ ] Show it before',
    },
    { iid: 2, title: 'Package registry in cells', labels: ['group::package registry'], age: 170 },
  ];
  const epicNotes: Record<number, NoteRow[]> = {
    1: [{ age: 100, by: 'priya', body: 'The preview comes first, the rest follows in 18.10.' }],
  };
  return [
    ...[...rows, ...registryIssues].map(row => quiet(store, clock, row, 3000, registry)),
    ...epics.map(row => ({
      ...workItem(store, clock, row, {
        id: 4000 + row.iid,
        namespace: 'gitlab-org',
        notes: epicNotes[row.iid] ?? [],
        history: [],
      }),
      workItemType: 'Epic' as const,
      children: row.iid === 1 ? [1001, 1042] : [1037],
    })),
  ];
}

function linkItems(store: Store): void {
  const pairs = [
    [1, 2, 'relates_to', 'relates_to'],
    [7, 32, 'is_blocked_by', 'blocks'],
    [13, 45, 'blocks', 'is_blocked_by'],
  ] as const;
  pairs.forEach(([a, b, forward, back], at) => {
    const find = (iid: number): WorkItem =>
      need(
        store.workItems.find(item => item.id === 1000 + iid),
        `issue ${iid}`,
      );
    find(a).linkedItems.push({ id: 801 + at, workItemId: 1000 + b, linkType: forward });
    find(b).linkedItems.push({ id: 801 + at, workItemId: 1000 + a, linkType: back });
  });
}

function mergeRequest(
  store: Store,
  clock: Clock,
  row: MergeRequestRow,
  firstId: number,
  namespace: string,
): MergeRequest {
  const [additions, deletions, fileCount] = row.changes;
  const latest = Math.min(row.age, ...row.notes.map(note => note.age));
  const state = row.state ?? 'opened';
  return {
    id: firstId + row.iid,
    iid: String(row.iid),
    namespace,
    title: row.title,
    description: row.description,
    state,
    draft: row.title.startsWith('Draft: '),
    author: people[row.author],
    createdAt: clock.ago(row.age),
    updatedAt: clock.ago(latest),
    mergedAt: state === 'merged' ? clock.ago(latest) : null,
    sourceBranch: row.sourceBranch,
    targetBranch: 'master',
    labels: labelsNamed(store, row.labels),
    milestone: milestoneNamed(store, row.milestone),
    assignees: row.assignees.map(person => people[person]),
    reviewers: row.reviewers.map(([person, reviewState]) => ({ user: people[person], reviewState })),
    closes: row.closes.map(place => (typeof place === 'number' ? 1000 + place : itemAt(store, place).id)),
    pipeline: row.pipeline,
    detailedMergeStatus: row.status,
    diffStats: { additions, deletions, fileCount },
    commitCount: row.commits,
    notes: row.notes.map((note, at) => noteOf(store, clock, note, `!${row.iid} ${at}`, row.notes)),
    labelEvents: [],
  };
}

/** The project's board has three workflow lists only; the group's has the Open and Closed lists too. */
function boards(labels: Label[]): Store['boards'] {
  const list = (id: number, title: string) => ({
    id,
    listType: 'label' as const,
    label: labels.find(label => label.title === title) ?? null,
  });
  return [
    {
      id: 1,
      namespace: project,
      name: 'Package board',
      lists: [
        list(300, 'workflow::scheduling'),
        list(301, 'workflow::ready for development'),
        list(302, 'workflow::in dev'),
      ],
    },
    {
      id: 2,
      namespace: 'gitlab-org',
      name: 'Priorities',
      lists: [
        { id: 310, listType: 'backlog', label: null },
        list(311, 'Package::P1'),
        list(312, 'Package::P2'),
        { id: 313, listType: 'closed', label: null },
      ],
    },
  ];
}

/** An item of another project by its full reference. */
function itemAt(store: Store, reference: string): WorkItem {
  const [fullPath = '', iid = ''] = reference.split('#');
  return need(findWorkItem(store, fullPath, iid), `an item ${reference}`);
}

function labelsNamed({ labels }: Store, titles: string[]): Label[] {
  return titles
    .map(title =>
      need(
        labels.find(label => label.title === title),
        `a label ${title}`,
      ),
    )
    .sort((a, b) => a.title.localeCompare(b.title));
}

function milestoneNamed({ milestones }: Store, title: string | undefined): Milestone | null {
  if (title === undefined) return null;
  return need(
    milestones.find(milestone => milestone.title === title),
    `a milestone ${title}`,
  );
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`expected the content to have ${what}, found none`);
  return value;
}
