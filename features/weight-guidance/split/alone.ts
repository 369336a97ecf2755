import type { IntentPlace } from './intent';

/**
 * Two tabs that create the same rows would double them. A reload gives the lock back. A GitLab without https has no
 * locks: there the look-up before each row has to do.
 *
 * @returns false when another tab holds it.
 */
export async function alone({ key }: IntentPlace, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work();
    return true;
  }
  return navigator.locks.request(`handrail ${key}`, { ifAvailable: true }, async lock => {
    if (lock) await work();
    return lock !== null;
  });
}
