import { type Signal, signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../../components/Button';
import { Message } from '../../../components/Message';
import { anchors } from '../../../gitlab/anchors';
import { pageOf } from '../../../gitlab/page';
import type { Stage } from '../../feature';
import type { Panels } from '../../panels';
import { load } from '../../scripts';
import { statusBarCss } from '../StatusBar';
import type { EntryComposer } from './entry';

type Opened = { readonly Form: Panels['EntryForm']; readonly composer: EntryComposer };

/** The form of a merge request leaves no room between its parts. */
const apart = ':host { margin-bottom: 16px; }';

/** Stands at the comment form of a merge request: prepares its line for the status update of the issue that it closes. */
export function offerEntry(stage: Stage, form: Element, present: AbortSignal): void {
  const page = pageOf(location, stage.instance.root);
  if (page.kind !== 'merge-request') return;
  const opened = signal<Opened | undefined>(undefined);
  const failure = signal<string | undefined>(undefined);
  let composer: EntryComposer | undefined;

  async function open(): Promise<void> {
    if (page.kind !== 'merge-request') return;
    try {
      const { EntryForm, entryComposer } = await load('panels');
      composer ??= entryComposer({ stage, mergeRequest: page, form, present });
      composer.open();
      opened.value = { Form: EntryForm, composer };
      failure.value = undefined;
    } catch (error) {
      failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  const view = <EntryBar opened={opened} failure={failure} onOpen={stage.guard(open)} />;
  stage.mount({ anchor: anchors.mergeRequestCommentForm, element: form }, view, statusBarCss + apart, present);
}

type BarProps = {
  readonly opened: Signal<Opened | undefined>;
  readonly failure: Signal<string | undefined>;
  readonly onOpen: () => void;
};

function EntryBar({ opened, failure, onOpen }: BarProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const { value: form } = opened;
  const close = () => {
    opened.value = undefined;
    opener.current?.focus();
  };
  return (
    <div class="entry">
      <div class="bar">
        <Button small icon="comment" expanded={form !== undefined} elementRef={opener} onClick={form ? close : onOpen}>
          Status update
        </Button>
        <div role="status">{failure.value && <Message tone="danger">{failure.value}</Message>}</div>
      </div>
      {form && <form.Form composer={form.composer} onClose={close} />}
    </div>
  );
}
