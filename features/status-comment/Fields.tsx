import { useId } from 'preact/hooks';
import { Label } from '../../components/Label';
import { PercentField } from '../../components/PercentField';
import type { PageLabel } from '../../gitlab/facts';
import type { FieldOfKind, Status, StatusField } from '../../handbook/profile';
import {
  type FieldProblem,
  type FieldValue,
  labelsIn,
  mergeRequestsIn,
  percentIn,
  type StatusValues,
  textIn,
} from '../../handbook/status/values';
import { MergeRequestFields } from './MergeRequestFields';

type Props = {
  readonly status: Status;
  readonly values: StatusValues;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  /** The item's labels, for the colours of label fields. */
  readonly labels: readonly PageLabel[];
  readonly onEdit: (values: StatusValues) => void;
};

/** The fields of the team's status comment, in its order; neighbouring percentages stand side by side. */
export function Fields({ status, values, problems, isReadOnly, labels, onEdit }: Props) {
  const set = (id: string) => (value: FieldValue | undefined) => onEdit({ ...values, [id]: value });
  const view = (field: StatusField) => (
    <FieldView
      key={field.id}
      field={field}
      values={values}
      problems={problems.filter(problem => problem.field.split('.')[0] === field.id)}
      isReadOnly={isReadOnly}
      labels={labels}
      onInput={set(field.id)}
    />
  );
  const percents = status.fields.filter(field => field.kind === 'percent');
  const others = status.fields.filter(field => field.kind !== 'percent');
  return (
    <>
      <div class="percents">{percents.map(view)}</div>
      {others.map(view)}
    </>
  );
}

type FieldProps = {
  readonly field: StatusField;
  readonly values: StatusValues;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly labels: readonly PageLabel[];
  readonly onInput: (value: FieldValue | undefined) => void;
};

function FieldView({ field, values, problems, isReadOnly, labels, onInput }: FieldProps) {
  const error = problems[0]?.message;
  switch (field.kind) {
    case 'percent':
      return (
        <PercentField
          label={field.label}
          value={percentIn(values, field.id)}
          help={field.help}
          error={error}
          readOnly={isReadOnly}
          onInput={onInput}
        />
      );
    case 'labels':
      return (
        <LabelChoice
          field={field}
          chosen={labelsIn(values, field.id)}
          isReadOnly={isReadOnly}
          labels={labels}
          onInput={onInput}
        />
      );
    case 'merge-requests':
      return (
        <MergeRequestFields
          label={field.label}
          entries={mergeRequestsIn(values, field.id)}
          problems={problems}
          isReadOnly={isReadOnly}
          onInput={onInput}
        />
      );
    default:
      return (
        <TextField
          field={field}
          text={textIn(values, field.id)}
          error={error}
          isReadOnly={isReadOnly}
          onInput={onInput}
        />
      );
  }
}

type TextProps = {
  readonly field: StatusField;
  readonly text: string;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onInput: (text: string) => void;
};

function TextField({ field, text, error, isReadOnly, onInput }: TextProps) {
  const id = useId();
  return (
    <div>
      <label class="field-label" for={id}>
        {field.label}
      </label>
      <textarea
        id={id}
        class="field"
        rows={2}
        value={text}
        readOnly={isReadOnly}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-help`}
        onInput={event => onInput(event.currentTarget.value)}
      />
      <p class={error ? 'error' : 'help'} id={`${id}-help`}>
        {error ?? field.help}
      </p>
    </div>
  );
}

type LabelChoiceProps = {
  readonly field: FieldOfKind<'labels'>;
  readonly chosen: readonly string[];
  readonly isReadOnly: boolean;
  readonly labels: readonly PageLabel[];
  readonly onInput: (chosen: string[]) => void;
};

function LabelChoice({ field, chosen, isReadOnly, labels, onInput }: LabelChoiceProps) {
  return (
    <fieldset>
      <legend class="field-label">{field.label}</legend>
      <div class="labels">
        {field.labels.map(title => {
          const looks = labels.find(label => label.title === title);
          return (
            <label key={title} class="check">
              <input
                type="checkbox"
                checked={chosen.includes(title)}
                disabled={isReadOnly}
                onChange={event =>
                  // In the team's order, however they were ticked.
                  onInput(
                    field.labels.filter(other =>
                      other === title ? event.currentTarget.checked : chosen.includes(other),
                    ),
                  )
                }
              />
              <Label title={title} color={looks?.color} isScoped={looks?.isScoped ?? false} />
            </label>
          );
        })}
      </div>
      {field.help && <p class="help">{field.help}</p>}
    </fieldset>
  );
}
