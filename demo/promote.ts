import { addSystemNote, hex, setState } from './edit';
import { newWorkItem } from './new-work-item';
import { findNamespace, labelsOf, type Store, type User, type WorkItem } from './store';

/**
 * Makes an issue into an epic of the group around its project: same title, description, comments, and those labels that
 * the group has. The issue is closed and leads there. Undefined where there are no epics, for other types than issues,
 * and for an issue that was promoted before.
 */
export function promoteToEpic(store: Store, issue: WorkItem, by: User): WorkItem | undefined {
  const group = findNamespace(store, issue.namespace.slice(0, issue.namespace.lastIndexOf('/')));
  const possible = store.plan !== 'free' && issue.workItemType === 'Issue' && issue.promotedToEpic === null;
  if (!possible || group?.kind !== 'group') return undefined;
  const epic = newWorkItem(store, group.fullPath, 'Epic', issue.title, by);
  const available = labelsOf(store, group.fullPath);
  Object.assign(epic, {
    description: issue.description,
    confidential: issue.confidential,
    labels: issue.labels.filter(label => available.includes(label)),
    notes: issue.notes
      .filter(note => !note.system)
      .map(note => ({ ...note, id: nextNoteId(store), discussionId: hex(`${epic.id} ${note.discussionId}`) })),
  });
  store.workItems.push(epic);
  addSystemNote(epic, by, {
    kind: 'Note',
    icon: 'issues',
    body: `promoted from issue ${issue.namespace}#${issue.iid}`,
  });
  addSystemNote(issue, by, { kind: 'Note', icon: 'epic', body: `promoted to epic &${epic.iid}` });
  setState(issue, 'CLOSED', by);
  issue.promotedToEpic = epic.id;
  return epic;
}

function nextNoteId(store: Store): string {
  store.lastNoteId += 1;
  return String(store.lastNoteId);
}
