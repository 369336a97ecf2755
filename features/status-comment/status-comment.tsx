import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { anchors, parts } from '../../gitlab/anchors';
import { boxText, insertMarkdown } from '../../gitlab/editor';
import { type Item, inSameItem, itemAt } from '../../gitlab/items';
import { newestNoteId, noteIn } from '../../gitlab/notes';
import { sessionIn } from '../../gitlab/session';
import type { Profile, Status } from '../../handbook/profile';
import { formatStatus } from '../../handbook/status/format';
import { type ReadStatus, readStatus } from '../../handbook/status/read';
import { type FieldProblem, isEmpty, problemsIn, type StatusValues } from '../../handbook/status/values';
import type { Feature, Stage } from '../feature';
import { loadPanels } from '../panels';
import { type Draft, draftPlace } from './drafts';
import { StatusBar, statusBarCss } from './StatusBar';
import type { StatusState } from './state';

/** A form beside the comment box that writes the team's status comment into it. It never posts. */
export const statusComment: Feature = {
  id: 'status-comment',
  title: 'Status comment',
  // Wherever GitLab shows an item, in the page or in its side panel.
  pages: ['work-item', 'work-item-list', 'board', 'epic-board'],
  run(stage) {
    const { status } = stage.profile;
    if (!status) return;
    stage.watch(anchors.itemCommentForm.selectors, (form, present) => {
      const item = itemAt(form, stage.instance);
      if (item) compose(stage, status, form, item, present);
    });
  },
};

/** How long a discarded draft can be brought back, in milliseconds. */
const undoTime = 10_000;

/** Stands at one comment form for as long as it is there. */
function compose(stage: Stage, status: Status, form: Element, item: Item, present: AbortSignal): void {
  const session = sessionIn(document);
  const place = draftPlace(item, session.kind === 'signed-in' ? session.userId : '?');
  const state: StatusState = {
    values: signal<StatusValues>({}),
    savedAt: signal<number | undefined>(undefined),
    saving: signal('idle'),
    outcome: signal(undefined),
    problems: signal<readonly FieldProblem[]>([]),
    form: signal(undefined),
    isInserting: signal(false),
  };
  let insertedAfterNote: number | undefined;
  let awaitsNote: AbortController | undefined;

  const take = (draft: Draft | undefined) => {
    state.values.value = draft?.values ?? {};
    state.savedAt.value = draft?.savedAt;
    insertedAfterNote = draft?.insertedAfterNote;
    if (insertedAfterNote !== undefined) awaitPosted();
  };

  function edit(values: StatusValues): void {
    state.values.value = values;
    // A word of complaint goes when the field is right; new ones come with the next try.
    const left = new Set(problemsIn(values, status).map(problem => problem.field));
    state.problems.value = state.problems.value.filter(problem => left.has(problem.field));
    state.outcome.value = undefined;
    insertedAfterNote = undefined;
    awaitsNote?.abort();
    void save();
  }

  /** Every keystroke is saved; while one saving is under way only the newest text waits. */
  let isSaving = false;
  let isStale = false;
  async function save(): Promise<void> {
    isStale = true;
    if (isSaving) return;
    isSaving = true;
    state.saving.value = 'saving';
    try {
      while (isStale) {
        isStale = false;
        if (isEmpty(state.values.value)) {
          state.savedAt.value = undefined;
          await place.remove();
        } else {
          const savedAt = Date.now();
          await place.save({ savedAt, values: state.values.value, insertedAfterNote });
          state.savedAt.value = savedAt;
        }
      }
      state.saving.value = place.isKept ? 'saved' : 'kept';
      if (state.outcome.value?.kind === 'unsaved') state.outcome.value = undefined;
    } catch {
      // A script whose extension is gone has no id any more; else the browser's storage is full.
      const kind = browser.runtime?.id ? 'unsaved' : 'outdated';
      state.saving.value = kind;
      state.outcome.value = { kind };
    } finally {
      isSaving = false;
    }
  }

  async function open(): Promise<void> {
    try {
      state.form.value = (await loadPanels()).StatusForm;
    } catch (error) {
      state.outcome.value = { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async function insert(): Promise<void> {
    if (state.isInserting.value) return;
    const { value: values } = state.values;
    state.problems.value = problemsIn(values, status);
    if (state.problems.value.length > 0) return;
    const markdown = formatStatus(values, status);
    const hadStatus = readStatus(boxText(form) ?? '', stage.profile) !== undefined;
    state.isInserting.value = true;
    const result = await insertMarkdown(
      form,
      markdown,
      text => holds(text, markdown, hadStatus, stage.profile),
      present,
    );
    state.isInserting.value = false;
    if (present.aborted) return;
    if (result === 'refused') {
      state.outcome.value = { kind: (await copied(markdown)) ? 'refused-copied' : 'refused' };
      return;
    }
    state.form.value = undefined;
    state.outcome.value = { kind: 'inserted' };
    insertedAfterNote = newestNoteId(form.closest(parts.notes) ?? form);
    void save();
    awaitPosted();
  }

  async function copy(): Promise<void> {
    state.outcome.value = { kind: (await copied(formatStatus(state.values.value, status))) ? 'copied' : 'not-copied' };
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

  /** The draft has done its work when this person's comment with its text appears. */
  function awaitPosted(): void {
    awaitsNote?.abort();
    const controller = new AbortController();
    awaitsNote = controller;
    const written = readStatus(formatStatus(state.values.value, status), stage.profile);
    const root = form.closest(parts.notes);
    stage.watch(
      [parts.note],
      note => {
        if (!root?.contains(note) || !written) return;
        const { id, authorId, text } = noteIn(note);
        const isOwn = session.kind === 'signed-in' && authorId === session.userId;
        const read =
          id > (insertedAfterNote ?? Number.POSITIVE_INFINITY) && isOwn ? readStatus(text, stage.profile) : undefined;
        if (!read || read.complete !== written.complete || read.confidence !== written.confidence) return;
        controller.abort();
        edit({});
        state.outcome.value = undefined;
      },
      AbortSignal.any([present, controller.signal]),
    );
  }

  const view = (
    <StatusBar
      stage={stage}
      status={status}
      state={state}
      labelsAround={inSameItem(form, parts.itemLabels)}
      onOpen={stage.guard(open)}
      onEdit={stage.guard(edit)}
      onInsert={stage.guard(insert)}
      onCopy={stage.guard(copy)}
      onDiscard={stage.guard(discard)}
    />
  );
  const host = stage.mount({ anchor: anchors.itemCommentForm, element: form }, view, statusBarCss, present);
  place.follow(draft => {
    // Somebody types here: this text counts, and the other tab follows it with the next key.
    if (!host.shadowRoot?.activeElement?.matches('input, textarea')) take(draft);
  }, present);
  stage.guard(async () => {
    const draft = await place.load();
    if (!present.aborted && isEmpty(state.values.value)) take(draft);
  })();
}

/**
 * Whether a rich text box holds what was inserted. GitLab writes the same thing with other marks, so the values are
 * compared; beside an older status in the same box, the words.
 */
function holds(boxText: string, markdown: string, hadStatus: boolean, profile: Profile): boolean {
  const wanted = readStatus(markdown, profile);
  const found = readStatus(boxText, profile);
  if (wanted && found && comparable(wanted) === comparable(found)) return true;
  return (hadStatus || !wanted) && words(boxText).includes(words(markdown));
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
