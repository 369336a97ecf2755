import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeOver } from '../features/life';
import { startWhereNeeded } from '../features/starter';

export default defineContentScript({
  matches: ['https://gitlab.com/*'],
  noScriptStartedPostMessage: true,
  main: context => startWhereNeeded(takeOver(context.signal)),
});
