import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { anchors, anyOf } from '../../gitlab/anchors';
import { type Item, inSameItem, itemAt } from '../../gitlab/items';
import { sessionIn } from '../../gitlab/session';
import type { Status } from '../../handbook/profile';
import { isEmpty } from '../../handbook/status/empty';
import type { Feature, Stage } from '../feature';
import { listen } from '../listen';
import { load } from '../scripts';
import { switches } from '../switches';
import { updatesOf } from '../updates';
import type { Composer } from './composer';
import type { Draft } from './draft';
import { draftPlace } from './drafts';
import { offerEntry } from './merge-request/merge-request';
import { StatusBar, statusBarCss } from './StatusBar';
import type { StatusOutcome, StatusState } from './state';

/** A form beside the comment box that writes the team's status comment into it. It never posts. */
export const statusComment: Feature = {
  ...switches.statusComment,
  // Wherever GitLab shows an item, in the page or in its side panel.
  pages: ['work-item', 'work-item-list', 'board', 'epic-board', 'merge-request'],
  run(stage) {
    const openers = new Set<() => void>();
    // The last form is that of the side panel, where one is open.
    listen('open-status', () => [...openers].at(-1)?.(), stage.signal);
    stage.watch(anchors.mergeRequestCommentForm.selectors, (form, present) => offerEntry(stage, form, present));
    stage.watch(anchors.itemCommentForm.selectors, (form, present) => {
      const item = itemAt(form, stage.instance);
      if (!item) return;
      stage.atItem(form, item.path, present, (stage, present) => {
        const { status } = stage.profile;
        if (status) compose(stage, status, form, item, openers, present);
      });
    });
  },
};

/** Stands at one comment form for as long as it is there: the bar, and the draft behind it. */
function compose(
  stage: Stage,
  status: Status,
  form: Element,
  item: Item,
  openers: Set<() => void>,
  present: AbortSignal,
): void {
  const session = sessionIn(document);
  const place = draftPlace(item, session.kind === 'signed-in' ? session.userId : '?');
  const state: StatusState = {
    values: signal({}),
    format: signal(undefined),
    isDraft: signal(false),
    savedAt: signal(undefined),
    insertedAfterNote: signal(undefined),
    saving: signal('idle'),
    outcome: signal(undefined),
    problems: signal([]),
    form: signal(undefined),
    history: signal(undefined),
    other: signal(undefined),
    updates: updatesOf(stage, item, form, present),
    isInserting: signal(false),
  };

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
        if (!state.isDraft.value || isEmpty(state.values.value)) {
          state.savedAt.value = undefined;
          await place.remove();
        } else {
          const savedAt = Date.now();
          await place.save({
            savedAt,
            values: state.values.value,
            format: state.format.value,
            insertedAfterNote: state.insertedAfterNote.value,
          });
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

  let composer: Composer | undefined;
  async function start() {
    const panels = await load('panels');
    composer ??= panels.composer({ stage, status, item, form, state, session, present, save: () => void save() });
    return { Form: panels.StatusForm, composer };
  }

  async function open(): Promise<void> {
    try {
      const opened = await start();
      opened.composer.open();
      state.form.value = opened;
      state.history.value = undefined;
    } catch (error) {
      state.outcome.value = failed(error);
    }
  }

  async function openHistory(): Promise<void> {
    try {
      const { History } = await load('panels');
      const { value: updates } = state.updates;
      if (updates.kind === 'read') await updates.readAll(present);
      state.history.value = History;
      state.form.value = undefined;
    } catch (error) {
      state.outcome.value = failed(error);
    }
  }

  async function take(draft: Draft | undefined): Promise<void> {
    state.values.value = draft?.values ?? {};
    state.format.value = draft?.format;
    state.isDraft.value = draft !== undefined;
    state.savedAt.value = draft?.savedAt;
    state.insertedAfterNote.value = draft?.insertedAfterNote;
    // Also where nothing was inserted: the comment of the draft before is not to take this one away.
    if (composer || draft?.insertedAfterNote !== undefined) await (await start()).composer.awaitPosted();
    if (!draft) state.form.value?.composer.open();
  }

  /** Goes on with what was typed in another tab, and keeps this tab's version in its place. */
  async function takeOther(): Promise<void> {
    const { value: other } = state.other;
    const mine: Draft = { savedAt: Date.now(), values: state.values.value, format: state.format.value };
    if (!other) return;
    await place.saveOther(state.isDraft.value && !isEmpty(mine.values) ? mine : undefined);
    await take({ ...other, insertedAfterNote: undefined });
    await save();
  }

  const guardedOpen = stage.guard(open);
  // Signed out GitLab has a sentence in the place of the box.
  const canWrite = session.kind !== 'signed-out';
  if (canWrite) openers.add(guardedOpen);
  present.addEventListener('abort', () => openers.delete(guardedOpen));

  const view = (
    <StatusBar
      stage={stage}
      status={status}
      state={state}
      labelsAround={inSameItem(form, anyOf(anchors.itemLabels))}
      around={form}
      canWrite={canWrite}
      onOpen={guardedOpen}
      onHistory={stage.guard(openHistory)}
      onTakeOther={stage.guard(takeOther)}
      onDropOther={stage.guard(() => place.saveOther(undefined))}
    />
  );
  const host = stage.mount({ anchor: anchors.itemCommentForm, element: form }, view, statusBarCss, present);
  place.follow(
    draft => {
      // Somebody types here: this text counts, and what the other tab has becomes the other version.
      const field = host.shadowRoot?.activeElement;
      if (document.hasFocus() && field?.matches('input, textarea')) return false;
      stage.guard(take)(draft);
      return true;
    },
    other => {
      state.other.value = other;
    },
    present,
  );
  stage.guard(async () => {
    const { draft, other } = await place.load();
    if (present.aborted) return;
    state.other.value = other;
    if (!state.isDraft.value && draft) await take(draft);
  })();
}

function failed(error: unknown): StatusOutcome {
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
