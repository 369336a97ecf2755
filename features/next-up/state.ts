import type { Signal } from '@preact/signals';

/** What the button and the list of one stay share. */
export type NextUpState = {
  /** Set while the list is open; aborting it closes it. */
  readonly panel: Signal<AbortController | undefined>;
  /** Why the list could not be opened, in one sentence. */
  readonly failure: Signal<string | undefined>;
};
