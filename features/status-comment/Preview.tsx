import { useId } from 'preact/hooks';
import type { Status, StatusFormat } from '../../handbook/profile';
import { isEmpty } from '../../handbook/status/empty';
import { lineBreak } from '../../handbook/status/format';
import { quickActionLines } from '../../handbook/status/quick-actions';
import { idsIn } from '../../handbook/status/template';
import type { StatusValues } from '../../handbook/status/values';
import type { Composer } from './composer';

type Props = {
  readonly profileName: string;
  readonly status: Status;
  readonly values: StatusValues;
  readonly composer: Composer;
};

/** The comment as it will be, and in which of the team's formats. */
export function Preview({ profileName, status, values, composer }: Props) {
  const id = useId();
  const format = composer.formatOf(values);
  const homeless = fieldsWithoutPlace(values, status, format, composer.actions.on.value);
  return (
    <div class="preview">
      <div class="preview-head">
        <h4 class="field-label">Preview</h4>
        {status.formats.length > 1 && (
          <>
            <label class="hidden-text" for={id}>
              Format
            </label>
            <select
              id={id}
              class="field small-field"
              value={format.name}
              onChange={event => composer.chooseFormat(event.currentTarget.value)}
            >
              {status.formats.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </>
        )}
      </div>
      <pre>{isEmpty(values) ? '' : composer.textOf(values).replaceAll(lineBreak, '\n')}</pre>
      {homeless.length > 0 && (
        <p class="help">
          This format has no place for {homeless.join(' and ')}: {homeless.length === 1 ? 'it stands' : 'they stand'} at
          the end.
        </p>
      )}
      <p class="help">Goes into the comment box. You post it. Written for {profileName}.</p>
    </div>
  );
}

/** The filled fields that neither a format names nor a quick action that is switched on carries. */
function fieldsWithoutPlace(
  values: StatusValues,
  status: Status,
  format: StatusFormat,
  actions: readonly string[],
): string[] {
  const named = new Set([...format.lines.flatMap(idsIn), ...quickActionLines(values, status, actions).ids]);
  return status.fields
    .filter(({ id }) => !named.has(id) && !isEmpty({ [id]: values[id] }))
    .filter(field => field.kind !== 'checks' || field.into === undefined)
    .map(({ label }) => label);
}
