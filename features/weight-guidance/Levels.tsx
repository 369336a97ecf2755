import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ItemFacts } from '../../handbook/condition';
import { durationText } from '../../handbook/duration';
import type { Matching } from '../../handbook/labels';
import type { Level, Scale } from '../../handbook/profile';
import { levelsOf, meaningFor } from '../../handbook/scale';

type Props = {
  readonly scale: Scale;
  /** The item, which decides between a level's meanings. */
  readonly item: ItemFacts;
  readonly matching: Matching;
  readonly chosen: number | undefined;
  /** The weight that a confidence, in percent, allows. */
  readonly fits: { readonly weight: number; readonly confidence: number | undefined } | undefined;
  readonly isReadOnly: boolean;
  readonly onChoose: (weight: number) => void;
  /** What can be done about an item that lies above the scale. */
  readonly children?: ComponentChildren;
};

/** The whole scale: its levels to choose from, and what lies above them. */
export function Levels({ scale, item, matching, chosen, fits, isReadOnly, onChoose, children }: Props) {
  return (
    <>
      <div role="radiogroup" aria-label="Weight">
        {levelsOf(scale).map(level => (
          <LevelRow
            key={level.weight}
            level={level}
            meaning={meaningFor(level, item, matching)}
            isChosen={chosen === level.weight}
            fits={fits?.weight === level.weight ? fits.confidence : undefined}
            isReadOnly={isReadOnly}
            onChoose={() => onChoose(level.weight)}
          />
        ))}
      </div>
      {scale.above && (
        <div class="level above">
          <Head name={scale.above.name} confidence={scale.above.confidence} />
          <p class="means">{scale.above.meaning}</p>
          <Examples of={scale.above.examples} />
          {children}
        </div>
      )}
      {scale.unknown && (
        <div class="level above">
          <Head name={scale.unknown.name === '?' ? '?' : `? ${scale.unknown.name}`} confidence={undefined} />
          <p class="means">{scale.unknown.meaning}</p>
        </div>
      )}
    </>
  );
}

type RowProps = {
  readonly level: Level;
  readonly meaning: string;
  readonly isChosen: boolean;
  readonly fits: number | undefined;
  readonly isReadOnly: boolean;
  readonly onChoose: () => void;
};

function LevelRow({ level, meaning, isChosen, fits, isReadOnly, onChoose }: RowProps) {
  const id = useId();
  return (
    <label class={isChosen ? 'level chosen' : 'level'}>
      <input
        type="radio"
        name="weight"
        checked={isChosen}
        disabled={isReadOnly}
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
