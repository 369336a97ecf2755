import type { Note, Store, User, WorkItem } from './store';
import { findWorkItem, labelsOf } from './store';

/** Where `addLargeProject` puts its issues; a project of the group whose labels and people they have. */
export const largeProject = 'gitlab-org/large';

const stages = ['planning breakdown', 'scheduling', 'ready for development', 'in dev', 'in review'];
const others = ['Package::P1', 'Package::P2', 'Package::Triage', 'severity::2', 'type::bug', 'security', 'backend'];

/**
 * Adds comments to an item, each newer than those it has: of five one is a status update, the progress growing to 100%.
 * Each is a discussion of its own.
 */
export function addComments(store: Store, item: WorkItem, count: number): void {
  const people = store.users.filter(user => user.accessLevel !== null);
  const start = Date.parse(
    item.notes
      .map(note => note.createdAt)
      .sort()
      .at(-1) ?? item.createdAt,
  );
  const step = (Date.now() - start) / (count + 1);
  for (let at = 1; at <= count; at++) {
    const author = people[at % people.length];
    if (!author) throw new Error('expected somebody who can comment, found none');
    const body = at % 5 === 0 ? statusOf(at / count, at) : `Comment ${at} of ${count}.`;
    item.notes.push(comment(store, author, body, new Date(start + at * step).toISOString()));
  }
  item.updatedAt = item.notes.at(-1)?.createdAt ?? item.updatedAt;
}

/**
 * Adds `gitlab-org/large` with that many open issues, and board 99 of five lists that share them. Issue 1 of it has
 * `comments` comments.
 */
export function addLargeProject(
  store: Store,
  { issues = 2000, comments = 1000 }: { issues?: number; comments?: number } = {},
): void {
  store.namespaces.push({ id: 99, kind: 'project', fullPath: largeProject, name: 'Large', files: {} });
  const pattern = findWorkItem(store, 'gitlab-org/gitlab', '1');
  if (!pattern) throw new Error('expected the content to have issue 1, found none');
  const labels = labelsOf(store, largeProject);
  const named = (title: string) => {
    const label = labels.find(one => one.title === title);
    if (!label) throw new Error(`expected a label ${title}, found none`);
    return label;
  };
  const lists = stages.map(stage => named(`workflow::${stage}`));
  const begin = Date.parse(pattern.createdAt);
  for (let at = 0; at < issues; at++) {
    const createdAt = new Date(begin + at * 60_000).toISOString();
    const [stage, other] = [lists[at % lists.length], others[at % others.length]];
    store.workItems.push({
      ...pattern,
      id: 100_001 + at,
      iid: String(at + 1),
      namespace: largeProject,
      title: `Issue ${at + 1} of ${issues}`,
      createdAt,
      updatedAt: createdAt,
      labels: [named('group::package'), ...(other ? [named(other)] : []), ...(stage ? [stage] : [])],
      weight: at % 4 === 0 ? null : at % 4,
      children: [],
      linkedItems: [],
      labelEvents: [],
      weightEvents: [],
      notes: [],
    });
  }
  store.boards.push({
    id: 99,
    namespace: largeProject,
    name: 'Large',
    lists: lists.map((label, at) => ({ id: 990 + at, listType: 'label', label })),
  });
  const first = findWorkItem(store, largeProject, '1');
  if (first) addComments(store, first, comments);
}

function statusOf(part: number, at: number): string {
  return `Complete: ${Math.round(part * 100)}%\nConfidence: ${60 + (at % 8) * 5}%\nNotes: step ${at}`;
}

/** A comment of the past, not yet put anywhere. */
export function comment(store: Store, author: User, body: string, createdAt: string): Note {
  store.lastNoteId += 1;
  return {
    id: String(store.lastNoteId),
    kind: 'Note',
    discussionId: String(store.lastNoteId).padStart(40, '0'),
    author,
    body,
    createdAt,
    updatedAt: createdAt,
    lastEditedAt: null,
    system: false,
    systemNoteIconName: null,
    internal: false,
    resolvable: false,
    resolved: false,
  };
}
