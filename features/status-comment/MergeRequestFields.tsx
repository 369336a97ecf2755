import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import type { FieldOfKind } from '../../handbook/profile';
import type { FieldProblem, MergeRequestEntry } from '../../handbook/status/values';
import type { Composer } from './composer';
import { MergeRequestRow } from './MergeRequestRow';
import { entryFor } from './start';

type Props = {
  readonly field: FieldOfKind<'merge-requests'>;
  readonly entries: readonly MergeRequestEntry[];
  /** The rows of the person's last update. */
  readonly last: readonly MergeRequestEntry[];
  readonly problems: readonly FieldProblem[];
  readonly composer: Composer;
  readonly isReadOnly: boolean;
  readonly onInput: (entries: MergeRequestEntry[]) => void;
};

/** One row for each merge request that the update speaks of, and the item's others to be added. */
export function MergeRequestFields({ field, entries, last, problems, composer, isReadOnly, onInput }: Props) {
  const view = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const id = useId();
  const missing = problems.find(problem => problem.field === field.id)?.message;
  const { finder } = composer;
  const { known, own, failure } = finder.state.value;
  const offered = own.filter(ref => !entries.some(entry => entry.ref === ref));

  const focusNext = useRef<string | undefined>(undefined);
  const focusNow = (selector: string) => view.current?.querySelector<HTMLElement>(selector)?.focus();
  useLayoutEffect(() => {
    if (focusNext.current) focusNow(focusNext.current);
    focusNext.current = undefined;
  });
  /** With the next drawing, before another press: what has the focus now may be gone or another row's by then. */
  const focus = (selector: string) => {
    focusNext.current = selector;
  };
  const rowPart = (index: number, part: string) => `li:nth-child(${index + 1}) ${part}`;

  function move(index: number, to: number): void {
    const moved = entries[index];
    if (!moved || to < 0 || to >= entries.length) return;
    onInput(entries.toSpliced(index, 1).toSpliced(to, 0, moved));
    say(`${moved.ref} is now number ${to + 1} of ${entries.length}.`);
    focus(rowPart(to, `.move-${to < index ? 'up' : 'down'}`));
  }

  function leaveOut(index: number): void {
    onInput(entries.toSpliced(index, 1));
    say(`${entries[index]?.ref || 'The merge request'} is left out.`);
    focus(entries.length > 1 ? rowPart(Math.min(index, entries.length - 2), '.leave-out') : '.add');
  }

  async function name(index: number, isEntered: boolean): Promise<void> {
    if ((await composer.nameMergeRequest(field.id, index)) && isEntered) focusNow(rowPart(index, '[type="number"]'));
  }

  return (
    <div class="merge-requests" ref={view}>
      <div class="mr-head">
        <h4 class="field-label">{field.label}</h4>
        {entries.length > 0 && (
          <>
            <span class="small-text subtle">Complete</span>
            <span class="small-text subtle">Confidence</span>
          </>
        )}
      </div>
      <ul aria-label={field.label}>
        {entries.map((entry, index) => (
          // A reference is typed letter by letter: the place is all that stays.
          <MergeRequestRow
            key={index}
            entry={entry}
            last={last.find(({ ref }) => ref === entry.ref)}
            mergeRequest={known.get(entry.ref)}
            instance={composer.instance}
            problems={problems.filter(problem => problem.field.startsWith(`${field.id}.${index}.`))}
            isReadOnly={isReadOnly}
            onChange={part => onInput(entries.map((one, other) => (other === index ? { ...one, ...part } : one)))}
            onNamed={isEntered => name(index, isEntered)}
            onLeaveOut={() => leaveOut(index)}
            onMove={entries.length > 1 ? step => move(index, index + step) : undefined}
            isFirst={index === 0}
            isLast={index === entries.length - 1}
          />
        ))}
      </ul>
      <div class="mr-more">
        <Button
          variant="tertiary"
          small
          icon="plus"
          class="add"
          describedBy={missing && id}
          disabled={isReadOnly}
          onClick={() => {
            onInput([...entries, entryFor('', undefined, undefined)]);
            focus('li:last-child input');
          }}
        >
          Add merge request
        </Button>
        {offered.map(ref => (
          <Button
            key={ref}
            variant="tertiary"
            small
            icon="plus"
            title={known.get(ref)?.title ?? ref}
            disabled={isReadOnly}
            onClick={() => {
              onInput([
                ...entries,
                entryFor(
                  ref,
                  known.get(ref),
                  last.find(one => one.ref === ref),
                ),
              ]);
              say(`${ref} is in the list.`);
              focus('li:last-child [type="number"]');
            }}
          >
            Add {ref}
          </Button>
        ))}
      </div>
      {missing && (
        <p class="error" id={id}>
          {missing}
        </p>
      )}
      {failure !== undefined && (
        <p class="help">
          More merge requests may belong to this issue: {failure}{' '}
          <button
            type="button"
            class="link-button"
            onClick={() => {
              focus('.add');
              composer.findAgain();
            }}
          >
            Try again
          </button>
        </p>
      )}
      <p class="hidden-text" aria-live="polite">
        {said}
      </p>
    </div>
  );
}
