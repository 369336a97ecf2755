import { Features } from '../popup/Features';

/** The switches that hold where no host says otherwise. */
export function Switches() {
  return (
    <>
      <h1>Features</h1>
      <p class="lead">
        The popup switches a feature on or off on the GitLab that you look at. Here it is for all others.
      </p>
      <div class="narrow">
        <Features host={undefined} />
      </div>
    </>
  );
}
