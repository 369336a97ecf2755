import type { Status } from '../../handbook/profile';
import { quickActionLines } from '../../handbook/status/quick-actions';
import type { StatusValues } from '../../handbook/status/values';
import type { QuickActionChoice } from './quick-actions';

type Props = {
  readonly status: Status;
  readonly values: StatusValues;
  readonly choice: QuickActionChoice;
};

/** The commands that the team lets its updates carry, each off unless the person has switched it on. */
export function QuickActions({ status, values, choice }: Props) {
  if (choice.offered.length === 0) return null;
  return (
    <fieldset>
      <legend class="field-label">Quick actions</legend>
      <div class="options column">
        {choice.offered.map(action => {
          const [line] = quickActionLines(values, status, [action]).lines;
          return (
            <label key={action} class="check">
              <input
                type="checkbox"
                checked={choice.on.value.includes(action)}
                onChange={event => void choice.choose(action, event.currentTarget.checked)}
              />
              <code>{line ?? action}</code>
              {line === undefined && <span class="subtle small-text">needs a value above</span>}
            </label>
          );
        })}
      </div>
      <p class="help">GitLab carries them out when you post the comment.</p>
    </fieldset>
  );
}
