import { Button } from '../../components/Button';
import badge from '../../components/badge.css?inline';
import controls from '../../components/controls.css?inline';
import fields from '../../components/fields.css?inline';
import { Message } from '../../components/Message';
import popover from '../../components/popover.css?inline';
import { weightOf } from '../../gitlab/facts';
import type { ItemFacts } from '../../handbook/condition';
import type { Scale } from '../../handbook/profile';
import type { Stage } from '../feature';
import { PanelFrame, SplitButton } from './PanelFrame';
import { ScaleChoice } from './ScaleChoice';
import own from './scale-panel.css?inline';
import type { Setter } from './setter';
import { SpikeButton } from './split/SpikeButton';
import { splitCss } from './split/SplitPanel';
import type { Splitter } from './split/splitter';
import type { WeightState } from './state';
import { changedText, settingText } from './words';

export const scalePanelCss = controls + fields + badge + popover + own + splitCss;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly state: WeightState;
  /** The line that opened it. */
  readonly anchor: Element;
  /** The weight section, beside which it stands. */
  readonly column: Element;
  /** The item as the page shows it now. */
  readonly item: () => ItemFacts;
  readonly setter: Setter;
  /** `undefined` while the item does not exist yet. */
  readonly split: Splitter | undefined;
  readonly onClose: (reason: 'escape' | 'outside' | 'button') => void;
};

/** The team's scale beside the weight: how sure one is, which weight that allows, and what each weight means. */
export function ScalePanel({ stage, scale, state, anchor, column, item, setter, split, onClose }: Props) {
  const { confidence, chosen } = state;
  return (
    <PanelFrame
      stage={stage}
      scale={scale}
      owner={stage.profile.name}
      anchor={anchor}
      column={column}
      split={split}
      onClose={onClose}
    >
      <ScaleChoice
        scale={scale}
        item={item()}
        matching={stage.profile.matching ?? 'tolerant'}
        confidence={confidence}
        answers={state.answers}
        chosen={chosen.value}
        isReadOnly={state.outcome.value?.kind === 'setting'}
        onChoose={weight => {
          chosen.value = weight;
        }}
        spike={split && <SpikeButton stage={stage} split={split} />}
      >
        {split && <SplitButton split={split} />}
      </ScaleChoice>
      <Foot stage={stage} scale={scale} state={state} setter={setter} onClose={onClose} />
    </PanelFrame>
  );
}

type FootProps = Pick<Props, 'stage' | 'scale' | 'state' | 'setter' | 'onClose'>;

function Foot({ stage, scale, state, setter, onClose }: FootProps) {
  const { value } = state.outcome;
  const isBusy = value?.kind === 'setting';
  const weight = state.chosen.value;
  const isSame = weight === weightOf(state.shown.value);
  const refusal = setter.refusal();
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
            {isBusy ? settingText(value.weight) : weight === undefined ? 'Set weight' : `Set weight ${weight}`}
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
