import type { Feature } from '../feature';
import { featureId } from './badge';
import { badgeItems, badgeMergeRequest } from './headers';
import { reasonsOf } from './reasons';
import { badgeRows } from './rows';

/** An item's place in the team's order of priorities, and why, wherever GitLab shows the item. */
export const priorityBadges: Feature = {
  id: featureId,
  title: 'Priority badges',
  pages: ['work-item', 'work-item-list', 'board', 'epic-board', 'merge-request', 'merge-request-list'],
  run(stage) {
    const reasons = reasonsOf(stage);
    badgeItems(stage, reasons);
    badgeMergeRequest(stage, reasons);
    badgeRows(stage, reasons);
  },
};
