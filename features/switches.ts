/** What is known of a feature without its code: enough to switch it. */
export type Switchable = {
  /** Stable: it is stored in settings and stands in `data-feature` of every view. */
  readonly id: string;
  /** The name in the popup. */
  readonly title: string;
  /** Off unless somebody switches it on. */
  readonly isOffAtFirst?: true;
};

const weightGuidance: Switchable = { id: 'weight-guidance', title: 'Weight guidance' };
const statusComment: Switchable = { id: 'status-comment', title: 'Status comment' };
const foldedUpdates: Switchable = { id: 'folded-updates', title: 'Fold old status updates', isOffAtFirst: true };
const priorityBadges: Switchable = { id: 'priority-badges', title: 'Priority badges' };
const nextUp: Switchable = { id: 'next-up', title: 'Next up' };

/** Every feature there is, in the order of the popup. */
export const switches = { weightGuidance, statusComment, foldedUpdates, priorityBadges, nextUp };
