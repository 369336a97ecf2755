import { browser } from 'wxt/browser';
import { Button } from '../../components/Button';
import { Mark } from '../popup/Mark';

/** What a person sees once, after the installation. */
export function Welcome() {
  return (
    <>
      <header>
        <p class="product">
          <Mark /> Handrail
        </p>
      </header>
      <main class="welcome">
        <h1>Your team’s agreement, where the work is</h1>
        <p class="lead">Handrail is on at gitlab.com now, in the tabs that are open too.</p>

        <h2>What it does</h2>
        <ul>
          <li>Beside the weight of an issue: what that weight means in your team, and the scale to choose from.</li>
          <li>
            Beside the comment box: a form that writes your team’s status update into it. You read it and post it.
          </li>
          <li>Beside a title: the place in your team’s order of priorities, and why.</li>
          <li>Next up: what that order says to take next.</li>
        </ul>

        <h2>What it may read</h2>
        <ul>
          <li>The pages of gitlab.com, and of each GitLab that you allow. No other site.</li>
          <li>
            It asks that GitLab with your own session, as its pages do, and nobody else: no server, no statistics.
          </li>
          <li>It changes nothing unless you press a button that names the change, and posts nothing.</li>
          <li>
            Settings and unfinished texts stay in this browser; its own sync carries the switches of the features.
          </li>
        </ul>

        <h2>Which team’s agreement</h2>
        <p>
          Until you choose, Package 2021 is in force: the published agreement of a team at GitLab. Choose another one
          that comes with Handrail, change a copy, or keep your own in your project’s repository as
          .gitlab/handrail.yml.
        </p>
        <p class="acts">
          <Button variant="confirm" onClick={() => void browser.runtime.openOptionsPage()}>
            Choose a profile
          </Button>
        </p>

        <h2>Your own GitLab</h2>
        <p>Open one of its pages, then Handrail in the browser’s toolbar, and press “Use on this GitLab”.</p>

        <h2>Keyboard</h2>
        <p>
          The browser’s settings for extensions have shortcuts for the status update and for Next up. They have no keys
          until you give them some.
        </p>
        <p class="hint">Handrail is not affiliated with or endorsed by GitLab Inc.</p>
      </main>
    </>
  );
}
