import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findProfiles } from '../features/find-profiles';
import { provide } from '../features/scripts';
import { parseDraft } from '../features/status-comment/draft';
import { parsePromotions } from '../features/weight-guidance/split/promotion';
import { readProfile } from '../handbook/profile';
import { readChoices, readSettings, readStoredProfile } from '../settings/stored';

export default defineUnlistedScript(() =>
  provide('stored', {
    readSettings,
    readChoices,
    readStoredProfile,
    readProfile,
    parseDraft,
    parsePromotions,
    findProfiles,
  }),
);
