import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { longestTitle } from '../../../handbook/split';
import type { Row } from './intent';
import type { Splitter } from './splitter';

type Props = {
  readonly rows: readonly Row[];
  /** The weights to choose from. */
  readonly weights: readonly number[];
  readonly split: Splitter;
  readonly isReadOnly: boolean;
};

/** Title and weight of each part, before anything is created. */
export function RowFields({ rows, weights, split, isReadOnly }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const before = useRef(rows.length);

  useLayoutEffect(() => {
    const fields = [...(grid.current?.querySelectorAll<HTMLElement>('input') ?? [])];
    const isLess = rows.length < before.current;
    if (rows.length > before.current) fields.at(-1)?.focus();
    // The button that was pressed is gone with its row.
    else if (isLess) (fields.at(-1) ?? grid.current?.querySelector<HTMLElement>('.add button'))?.focus();
    before.current = rows.length;
  }, [rows.length]);

  return (
    <div class="fields" ref={grid}>
      <div class="row heads" aria-hidden="true">
        <span>Title</span>
        <span>Weight</span>
      </div>
      {rows.map((row, index) => (
        <div class="row" key={row.id}>
          <TitleField row={row} number={index + 1} split={split} isReadOnly={isReadOnly} />
          <WeightField row={row} number={index + 1} weights={weights} split={split} isReadOnly={isReadOnly} />
          <Button
            label={`Remove row ${index + 1}`}
            icon="close"
            variant="tertiary"
            small
            disabled={isReadOnly}
            onClick={() => split.remove(row.id)}
          />
        </div>
      ))}
      <div class="add">
        <Button icon="plus" variant="tertiary" small disabled={isReadOnly} onClick={split.add}>
          Add row
        </Button>
      </div>
    </div>
  );
}

type FieldProps = {
  readonly row: Row;
  /** Counted from 1. */
  readonly number: number;
  readonly split: Splitter;
  readonly isReadOnly: boolean;
  /** Id of what says what is wrong with it. */
  readonly wrong?: string;
};

export function TitleField({ row, number, split, isReadOnly, wrong }: FieldProps) {
  return (
    <input
      class="field"
      aria-label={`Title of row ${number}`}
      aria-invalid={wrong ? 'true' : undefined}
      aria-describedby={wrong}
      value={row.title}
      maxLength={longestTitle}
      readOnly={isReadOnly}
      onInput={event => split.edit(row.id, { title: event.currentTarget.value })}
    />
  );
}

type WeightProps = FieldProps & { readonly weights: readonly number[] };

export function WeightField({ row, number, weights, split, isReadOnly }: WeightProps) {
  return (
    <select
      class="field"
      aria-label={`Weight of row ${number}`}
      value={row.weight ?? ''}
      disabled={isReadOnly}
      onChange={event => {
        const { value } = event.currentTarget;
        split.edit(row.id, { weight: value === '' ? undefined : Number(value) });
      }}
    >
      <option value="" aria-label="Not set">
        –
      </option>
      {weights.map(weight => (
        <option key={weight} value={weight}>
          {weight}
        </option>
      ))}
    </select>
  );
}
