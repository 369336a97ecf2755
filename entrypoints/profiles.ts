import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findProfiles } from '../features/find-profiles';
import { provide } from '../features/scripts';
import { readProfile } from '../handbook/profile';

export default defineUnlistedScript(() => provide('profiles', { readProfile, findProfiles }));
