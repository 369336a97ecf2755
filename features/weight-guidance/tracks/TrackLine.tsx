import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../../../components/Icon';
import { Message } from '../../../components/Message';
import { UndoButton } from '../../../components/UndoButton';
import type { ItemFacts } from '../../../handbook/condition';
import type { Level, Scale } from '../../../handbook/profile';
import { meaningFor, type Reading, remarksOn } from '../../../handbook/scale';
import type { WeightLabel } from '../../../handbook/weight-labels';
import type { Stage } from '../../feature';
import { contradictions } from '../history';
import { limitsText } from '../words';
import { oneOf, type TrackOutcome, type TrackState, titlesIn } from './state';
import { changedText, contradictionText, setText, settingText } from './words';

type Props = {
  readonly stage: Stage;
  readonly scale: Scale;
  readonly state: TrackState;
  readonly item: ItemFacts;
  readonly onOpen: () => void;
  /** `undefined` where the item cannot be split. */
  readonly onSplit: (() => void) | undefined;
  readonly onUndo: () => void;
  /** Filled with the button that opens the panel. */
  readonly opener: RefObject<HTMLButtonElement | null>;
};

/** What the labels of one track say. */
export function TrackLine({ stage, scale, state, item, onOpen, onSplit, onUndo, opener }: Props) {
  const id = useId();
  const { labels, outcome, panel } = state;
  const isOpen = panel.value !== undefined;
  return (
    <div class="track">
      <div id={id}>
        <TrackMeaning stage={stage} scale={scale} state={state} item={item} />
      </div>
      <div class="choose">
        <button
          type="button"
          class="link-button"
          ref={opener}
          aria-expanded={isOpen}
          aria-describedby={id}
          onClick={onOpen}
        >
          Choose a weight
          <Icon name="chevron" size={12} />
        </button>
        {onSplit && oneOf(labels.value)?.reading.kind === 'above' && (
          <button type="button" class="link-button" aria-describedby={id} onClick={onSplit}>
            Split this issue
          </button>
        )}
      </div>
      {/* The panel says what becomes of a weight while it is open. */}
      <div role="status" class="outcome">
        {!isOpen && outcome.value && (
          <OutcomeText outcome={outcome.value} next={opener} state={state} labels={labels.value} onUndo={onUndo} />
        )}
      </div>
    </div>
  );
}

type MeaningProps = Pick<Props, 'stage' | 'scale' | 'state' | 'item'>;

function TrackMeaning({ stage, scale, state, item }: MeaningProps) {
  const { labels, track } = state;
  const label = oneOf(labels.value);
  const matching = stage.profile.matching ?? 'tolerant';
  const meaningOf = (level: Level) => meaningFor(level, item, matching);
  const warnings = [...remarksOn(label?.weight, item, scale, matching), ...contradictions(label?.weight, scale, state)];
  if (!label && labels.value.length > 0) {
    return <Message tone="warning">{contradictionText(track, labels.value)}</Message>;
  }
  return (
    <>
      <p class="meaning">
        {track.track}: {label ? <ReadingText {...label} meaningOf={meaningOf} /> : 'not weighed yet.'}
      </p>
      {warnings.map(remark => (
        <Message key={remark} tone="warning">
          {remark}
        </Message>
      ))}
    </>
  );
}

type ReadingProps = WeightLabel & { readonly meaningOf: (level: Level) => string };

/** What a weight means that a label says, in a line. */
export function ReadingText({ reading, text, meaningOf }: ReadingProps) {
  switch (reading.kind) {
    case 'unset':
      return null;
    case 'level':
      return (
        <>
          <strong>{reading.level.name}</strong> · {meaningOf(reading.level)} {limitsText(reading.level)}
        </>
      );
    case 'above':
      return reading.above ? (
        <>
          <strong>{reading.above.name}</strong> · {reading.above.advice}
        </>
      ) : (
        <>
          {text} is above the scale. The largest is {reading.largest.weight} {reading.largest.name}.
        </>
      );
    case 'between':
      return (
        <>
          {text} is not on the scale. {nearestText(reading)}
        </>
      );
  }
}

function nearestText({ lower, upper }: Extract<Reading, { kind: 'between' }>): string {
  const nearest = [lower, upper].filter(level => level !== undefined).map(level => `${level.weight} ${level.name}`);
  return `${nearest.length === 1 ? 'The nearest is' : 'The nearest are'} ${nearest.join(' and ')}.`;
}

type OutcomeProps = {
  readonly outcome: TrackOutcome;
  /** What has the focus when an Undo goes. */
  readonly next: RefObject<HTMLElement | null>;
  readonly state: TrackState;
  readonly labels: readonly WeightLabel[];
  readonly onUndo: () => void;
};

function OutcomeText({ outcome, next, state: { track }, labels, onUndo }: OutcomeProps) {
  // What was changed since then is not undone by it.
  const isStill = (after: readonly string[]) => String(titlesIn(labels)) === String(after);
  switch (outcome.kind) {
    case 'setting':
      return <Message tone="busy">{settingText(track, outcome.weight)}</Message>;
    case 'set':
      return isStill(outcome.after) ? (
        <Message tone="success">
          {setText(track, labels)}
          {!outcome.isUndone && <UndoButton next={next} onUndo={onUndo} />}
        </Message>
      ) : null;
    case 'changed-meanwhile':
      return <Message tone="warning">{changedText(track, labels)} Nothing was written.</Message>;
    case 'cancelled':
      return <Message tone="info">Nothing was written.</Message>;
    case 'failed':
      return (
        <Message tone="danger">
          {outcome.reason}
          {outcome.undo && isStill(outcome.undo.after) && <UndoButton isAgain next={next} onUndo={onUndo} />}
        </Message>
      );
  }
}
