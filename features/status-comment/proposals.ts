import { effect, signal, untracked } from '@preact/signals';
import type { Session } from '../../gitlab/session';
import type { Status } from '../../handbook/profile';
import { mergeRequestsIn, type StatusValues } from '../../handbook/status/values';
import type { Stage } from '../feature';
import type { Updates } from '../updates';
import type { mergeRequestFinder } from './merge-requests';
import { proposedBy } from './start';
import type { StatusState } from './state';

type Context = {
  readonly stage: Stage;
  readonly status: Status;
  readonly state: StatusState;
  readonly session: Session;
  readonly finder: ReturnType<typeof mergeRequestFinder>;
  readonly present: AbortSignal;
  readonly save: () => void;
};

/**
 * What the form holds before a person has typed it: their last update, and what is found of the merge requests. It
 * comes in as it becomes known, and never over a field that the person has touched, or a draft of another tab.
 */
export function proposals({ stage, status, state, session, finder, present, save }: Context) {
  /** What the person's last update of this item said. */
  const last = signal<StatusValues>({});
  /** What this form has put into the state. Other values came from another tab. */
  let written: StatusValues | undefined;
  let touched = new Set<string>();
  let isFollowing = false;

  const refsIn = (values: StatusValues): string[] =>
    status.fields.flatMap(field => mergeRequestsIn(values, field.id).map(({ ref }) => ref));

  /** Called whenever the form opens. Proposals are no draft: they are saved with the first change of the person's. */
  function begin(): void {
    follow();
    if (!state.isDraft.value && state.values.value !== written) restart();
    else if (state.isDraft.value && hasMergeRequestsOnly(state.values.value)) {
      written = state.values.value;
      touched = new Set(Object.keys(written));
    }
    propose();
    if (status.fields.some(({ kind }) => kind === 'merge-requests' || kind === 'labels')) stage.guard(find)();
  }

  async function find(): Promise<void> {
    const isAnswered = finder.find();
    propose();
    const refs = refsIn(state.values.value);
    await isAnswered;
    propose();
    await finder.lookUp([...refs, ...refsIn(last.value)]);
    propose();
  }

  /** A draft as a merge request's page leaves it: the rest of the form has not begun yet. */
  function hasMergeRequestsOnly(values: StatusValues): boolean {
    const others = status.fields.filter(({ kind }) => kind !== 'merge-requests');
    return others.every(({ id }) => values[id] === undefined);
  }

  /** Comments may still be read when the form opens, and another tab may change the draft. */
  function follow(): void {
    if (isFollowing) return;
    isFollowing = true;
    const stopLast = effect(() => {
      last.value = lastValues(state.updates.value, session);
      untracked(propose);
    });
    let isFirst = true;
    const stopValues = effect(() => {
      const { value: values } = state.values;
      // A draft that was loaded meanwhile, or typed in another tab, names merge requests of its own.
      if (!isFirst && values !== written) untracked(() => stage.guard(finder.lookUp)(refsIn(values)));
      isFirst = false;
    });
    present.addEventListener('abort', () => {
      stopLast();
      stopValues();
    });
  }

  /** Begins anew: every field may be proposed. */
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
    // By what was touched, not by what is there: a stored draft has no entry for a field that was cleared.
    const before = written;
    const kept = [...touched].map(id => [id, before[id]] as const);
    written = { ...proposed, ...Object.fromEntries(kept) };
    state.values.value = written;
    if (state.isDraft.value) save();
  }

  /** Takes what a person has typed. In a draft that came from elsewhere, every field is the person's: an empty one too. */
  function take(values: StatusValues): void {
    if (state.values.value !== written) {
      touched = new Set([...status.fields.map(({ id }) => id), ...Object.keys(values)]);
    }
    for (const { id } of status.fields) if (values[id] !== state.values.value[id]) touched.add(id);
    written = values;
    state.values.value = values;
  }

  return { last, refsIn, begin, restart, take };
}

/** Each person goes on from their own update, whoever else writes about the item. */
function lastValues(updates: Updates, session: Session): StatusValues {
  if (updates.kind !== 'read' || session.kind !== 'signed-in') return {};
  return updates.find(({ author }) => author.id === session.userId)?.status.values ?? {};
}
