import type { fold } from './folded-updates/fold';
import type { Reason } from './priority-badges/Reason';
import type { composer } from './status-comment/composer';
import type { History } from './status-comment/history/History';
import type { EntryForm } from './status-comment/merge-request/EntryForm';
import type { entryComposer } from './status-comment/merge-request/entry';
import type { StatusForm } from './status-comment/StatusForm';
import type { ScalePanel } from './weight-guidance/ScalePanel';
import type { weightSetter } from './weight-guidance/setter';
import type { offerPromoted } from './weight-guidance/split/promoted';
import type { splitter } from './weight-guidance/split/splitter';
import type { guideTracks } from './weight-guidance/tracks/tracks';

/**
 * The views that open on a click, each with its styles. They are a script of their own, which a page has from the
 * first click on (see `scripts.ts`): a page on which nobody clicks does not pay for them.
 */
export type Panels = {
  readonly Reason: typeof Reason;
  readonly reasonCss: string;
  readonly ScalePanel: typeof ScalePanel;
  readonly weightSetter: typeof weightSetter;
  readonly scalePanelCss: string;
  /** The acts of splitting an issue. */
  readonly splitter: typeof splitter;
  /** Needed at once, but only on an epic for which a person has saved rows. */
  readonly offerPromoted: typeof offerPromoted;
  /** Weights in labels: needed at once, but only where the team's profile has them. */
  readonly guideTracks: typeof guideTracks;
  readonly StatusForm: typeof StatusForm;
  /** The status updates of an item over time. */
  readonly History: typeof History;
  /** Folds old status updates in the thread: only where somebody has switched it on. */
  readonly fold: typeof fold;
  /** The acts of the status form: no view, but needed only with it. */
  readonly composer: typeof composer;
  /** A merge request's line for the update of the issue that it closes. */
  readonly EntryForm: typeof EntryForm;
  readonly entryComposer: typeof entryComposer;
};
