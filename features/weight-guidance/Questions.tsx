import type { Signal } from '@preact/signals';
import type { Scale } from '../../handbook/profile';
import { weightFromAnswers } from '../../handbook/scale';

type Props = {
  readonly scale: Scale;
  /** The chosen answer's number for each question. */
  readonly answers: Signal<readonly (number | undefined)[]>;
  readonly isReadOnly: boolean;
  readonly onWeight: (weight: number) => void;
};

/** The team's questions, in place of the confidence: the answers lead to a weight. */
export function Questions({ scale, answers, isReadOnly, onWeight }: Props) {
  const weight = weightFromAnswers(answers.value, scale);
  return (
    <div class="sure">
      {scale.questions?.map((question, index) => (
        <fieldset key={question.ask} class="question" disabled={isReadOnly}>
          <legend class="field-label">{question.ask}</legend>
          <div class="answers">
            {question.answers.map((answer, number) => (
              <label key={answer.say} class="check">
                <input
                  type="radio"
                  name={`question-${index}`}
                  checked={answers.value[index] === number}
                  onChange={() => {
                    const next = [...answers.value];
                    next[index] = number;
                    answers.value = next;
                    const reached = weightFromAnswers(next, scale);
                    if (reached !== undefined) onWeight(reached);
                  }}
                />
                {answer.say}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p class="advice" role="status">
        {weight !== undefined && <strong>The answers lead to weight {weight}.</strong>}
      </p>
    </div>
  );
}
