import { Bars } from '../../components/Icon';
import { toneOf } from '../../handbook/priority';
import type { Profile } from '../../handbook/profile';
import type { TextProblem } from '../../handbook/profile-text';
import { levelsOf } from '../../handbook/scale';
import { formatStatus, lineBreak } from '../../handbook/status/format';
import { exampleValues } from './example-values';

type Props = {
  /** `undefined` while the text has problems: then the saved one is shown. */
  readonly profile: Profile | undefined;
  readonly isShowingSaved: boolean;
  readonly saved: Profile;
  readonly problems: readonly TextProblem[];
};

const bars = { danger: 4, warning: 3, info: 2, neutral: 1 } as const;

/** What the profile's parts will look like. */
export function Preview({ profile, isShowingSaved, saved, problems }: Props) {
  const { priorities, scale, status } = profile ?? saved;
  return (
    <section aria-label="Preview" class="preview">
      <h2>Preview</h2>
      {isShowingSaved && (
        <p class="hint">
          As it was saved. {problems[0] && `Line ${problems[0].line} keeps the text from being shown.`}
        </p>
      )}
      {priorities && (
        <div class="card">
          <h3>Priorities</h3>
          <p class="badges">
            {priorities.rules.map((rule, index) => {
              const tone = toneOf({ rule, rank: index + 1, of: priorities.rules.length });
              return (
                <span key={rule.name} class={`badge ${tone}`}>
                  <Bars filled={bars[tone]} />
                  {rule.name}
                </span>
              );
            })}
          </p>
        </div>
      )}
      {scale && (
        <div class="card">
          <h3>Weights</h3>
          <ul>
            {levelsOf(scale).map(level => (
              <li key={level.weight}>
                <strong>
                  {level.weight} {level.name}
                </strong>
                <span class="hint">{level.confidence !== undefined && `${level.confidence}% or more`}</span>
              </li>
            ))}
            {scale.above && (
              <li>
                <strong>{scale.above.name}</strong>
                <span class="hint">{scale.above.confidence !== undefined && `${scale.above.confidence}% or more`}</span>
              </li>
            )}
          </ul>
        </div>
      )}
      {status && (
        <div class="card">
          <h3>Status comment</h3>
          <pre>{formatStatus(exampleValues(status), status).replaceAll(lineBreak, '\n')}</pre>
        </div>
      )}
      {!priorities && !scale && !status && <p class="hint">Nothing of this profile is shown on GitLab’s pages yet.</p>}
    </section>
  );
}
