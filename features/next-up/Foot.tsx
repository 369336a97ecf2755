import { useState } from 'preact/hooks';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import type { Stage } from '../feature';
import { type Loader, limit } from './loader';
import { markdownTable } from './markdown';
import type { Row } from './rows';
import { count } from './words';

type Props = {
  readonly stage: Stage;
  readonly rows: readonly Row[];
  readonly loader: Loader;
  /** Why the comments could not be read, in one sentence. */
  readonly failure: string | undefined;
  readonly onRetry: () => void;
  /** GitLab's own list, filtered alike. */
  readonly address: string;
};

/** What can be done with the list, and how much of it is there. */
export function Foot({ stage, rows, loader, failure, onRetry, address }: Props) {
  const [copied, setCopied] = useState<'copied' | 'failed'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(markdownTable(rows));
      setCopied('copied');
    } catch {
      setCopied('failed');
    }
  };
  return (
    <div class="foot">
      <Loading stage={stage} loader={loader} />
      {failure !== undefined && (
        <div class="outcome" role="status">
          <Message tone="warning">Comments could not be read. {failure}</Message>
          <Button small onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
      <div role="status">
        {copied === 'copied' && (
          <Message tone="success">The table is in your clipboard. Paste it into an issue.</Message>
        )}
        {copied === 'failed' && <Message tone="danger">The browser did not let Handrail use the clipboard.</Message>}
      </div>
      <div class="actions">
        <Button
          icon="copy"
          small
          disabled={rows.length === 0}
          {...(rows.length === 0 && { title: 'There is nothing to copy.' })}
          onClick={stage.guard(copy)}
        >
          Copy as Markdown
        </Button>
        <a href={address}>Open in GitLab</a>
        <span class="loaded">{loadedText(loader)}</span>
      </div>
    </div>
  );
}

function loadedText({ items, total }: Loader): string {
  return total.value === undefined ? '' : `${count(items.value.length)} of ${count(total.value)} loaded`;
}

/** What the loading is doing, and how to end it or let it go on. */
function Loading({ stage, loader }: Pick<Props, 'stage' | 'loader'>) {
  const progress = loader.progress.value;
  const goOn = stage.guard(loader.go);
  switch (progress.kind) {
    case 'done':
      return <div role="status" class="hidden-text">{`${loadedText(loader)}.`}</div>;
    case 'loading':
      return (
        <div class="outcome">
          <div role="status">
            <Message tone="busy">Loading the open issues</Message>
          </div>
          <Button small onClick={loader.cancel}>
            Cancel
          </Button>
        </div>
      );
    case 'waiting':
      return (
        <div class="outcome">
          <div role="status">
            <Message tone="warning">GitLab is limiting requests. Handrail goes on by itself.</Message>
          </div>
          <span class="seconds">{progress.seconds} s</span>
          <Button small onClick={loader.cancel}>
            Cancel
          </Button>
        </div>
      );
    case 'cancelled':
      return (
        <div class="outcome">
          <div role="status">
            <Message tone="info">Stopped. Some open issues are missing here.</Message>
          </div>
          <Button small onClick={goOn}>
            Go on
          </Button>
        </div>
      );
    case 'failed':
      return (
        <div class="outcome">
          <div role="status">
            <Message tone="danger">The open issues could not be loaded. {progress.reason}</Message>
          </div>
          {!progress.isFinal && (
            <Button small onClick={goOn}>
              Try again
            </Button>
          )}
        </div>
      );
    case 'limit':
      return (
        <div class="outcome">
          <div role="status">
            <Message tone="info">
              Handrail stops at {count(loader.items.value.length)}, the latest changed first. Others may come before
              these.
            </Message>
          </div>
          <Button small onClick={goOn}>
            Load {count(limit)} more
          </Button>
        </div>
      );
  }
}
