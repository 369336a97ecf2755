import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provide } from '../features/scripts';
import { followUpdates } from '../features/update-reader';
import { readStatus } from '../handbook/status/read';

export default defineUnlistedScript(() => provide('reader', { followUpdates, readStatus }));
