import { signal } from '@preact/signals';
import { parts } from '../../gitlab/anchors';
import { boxText, insertMarkdown } from '../../gitlab/editor';
import type { Item } from '../../gitlab/items';
import { newestNoteId } from '../../gitlab/notes';
import type { Session } from '../../gitlab/session';
import { until } from '../../gitlab/until';
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
import { copied } from './clipboard';
import { holds } from './holds';
import { mergeRequestFinder } from './merge-requests';
import { whenPosted } from './posted';
import { proposals } from './proposals';
import { quickActionChoice } from './quick-actions';
import { entryFor } from './start';
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

/** How long text that was not taken may still come, in milliseconds. */
const lateTime = 120_000;

/** The acts of the form. They are needed only once it is open, or when an inserted comment is still to be posted. */
export function composer({ stage, status, item, form, state, session, present, save }: Context) {
  const finder = mergeRequestFinder(item, form, present);
  const proposed = proposals({ stage, status, state, session, finder, present, save });
  const actions = quickActionChoice(stage.profile);
  /** How often the comment could not be inserted because of its fields. */
  const refusals = signal(0);
  let waiting: AbortController | undefined;

  const formatOf = (values: StatusValues): StatusFormat =>
    status.formats.find(({ name }) => name === state.format.value) ?? formatFor(values, status);
  const textOf = (values: StatusValues): string => formatStatus(values, status, formatOf(values), actions.on.value);

  /** Called whenever the form opens. */
  function open(): void {
    proposed.begin();
    stage.guard(actions.load)();
  }

  function problems(): FieldProblem[] {
    const { value: values } = state.values;
    const more = status.fields.flatMap(field => finder.problemsIn(field.id, mergeRequestsIn(values, field.id)));
    return [...problemsIn(values, status), ...more];
  }

  function edit(values: StatusValues): void {
    proposed.take(values);
    // A word of complaint goes when the field is right; new ones come with the next try.
    const left = new Map(problems().map(problem => [problem.field, problem]));
    state.problems.value = state.problems.value.flatMap(({ field }) => left.get(field) ?? []);
    keep();
  }

  function chooseFormat(name: string): void {
    state.format.value = name;
    keep();
  }

  /** What the person has changed is a draft, of another comment than one that was inserted before. */
  function keep(): void {
    waiting?.abort();
    state.isDraft.value = true;
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
    await finder.lookUp(proposed.refsIn(state.values.value));
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
      const outcome = { kind: (await copied(markdown)) ? 'refused-copied' : 'refused' } as const;
      state.outcome.value = outcome;
      // GitLab's editor takes the text all the same when its server answers at last; or the person pastes it.
      const isThere = await until(() => holdsIt(boxText(form) ?? '') || undefined, lateTime, present, 250);
      if (!isThere || state.outcome.value !== outcome) return;
    }
    state.form.value = undefined;
    state.outcome.value = { kind: 'inserted' };
    state.insertedAfterNote.value = newestNoteId(form.closest(parts.notes) ?? form);
    state.isDraft.value = true;
    save();
    await awaitPosted();
  }

  async function copy(): Promise<void> {
    state.outcome.value = { kind: (await copied(textOf(state.values.value))) ? 'copied' : 'not-copied' };
  }

  function discard(): void {
    const [values, format] = [state.values.value, state.format.value];
    forget();
    const undo = () => {
      state.format.value = format;
      edit(values);
    };
    const outcome = { kind: 'discarded', undo } as const;
    state.outcome.value = outcome;
    setTimeout(() => {
      if (state.outcome.value === outcome) state.outcome.value = undefined;
    }, undoTime);
  }

  /** Waits for the comment that was inserted; the draft goes when it appears. */
  async function awaitPosted(): Promise<void> {
    waiting?.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    // After a reload it is not known yet which quick actions the comment has.
    await actions.load();
    const after = state.insertedAfterNote.value;
    if (after === undefined || session.kind !== 'signed-in' || signal.aborted) return;
    const inserted = { markdown: textOf(state.values.value), after, userId: session.userId, form };
    whenPosted(stage, inserted, forget, AbortSignal.any([present, signal]));
  }

  /** The draft goes, and the form begins anew: it may be open. */
  function forget(): void {
    waiting?.abort();
    state.format.value = undefined;
    proposed.restart();
    state.insertedAfterNote.value = undefined;
    state.problems.value = [];
    state.outcome.value = undefined;
    save();
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
    refusals,
    last: proposed.last,
    formatOf,
    textOf,
    open,
    edit,
    chooseFormat,
    nameMergeRequest,
    insert,
    copy,
    discard,
    awaitPosted,
  };
}
