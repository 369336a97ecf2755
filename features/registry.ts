import type { Feature } from './feature';
import { foldedUpdates } from './folded-updates/folded-updates';
import { nextUp } from './next-up/next-up';
import { priorityBadges } from './priority-badges/priority-badges';
import { statusComment } from './status-comment/status-comment';
import { weightGuidance } from './weight-guidance/weight-guidance';

/** The code of every feature. */
export const features: readonly Feature[] = [weightGuidance, statusComment, foldedUpdates, priorityBadges, nextUp];
