import { expect } from 'vitest';
import type { Stage } from '../../features/feature';
import { mount } from '../../features/mount';
import { follow, watch } from '../../gitlab/watch';
import type { Profile } from '../../handbook/profile';

/** A feature's stage on a page that is all one team's. What fails before it is left fails the test. */
export function stageFor(profile: Profile, signal: AbortSignal): Stage {
  const fail = (error: unknown) => signal.aborted || expect.unreachable(String(error));
  return {
    instance: { origin: 'https://gitlab.com', root: '' },
    profile,
    profileFor: () => profile,
    atItem(_element, _path, present, run) {
      this.guard(() => run(this, present))();
    },
    signal,
    guard:
      work =>
      (...args) => {
        const result = work(...args);
        if (result instanceof Promise) result.catch(fail);
      },
    watch: (selectors, onPresent, until = signal) => watch(selectors, onPresent, AbortSignal.any([until, signal])),
    follow: (element, onChange, until) => follow(element, onChange, AbortSignal.any([until, signal])),
    mount: (place, view, css, present) => mount('test', place, view, css, AbortSignal.any([present, signal]), fail),
  };
}
