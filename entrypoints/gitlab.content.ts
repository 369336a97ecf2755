import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeOver } from '../features/life';
import { startWhereNeeded } from '../features/starter';
import { isGitLab } from '../gitlab/recognise';

export default defineContentScript({
  matches: ['https://gitlab.com/*'],
  noScriptStartedPostMessage: true,
  main(context) {
    // Beside a GitLab with a root of its own, an allowed site may have other pages.
    if (location.hostname === 'gitlab.com' || isGitLab()) startWhereNeeded(takeOver(context.signal));
  },
});
