import type { RefObject } from 'preact';
import { Message } from '../../components/Message';
import { UndoButton } from '../../components/UndoButton';
import type { StatusOutcome } from './state';

type Props = {
  readonly outcome: StatusOutcome;
  /** What has the focus after the sentence's own button, which goes. */
  readonly next: RefObject<HTMLButtonElement | null>;
};

/** What became of the person's last act, in one sentence. */
export function OutcomeText({ outcome, next }: Props) {
  switch (outcome.kind) {
    case 'inserted':
      return <Message tone="success">Inserted into the comment. Nothing is posted yet.</Message>;
    case 'refused-copied':
      return (
        <Message tone="warning">
          GitLab’s editor did not take the text. It is in your clipboard: paste it into the comment.
        </Message>
      );
    case 'refused':
      return (
        <Message tone="warning">
          GitLab’s editor did not take the text. Press Copy, then paste it into the comment.
        </Message>
      );
    case 'copied':
      return <Message tone="success">Copied.</Message>;
    case 'not-copied':
      return (
        <Message tone="warning">The browser did not allow copying. Select the text of the preview and copy it.</Message>
      );
    case 'unsaved':
      return (
        <Message tone="danger">
          The draft could not be saved: the browser refused to store it. Press Copy to keep the text.
        </Message>
      );
    case 'outdated':
      return (
        <Message tone="danger">
          Handrail was updated. Press Copy to keep the text, then reload the page to continue.
        </Message>
      );
    case 'failed':
      return <Message tone="danger">{outcome.reason}</Message>;
    case 'discarded':
      return (
        <Message tone="info">
          Draft discarded.
          <UndoButton next={next} onUndo={outcome.undo} />
        </Message>
      );
  }
}
