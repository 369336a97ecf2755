import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import badge from '../../components/badge.css?inline';
import controls from '../../components/controls.css?inline';
import { Message } from '../../components/Message';
import { PercentField } from '../../components/PercentField';
import { Popover } from '../../components/Popover';
import popover from '../../components/popover.css?inline';
import { type ShownWeight, weightOf } from '../../gitlab/facts';
import { durationText } from '../../handbook/duration';
import type { Level, Scale } from '../../handbook/profile';
import { type Advice, adviceFor, confidenceSteps, levelsOf, meaningFor } from '../../handbook/scale';
import type { Stage } from '../feature';
import type { Outcome } from './outcome';
import own from './scale-panel.css?inline';
import { SpikeButton } from './split/SpikeButton';
import { SplitPanel, splitCss } from './split/SplitPanel';
import type { Splitter } from './split/splitter';
import { adviceText, changedText } from './words';

export const scalePanelCss = controls + badge + popover + own + splitCss;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  /** The line that opened it. */
  readonly anchor: Element;
  /** The weight section, beside which it stands. */
  readonly column: Element;
  readonly current: ReadonlySignal<ShownWeight>;
  /** Percent; `undefined` until the person says it. */
  readonly confidence: Signal<number | undefined>;
  readonly chosen: Signal<number | undefined>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  /** Why there is no button to set a weight. */
  readonly refusal: string | undefined;
  readonly labels: readonly string[];
  readonly split: Splitter;
  readonly onSet: () => void;
  readonly onClose: (reason: 'escape' | 'outside' | 'button') => void;
};

/** The team's scale beside the weight: how sure one is, which weight that allows, and what each weight means. */
export function ScalePanel({
  stage,
  scale,
  anchor,
  column,
  current,
  confidence,
  chosen,
  outcome,
  refusal,
  labels,
  split,
  onSet,
  onClose,
}: Props) {
  const advice = confidence.value === undefined ? undefined : adviceFor(confidence.value, scale);
  const steps = confidenceSteps(scale);
  const isSplit = split.isShown.value;
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
        if (reason === 'escape' || !isSplit || !split.isRunning()) onClose(reason);
      }}
    >
      <div class="head">
        {isSplit && (
          <span class="back">
            <Button label="Back" icon="chevron" variant="tertiary" small onClick={() => split.show(false)} />
          </span>
        )}
        <h2>{isSplit ? 'Split this issue' : 'Weight guidance'}</h2>
        {!isSplit && <span class="profile">{stage.profile.name}</span>}
        <Button label="Close" icon="close" variant="tertiary" small onClick={() => onClose('button')} />
      </div>
      {isSplit ? (
        <SplitPanel stage={stage} scale={scale} split={split} onClose={() => onClose('button')} />
      ) : (
        <>
          <div class="scroll">
            {steps.length > 0 && (
              <div class="sure">
                <PercentField
                  label="How sure are you?"
                  value={confidence.value}
                  onInput={value => {
                    confidence.value = value;
                  }}
                  ticks={steps}
                  reached={steps.findLast(step => step <= (confidence.value ?? -1))}
                />
                <p class="advice" role="status">
                  {advice && confidence.value !== undefined && (
                    <AdviceText confidence={confidence.value} advice={advice} scale={scale} />
                  )}
                </p>
                {advice?.kind === 'investigate' && <SpikeButton stage={stage} split={split} />}
              </div>
            )}
            <div role="radiogroup" aria-label="Weight">
              {levelsOf(scale).map(level => (
                <LevelRow
                  key={level.weight}
                  level={level}
                  meaning={meaningFor(level, { labels }, stage.profile.matching ?? 'tolerant')}
                  isChosen={chosen.value === level.weight}
                  fits={advice?.kind === 'level' && advice.level.weight === level.weight ? confidence.value : undefined}
                  onChoose={() => {
                    chosen.value = level.weight;
                  }}
                />
              ))}
            </div>
            {scale.above && (
              <div class="level above">
                <Head name={scale.above.name} confidence={scale.above.confidence} />
                <p class="means">{scale.above.meaning}</p>
                <Examples of={scale.above.examples} />
                <button type="button" class="link-button" ref={splitButton} onClick={() => split.show(true)}>
                  Split this issue
                </button>
              </div>
            )}
          </div>
          <Foot
            scale={scale}
            current={current}
            chosen={chosen}
            outcome={outcome}
            refusal={refusal}
            onSet={onSet}
            onClose={onClose}
          />
        </>
      )}
    </Popover>
  );
}

function AdviceText({ confidence, advice, scale }: { confidence: number; advice: Advice; scale: Scale }) {
  const [loud, rest] = adviceText(confidence, advice, scale);
  return (
    <>
      <strong>{loud}</strong> {rest}
    </>
  );
}

type LevelProps = {
  readonly level: Level;
  readonly meaning: string;
  readonly isChosen: boolean;
  /** The confidence that this level fits, in percent. */
  readonly fits: number | undefined;
  readonly onChoose: () => void;
};

function LevelRow({ level, meaning, isChosen, fits, onChoose }: LevelProps) {
  const id = useId();
  return (
    <label class={isChosen ? 'level chosen' : 'level'}>
      <input
        type="radio"
        name="weight"
        checked={isChosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-means`}
        onChange={onChoose}
      />
      <Head id={`${id}-name`} name={`${level.weight} ${level.name}`} confidence={level.confidence} fits={fits} />
      <div id={`${id}-means`}>
        <p class="means">
          {meaning}
          {level.longestDays !== undefined && ` At most ${durationText(level.longestDays)}.`}
          {level.schedulable === false && ' Not scheduled as it is.'}
        </p>
        <Examples of={level.examples} />
      </div>
    </label>
  );
}

type HeadProps = {
  readonly id?: string;
  readonly name: string;
  readonly confidence: number | undefined;
  readonly fits?: number | undefined;
};

function Head({ id, name, confidence, fits }: HeadProps) {
  return (
    <div class="level-head">
      <span class="name" id={id}>
        {name}
      </span>
      {fits !== undefined && <span class="badge info">Fits {fits}%</span>}
      {confidence !== undefined && <span class="needs">{confidence}% or more</span>}
    </div>
  );
}

function Examples({ of }: { of: readonly string[] | undefined }) {
  return of ? <p class="examples">{of.join(', ')}.</p> : null;
}

type FootProps = Pick<Props, 'scale' | 'current' | 'chosen' | 'outcome' | 'refusal' | 'onSet' | 'onClose'>;

function Foot({ scale, current, chosen, outcome, refusal, onSet, onClose }: FootProps) {
  const weight = chosen.value;
  const isSame = weight === weightOf(current.value);
  const { value } = outcome;
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
            onClick={onSet}
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
