import { parts } from '../../gitlab/anchors';
import { boxText, insertMarkdown } from '../../gitlab/editor';
import { newestNoteId, noteIn } from '../../gitlab/notes';
import type { Session } from '../../gitlab/session';
import type { Profile, Status } from '../../handbook/profile';
import { formatStatus } from '../../handbook/status/format';
import { type ReadStatus, readStatus } from '../../handbook/status/read';
import { problemsIn, type StatusValues } from '../../handbook/status/values';
import type { Stage } from '../feature';
import type { StatusState } from './state';

/** What a person can do with the form of one item. */
export type Composer = {
  edit(values: StatusValues): void;
  insert(): Promise<void>;
  copy(): Promise<void>;
  discard(): void;
  /** Waits for the comment that was inserted; the draft goes when it appears. */
  awaitPosted(): void;
};

type Context = {
  readonly stage: Stage;
  readonly status: Status;
  /** GitLab's `.js-comment-form`. */
  readonly form: Element;
  readonly state: StatusState;
  readonly session: Session;
  readonly present: AbortSignal;
  /** Saves what the state holds. */
  readonly save: () => void;
};

/** How long a discarded draft can be brought back, in milliseconds. */
const undoTime = 10_000;

/** The acts of the form. They are needed only once it is open, or when an inserted comment is still to be posted. */
export function composer({ stage, status, form, state, session, present, save }: Context): Composer {
  let waiting: AbortController | undefined;

  function edit(values: StatusValues): void {
    waiting?.abort();
    state.values.value = values;
    // A word of complaint goes when the field is right; new ones come with the next try.
    const left = new Set(problemsIn(values, status).map(problem => problem.field));
    state.problems.value = state.problems.value.filter(problem => left.has(problem.field));
    state.outcome.value = undefined;
    state.insertedAfterNote.value = undefined;
    save();
  }

  async function insert(): Promise<void> {
    if (state.isInserting.value) return;
    const { value: values } = state.values;
    state.problems.value = problemsIn(values, status);
    if (state.problems.value.length > 0) return;
    const markdown = formatStatus(values, status);
    const hadStatus = readStatus(boxText(form) ?? '', stage.profile) !== undefined;
    state.isInserting.value = true;
    const holdsIt = (text: string) => holds(text, markdown, hadStatus, stage.profile);
    const result = await insertMarkdown(form, markdown, holdsIt, present);
    state.isInserting.value = false;
    if (present.aborted) return;
    if (result === 'refused') {
      state.outcome.value = { kind: (await copied(markdown)) ? 'refused-copied' : 'refused' };
      return;
    }
    state.form.value = undefined;
    state.outcome.value = { kind: 'inserted' };
    state.insertedAfterNote.value = newestNoteId(form.closest(parts.notes) ?? form);
    save();
    awaitPosted();
  }

  async function copy(): Promise<void> {
    const isCopied = await copied(formatStatus(state.values.value, status));
    state.outcome.value = { kind: isCopied ? 'copied' : 'not-copied' };
  }

  function discard(): void {
    const before = state.values.value;
    edit({});
    state.problems.value = [];
    const outcome = { kind: 'discarded', undo: () => edit(before) } as const;
    state.outcome.value = outcome;
    setTimeout(() => {
      if (state.outcome.value === outcome) state.outcome.value = undefined;
    }, undoTime);
  }

  function awaitPosted(): void {
    waiting?.abort();
    const controller = new AbortController();
    waiting = controller;
    const written = readStatus(formatStatus(state.values.value, status), stage.profile);
    const notes = form.closest(parts.notes);
    const after = state.insertedAfterNote.value;
    if (!written || after === undefined || session.kind !== 'signed-in') return;
    stage.watch(
      [parts.note],
      element => {
        if (!notes?.contains(element)) return;
        const { id, authorId, text } = noteIn(element);
        const read = id > after && authorId === session.userId ? readStatus(text, stage.profile) : undefined;
        if (!read || read.complete !== written.complete || read.confidence !== written.confidence) return;
        edit({});
      },
      AbortSignal.any([present, controller.signal]),
    );
  }

  return { edit, insert, copy, discard, awaitPosted };
}

/**
 * Whether a rich text box holds what was inserted. GitLab writes the same thing with other marks, so the values are
 * compared; beside an older status in the same box, the words.
 */
function holds(text: string, markdown: string, hadStatus: boolean, profile: Profile): boolean {
  const wanted = readStatus(markdown, profile);
  const found = readStatus(text, profile);
  if (wanted && found && comparable(wanted) === comparable(found)) return true;
  return (hadStatus || !wanted) && words(text).includes(words(markdown));
}

function comparable({ complete, confidence, notes, concern, mrs }: ReadStatus): string {
  return JSON.stringify([
    complete,
    confidence,
    words(notes ?? ''),
    concern,
    mrs.map(entry => [entry.ref, entry.complete, entry.confidence, words(entry.notes ?? '')]),
  ]);
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
