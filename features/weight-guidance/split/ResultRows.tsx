import { useId, useRef } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { Icon, type IconName } from '../../../components/Icon';
import type { Row } from './intent';
import { TitleField, WeightField } from './RowFields';
import type { SplitState, Splitter } from './splitter';
import { rowText } from './words';

type Props = {
  readonly state: Extract<SplitState, { kind: 'ready' }>;
  readonly split: Splitter;
  readonly weights: readonly number[];
};

/** What became of each part: its link, or why it is not created. */
export function ResultRows({ state, split, weights }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const remove = (id: string) => {
    // The button goes with its row: the next one takes the focus, or the one before.
    const at = state.intent.rows.findIndex(row => row.id === id);
    const items = [...(list.current?.children ?? [])];
    const others = [...items.slice(at + 1), ...items.slice(0, at).reverse()];
    const next = others.map(item => item.querySelector<HTMLElement>('.removes')).find(button => button !== null);
    next?.focus();
    split.remove(id);
  };
  return (
    <ul class="results" ref={list}>
      {state.intent.rows.map((row, index) => (
        <ResultRow
          key={row.id}
          row={row}
          number={index + 1}
          state={state}
          split={split}
          weights={weights}
          onRemove={() => remove(row.id)}
        />
      ))}
    </ul>
  );
}

type RowProps = Props & { readonly row: Row; readonly number: number; readonly onRemove: () => void };

function ResultRow({ row, number, state, split, weights, onRemove }: RowProps) {
  const id = useId();
  const isAtWork = state.working?.row === row.id;
  const said = isAtWork ? undefined : rowText(row);
  const mayChange = !row.created && !state.isRunning && !state.isOutdated;
  const isEdited = mayChange && row.failure?.isAboutRow === true;
  const mark = isAtWork ? 'busy' : row.created ? (said?.tone ?? 'success') : (said?.tone ?? 'none');
  return (
    <li class="result">
      {mark === 'none' ? <span class="no-mark" /> : <Icon name={icons[mark]} size={14} class={`tone-${mark}`} />}
      {isEdited ? (
        <>
          <TitleField row={row} number={number} split={split} isReadOnly={false} wrong={`${id}-said`} />
          <WeightField row={row} number={number} weights={weights} split={split} isReadOnly={false} />
        </>
      ) : (
        <>
          <span class="result-title">{row.created?.title ?? row.title}</span>
          {row.weight !== undefined && <span class="result-weight">weight {row.weight}</span>}
          {row.created && (
            <a
              href={row.created.url}
              target="_blank"
              rel="noreferrer"
              aria-label={`${row.created.reference} ${row.created.title}`}
            >
              {row.created.reference}
            </a>
          )}
        </>
      )}
      {mayChange && (
        <Button
          label={`Remove row ${number}`}
          icon="close"
          variant="tertiary"
          small
          class="removes"
          onClick={onRemove}
        />
      )}
      {said && (
        <p class={said.tone === 'danger' ? 'said text-danger' : 'said'} id={`${id}-said`}>
          {said.text}
        </p>
      )}
      {isAtWork && state.working?.isLookingFor && (
        <p class="said">Looking whether GitLab created it after all. This can take a minute.</p>
      )}
    </li>
  );
}

const icons: Readonly<Record<'busy' | 'success' | 'info' | 'warning' | 'danger', IconName>> = {
  busy: 'spinner',
  success: 'check',
  info: 'check',
  warning: 'warning',
  danger: 'error',
};
