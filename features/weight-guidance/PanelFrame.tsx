import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Popover } from '../../components/Popover';
import type { Scale } from '../../handbook/profile';
import type { Stage } from '../feature';
import { SplitPanel } from './split/SplitPanel';
import type { Splitter } from './split/splitter';

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  /** What stands beside the title: whose scale it is. */
  readonly owner: string;
  /** What opened it. */
  readonly anchor: Element;
  /** The section beside which it stands. */
  readonly column: Element;
  /** `undefined` while the item does not exist yet. */
  readonly split: Splitter | undefined;
  readonly onClose: (reason: 'escape' | 'outside' | 'button') => void;
  /** What is shown while nothing is split: the scale. */
  readonly children: ComponentChildren;
};

/** The panel of the scale, which turns into that of the parts. */
export function PanelFrame({ stage, scale, owner, anchor, column, split, onClose, children }: Props) {
  const isSplit = split?.isShown.value === true;
  const wasSplit = useRef(isSplit);
  const head = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // While a weight is being set, the first control may be one that does not take it.
    const root = head.current?.getRootNode();
    if (root instanceof ShadowRoot && !root.activeElement) head.current?.focus();
  }, []);
  useLayoutEffect(() => {
    // Back from the split view, whose button is gone.
    if (wasSplit.current && !isSplit) head.current?.parentElement?.querySelector<HTMLElement>('.opens-split')?.focus();
    wasSplit.current = isSplit;
  }, [isSplit]);
  return (
    <Popover
      label="Weight guidance"
      role="region"
      side="left"
      anchor={anchor}
      column={column}
      width={400}
      class="scale-panel"
      takesFocus
      onClose={reason => {
        // A press beside the panel does not end what is being created.
        if (reason === 'escape' || !isSplit || !split?.isRunning()) onClose(reason);
      }}
    >
      <div class="head" ref={head} tabIndex={-1}>
        {isSplit && (
          <span class="back">
            <Button label="Back" icon="chevron" variant="tertiary" small onClick={() => split?.show(false)} />
          </span>
        )}
        <h2>{isSplit ? 'Split this issue' : 'Weight guidance'}</h2>
        {!isSplit && (
          <span class="profile" title={owner}>
            {owner}
          </span>
        )}
        <Button label="Close" icon="close" variant="tertiary" small onClick={() => onClose('button')} />
      </div>
      {isSplit && split ? (
        <SplitPanel stage={stage} scale={scale} split={split} onClose={() => onClose('button')} />
      ) : (
        children
      )}
    </Popover>
  );
}

/** Turns the panel into that of the parts. */
export function SplitButton({ split }: { readonly split: Splitter }) {
  return (
    <button type="button" class="link-button opens-split" onClick={() => split.show(true)}>
      Split this issue
    </button>
  );
}
