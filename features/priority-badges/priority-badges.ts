import type { Feature } from '../feature';
import { switches } from '../switches';
import { badgeItems, badgeMergeRequest } from './headers';
import { reasonsOf } from './reasons';
import { badgeRows } from './rows';

/** An item's place in the team's order of priorities, and why, wherever GitLab shows the item. */
export const priorityBadges: Feature = {
  ...switches.priorityBadges,
  pages: ['work-item', 'work-item-list', 'board', 'epic-board', 'merge-request', 'merge-request-list'],
  run(stage) {
    const reasons = reasonsOf(stage);
    badgeItems(stage, reasons);
    badgeMergeRequest(stage, reasons);
    badgeRows(stage, reasons);
  },
};
