import type { VNode } from 'preact';
import type { Anchor } from '../gitlab/anchors';
import type { Instance } from '../gitlab/instance';
import type { PageKind } from '../gitlab/page';
import type { Profile } from '../handbook/profile';
import type { Switchable } from './switches';

/** One part of the product that can be switched on and off by itself. */
export type Feature = Switchable & {
  readonly pages: readonly PageKind[];
  /** Runs once for each stay on such a page. What it starts ends with the stage's signal. */
  run(stage: Stage): void;
};

/** What a feature works with while it runs. */
export type Stage = {
  readonly instance: Instance;
  /** The team profile in force on the page; in `atItem` on the item. */
  readonly profile: Profile;
  /** The profile in force on an item that the page shows in a row, by its full path and, where they are known, its labels. */
  profileFor(path: string | undefined, labels?: readonly string[]): Profile;
  /**
   * Runs with the stage of one item, whose profile is the one in force there. When labels decide about that and another
   * profile comes into force, the signal aborts and it runs again.
   *
   * @param path The item's project or group; `undefined` is the page's, for an item that does not exist yet.
   */
  atItem(
    element: Element,
    path: string | undefined,
    present: AbortSignal,
    run: (stage: Stage, present: AbortSignal) => unknown,
  ): void;
  /** Aborts when the page is left, the feature is switched off, or the extension is updated. */
  readonly signal: AbortSignal;
  /** Calls back for each element that matches, now or later, with a signal for its presence. A throw there is reported once and stops nothing else. */
  watch(
    selectors: readonly string[],
    onPresent: (element: Element, present: AbortSignal) => void,
    until?: AbortSignal,
  ): void;
  /** Calls back when nodes or text inside an element have changed, at most once for a batch; not for views of ours. */
  follow(element: Element, onChange: () => void, until: AbortSignal): void;
  /** Puts a view of ours at an anchor's place, or at the end of the body; it goes with the signal. */
  mount(place: Place, view: VNode, css: string, present: AbortSignal): HTMLElement;
  /** Runs what may fail later (an event, a request) so that a throw is reported like any other of the feature. */
  guard<Arguments extends unknown[]>(work: (...args: Arguments) => unknown): (...args: Arguments) => void;
};

/** An anchor's place, the end of the body, or the end of a dialog of GitLab's. */
export type Place = AnchorPlace | { readonly end: Element } | 'body';

export type AnchorPlace = { readonly anchor: Anchor; readonly element: Element };
