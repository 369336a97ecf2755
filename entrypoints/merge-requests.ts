import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { closedIssuesOf } from '../features/closed-issues';
import { provide } from '../features/scripts';
import { guideClosedIssues } from '../features/weight-guidance/merge-request/closed-issues';

export default defineUnlistedScript(() => provide('merge-requests', { closedIssuesOf, guideClosedIssues }));
