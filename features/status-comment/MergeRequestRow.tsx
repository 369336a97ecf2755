import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import type { Instance } from '../../gitlab/instance';
import type { MergeRequest } from '../../gitlab/merge-requests';
import { addressOf } from '../../gitlab/references';
import type { FieldProblem, MergeRequestEntry } from '../../handbook/status/values';
import { sinceLastTime } from './start';

type Props = {
  readonly entry: MergeRequestEntry;
  readonly last: MergeRequestEntry | undefined;
  /** What GitLab knows of it; until then its reference can be typed. */
  readonly mergeRequest: MergeRequest | undefined;
  readonly instance: Instance;
  readonly problems: readonly FieldProblem[];
  readonly isReadOnly: boolean;
  readonly onChange: (part: Partial<MergeRequestEntry>) => void;
  /** The reference is typed. `isEntered`: with Enter, so that the focus goes on to the figures. */
  readonly onNamed: (isEntered: boolean) => Promise<void>;
  readonly onLeaveOut: () => void;
  /** `undefined` when there is nowhere to move to. */
  readonly onMove: ((step: 1 | -1) => void) | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

const figures = { complete: 'Complete', confidence: 'Confidence' } as const;

/** One merge request: which it is and how it stands, complete, confidence, notes. */
export function MergeRequestRow(props: Props) {
  const { entry, mergeRequest, problems, isReadOnly, onChange, onMove } = props;
  const id = useId();
  // On its way to !123 somebody types !1, which may be another one.
  const [isTyping, setTyping] = useState(false);
  const named = (isEntered: boolean) => {
    if (entry.ref.trim() !== '') void props.onNamed(isEntered).finally(() => setTyping(false));
  };
  const name = entry.ref.trim() || 'the new merge request';
  const problemOf = (part: string) => problems.find(({ field }) => field.endsWith(`.${part}`))?.message;
  const described = (part: string) => (problemOf(part) ? `${id}-${part}` : undefined);
  return (
    <li class="mr">
      {mergeRequest && !isTyping ? (
        <Known {...props} mergeRequest={mergeRequest} problem={problemOf('ref')} />
      ) : (
        <input
          class="field"
          type="text"
          placeholder="!123 or its address"
          value={entry.ref}
          readOnly={isReadOnly}
          aria-label="Merge request"
          aria-invalid={problemOf('ref') !== undefined}
          aria-describedby={described('ref')}
          onInput={event => {
            setTyping(true);
            onChange({ ref: event.currentTarget.value });
          }}
          onBlur={() => named(false)}
          onKeyDown={event => {
            if (event.key === 'Enter') named(true);
          }}
        />
      )}
      {(['complete', 'confidence'] as const).map(part => (
        <div key={part}>
          <span class="caption small-text subtle" aria-hidden="true">
            {figures[part]}
          </span>
          <div class="percent-number">
            <input
              class="field"
              type="number"
              min="0"
              max="100"
              inputMode="numeric"
              value={entry[part] ?? ''}
              readOnly={isReadOnly}
              aria-label={`${figures[part]} of ${name}`}
              aria-invalid={problemOf(part) !== undefined}
              aria-describedby={described(part)}
              onInput={({ currentTarget: { value, valueAsNumber } }) =>
                onChange({ [part]: value === '' ? undefined : valueAsNumber })
              }
            />
            <span class="sign" aria-hidden="true">
              %
            </span>
          </div>
        </div>
      ))}
      <Button
        label={`Leave out ${name}`}
        icon="close"
        variant="tertiary"
        small
        class="leave-out"
        disabled={isReadOnly}
        onClick={props.onLeaveOut}
      />
      {(['ref', 'complete', 'confidence'] as const).map(
        part =>
          problemOf(part) && (
            <p key={part} class="error" id={`${id}-${part}`}>
              {problemOf(part)}
            </p>
          ),
      )}
      <div class="mr-notes">
        <input
          class="field"
          type="text"
          value={entry.notes}
          readOnly={isReadOnly}
          placeholder="Notes"
          aria-label={`Notes on ${name}`}
          onInput={event => onChange({ notes: event.currentTarget.value })}
        />
        {onMove && (
          <>
            <Button
              label={`Move up ${name}`}
              icon="chevron"
              variant="tertiary"
              small
              class="move-up"
              disabled={isReadOnly || props.isFirst}
              onClick={() => onMove(-1)}
            />
            <Button
              label={`Move down ${name}`}
              icon="chevron"
              variant="tertiary"
              small
              class="move-down"
              disabled={isReadOnly || props.isLast}
              onClick={() => onMove(1)}
            />
          </>
        )}
      </div>
    </li>
  );
}

type KnownProps = Pick<Props, 'entry' | 'last' | 'instance'> & {
  readonly mergeRequest: MergeRequest;
  readonly problem: string | undefined;
};

const reviews = { requested: 'review requested', started: 'review started', approved: 'approved' } as const;

function Known({ entry, last, mergeRequest, instance, problem }: KnownProps) {
  const { pipeline, review, state } = mergeRequest;
  const facts = [
    sinceLastTime(last?.complete, entry.complete),
    state === 'opened' && pipeline && `pipeline ${pipelineWords[pipeline] ?? pipeline.replaceAll('_', ' ')}`,
    state === 'opened' && review && reviews[review],
  ].filter(fact => typeof fact === 'string');
  return (
    <div class="mr-known" tabIndex={problem ? -1 : undefined} aria-invalid={problem ? true : undefined}>
      <a href={addressOf(mergeRequest, instance)}>{entry.ref}</a>{' '}
      <span class="mr-title">{mergeRequest.title.replace(/^draft:\s*/i, '')}</span>{' '}
      <State mergeRequest={mergeRequest} />
      {facts.length > 0 && <p class="small-text subtle">{sentence(facts.join(' · '))}</p>}
    </div>
  );
}

const pipelineWords: Readonly<Record<string, string>> = { success: 'passed' };

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function State({ mergeRequest: { state, isDraft } }: { mergeRequest: MergeRequest }) {
  if (state === 'merged') return <span class="badge info">Merged</span>;
  if (state === 'closed') return <span class="badge danger">Closed</span>;
  return isDraft ? <span class="badge neutral">Draft</span> : <span class="badge success">Open</span>;
}
