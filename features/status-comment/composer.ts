import { effect, signal, untracked } from '@preact/signals';
import { parts } from '../../gitlab/anchors';
import { boxText, insertMarkdown } from '../../gitlab/editor';
import type { Item } from '../../gitlab/items';
import { newestNoteId, noteIn } from '../../gitlab/notes';
import type { Session } from '../../gitlab/session';
import type { Status, StatusFormat } from '../../handbook/profile';
import { formatStatus } from '../../handbook/status/format';
import { readStatus } from '../../handbook/status/read';
import {
  type FieldProblem,
  formatFor,
  mergeRequestsIn,
  problemsIn,
  type StatusValues,
} from '../../handbook/status/values';
import type { Stage } from '../feature';
import type { Updates } from '../updates';
import { copied } from './clipboard';
import { holds } from './holds';
import { mergeRequestFinder } from './merge-requests';
import { quickActionChoice } from './quick-actions';
import { entryFor, proposedBy } from './start';
import type { StatusState } from './state';

type Context = {
  readonly stage: Stage;
  readonly status: Status;
  readonly item: Item;
  /** GitLab's `.js-comment-form`. */
  readonly form: Element;
  readonly state: StatusState;
  readonly session: Session;
  readonly present: AbortSignal;
  /** Saves what the state holds. */
  readonly save: () => void;
};

/** What a person can do with the form of one item. */
export type Composer = ReturnType<typeof composer>;

/** How long a discarded draft can be brought back, in milliseconds. */
const undoTime = 10_000;

