import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayText } from '../../../handbook/status/flags';
import type { Entry } from './entries';
import { gainedText, noteText, sureText } from './words';

/** So many rows at first, and so many more with each click on "Show … earlier updates". */
const first = 5;
const more = 50;

/** The updates, newest first, each with a link to its comment. */
export function Rows({ entries }: { entries: readonly Entry[] }) {
  const [count, setCount] = useState(first);
  const list = useRef<HTMLOListElement>(null);
  const rest = entries.length - count;
  useLayoutEffect(() => {
    // The button may be gone: who reads on begins with the first of the new rows.
    if (count > first) list.current?.children[count - more]?.querySelector('a')?.focus();
  }, [count]);
  const next = Math.min(rest, more);
  return (
    <>
      <ol ref={list}>
        {entries.slice(0, count).map(entry => (
          <Row key={entry.update.noteId} {...entry} />
        ))}
      </ol>
      {rest > 0 && (
        <div class="foot">
          <button type="button" class="link-button" onClick={() => setCount(count + more)}>
            Show {next} earlier {next === 1 ? 'update' : 'updates'}
          </button>
        </div>
      )}
    </>
  );
}

function Row({ update, gained, flags }: Entry) {
  const { at, author, href, isEdited, status } = update;
  const day = new Date(at);
  const note = noteText(status);
  return (
    <li class="row">
      <a href={href} class="day" title={day.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}>
        <time dateTime={at}>{dayText(day)}</time>
      </a>
      <div class="person">
        {author.name || 'Deleted account'}
        {flags.map(({ text, reason }) => (
          <span key={text} class="badge warning" title={reason}>
            {text}
            <span class="hidden-text">. {reason}</span>
          </span>
        ))}
      </div>
      <span class="gained subtle">{gainedText(gained)}</span>
      <span class="complete">{status.complete !== null && `${status.complete}% complete`}</span>
      <span class="sure">{sureText(status)}</span>
      {(note || isEdited) && (
        <p class="note subtle">
          {note}
          {isEdited && ' (edited)'}
        </p>
      )}
    </li>
  );
}
