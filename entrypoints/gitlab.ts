import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startWhereNeeded } from '../features/starter';
import { isGitLab } from '../gitlab/recognise';

/**
 * The content script of `wxt.config.ts`. It is none of WXT's: the context that theirs makes first costs a page that is
 * not ours more than all of this, and `features/life.ts` ends an older script without it.
 */
export default defineUnlistedScript(() => {
  // With the features it comes before the page. A page without them does not pay for a look at its document.
  if (globalThis.handrailIsNew && document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => start(true), { once: true });
  else start(false);
});

function start(isFirst: boolean): void {
  // Beside a GitLab with a root of its own, an allowed site may have other pages.
  if (location.hostname === 'gitlab.com' || isGitLab()) startWhereNeeded(isFirst);
}
