import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import controls from '../../components/controls.css?inline';
import { ago } from '../../components/time';
import { valuesText } from '../../handbook/status/words';
import { OutcomeText } from './OutcomeText';
import type { FormProps } from './StatusForm';
import type { StatusState } from './state';
import own from './status-bar.css?inline';

export const statusBarCss = controls + own;

type Props = Omit<FormProps, 'composer' | 'onClose'> & {
  readonly canWrite: boolean;
  readonly onOpen: () => void;
  readonly onHistory: () => void;
  readonly onTakeOther: () => void;
  readonly onDropOther: () => void;
  /** GitLab's form, beside which the bar stands. */
  readonly around: Element;
};

/** The bar above the comment form, and under it the form or the history, whichever is open. */
export function StatusBar({ canWrite, onOpen, onHistory, onTakeOther, onDropOther, around, ...props }: Props) {
  const { state, stage } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const historyOpener = useRef<HTMLButtonElement>(null);
  const opened = state.form.value;
  const History = state.history.value;
  // The form says what happens while it is open.
  const saysOwn = !opened && (state.outcome.value ?? state.savedAt.value) !== undefined;
  const close = () => {
    state.form.value = undefined;
    opener.current?.focus();
  };
  /** For a button that goes with what it does: the focus stays in the bar. */
  const fromHere = (act: () => void) => () => {
    opener.current?.focus();
    act();
  };
  const closeHistory = () => {
    state.history.value = undefined;
    historyOpener.current?.focus();
  };
  return (
    <>
      <div class="bar">
        {canWrite && (
          <Button
            small
            icon="comment"
            expanded={opened !== undefined}
            elementRef={opener}
            onClick={opened ? close : onOpen}
          >
            Status update
          </Button>
        )}
        <div class="last">
          <div role="status">{saysOwn && <OwnState state={state} next={opener} />}</div>
          {!saysOwn && <LastUpdate state={state} />}
          <div role="status">{!saysOwn && <Failure state={state} fromHere={fromHere} />}</div>
        </div>
        {hasHistory(state) && (
          <Button
            small
            variant="tertiary"
            icon="history"
            expanded={History !== undefined}
            elementRef={historyOpener}
            onClick={History ? closeHistory : onHistory}
          >
            History
          </Button>
        )}
      </div>
      {state.other.value && (
        <p class="other">
          Another tab has another version of this draft, {ago(state.other.value.savedAt, Date.now())}.{' '}
          <button type="button" class="link-button" onClick={fromHere(onTakeOther)}>
            Use that version
          </button>{' '}
          <button type="button" class="link-button" onClick={fromHere(onDropOther)}>
            Discard that version
          </button>
        </p>
      )}
      {opened && <opened.Form {...props} composer={opened.composer} onClose={close} />}
      {History && <History stage={stage} state={state} around={around} onClose={closeHistory} />}
    </>
  );
}

/** What became of the person's last act, else their draft. */
function OwnState({ state, next }: { state: StatusState; next: RefObject<HTMLButtonElement | null> }) {
  if (state.outcome.value) return <OutcomeText outcome={state.outcome.value} next={next} />;
  if (state.savedAt.value === undefined) return null;
  return <span class="subtle">Draft, {ago(state.savedAt.value, Date.now())}</span>;
}

type FailureProps = {
  readonly state: StatusState;
  readonly fromHere: (act: () => void) => () => void;
};

function Failure({ state, fromHere }: FailureProps) {
  const { value: updates } = state.updates;
  if (updates.kind !== 'failed') return null;
  return (
    <p class="failed subtle">
      <span title={updates.reason}>Comments could not be read. {updates.reason}</span>
      <button type="button" class="link-button" onClick={fromHere(updates.again)}>
        Try again
      </button>
    </p>
  );
}

function LastUpdate({ state }: { state: StatusState }) {
  const { value: updates } = state.updates;
  if (updates.kind === 'reading') return <span class="reading" />;
  if (updates.kind !== 'read') return null;
  const newest = updates.find(() => true);
  if (!newest) {
    const isAll = updates.older === 'none';
    return (
      <span class="subtle">
        {isAll ? 'No status update yet' : `No status update in the last ${updates.comments} comments`}
      </span>
    );
  }
  return (
    <span class="update">
      {valuesText(newest.status)}
      <span class="subtle">
        {' · '}
        <time dateTime={newest.at}>{ago(Date.parse(newest.at), Date.now())}</time> by{' '}
        {newest.author.name || 'a deleted account'}
      </span>
    </span>
  );
}

function hasHistory({ updates: { value } }: StatusState): boolean {
  return value.kind === 'read' && (value.older !== 'none' || value.find(() => true) !== undefined);
}
