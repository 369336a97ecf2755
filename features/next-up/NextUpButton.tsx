import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import type { NextUpState } from './state';

type Props = {
  readonly state: NextUpState;
  readonly onButton: (button: HTMLButtonElement | null) => void;
  readonly onClick: () => void;
};

/** Opens and closes the list of what is next. */
export function NextUpButton({ state, onButton, onClick }: Props) {
  const failure = state.failure.value;
  return (
    <>
      <Button icon="list" expanded={state.panel.value !== undefined} elementRef={onButton} onClick={onClick}>
        Next up
      </Button>
      <div role="status" class={failure ? 'failure' : ''}>
        {failure && <Message tone="danger">{failure}</Message>}
      </div>
    </>
  );
}
