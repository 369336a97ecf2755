import { dayText } from '../../../handbook/status/flags';
import type { Entry } from './entries';
import { gainedText, noteText, sureText } from './words';

/** Everything that the chart and the rows say, as a table, with the flags' reasons in full. */
export function Table({ entries }: { entries: readonly Entry[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keyboard.
    <section class="table" aria-label="Table of the updates" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Person</th>
            <th scope="col">Complete</th>
            <th scope="col">Confidence</th>
            <th scope="col">Notes</th>
            <th scope="col">Flags</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ update: { noteId, href, at, author, status }, gained, flags }) => (
            <tr key={noteId}>
              <td>
                <a href={href}>
                  <time dateTime={at}>{dayText(new Date(at))}</time>
                </a>
              </td>
              <td>{author.name || 'Deleted account'}</td>
              <td>
                {[status.complete !== null && `${status.complete}%`, gainedText(gained)].filter(Boolean).join(' ')}
              </td>
              <td>{sureText(status).replace(' sure', '')}</td>
              <td>{noteText(status)}</td>
              <td>{flags.map(({ text, reason }) => `${text}. ${reason}`).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
