import { touch } from '../edit';
import { canComment } from '../permissions';
import { applyCommands, extractCommands } from '../quick-actions';
import type { MergeRequest, Note, Store, WorkItem } from '../store';
import { discussionsOf, workItemById } from '../store';
import { writeNote } from '../write-note';
import { type Context, unavailable } from './context';
import { idOf } from './ids';
import { discussionObject, noteObject } from './notes';

type Noteable = WorkItem | MergeRequest;

type CreateNoteInput = { noteableId: string; body: string; internal?: boolean; discussionId?: string | null };

export function createNote(context: Context, input: CreateNoteInput, thread = false) {
  const item = noteable(context, input.noteableId);
  const discussionId = input.discussionId ? idOf(input.discussionId, 'Discussion') : undefined;
  if (discussionId !== undefined && !item.notes.some(note => note.discussionId === discussionId)) throw unavailable();
  const written = writeNote(context.store, item, context.viewer, {
    body: input.body,
    discussionId,
    internal: input.internal ?? false,
  });
  if (thread && written.note) Object.assign(written.note, { kind: 'DiscussionNote', resolvable: true });
  return { ...written, note: written.note && noteObject(context, item, written.note) };
}

/** New quick actions in the text run; a note of which nothing is left is deleted. */
export function updateNote(context: Context, input: { id: string; body?: string | null }) {
  const { note, item } = ownNote(context, input.id);
  const user = context.viewer.user;
  if (!user) throw unavailable();
  const body = input.body ?? note.body;
  const { text, commands } = 'workItemType' in item ? extractCommands(body) : { text: body, commands: [] };
  if (text.trim() === '' && commands.length === 0) {
    return { note: noteObject(context, item, note), errors: ["Note can't be blank"], quickActionsStatus: null };
  }
  const isEmpty = text.trim() === '';
  if (isEmpty) remove(item, note);
  else {
    const now = new Date().toISOString();
    Object.assign(note, { body: text, updatedAt: now, lastEditedAt: now });
    touch(item);
  }
  return {
    note: isEmpty ? null : noteObject(context, item, note),
    errors: [],
    quickActionsStatus:
      commands.length > 0 && 'workItemType' in item
        ? applyCommands(context.store, item, context.viewer, commands, isEmpty)
        : null,
  };
}

export function destroyNote(context: Context, input: { id: string }) {
  const { note, item } = ownNote(context, input.id);
  remove(item, note);
  return { note: null, errors: [] };
}

export function toggleResolve(context: Context, input: { id: string; resolve: boolean }) {
  const id = idOf(input.id, 'Discussion');
  const { item } = find(context.store, note => note.discussionId === id);
  if (!canComment(item, context.viewer)) throw unavailable();
  for (const note of item.notes.filter(one => one.discussionId === id)) note.resolved = input.resolve;
  const discussion = discussionsOf(item).find(one => one.id === id);
  return { discussion: discussion ? discussionObject(context, item, discussion) : null, errors: [] };
}

function noteable({ store, viewer }: Context, noteableId: string): Noteable {
  const id = Number(idOf(noteableId, 'WorkItem', 'Issue', 'MergeRequest'));
  const item = noteableId.includes('MergeRequest')
    ? store.mergeRequests.find(request => request.id === id)
    : workItemById(store, id);
  if (!item || !canComment(item, viewer)) throw unavailable();
  return item;
}

/** The viewer's own note of that id; system notes belong to nobody. */
function ownNote({ store, viewer }: Context, noteId: string): { note: Note; item: Noteable } {
  const id = idOf(noteId, 'Note', 'DiscussionNote');
  const found = find(store, note => note.id === id && !note.system);
  if (found.note.author.id !== viewer.user?.id) throw unavailable();
  return found;
}

function find(store: Store, wanted: (note: Note) => boolean): { note: Note; item: Noteable } {
  for (const item of [...store.workItems, ...store.mergeRequests]) {
    const note = item.notes.find(wanted);
    if (note) return { note, item };
  }
  throw unavailable();
}

function remove(item: Noteable, note: Note): void {
  item.notes.splice(item.notes.indexOf(note), 1);
  touch(item);
}
