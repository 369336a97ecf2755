import { useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import type { FieldProblem, MergeRequestEntry } from '../../handbook/status/values';

type Props = {
  readonly label: string;
  readonly entries: readonly MergeRequestEntry[];
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onInput: (entries: MergeRequestEntry[]) => void;
};

/** One row for each merge request of the issue: reference, complete, confidence, notes. */
export function MergeRequestFields({ label, entries, problems, isReadOnly, onInput }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const change = (index: number, part: Partial<MergeRequestEntry>) =>
    onInput(entries.map((entry, other) => (other === index ? { ...entry, ...part } : entry)));
  const problemAt = (index: number, part: string) =>
    problems.find(problem => problem.field.endsWith(`.${index}.${part}`))?.message;

  return (
    <div class="merge-requests">
      <div class="mr-head">
        <h4 class="field-label">{label}</h4>
        {entries.length > 0 && (
          <>
            <span class="small-text subtle">Complete</span>
            <span class="small-text subtle">Confidence</span>
          </>
        )}
      </div>
      <ul ref={list} aria-label={label}>
        {entries.map((entry, index) => {
          const name = entry.ref.trim() || 'the new merge request';
          const errors = ['ref', 'complete', 'confidence']
            .map(part => problemAt(index, part))
            .filter(message => message !== undefined);
          return (
            // A reference is typed letter by letter: the place is all that stays.
            <li key={index} class="mr">
              <input
                class="field"
                type="text"
                placeholder="!123"
                value={entry.ref}
                readOnly={isReadOnly}
                aria-label="Merge request"
                aria-invalid={problemAt(index, 'ref') !== undefined}
                onInput={event => change(index, { ref: event.currentTarget.value })}
              />
              {(['complete', 'confidence'] as const).map(part => (
                <div key={part} class="percent-number">
                  <input
                    class="field"
                    type="number"
                    min="0"
                    max="100"
                    inputMode="numeric"
                    value={entry[part] ?? ''}
                    readOnly={isReadOnly}
                    aria-label={`${part === 'complete' ? 'Complete' : 'Confidence'} of ${name}`}
                    aria-invalid={problemAt(index, part) !== undefined}
                    onInput={({ currentTarget: { value, valueAsNumber } }) =>
                      change(index, { [part]: value === '' ? undefined : valueAsNumber })
                    }
                  />
                  <span class="sign" aria-hidden="true">
                    %
                  </span>
                </div>
              ))}
              <Button
                label={`Remove ${name}`}
                icon="close"
                variant="tertiary"
                small
                disabled={isReadOnly}
                onClick={() => onInput(entries.filter((_, other) => other !== index))}
              />
              <input
                class="field notes"
                type="text"
                value={entry.notes}
                readOnly={isReadOnly}
                placeholder="Notes"
                aria-label={`Notes on ${name}`}
                onInput={event => change(index, { notes: event.currentTarget.value })}
              />
              {errors.map(message => (
                <p key={message} class="error">
                  {message}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
      <Button
        variant="tertiary"
        small
        icon="plus"
        disabled={isReadOnly}
        onClick={() => {
          onInput([...entries, { ref: '', complete: undefined, confidence: undefined, notes: '' }]);
          requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
        }}
      >
        Add merge request
      </Button>
    </div>
  );
}
