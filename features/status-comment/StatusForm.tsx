import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../components/Button';
import badge from '../../components/badge.css?inline';
import fields from '../../components/fields.css?inline';
import { labelsIn } from '../../gitlab/facts';
import type { Status } from '../../handbook/profile';
import { isEmpty } from '../../handbook/status/empty';
import type { Stage } from '../feature';
import type { Composer } from './composer';
import { Fields } from './Fields';
import { OutcomeText } from './OutcomeText';
import { Preview } from './Preview';
import { QuickActions } from './QuickActions';
import type { StatusState } from './state';
import own from './status-form.css?inline';

/** Stands inside the form, whose shadow root came with the styles of the bar alone. */
const css = fields + badge + own;

export type FormProps = {
  readonly stage: Stage;
  readonly status: Status;
  readonly state: StatusState;
  /** The item's labels, for the colours of label fields. */
  readonly labelsAround: Element | undefined;
  readonly composer: Composer;
  readonly onClose: () => void;
};

/** The fields of the team's status comment, a preview of it, and what can be done with it. */
export function StatusForm({ stage, status, state, labelsAround, composer, onClose }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const discard = useRef<HTMLButtonElement>(null);
  const { value: values } = state.values;
  const { value: refusals } = composer.refusals;
  const isReadOnly = state.saving.value === 'outdated';

  // With the form itself: later it would take the focus from a field that the person has chosen.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('.fields :is(input, textarea)')?.focus();
  }, []);
  useLayoutEffect(() => {
    const root = form.current?.getRootNode();
    if (refusals === 0 || !(root instanceof ShadowRoot)) return;
    // GitLab may have been asked first: somebody who has gone on to a field keeps it.
    if (!root.activeElement?.matches('input, textarea'))
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]:not(fieldset), .add[aria-describedby]')?.focus();
  }, [refusals]);

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
      <style>{css}</style>
      <div class="head">
        <h3>Status update</h3>
        <span class="subtle small-text">{saved[state.saving.value]}</span>
        <Button label="Close" icon="close" variant="tertiary" small onClick={onClose} />
      </div>
      <div class="body">
        <div class="fields">
          <Fields
            status={status}
            state={state}
            composer={composer}
            isReadOnly={isReadOnly}
            labels={labelsAround ? labelsIn(labelsAround) : []}
          />
          <QuickActions status={status} values={values} choice={composer.actions} />
        </div>
        <Preview profileName={stage.profile.name} status={status} values={values} composer={composer} />
      </div>
      <div class="foot">
        <div role="status" class="outcome">
          {state.outcome.value && <OutcomeText outcome={state.outcome.value} next={discard} />}
        </div>
        <div class="actions">
          <Button variant="confirm" busy={state.isInserting.value} onClick={stage.guard(composer.insert)}>
            {state.isInserting.value ? 'Inserting into comment' : 'Insert into comment'}
          </Button>
          <Button icon="copy" onClick={stage.guard(composer.copy)}>
            Copy
          </Button>
          <span class="rest" />
          <Button
            variant="tertiary"
            elementRef={discard}
            disabled={!state.isDraft.value || isEmpty(values) || isReadOnly}
            onClick={composer.discard}
          >
            Discard draft
          </Button>
        </div>
      </div>
    </form>
  );
}

const saved: Readonly<Record<StatusState['saving']['value'], string>> = {
  idle: '',
  saving: 'Saving draft',
  saved: 'Draft saved',
  kept: 'Draft kept until the page is closed',
  unsaved: 'Draft not saved',
  outdated: 'Draft not saved',
};
