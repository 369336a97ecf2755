import { Message } from '../../components/Message';
import { library } from '../../settings/library';

/** Says that a stored profile is not the one in force. */
export function Unreadable() {
  if (library.value.unreadable.length === 0) return null;
  return (
    <Message tone="warning">
      A stored team profile cannot be read. The last good one stays in force, and nothing was overwritten. Export it in
      the options under Data, then reset it there.
    </Message>
  );
}