/** The acts of the form. They are needed only once it is open, or when an inserted comment is still to be posted. */
export function composer({ stage, status, item, form, state, session, present, save }: Context) {
  const finder = mergeRequestFinder(item, form, present);
  const actions = quickActionChoice(stage.profile);
  /** The name of the format that the person has chosen; `undefined` is the one that the values propose. */
  const format = signal<string | undefined>(undefined);
  /** What the person's last update of this item said. */
  const last = signal<StatusValues>({});
  /** How often the comment could not be inserted because of its fields. */
  const refusals = signal(0);
  let waiting: AbortController | undefined;
  /** What this form has put into the state. Other values came from another tab, and proposals keep off them. */
  let written: StatusValues | undefined;
  let touched = new Set<string>();

  const formatOf = (values: StatusValues): StatusFormat =>
    status.formats.find(({ name }) => name === format.value) ?? formatFor(values, status);
  const textOf = (values: StatusValues): string => formatStatus(values, status, formatOf(values), actions.on.value);

  const refsIn = (values: StatusValues): string[] =>
    status.fields.flatMap(field => mergeRequestsIn(values, field.id).map(({ ref }) => ref));

  /** Called whenever the form opens. Proposals are no draft: they are saved with the first change of the person's. */
  function open(): void {
    followLast();
    if (!state.isDraft.value && state.values.value !== written) restart();
    else if (state.isDraft.value && hasMergeRequestsOnly(state.values.value)) {
      written = state.values.value;
      touched = new Set(Object.keys(written));
    }
    propose();
    stage.guard(actions.load)();
    if (!status.fields.some(({ kind }) => kind === 'merge-requests' || kind === 'labels')) return;
    stage.guard(async () => {
      const isAnswered = finder.find();
      propose();
      const refs = refsIn(state.values.value);
      await isAnswered;
      propose();
      await finder.lookUp([...refs, ...refsIn(last.value)]);
      propose();
    })();
  }

  /** A draft as a merge request's page leaves it: the rest of the form has not begun yet. */
  function hasMergeRequestsOnly(values: StatusValues): boolean {
    const others = status.fields.filter(({ kind }) => kind !== 'merge-requests');
    return others.every(({ id }) => values[id] === undefined);
  }

  let isFollowing = false;
  /** Keeps what this person said last: comments may still be read when the form opens. */
  function followLast(): void {
    if (isFollowing) return;
    isFollowing = true;
    const stop = effect(() => {
      last.value = lastValues(state.updates.value, session);
      untracked(propose);
    });
    let isFirst = true;
    const stopToo = effect(() => {
      const { value: values } = state.values;
      // A draft that was loaded meanwhile, or typed in another tab, names merge requests of its own.
      if (!isFirst && values !== written) untracked(() => stage.guard(finder.lookUp)(refsIn(values)));
      isFirst = false;
    });
    present.addEventListener('abort', () => {
      stop();
      stopToo();
    });
  }

  /** A form that begins anew: every field may be proposed. */
  function restart(): void {
    touched = new Set();
    written = {};
    state.values.value = written;
    state.isDraft.value = false;
    propose();
  }

  function propose(): void {
    if (written === undefined || state.values.value !== written) return;
    const proposed = proposedBy({ last: last.value, mergeRequests: finder.state.value, today: new Date() }, status);
    const kept = Object.entries(written).filter(([id]) => touched.has(id));
    written = { ...proposed, ...Object.fromEntries(kept) };
    state.values.value = written;
    if (state.isDraft.value) save();
  }

  function problems(): FieldProblem[] {
    const { value: values } = state.values;
    const more = status.fields.flatMap(field => finder.problemsIn(field.id, mergeRequestsIn(values, field.id)));
    return [...problemsIn(values, status), ...more];
  }

  function edit(values: StatusValues): void {
    waiting?.abort();
    for (const { id } of status.fields) if (values[id] !== state.values.value[id]) touched.add(id);
    written = values;
    state.values.value = values;
    state.isDraft.value = true;
    // A word of complaint goes when the field is right; new ones come with the next try.
    const left = new Map(problems().map(problem => [problem.field, problem]));
    state.problems.value = state.problems.value.flatMap(({ field }) => left.get(field) ?? []);
    state.outcome.value = undefined;
    state.insertedAfterNote.value = undefined;
    save();
  }

  /** Looks a merge request up that was typed or pasted, and says at its field when there is none. */
  async function nameMergeRequest(field: string, index: number): Promise<boolean> {
    const typed = mergeRequestsIn(state.values.value, field)[index]?.ref ?? '';
    const ref = finder.normal(typed);
    await finder.lookUp([ref]);
    const entries = mergeRequestsIn(state.values.value, field);
    const at = entries.findIndex(entry => entry.ref === typed);
    if (present.aborted || at < 0) return false;
    const known = finder.state.value.known.get(ref);
    if (known || ref !== typed) {
      const named = entries.map((entry, index) => (index === at ? entryFor(ref, known, entry) : entry));
      edit({ ...state.values.value, [field]: named });
    }
    const found = problems().filter(problem => problem.field === `${field}.${at}.ref` && typed.trim() !== '');
    const others = state.problems.value.filter(problem => problem.field !== `${field}.${at}.ref`);
    state.problems.value = [...others, ...found];
    return found.length === 0 && known !== undefined;
  }

  async function insert(): Promise<void> {
    if (state.isInserting.value) return;
    state.isInserting.value = true;
    await finder.lookUp(refsIn(state.values.value));
    state.problems.value = problems();
    if (present.aborted || state.problems.value.length > 0) {
      refusals.value += 1;
      state.isInserting.value = false;
      return;
    }
    const markdown = textOf(state.values.value);
    const hadStatus = readStatus(boxText(form) ?? '', stage.profile) !== undefined;
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
    state.isDraft.value = true;
    save();
    awaitPosted();
  }

  async function copy(): Promise<void> {
    state.outcome.value = { kind: (await copied(textOf(state.values.value))) ? 'copied' : 'not-copied' };
  }

  function discard(): void {
    const before = state.values.value;
    waiting?.abort();
    restart();
    state.insertedAfterNote.value = undefined;
    state.problems.value = [];
    save();
    const outcome = { kind: 'discarded', undo: () => edit(before) } as const;
    state.outcome.value = outcome;
    setTimeout(() => {
      if (state.outcome.value === outcome) state.outcome.value = undefined;
    }, undoTime);
  }

  /** Waits for the comment that was inserted; the draft goes when it appears. */
  function awaitPosted(): void {
    waiting?.abort();
    const controller = new AbortController();
    waiting = controller;
    const posted = readStatus(textOf(state.values.value), stage.profile);
    const notes = form.closest(parts.notes);
    const after = state.insertedAfterNote.value;
    if (!posted || after === undefined || session.kind !== 'signed-in') return;
    stage.watch(
      [parts.note],
      element => {
        if (!notes?.contains(element)) return;
        const { id, authorId, text } = noteIn(element);
        const read = id > after && authorId === session.userId ? readStatus(text, stage.profile) : undefined;
        if (!read || read.complete !== posted.complete || read.confidence !== posted.confidence) return;
        waiting?.abort();
        written = undefined;
        state.values.value = {};
        state.isDraft.value = false;
        state.insertedAfterNote.value = undefined;
        state.outcome.value = undefined;
        save();
      },
      AbortSignal.any([present, controller.signal]),
    );
  }

  /** Asks GitLab once more for the item's merge requests. */
  function findAgain(): void {
    stage.guard(finder.find)();
  }

  return {
    instance: item.instance,
    finder,
    findAgain,
    actions,
    format,
    refusals,
    last,
    formatOf,
    textOf,
    open,
    edit,
    nameMergeRequest,
    insert,
    copy,
    discard,
    awaitPosted,
  };
}

/** Each person goes on from their own update, whoever else writes about the item. */
function lastValues(updates: Updates, session: Session): StatusValues {
  if (updates.kind !== 'read' || session.kind !== 'signed-in') return {};
  return updates.list.find(({ author }) => author.id === session.userId)?.status.values ?? {};
}
