import type { ReadonlySignal } from '@preact/signals';
import controls from '../../components/controls.css?inline';
import { Icon } from '../../components/Icon';
import { Message } from '../../components/Message';
import { type ShownWeight, weightOf } from '../../gitlab/facts';
import type { Scale } from '../../handbook/profile';
import { meaningFor, type Reading, readWeight } from '../../handbook/scale';
import type { Stage } from '../feature';
import own from './guidance.css?inline';
import type { Outcome } from './outcome';
import { changedText, limitsText, scaleText } from './words';

export const guidanceCss = controls + own;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly shown: ReadonlySignal<ShownWeight>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  /** Set while the panel is open. */
  readonly panel: ReadonlySignal<AbortController | undefined>;
  /** Titles of the item's labels, as the page shows them now. */
  readonly labels: () => readonly string[];
  readonly onOpen: () => void;
  readonly onSplit: () => void;
  readonly onUndo: () => void;
  readonly onButton: (button: HTMLButtonElement | null) => void;
};

/** The line under the weight: what it means. While GitLab's form is open, what the typed number would mean. */
export function Guidance({ stage, scale, shown, outcome, panel, labels, onOpen, onSplit, onUndo, onButton }: Props) {
  const current = shown.value;
  const isEditing = current.kind === 'editing';
  const weight = isEditing ? numberIn(current.typed) : weightOf(current);
  const isOpen = panel.value !== undefined;
  const reading = readWeight(weight, scale);
  return (
    <div class="guidance">
      <p class="meaning">
        <Meaning reading={reading} stage={stage} scale={scale} labels={labels()} />
      </p>
      {!isEditing && (
        <div class="choose">
          <button type="button" class="link-button" ref={onButton} aria-expanded={isOpen} onClick={onOpen}>
            Choose a weight
            <Icon name="chevron" size={12} />
          </button>
          {reading.kind === 'above' && (
            <button type="button" class="link-button" onClick={onSplit}>
              Split this issue
            </button>
          )}
        </div>
      )}
      {/* The panel says what becomes of a weight while it is open. */}
      <div role="status" class="outcome">
        {!isOpen && outcome.value && <OutcomeText outcome={outcome.value} onUndo={onUndo} isEditing={isEditing} />}
      </div>
    </div>
  );
}

type MeaningProps = {
  readonly reading: Reading;
  readonly stage: Stage;
  readonly scale: Scale;
  readonly labels: readonly string[];
};

function Meaning({ reading, stage, scale, labels }: MeaningProps) {
  switch (reading.kind) {
    case 'unset':
      return <>Not weighed yet. {scaleText(scale)}</>;
    case 'level': {
      const { level } = reading;
      const meaning = meaningFor(level, { labels }, stage.profile.matching ?? 'tolerant');
      return (
        <>
          <strong>{level.name}</strong> · {meaning} {limitsText(level)}
        </>
      );
    }
    case 'above':
      return reading.above ? (
        <span class="message">
          <Icon name="warning" size={12} class="tone-warning" />
          <span>
            <strong>{reading.above.name}</strong> · {reading.above.advice}
          </span>
        </span>
      ) : (
        <>
          Above the scale. The largest is {reading.largest.weight} {reading.largest.name}.
        </>
      );
    case 'between': {
      const { lower, upper } = reading;
      const nearest = [lower, upper].filter(level => level !== undefined).map(level => `${level.weight} ${level.name}`);
      return (
        <>
          Not on the scale. {nearest.length === 1 ? 'The nearest is' : 'The nearest are'} {nearest.join(' and ')}.
        </>
      );
    }
  }
}

type OutcomeProps = { readonly outcome: Outcome; readonly onUndo: () => void; readonly isEditing: boolean };

function OutcomeText({ outcome, onUndo, isEditing }: OutcomeProps) {
  switch (outcome.kind) {
    case 'setting':
      return (
        <Message tone="busy">
          {outcome.weight === undefined ? 'Removing the weight' : `Setting weight ${outcome.weight}`}
        </Message>
      );
    case 'set':
      return (
        <Message tone="success">
          {outcome.weight === undefined ? 'Weight removed.' : `Weight set to ${outcome.weight}.`}
          {!outcome.isUndone && !isEditing && (
            <>
              {' '}
              <button type="button" class="link-button" onClick={onUndo}>
                Undo
              </button>
            </>
          )}
        </Message>
      );
    case 'changed-meanwhile':
      return <Message tone="warning">{changedText(outcome.weight)} Nothing was written.</Message>;
    case 'failed':
      return <Message tone="danger">{outcome.reason}</Message>;
  }
}

function numberIn(typed: string): number | undefined {
  return /^\d+$/.test(typed) ? Number(typed) : undefined;
}
