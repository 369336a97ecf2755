import { addNote } from './edit';
import { applyCommands, extractCommands, type QuickActionsStatus } from './quick-actions';
import type { MergeRequest, Note, Store, Viewer, WorkItem } from './store';

/** `note` is null for quick actions alone, and then `errors` is empty. */
type Written = { note: Note | null; errors: string[]; quickActionsStatus: QuickActionsStatus | null };

/**
 * Writes a comment for the viewer, whose right to comment is checked by the caller. Quick actions are taken out and run,
 * what is left is the note. The demo runs them on work items only; on merge requests they stay as text.
 */
export function writeNote(
  store: Store,
  item: WorkItem | MergeRequest,
  viewer: Viewer,
  { body, discussionId, internal = false }: { body: string; discussionId?: string | undefined; internal?: boolean },
): Written {
  if (!viewer.user) throw new Error('expected a signed-in viewer to write a note, found nobody');
  const isWorkItem = 'workItemType' in item;
  const { text, commands } = isWorkItem ? extractCommands(body) : { text: body, commands: [] };
  const isBlank = text.trim() === '';
  if (isBlank && commands.length === 0)
    return { note: null, errors: ["Note can't be blank"], quickActionsStatus: null };
  const note = isBlank ? null : addNote(store, item, viewer.user, { body: text, discussionId, internal });
  const quickActionsStatus =
    isWorkItem && commands.length > 0 ? applyCommands(store, item, viewer, commands, isBlank) : null;
  return { note, errors: [], quickActionsStatus };
}
