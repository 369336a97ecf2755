import { browser } from 'wxt/browser';
import type { Message } from './message';
import type { Reason } from './priority-badges/Reason';
import type { composer } from './status-comment/composer';
import type { StatusForm } from './status-comment/StatusForm';
import type { ScalePanel } from './weight-guidance/ScalePanel';
import type { weightSetter } from './weight-guidance/setter';
import type { splitter } from './weight-guidance/split/splitter';
import type { guideTracks } from './weight-guidance/tracks/tracks';

/** The views that open on a click, each with its styles. */
export type Panels = {
  readonly Reason: typeof Reason;
  readonly reasonCss: string;
  readonly ScalePanel: typeof ScalePanel;
  readonly weightSetter: typeof weightSetter;
  readonly scalePanelCss: string;
  /** The acts of splitting an issue. */
  readonly splitter: typeof splitter;
  /** Weights in labels: needed at once, but only where the team's profile has them. */
  readonly guideTracks: typeof guideTracks;
  readonly StatusForm: typeof StatusForm;
  /** The acts of the status form: no view, but needed only with it. */
  readonly composer: typeof composer;
};

declare global {
  /** Set by the script of `entrypoints/panels.ts` in the content script's own world, which the page does not share. */
  var handrailPanels: Panels | undefined;
}

/**
 * The views that open on a click. They are a script of their own, which the background starts in this page on the
 * first click: a page on which nobody clicks does not pay for them.
 *
 * @throws Error when the extension was updated or removed since the page was loaded.
 */
export async function loadPanels(): Promise<Panels> {
  if (!globalThis.handrailPanels) {
    const request: Message = { kind: 'start-panels' };
    try {
      await browser.runtime.sendMessage(request);
    } catch {
      // Told below: a page whose extension is gone has no panels either.
    }
  }
  if (!globalThis.handrailPanels) throw new Error('Handrail was updated. Reload the page to continue.');
  return globalThis.handrailPanels;
}
