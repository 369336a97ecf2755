import { parts } from '../gitlab/anchors';
import { GitLabError } from '../gitlab/api';
import { type CommentPage, fetchComments } from '../gitlab/comments';
import { scopeOf } from '../gitlab/items';
import { type Comment, commentIn, notesIn, rawTextOf } from '../gitlab/notes';
import { eachInPieces } from '../gitlab/pieces';
import { isIgnored } from '../handbook/status/ignored';
import { readStatus } from '../handbook/status/read';
import type { StatusUpdate, Updates, UpdatesContext } from './updates';

/** A comment, and what it says as a status update once somebody has asked: most of a thread nobody ever asks for. */
type Entry = { readonly id: number; readonly at: string; readonly update: () => StatusUpdate | undefined };

/** Milliseconds without a change after which the page's comments are looked at: GitLab adds them one after another. */
const quiet = 300;

/**
 * Reads an item's newest comments as status updates, and follows what the page shows of them from then on.
 *
 * It is part of the reader's script: no page needs it before its first comment form is there.
 */
export async function followUpdates(context: UpdatesContext): Promise<void> {
  const { item, profile, scope, updates, guard, present } = context;
  const fromApi = new Map<number, Entry>();
  const fromPage = new Map<number, Entry>();
  const deleted = new Set<number>();
  /** The comments that the page has shown, as they were when it did last. */
  const seen = new Map<number, { text: string; thread: Element | null }>();
  let shown: ReadonlyMap<number, Element> = new Map();
  let next: string | undefined;
  let newestRead = 0;

  const updateIn = (comment: Comment): StatusUpdate | undefined => {
    if (isIgnored(comment, profile.status)) return undefined;
    const status = readStatus(comment.text, profile);
    const { id: noteId, href, at, author, isEdited } = comment;
    return status && { noteId, href, at, author, isEdited, status };
  };
  const entryOf = (comment: Comment): Entry => {
    let unread: Comment | undefined = comment;
    let update: StatusUpdate | undefined;
    const { id, at } = comment;
    return {
      id,
      at,
      update() {
        if (unread) update = updateIn(unread);
        unread = undefined;
        return update;
      },
    };
  };

  function newestFirst(): Entry[] {
    const known = new Map([...fromApi, ...fromPage]);
    for (const id of deleted) known.delete(id);
    return [...known.values()].sort((one, other) =>
      one.at === other.at ? other.id - one.id : one.at < other.at ? 1 : -1,
    );
  }

  function tell(older: Extract<Updates, { kind: 'read' }>['older'] = next === undefined ? 'none' : 'unread'): void {
    const entries = newestFirst();
    updates.value = {
      kind: 'read',
      find(test) {
        for (const entry of entries) {
          const update = entry.update();
          if (update && test(update)) return update;
        }
        return undefined;
      },
      get list() {
        return entries.flatMap(entry => entry.update() ?? []);
      },
      readAll: until => readUntil(entries, () => false, until),
      comments: entries.length,
      older,
      readOlder: guard(readOlder),
    };
  }

  /** Reads in pieces until an update is as wanted; what else somebody asks for is read then. */
  function readUntil(
    entries: readonly Entry[],
    isWanted: (update: StatusUpdate) => boolean,
    until: AbortSignal,
  ): Promise<void> {
    const work = (entry: Entry): boolean => {
      const update = entry.update();
      return update !== undefined && isWanted(update);
    };
    return eachInPieces(entries, work, until);
  }

  async function take(
    page: CommentPage,
    isWanted: (update: StatusUpdate) => boolean,
    until: AbortSignal,
  ): Promise<void> {
    for (const comment of page.comments) fromApi.set(comment.id, entryOf(comment));
    await readUntil(newestFirst(), isWanted, until);
    next = page.next;
  }

  async function read(): Promise<void> {
    updates.value = { kind: 'reading' };
    try {
      // The bar shows the newest update, a weight is held against the newest confidence.
      await take(await fetchComments(item, undefined, present), ({ status }) => status.confidence !== null, present);
    } catch (error) {
      present.throwIfAborted();
      updates.value =
        error instanceof GitLabError && error.kind === 'unsupported'
          ? { kind: 'unsupported' }
          : { kind: 'failed', reason: wordsOf(error), again: guard(read) };
      return;
    }
    newestRead = Math.max(0, ...fromApi.keys());
    tell();
    look();
  }

  async function readOlder(until: AbortSignal): Promise<void> {
    const { value } = updates;
    if (value.kind !== 'read' || value.older === 'reading') return;
    const ends = AbortSignal.any([until, present]);
    try {
      while (next !== undefined && !ends.aborted) {
        tell('reading');
        await take(await fetchComments(item, next, ends), () => false, ends);
      }
      tell();
    } catch (error) {
      if (!present.aborted) tell(ends.aborted ? undefined : { failed: wordsOf(error) });
    }
  }

  /** Takes from the page what is newer there than GitLab's answer. */
  function look(): void {
    if (updates.value.kind !== 'read') return;
    const before = shown;
    shown = notesOfItem();
    let isChanged = false;
    for (const [id, note] of shown) {
      const text = rawTextOf(note);
      const last = seen.get(id);
      const isNew = id > newestRead && !fromApi.has(id) && !fromPage.has(id);
      if (deleted.delete(id)) isChanged = true;
      if (isNew || (last !== undefined && last.text !== text)) {
        // GitLab draws formulas, diagrams and references later: only other values are another update.
        if (isNew || last === undefined || saysOther(last.text, text)) {
          fromPage.set(id, entryOf({ ...commentIn(note), isEdited: !isNew }));
          isChanged = true;
        }
      }
      if (last?.text !== text) seen.set(id, { text, thread: note.closest(parts.thread) });
    }
    const gone = [...before.keys()].filter(id => !shown.has(id));
    // A person deletes one comment; when many go, GitLab shows another selection of them.
    const [id = 0] = gone;
    if (gone.length === 1 && isDeleted(id)) {
      deleted.add(id);
      isChanged = true;
    }
    if (isChanged) tell(updates.value.kind === 'read' ? updates.value.older : undefined);
  }

  function isDeleted(id: number): boolean {
    // While it is edited the comment is there without its text; in a folded thread the answers are not there at all.
    if (scope.querySelector(`#note_${id}`)) return false;
    const thread = seen.get(id)?.thread;
    if (thread?.isConnected && thread.querySelector(parts.foldedThread)) return false;
    return scope.querySelector(parts.note) !== null || scope.querySelector(parts.itemEditor) !== null;
  }

  const saysOther = (text: string, other: string) =>
    JSON.stringify(readStatus(text, profile)) !== JSON.stringify(readStatus(other, profile));

  function notesOfItem(): Map<number, Element> {
    const notes = notesIn(scope);
    for (const [id, note] of notes) if (scopeOf(note) !== scope) notes.delete(id);
    return notes;
  }

  context.watch(
    [parts.noteList],
    guard((list, listed) => {
      if (scopeOf(list) !== scope) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(guard(look), quiet);
      };
      soon();
      context.follow(list, soon, listed);
      listed.addEventListener('abort', () => clearTimeout(timer));
    }),
    present,
  );
  await read();
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
