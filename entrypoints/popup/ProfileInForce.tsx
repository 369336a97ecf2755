import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { Message } from '../../components/Message';
import type { PageAnswer } from '../../features/message';
import { library } from '../../settings/library';
import { whyInForce } from './words';

/** Which team's agreement this page follows, and why. */
export function ProfileInForce({ name, by }: PageAnswer['profile']) {
  const isUnreadable = library.value.unreadable.length > 0;
  return (
    <section aria-labelledby="profile" class="in-row">
      <div>
        <h2 id="profile">Profile</h2>
        <p class="place">{name}</p>
        <p class="hint">{whyInForce(by)}</p>
        {isUnreadable && (
          <Message tone="warning">
            A stored team profile cannot be read. The last good one stays in force, and nothing was overwritten. The
            options can export what is stored.
          </Message>
        )}
      </div>
      <Button small onClick={() => void browser.runtime.openOptionsPage()}>
        Change
      </Button>
    </section>
  );
}
