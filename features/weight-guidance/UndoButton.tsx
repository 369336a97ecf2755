import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  /** Whether it failed before: it takes the place of the button that was pressed. */
  readonly isAgain?: boolean;
  readonly onUndo: () => void;
};

/** Follows the sentence that tells what would be undone. */
export function UndoButton({ isAgain = false, onUndo }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // With the focus of the button that was pressed, unless the person has gone on meanwhile.
    if (isAgain && document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <>
      {' '}
      <button type="button" class="link-button" ref={button} onClick={onUndo}>
        Undo
      </button>
    </>
  );
}
