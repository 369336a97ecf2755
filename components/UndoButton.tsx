import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  /** Whether it failed before: it takes the place of the button that was pressed. */
  readonly isAgain?: boolean;
  /** What has the focus after it, whether it goes with a press or by itself. */
  readonly next: RefObject<HTMLElement | null>;
  readonly onUndo: () => void;
};

/** Follows the sentence that tells what would be undone. */
export function UndoButton({ isAgain, next, onUndo }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current as HTMLButtonElement;
    const root = own.getRootNode() as ShadowRoot;
    // With the focus of the button that was pressed, unless the person has gone on meanwhile.
    const { activeElement } = root;
    const isWaiting = activeElement ? activeElement === next.current : document.activeElement === document.body;
    if (isAgain && isWaiting) own.focus();
    return () => {
      if (root.activeElement === own) next.current?.focus();
    };
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
