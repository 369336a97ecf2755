import { useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import controls from '../../components/controls.css?inline';
import { ago } from '../../components/time';
import { OutcomeText } from './OutcomeText';
import type { FormProps } from './StatusForm';
import type { StatusState } from './state';
import own from './status-bar.css?inline';

export const statusBarCss = controls + own;

type Props = Omit<FormProps, 'composer' | 'onClose'> & {
  readonly onOpen: () => void;
};

/** The bar above the comment form, and under it the form that it opens. */
export function StatusBar({ onOpen, ...props }: Props) {
  const { state } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const opened = state.form.value;
  const close = () => {
    state.form.value = undefined;
    opener.current?.focus();
  };
  return (
    <>
      <div class="bar">
        <Button
          small
          icon="comment"
          expanded={opened !== undefined}
          elementRef={opener}
          onClick={opened ? close : onOpen}
        >
          Status update
        </Button>
        {/* The form says what happens while it is open. */}
        <div class="last" role="status">
          {!opened && <Last state={state} />}
        </div>
      </div>
      {opened && <opened.Form {...props} composer={opened.composer} onClose={close} />}
    </>
  );
}

function Last({ state }: { state: StatusState }) {
  if (state.outcome.value) return <OutcomeText outcome={state.outcome.value} />;
  if (state.savedAt.value === undefined) return null;
  return <span class="subtle">Draft, {ago(state.savedAt.value, Date.now())}</span>;
}
