import { Fragment } from 'preact';
import { PercentField } from '../../components/PercentField';
import type { PageLabel } from '../../gitlab/facts';
import type { Status, StatusField } from '../../handbook/profile';
import { type FieldValue, listIn, mergeRequestsIn, percentIn, textIn } from '../../handbook/status/values';
import { ChecksField, ChoiceField, DateField, LabelField } from './ChoiceFields';
import type { Composer } from './composer';
import { MergeRequestFields } from './MergeRequestFields';
import { sinceLastTime } from './start';
import type { StatusState } from './state';
import { ListField, TextField } from './TextFields';

type Props = {
  readonly status: Status;
  readonly state: StatusState;
  readonly composer: Composer;
  readonly isReadOnly: boolean;
  /** The item's labels, for the colours of label fields. */
  readonly labels: readonly PageLabel[];
};

/** The fields of the team's status comment, in its order; neighbouring percentages stand side by side. */
export function Fields({ status, ...props }: Props) {
  return (
    <>
      {neighbours(status.fields).map(fields => {
        const views = fields.map(field => <FieldView key={field.id} field={field} {...props} />);
        const [first] = fields;
        if (first?.kind !== 'percent') return <Fragment key={first?.id}>{views}</Fragment>;
        return (
          <div key={first.id} class="percents">
            {views}
          </div>
        );
      })}
    </>
  );
}

function neighbours(fields: readonly StatusField[]): StatusField[][] {
  const groups: StatusField[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === 'percent' && field.kind === 'percent') last.push(field);
    else groups.push([field]);
  }
  return groups;
}

/** What the view of every kind of field takes. */
export type FieldViewProps<Field extends StatusField, Value> = {
  readonly field: Field;
  readonly value: Value;
  readonly error: string | undefined;
  /** What the person's last update said here. */
  readonly lastTime: Value;
  readonly isReadOnly: boolean;
  readonly onInput: (value: FieldValue | undefined) => void;
};

type FieldProps = Omit<Props, 'status'> & { readonly field: StatusField };

function FieldView({ field, state, composer, isReadOnly, labels }: FieldProps) {
  const { id } = field;
  const { value: values } = state.values;
  const { value: last } = composer.last;
  const problems = state.problems.value.filter(problem => problem.field.split('.')[0] === id);
  const shared = {
    error: problems[0]?.message,
    isReadOnly,
    onInput: (value: FieldValue | undefined) => composer.edit({ ...state.values.value, [id]: value }),
  };
  switch (field.kind) {
    case 'percent':
      return (
        <PercentField
          label={field.label}
          value={percentIn(values, id)}
          help={percentHelp(field, percentIn(last, id), percentIn(values, id))}
          error={shared.error}
          readOnly={isReadOnly}
          onInput={shared.onInput}
        />
      );
    case 'labels':
      return (
        <LabelField
          {...shared}
          field={field}
          value={listIn(values, id)}
          lastTime={listIn(last, id)}
          labels={labels}
          assignees={composer.finder.state.value.assignees}
        />
      );
    case 'merge-requests':
      return (
        <MergeRequestFields
          field={field}
          entries={mergeRequestsIn(values, id)}
          last={mergeRequestsIn(last, id)}
          problems={problems}
          composer={composer}
          isReadOnly={isReadOnly}
          onInput={shared.onInput}
        />
      );
    case 'choice':
      return <ChoiceField {...shared} field={field} value={textIn(values, id)} lastTime={textIn(last, id)} />;
    case 'checks':
      return <ChecksField {...shared} field={field} value={listIn(values, id)} lastTime={listIn(last, id)} />;
    case 'date':
      return <DateField {...shared} field={field} value={textIn(values, id)} lastTime={textIn(last, id)} />;
    case 'list':
      return <ListField {...shared} field={field} value={listIn(values, id)} lastTime={listIn(last, id)} />;
    case 'text':
      return <TextField {...shared} field={field} value={textIn(values, id)} lastTime={textIn(last, id)} />;
  }
}

/** The team's meaning of its confidence always stands beside it; elsewhere the difference says more. */
function percentHelp({ id, help }: StatusField, last: number | undefined, now: number | undefined): string | undefined {
  const since = sinceLastTime(last, now);
  if (id !== 'confidence') return since ?? help;
  return [since, help].filter(Boolean).join(' · ') || undefined;
}
