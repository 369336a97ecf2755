import type { RefObject } from 'preact';
import controls from '../../components/controls.css?inline';
import { Icon } from '../../components/Icon';
import { Message } from '../../components/Message';
import { UndoButton } from '../../components/UndoButton';
import { weightOf } from '../../gitlab/facts';
import type { ItemFacts } from '../../handbook/condition';
import type { Matching } from '../../handbook/labels';
import type { Scale } from '../../handbook/profile';
import { meaningFor, type Reading, readWeight, remarksOn } from '../../handbook/scale';
import type { Stage } from '../feature';
import own from './guidance.css?inline';
import { contradictions } from './history';
import type { Outcome, WeightState } from './state';
import { changedText, limitsText, scaleText, settingText } from './words';

export const guidanceCss = controls + own;

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly state: WeightState;
  /** The item as the page shows it now. */
  readonly item: () => ItemFacts;
  readonly canSplit: boolean;
  readonly onOpen: () => void;
  readonly onSplit: () => void;
  readonly onUndo: () => void;
  readonly onQuickAction: () => void;
  /** Filled with the button that opens the panel. */
  readonly opener: RefObject<HTMLButtonElement | null>;
};

/** The line under the weight: what it means. While GitLab's form is open, what the typed number would mean. */
export function Guidance({
  stage,
  scale,
  state,
  item,
  canSplit,
  onOpen,
  onSplit,
  onUndo,
  onQuickAction,
  opener,
}: Props) {
  const current = state.shown.value;
  const isEditing = current.kind === 'editing';
  const weight = isEditing ? numberIn(current.typed) : weightOf(current);
  const isOpen = state.panel.value !== undefined;
  const { value: outcome } = state.outcome;
  const reading = readWeight(weight, scale);
  const facts = item();
  const warnings = [
    ...remarksOn(weight, facts, scale, stage.profile.matching ?? 'tolerant'),
    ...contradictions(weight, scale, state),
  ];
  return (
    <div class="guidance">
      <p class="meaning">
        <Meaning reading={reading} matching={stage.profile.matching ?? 'tolerant'} scale={scale} item={facts} />
      </p>
      {warnings.map(sentence => (
        <Message key={sentence} tone="warning">
          {sentence}
        </Message>
      ))}
      {!isEditing && (
        <div class="choose">
          <button type="button" class="link-button" ref={opener} aria-expanded={isOpen} onClick={onOpen}>
            Choose a weight
            <Icon name="chevron" size={12} />
          </button>
          {reading.kind === 'above' && canSplit && (
            <button type="button" class="link-button" onClick={onSplit}>
              Split this issue
            </button>
          )}
        </div>
      )}
      {/* The panel says what becomes of a weight while it is open. */}
      <div role="status" class="outcome">
        {!isOpen && outcome && (
          <OutcomeText
            outcome={outcome}
            next={opener}
            onUndo={onUndo}
            onQuickAction={onQuickAction}
            isEditing={isEditing}
          />
        )}
      </div>
    </div>
  );
}

type MeaningProps = {
  readonly reading: Reading;
  readonly matching: Matching;
  readonly scale: Scale;
  readonly item: ItemFacts;
};

/** What a weight means, in a line. */
export function Meaning({ reading, matching, scale, item }: MeaningProps) {
  switch (reading.kind) {
    case 'unset':
      return <>Not weighed yet. {scaleText(scale)}</>;
    case 'level': {
      const { level } = reading;
      const meaning = meaningFor(level, item, matching);
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

type OutcomeProps = {
  readonly outcome: Outcome;
  /** What has the focus when an Undo goes. */
  readonly next: RefObject<HTMLElement | null>;
  readonly onUndo: () => void;
  readonly onQuickAction: () => void;
  readonly isEditing: boolean;
};

function OutcomeText({ outcome, next, onUndo, onQuickAction, isEditing }: OutcomeProps) {
  switch (outcome.kind) {
    case 'setting':
      return <Message tone="busy">{settingText(outcome.weight)}</Message>;
    case 'set':
      return (
        <Message tone="success">
          {outcome.weight === undefined ? 'Weight removed.' : `Weight set to ${outcome.weight}.`}
          {!outcome.isUndone && !isEditing && <UndoButton next={next} onUndo={onUndo} />}
        </Message>
      );
    case 'changed-meanwhile':
      return <Message tone="warning">{changedText(outcome.weight)} Nothing was written.</Message>;
    case 'cancelled':
      return <Message tone="info">Nothing was written.</Message>;
    case 'failed':
      return (
        <Message tone="danger">
          {outcome.reason}
          {outcome.undo && !isEditing && <UndoButton isAgain next={next} onUndo={onUndo} />}
        </Message>
      );
    case 'not-taken':
      return (
        <Message tone="danger">
          GitLab did not take the weight.{' '}
          <button type="button" class="link-button" onClick={onQuickAction}>
            Put {outcome.quickAction} into the comment
          </button>
        </Message>
      );
    case 'in-comment':
      return <Message tone="success">{outcome.quickAction} is in the comment. Nothing is posted yet.</Message>;
  }
}

function numberIn(typed: string): number | undefined {
  return /^\d+$/.test(typed) ? Number(typed) : undefined;
}
