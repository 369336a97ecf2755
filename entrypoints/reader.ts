import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provide } from '../features/scripts';
import { readStatus } from '../handbook/status/read';

export default defineUnlistedScript(() => provide('reader', { readStatus }));
