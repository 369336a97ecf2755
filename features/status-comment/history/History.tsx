import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/Button';
import badge from '../../../components/badge.css?inline';
import { Icon } from '../../../components/Icon';
import { anchors } from '../../../gitlab/anchors';
import { isClosed } from '../../../gitlab/facts';
import { inSameItem } from '../../../gitlab/items';
import { tracksOf } from '../../../handbook/status/tracks';
import type { Stage } from '../../feature';
import type { Updates } from '../../updates';
import type { StatusState } from '../state';
import { Chart } from './Chart';
import { entriesOf } from './entries';
import own from './history.css?inline';
import { spanOf } from './points';
import { Rows } from './Rows';
import { Table } from './Table';

/** Stands inside the card, whose shadow root came with the styles of the bar alone. */
const css = badge + own;

type Props = {
  readonly stage: Stage;
  readonly state: StatusState;
  /** GitLab's form, beside which the bar stands. */
  readonly around: Element;
  readonly onClose: () => void;
};

/** Complete and confidence over time, and the updates behind them. While it is open the older comments are read. */
export function History({ stage, state, around, onClose }: Props) {
  const { value: updates } = state.updates;
  const [isTable, setIsTable] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const { reading, read, cancel } = useOlder(state);

  useLayoutEffect(() => title.current?.focus(), []);
  useEffect(() => {
    if (updates.kind !== 'read') onClose();
  }, [updates.kind]);
  if (updates.kind !== 'read') return null;

  const tracks = tracksOf(updates.list);
  const span = spanOf(updates.list);
  const header = inSameItem(around, anchors.itemHeader.selectors[0])?.parentElement;
  const isOpen = !header || !isClosed(header);
  const entries = entriesOf(tracks, isOpen, stage.profile.status?.rhythm, new Date());
  return (
    <section
      class="card"
      aria-label="Status history"
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <style>{css}</style>
      <div class="head">
        <h3 ref={title} tabIndex={-1}>
          History{' '}
          <span class="count">
            {updates.list.length}
            <span class="hidden-text"> {updates.list.length === 1 ? 'update' : 'updates'}</span>
          </span>
        </h3>
        <Button variant="tertiary" small onClick={() => setIsTable(!isTable)}>
          {isTable ? 'Show as chart' : 'Show as table'}
        </Button>
        <Button label="Close" icon="close" variant="tertiary" small onClick={onClose} />
      </div>
      {entries.length === 0 && !reading && <p class="empty subtle">No status update yet.</p>}
      {entries.length > 0 &&
        (isTable ? (
          <Table entries={entries} />
        ) : (
          <>
            <div class="charts">
              {tracks.map(track => (
                <Chart key={track.name} track={track} name={tracks.length > 1 ? track.name : undefined} span={span} />
              ))}
            </div>
            <Rows entries={entries} />
          </>
        ))}
      <Older updates={updates} onRead={read} onCancel={cancel} />
    </section>
  );
}

/** Reads the older comments from the opening on, until somebody stops it or the history is closed. */
function useOlder(state: StatusState) {
  const running = useRef<AbortController | undefined>(undefined);
  const read = () => {
    const { value } = state.updates;
    if (value.kind !== 'read' || value.older === 'none') return;
    running.current?.abort();
    running.current = new AbortController();
    value.readOlder(running.current.signal);
  };
  const cancel = () => running.current?.abort();
  useEffect(() => {
    read();
    return cancel;
  }, []);
  const { value } = state.updates;
  return { read, cancel, reading: value.kind === 'read' && value.older === 'reading' };
}

type OlderProps = {
  readonly updates: Extract<Updates, { kind: 'read' }>;
  readonly onRead: () => void;
  readonly onCancel: () => void;
};

function Older({ updates: { older, comments }, onRead, onCancel }: OlderProps) {
  const isReading = older === 'reading';
  return (
    <div class={older === 'none' ? 'hidden-text' : 'foot'}>
      <p role="status" class="subtle">
        {isReading && (
          <>
            <Icon name="spinner" size={14} /> Reading older comments, {comments} so far
          </>
        )}
        {older === 'unread' && `Read are the newest ${comments} comments.`}
        {typeof older === 'object' && `The older comments could not be read. ${older.failed}`}
      </p>
      {/* One button, so that it keeps the focus when it changes. */}
      {older !== 'none' && (
        <Button small onClick={isReading ? onCancel : onRead}>
          {isReading ? 'Cancel' : older === 'unread' ? 'Read the older ones' : 'Try again'}
        </Button>
      )}
    </div>
  );
}
