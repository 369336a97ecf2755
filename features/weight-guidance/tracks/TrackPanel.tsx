import { Button } from '../../../components/Button';
import badge from '../../../components/badge.css?inline';
import controls from '../../../components/controls.css?inline';
import fields from '../../../components/fields.css?inline';
import { Message } from '../../../components/Message';
import popover from '../../../components/popover.css?inline';
import type { LabelChange } from '../../../gitlab/item-labels';
import type { ItemFacts } from '../../../handbook/condition';
import type { Scale } from '../../../handbook/profile';
import { levelsOf } from '../../../handbook/scale';
import { titlesFor } from '../../../handbook/weight-labels';
import type { Stage } from '../../feature';
import { PanelFrame, SplitButton } from '../PanelFrame';
import { ScaleChoice } from '../ScaleChoice';
import panel from '../scale-panel.css?inline';
import { SpikeButton } from '../split/SpikeButton';
import { splitCss } from '../split/SplitPanel';
import type { Splitter } from '../split/splitter';
import { type TrackState, titlesIn } from './state';
import { changedText, changeText, settingText } from './words';
import { changeTo } from './write';

export const trackPanelCss = controls + fields + badge + popover + panel + splitCss;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly state: TrackState;
  /** The item as the page shows it now. */
  readonly item: () => ItemFacts;
  /** The button that opened it. */
  readonly anchor: Element;
  /** The labels section, beside which it stands. */
  readonly column: Element;
  /** Why there is no button to set a weight. */
  readonly refusal: string | undefined;
  /** Whether the item does not exist yet. */
  readonly isNew: boolean;
  /** `undefined` while the item does not exist yet. */
  readonly split: Splitter | undefined;
  readonly onChoose: (weight: number) => void;
  readonly onSet: () => void;
  readonly onClose: (reason: 'escape' | 'outside' | 'button') => void;
};

/** The team's scale beside the labels, for one track. */
export function TrackPanel(props: Props) {
  const { stage, scale, state, item, anchor, column, split, onChoose, onClose } = props;
  const { answers, chosen, confidence, outcome, track } = state;
  return (
    <PanelFrame
      stage={stage}
      scale={scale}
      owner={`${track.track} · ${stage.profile.name}`}
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
        answers={answers}
        chosen={chosen.value}
        isReadOnly={outcome.value?.kind === 'setting'}
        onChoose={onChoose}
        spike={split && <SpikeButton stage={stage} split={split} />}
      >
        {split && <SplitButton split={split} />}
      </ScaleChoice>
      <Foot {...props} />
    </PanelFrame>
  );
}

function Foot({ scale, state, isNew, refusal, onChoose, onSet, onClose }: Props) {
  const { chosen, labels, outcome, target, track } = state;
  const weight = chosen.value;
  const { value } = outcome;
  return (
    <div class="foot">
      <div role="status" class="outcome">
        {value?.kind === 'failed' && <Message tone="danger">{value.reason}</Message>}
        {value?.kind === 'changed-meanwhile' && (
          <Message tone="warning">
            {changedText(track, labels.value)} Press “Set weight {weight}” again to replace it.
          </Message>
        )}
        {target.value?.kind === 'failed' && weight !== undefined && (
          <Message tone="danger">
            {target.value.reason}{' '}
            <button
              type="button"
              class="link-button"
              onClick={({ currentTarget }) => {
                // The button goes with its sentence.
                currentTarget.closest('.scale-panel')?.querySelector<HTMLElement>('[name="weight"]:checked')?.focus();
                onChoose(weight);
              }}
            >
              Try again
            </button>
          </Message>
        )}
        {target.value?.kind === 'missing' && (
          <Message tone="info">There is no label {target.value.title} here. Create it first.</Message>
        )}
        {target.value?.kind === 'there' && <p class="help">{changeText(changeOf(state))}</p>}
      </div>
      <div class="actions">
        <SetButton state={state} refusal={isNew ? newItemText(scale, state) : refusal} onSet={onSet} />
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

/** What can be done for an item that does not exist yet. */
function newItemText(scale: Scale, { chosen, labels, track }: TrackState): string {
  const level = levelsOf(scale).find(one => one.weight === chosen.value);
  const [title] = level ? titlesFor(level, track, labels.value) : [];
  return `This item does not exist yet. Give it ${title ? `the label ${title}` : 'its label'} in GitLab’s own field.`;
}

/** What the button would change. */
function changeOf({ labels, target }: TrackState): LabelChange {
  return target.value?.kind === 'there'
    ? changeTo([target.value.title], titlesIn(labels.value))
    : { add: [], remove: [] };
}

/** No button without a label: GitLab would create it. */
function SetButton({ state, refusal, onSet }: Pick<Props, 'state' | 'refusal' | 'onSet'>) {
  const { chosen, outcome, target, track } = state;
  const { value } = outcome;
  const isBusy = value?.kind === 'setting';
  const weight = chosen.value;
  if (refusal) return <Message tone="info">{refusal}</Message>;
  if (target.value?.kind === 'missing') return null;
  const { add, remove } = changeOf(state);
  const isSame = target.value?.kind === 'there' && add.length + remove.length === 0;
  const why = weight === undefined ? 'Choose a weight first.' : isSame ? 'This is the weight already.' : undefined;
  return (
    <Button
      variant="confirm"
      busy={isBusy || target.value?.kind === 'looking'}
      disabled={why !== undefined || target.value?.kind !== 'there'}
      {...(why && { title: why })}
      onClick={onSet}
    >
      {isBusy ? settingText(track, value.weight) : weight === undefined ? 'Set weight' : `Set weight ${weight}`}
    </Button>
  );
}
