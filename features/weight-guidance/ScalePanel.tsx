import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import badge from '../../components/badge.css?inline';
import controls from '../../components/controls.css?inline';
import { Message } from '../../components/Message';
import { Popover } from '../../components/Popover';
import popover from '../../components/popover.css?inline';
import { weightOf } from '../../gitlab/facts';
import type { ItemFacts } from '../../handbook/condition';
import type { Scale } from '../../handbook/profile';
import type { Stage } from '../feature';
import { ScaleChoice } from './ScaleChoice';
import own from './scale-panel.css?inline';
import type { Setter } from './setter';
import { SpikeButton } from './split/SpikeButton';
import { SplitPanel, splitCss } from './split/SplitPanel';
import type { Splitter } from './split/splitter';
import type { WeightState } from './state';
import { changedText } from './words';

export const scalePanelCss = controls + badge + popover + own + splitCss;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly state: WeightState;
  /** The line that opened it. */
  readonly anchor: Element;
  /** The weight section, beside which it stands. */
  readonly column: Element;
  readonly item: ItemFacts;
  readonly setter: Setter;
  /** `undefined` while the item does not exist yet. */
  readonly split: Splitter | undefined;
  readonly onClose: (reason: 'escape' | 'outside' | 'button') => void;
};

/** The team's scale beside the weight: how sure one is, which weight that allows, and what each weight means. */
export function ScalePanel({ stage, scale, state, anchor, column, item, setter, split, onClose }: Props) {
  const { confidence, chosen } = state;
  const isSplit = split?.isShown.value === true;
  const wasSplit = useRef(isSplit);
  const splitButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Back from the split view, whose button is gone.
    if (wasSplit.current && !isSplit) splitButton.current?.focus();
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
      <div class="head">
        {isSplit && (
          <span class="back">
            <Button label="Back" icon="chevron" variant="tertiary" small onClick={() => split?.show(false)} />
          </span>
        )}
        <h2>{isSplit ? 'Split this issue' : 'Weight guidance'}</h2>
        {!isSplit && <span class="profile">{stage.profile.name}</span>}
        <Button label="Close" icon="close" variant="tertiary" small onClick={() => onClose('button')} />
      </div>
      {isSplit && split ? (
        <SplitPanel stage={stage} scale={scale} split={split} onClose={() => onClose('button')} />
      ) : (
        <>
          <ScaleChoice
            scale={scale}
            item={item}
            matching={stage.profile.matching ?? 'tolerant'}
            confidence={confidence}
            answers={state.answers}
            chosen={chosen.value}
            onChoose={weight => {
              chosen.value = weight;
            }}
            spike={split && <SpikeButton stage={stage} split={split} />}
          >
            {split && (
              <button type="button" class="link-button" ref={splitButton} onClick={() => split.show(true)}>
                Split this issue
              </button>
            )}
          </ScaleChoice>
          <Foot stage={stage} scale={scale} state={state} setter={setter} onClose={onClose} />
        </>
      )}
    </Popover>
  );
}

type FootProps = Pick<Props, 'stage' | 'scale' | 'state' | 'setter' | 'onClose'>;

function Foot({ stage, scale, state, setter, onClose }: FootProps) {
  const weight = state.chosen.value;
  const isSame = weight === weightOf(state.shown.value);
  const refusal = setter.refusal();
  const { value } = state.outcome;
  const isBusy = value?.kind === 'setting';
  return (
    <div class="foot">
      <div role="status" class="outcome">
        {value?.kind === 'failed' && <Message tone="danger">{value.reason}</Message>}
        {value?.kind === 'changed-meanwhile' && (
          <Message tone="warning">
            {changedText(value.weight)} Press “Set weight {weight}” again to replace it.
          </Message>
        )}
      </div>
      <div class="actions">
        {refusal ? (
          <Message tone="info">{refusal}</Message>
        ) : (
          <Button
            variant="confirm"
            busy={isBusy}
            disabled={weight === undefined || isSame}
            {...(isSame && { title: weight === undefined ? 'Choose a weight first.' : 'This is the weight already.' })}
            onClick={stage.guard(() => setter.set(weight))}
          >
            {weight === undefined ? 'Set weight' : `${isBusy ? 'Setting' : 'Set'} weight ${weight}`}
          </Button>
        )}
        <Button variant="tertiary" onClick={() => onClose('button')}>
          Cancel
        </Button>
        {scale.link && (
          <a class="agreement" href={scale.link} target="_blank" rel="noreferrer">
            Agreement
          </a>
        )}
      </div>
    </div>
  );
}
