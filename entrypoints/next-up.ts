import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openNextUp } from '../features/next-up/open';
import { provide } from '../features/scripts';

export default defineUnlistedScript(() => provide('next-up', { openNextUp }));
