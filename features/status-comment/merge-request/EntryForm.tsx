import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/Button';
import badge from '../../../components/badge.css?inline';
import fields from '../../../components/fields.css?inline';
import { Message } from '../../../components/Message';
import { PercentField } from '../../../components/PercentField';
import { isEmpty } from '../../../handbook/status/empty';
import { percentIn, textIn } from '../../../handbook/status/values';
import { OutcomeText } from '../OutcomeText';
import own from '../status-form.css?inline';
import { TextField } from '../TextFields';
import { type EntryComposer, type EntryOutcome, mergeRequestField } from './entry';

type Props = { readonly composer: EntryComposer; readonly onClose: () => void };

/** How a merge request stands, for the status update of the issue that it closes. */
export function EntryForm({ composer, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const discard = useRef<HTMLButtonElement>(null);
  const { values, problems, refusals, chosen, outcome, profile, guard } = composer;
  const { value: isReadOnly } = composer.isOutdated;
  const problemOf = (id: string) => problems.value.find(({ field }) => field === id)?.message;
  const set = (id: string) => (value: unknown) => composer.edit({ ...values.value, [id]: value as string });

  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('.fields input')?.focus();
  }, []);
  useLayoutEffect(() => {
    if (refusals.value > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals.value]);

  /** The button for it goes: the focus waits in the notes, which stand before what comes in its place. */
  const readIssuesAgain = () => {
    form.current?.querySelector('textarea')?.focus();
    guard(composer.readIssues)();
  };

  const canPut = chosen.value !== undefined && mergeRequestField(profile.value) !== undefined;
  return (
    <form
      class="card"
      ref={form}
      aria-label="Status update"
      noValidate
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <style>{fields + badge + own}</style>
      <div class="head">
        <h3>Status update</h3>
        <Button label="Close" icon="close" variant="tertiary" small onClick={onClose} />
      </div>
      <div class="body">
        <div class="fields">
          <div class="percents">
            <PercentField
              label="Complete"
              value={percentIn(values.value, 'complete')}
              error={problemOf('complete')}
              readOnly={isReadOnly}
              onInput={set('complete')}
            />
            <PercentField
              label="Confidence"
              value={percentIn(values.value, 'confidence')}
              error={problemOf('confidence')}
              readOnly={isReadOnly}
              onInput={set('confidence')}
            />
          </div>
          <TextField
            field={{ id: 'notes', kind: 'text', label: 'Notes' }}
            value={textIn(values.value, 'notes')}
            lastTime=""
            error={undefined}
            isReadOnly={isReadOnly}
            onInput={set('notes')}
          />
          <IssueChoice composer={composer} onAgain={readIssuesAgain} />
        </div>
        <div class="preview">
          <div class="preview-head">
            <h4 class="field-label">Preview</h4>
          </div>
          <pre>{isEmpty(values.value) ? '' : composer.text.value}</pre>
          <p class="help">One line of the issue’s status update. Written for {profile.value.name}.</p>
        </div>
      </div>
      <div class="foot">
        <div role="status" class="outcome">
          {outcome.value && <Outcome outcome={outcome.value} next={discard} />}
        </div>
        <div class="actions">
          {canPut && chosen.value && (
            <Button variant="confirm" onClick={guard(composer.put)}>
              Add to the draft of {chosen.value.reference}
            </Button>
          )}
          <Button busy={composer.isInserting.value} onClick={guard(composer.insert)}>
            {composer.isInserting.value ? 'Inserting into comment' : 'Insert into comment'}
          </Button>
          <Button icon="copy" onClick={guard(composer.copy)}>
            Copy
          </Button>
          <span class="rest" />
          <Button
            variant="tertiary"
            elementRef={discard}
            disabled={isEmpty(values.value) || isReadOnly}
            onClick={composer.discard}
          >
            Discard draft
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The issue whose update the line is for. */
function IssueChoice({ composer, onAgain }: { composer: EntryComposer; onAgain: () => void }) {
  const name = useId();
  const { issues, chosen } = composer;
  const { value: found } = issues;
  if (found.kind === 'reading') return <Message tone="busy">Looking for the issue that this closes</Message>;
  if (found.kind === 'failed') {
    return (
      <Message tone="danger">
        The issue that this closes could not be found: {found.reason}{' '}
        <button type="button" class="link-button" onClick={onAgain}>
          Try again
        </button>
      </Message>
    );
  }
  if (found.list.length === 0) {
    return (
      <Message tone="info">
        This merge request closes no issue. The line can be copied, or inserted into the comment here.
      </Message>
    );
  }
  const hasNoPlace = mergeRequestField(composer.profile.value) === undefined;
  return (
    <fieldset>
      <legend class="field-label">Issue</legend>
      {found.list.map(issue => (
        <label key={`${issue.path}#${issue.iid}`} class="check issue">
          <input type="radio" name={name} checked={issue === chosen.value} onChange={() => composer.choose(issue)} />
          <span>
            {issue.reference} {issue.title}
          </span>
        </label>
      ))}
      {hasNoPlace && <p class="help">{composer.profile.value.name} has no merge requests in its status update.</p>}
    </fieldset>
  );
}

function Outcome({ outcome, next }: { outcome: EntryOutcome; next: RefObject<HTMLButtonElement | null> }) {
  switch (outcome.kind) {
    case 'put': {
      const { reference, url } = outcome.issue;
      return (
        <Message tone="success">
          In the draft of {reference}. Nothing is posted yet. <a href={url}>Go to {reference}</a>
        </Message>
      );
    }
    case 'lost-with-page':
      return (
        <Message tone="warning">
          In a private window nothing outlives the page. Press Copy, then paste the line into the issue’s comment.
        </Message>
      );
    default:
      return <OutcomeText outcome={outcome} next={next} />;
  }
}
