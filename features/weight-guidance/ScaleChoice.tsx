import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { PercentField } from '../../components/PercentField';
import type { ItemFacts } from '../../handbook/condition';
import type { Matching } from '../../handbook/labels';
import type { Scale } from '../../handbook/profile';
import { adviceFor, confidenceSteps } from '../../handbook/scale';
import { Levels } from './Levels';
import { Questions } from './Questions';
import { adviceText } from './words';

type Props = {
  readonly scale: Scale;
  /** The item, which decides between a level's meanings. */
  readonly item: ItemFacts;
  readonly matching: Matching;
  /** How sure the person is, in percent; `undefined` until said. */
  readonly confidence: Signal<number | undefined>;
  readonly answers: Signal<readonly (number | undefined)[]>;
  readonly chosen: number | undefined;
  /** Whether no other can be chosen now. */
  readonly isReadOnly: boolean;
  readonly onChoose: (weight: number) => void;
  /** What can be done when no weight is final yet. */
  readonly spike?: ComponentChildren;
  /** What can be done about an item that lies above the scale. */
  readonly children?: ComponentChildren;
};

/** The scale to choose from: how sure one is, or the team's questions, and under it every level. */
export function ScaleChoice({
  scale,
  item,
  matching,
  confidence,
  answers,
  chosen,
  isReadOnly,
  onChoose,
  spike,
  children,
}: Props) {
  const { value } = confidence;
  const advice = value === undefined ? undefined : adviceFor(value, scale);
  const steps = confidenceSteps(scale);
  const [loud, rest] = advice && value !== undefined ? adviceText(value, advice, scale) : ['', ''];
  return (
    <div class="scroll">
      {scale.questions && <Questions scale={scale} answers={answers} isReadOnly={isReadOnly} onWeight={onChoose} />}
      {!scale.questions && steps.length > 0 && (
        <div class="sure">
          <PercentField
            label="How sure are you?"
            value={value}
            onInput={next => {
              confidence.value = next;
            }}
            ticks={steps}
            reached={steps.findLast(step => step <= (value ?? -1))}
          />
          <div class="advice">
            <p role="status">
              {advice && (
                <>
                  <strong>{loud}</strong> {rest}
                </>
              )}
            </p>
            {advice?.kind === 'investigate' && spike}
          </div>
        </div>
      )}
      <Levels
        scale={scale}
        item={item}
        matching={matching}
        chosen={chosen}
        fits={advice?.kind === 'level' ? { weight: advice.level.weight, confidence: value } : undefined}
        isReadOnly={isReadOnly}
        onChoose={onChoose}
      >
        {children}
      </Levels>
    </div>
  );
}
