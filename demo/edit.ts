import { createHash } from 'node:crypto';
import type { Label, LabelEvent, MergeRequest, Milestone, Note, Store, User, WorkItem } from './store';

/** Writes a comment; in a thread when `discussionId` names one, else as its own discussion. */
export function addNote(
  store: Store,
  item: WorkItem | MergeRequest,
  author: User,
  { body, discussionId, internal = false }: { body: string; discussionId?: string | undefined; internal?: boolean },
): Note {
  store.lastNoteId += 1;
  const first = item.notes.find(note => note.discussionId === discussionId);
  const note: Note = {
    ...newNote(author, body),
    id: String(store.lastNoteId),
    kind: first ? 'DiscussionNote' : 'Note',
    discussionId: first?.discussionId ?? hex(`discussion ${store.lastNoteId}`),
    internal: first?.internal ?? internal,
    resolvable: first !== undefined,
  };
  // The first reply turns a comment into a thread that can be resolved.
  if (first) first.resolvable = true;
  item.notes.push(note);
  touch(item);
  return note;
}

/** Null clears. The caller has checked that the user may and that the number is not negative. */
export function setWeight(item: WorkItem, weight: number | null, by: User): void {
  if (item.weight === weight) return;
  item.weight = weight;
  const id = item.id * 1000 + item.weightEvents.length + 1;
  item.weightEvents.push({ id, user: by, createdAt: new Date().toISOString(), weight });
  const body = weight === null ? 'removed the weight' : `set weight to **${weight}**`;
  addSystemNote(item, by, { kind: 'WeightNote', icon: 'weight', body });
}

/** Adds, then removes. With scoped labels licensed, the last one added of a key drives out the others of that key. */
export function changeLabels(
  store: Store,
  item: WorkItem | MergeRequest,
  { add = [], remove = [] }: { add?: Label[]; remove?: Label[] },
  by: User,
): void {
  const before = item.labels;
  let after = before.filter(label => !remove.includes(label));
  for (const label of add) {
    const key = store.plan === 'free' ? undefined : scopeOf(label.title);
    after = after.filter(other => other !== label && (key === undefined || scopeOf(other.title) !== key));
    after.push(label);
  }
  after.sort((a, b) => a.title.localeCompare(b.title));
  const added = after.filter(label => !before.includes(label));
  const removed = before.filter(label => !after.includes(label));
  if (added.length + removed.length === 0) return;
  item.labels = after;
  addLabelEvents(item, by, new Date().toISOString(), { added, removed });
  addSystemNote(item, by, { kind: 'LabelNote', icon: 'labels', body: labelNote(added, removed) });
}

/** Writes down which labels came and went; what GitLab answers when asked for an item's history of labels. */
export function addLabelEvents(
  item: WorkItem | MergeRequest,
  user: User,
  createdAt: string,
  { added, removed }: { added: Label[]; removed: Label[] },
): void {
  const write = (action: LabelEvent['action']) => (label: Label) => {
    const id = item.id * 1000 + item.labelEvents.length + 1;
    item.labelEvents.push({ id, user, createdAt, action, label });
  };
  added.forEach(write('add'));
  removed.forEach(write('remove'));
}

/** The words of GitLab's system note about labels. */
export function labelNote(added: Label[], removed: Label[]): string {
  const parts = [
    added.length > 0 ? `added ${added.map(reference).join(' ')}` : '',
    removed.length > 0 ? `removed ${removed.map(reference).join(' ')}` : '',
  ].filter(Boolean);
  return `${parts.join(' and ')} ${added.length + removed.length === 1 ? 'label' : 'labels'}`;
}

export function setMilestone(item: WorkItem | MergeRequest, milestone: Milestone | null, by: User): void {
  if (item.milestone === milestone) return;
  item.milestone = milestone;
  const body = milestone ? `changed milestone to %"${milestone.title}"` : 'removed milestone';
  addSystemNote(item, by, { kind: 'MilestoneNote', icon: 'milestone', body });
}

export function setState(item: WorkItem, state: WorkItem['state'], by: User): void {
  if (item.state === state) return;
  item.state = state;
  item.closedAt = state === 'CLOSED' ? new Date().toISOString() : null;
  const icon = state === 'CLOSED' ? 'issue-close' : 'issues';
  addSystemNote(item, by, { kind: 'Note', icon, body: state === 'CLOSED' ? 'closed' : 'reopened' });
}

export function setTitle(item: WorkItem | MergeRequest, title: string, by: User): void {
  if (item.title === title) return;
  const body = `changed title from **${item.title}** to **${title}**`;
  item.title = title;
  addSystemNote(item, by, { kind: 'Note', icon: 'pencil-square', body });
}

/** How GitLab writes a label in Markdown; quoted unless the name is plain. */
export function reference(label: Label): string {
  return /^[\w?.&-]+(::[\w?.&-]+)*$/.test(label.title) && !/^\d+$/.test(label.title)
    ? `~${label.title}`
    : `~"${label.title}"`;
}

/** Marks the item as changed now. */
export function touch(item: WorkItem | MergeRequest): void {
  item.updatedAt = new Date().toISOString();
}

/** 40 hex digits made from any text, as discussion ids and made-up system notes have. */
export function hex(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** What GitLab itself says of an item, in the name of the person who caused it. */
export function addSystemNote(
  item: WorkItem | MergeRequest,
  by: User,
  { kind, icon, body }: { kind: Note['kind']; icon: string; body: string },
): void {
  const id = hex(`${kind} ${item.id} ${item.notes.length} ${body}`);
  item.notes.push({ ...newNote(by, body), id, kind, discussionId: id, system: true, systemNoteIconName: icon });
  touch(item);
}

function newNote(author: User, body: string): Omit<Note, 'id' | 'kind' | 'discussionId'> {
  const now = new Date().toISOString();
  return {
    author,
    body,
    createdAt: now,
    updatedAt: now,
    lastEditedAt: null,
    system: false,
    systemNoteIconName: null,
    internal: false,
    resolvable: false,
    resolved: false,
  };
}

/** `a::b` of `a::b::c`: GitLab splits at the last double colon. */
function scopeOf(title: string): string | undefined {
  const at = title.lastIndexOf('::');
  return at > 0 ? title.slice(0, at) : undefined;
}
