import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import type { PageAnswer } from '../../features/message';
import { unreadable } from './stored-parts';
import { whyInForce } from './words';

/** Which team's agreement this page follows, and why. */
export function ProfileInForce({ name, by }: PageAnswer['profile']) {
  const Unreadable = unreadable.View.value;
  return (
    <section aria-labelledby="profile" class="in-row">
      <div>
        <h2 id="profile">Profile</h2>
        <p class="place">{name}</p>
        <p class="hint">{whyInForce(by)}</p>
        {Unreadable && <Unreadable />}
      </div>
      <Button small onClick={() => void browser.runtime.openOptionsPage()}>
        Change
      </Button>
    </section>
  );
}
