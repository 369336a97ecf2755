import { browser } from 'wxt/browser';
import type { readStatus } from '../handbook/status/read';
import type { ChoiceReader } from '../settings/profiles';
import type { SettingsReader } from '../settings/settings';
import type { closedIssuesOf } from './closed-issues';
import type { findProfiles } from './find-profiles';
import type { Message } from './message';
import type { openNextUp } from './next-up/open';
import type { pageAnswer } from './page-answer';
import type { Panels } from './panels';
import type { parseDraft } from './status-comment/draft';
import type { followUpdates } from './update-reader';
import type { guideClosedIssues } from './weight-guidance/merge-request/closed-issues';
import type { parsePromotions } from './weight-guidance/split/promotion';

/** What the scripts of `entrypoints/` beside the content script bring. A page has each of them only once it needs it. */
export type Scripts = {
  /** All features, where one of them has a place. */
  readonly features: { readonly run: (signal: AbortSignal) => Promise<void>; readonly pageAnswer: typeof pageAnswer };
  /** The views that open on a click. */
  readonly panels: Panels;
  /** Reads the comments of an item as status updates. */
  readonly reader: { readonly followUpdates: typeof followUpdates; readonly readStatus: typeof readStatus };
  /** Checks what is stored, where something is, and looks for team profiles in repositories. */
  readonly stored: SettingsReader &
    ChoiceReader & {
      readonly parseDraft: typeof parseDraft;
      readonly parsePromotions: typeof parsePromotions;
      readonly findProfiles: typeof findProfiles;
    };
  /** What a merge request takes from the issues that it closes. */
  readonly 'merge-requests': {
    readonly closedIssuesOf: typeof closedIssuesOf;
    readonly guideClosedIssues: typeof guideClosedIssues;
  };
  /** The list of what is next. */
  readonly 'next-up': { readonly openNextUp: typeof openNextUp };
};

declare global {
  /** Filled by those scripts in the content script's own world, which the page does not share. */
  var handrailScripts: Partial<Scripts> | undefined;
  /** Whether the scripts are those that came with this page, and no starting script has run in it yet. */
  var handrailIsNew: boolean | undefined;
}

/** What is said where the extension was updated or removed since the page was loaded. */
export const outdatedText = 'Handrail was updated. Reload the page to continue.';

/** Called by such a script. */
export function provide<Name extends keyof Scripts>(name: Name, script: Scripts[Name]): void {
  globalThis.handrailScripts = { ...globalThis.handrailScripts, [name]: script };
}

/**
 * Takes a script's part, and lets the background start it in this page first when it is not there yet.
 *
 * @throws Error when the extension was updated or removed since the page was loaded.
 */
export async function load<Name extends keyof Scripts>(name: Name): Promise<Scripts[Name]> {
  if (!globalThis.handrailScripts?.[name]) {
    const request: Message = { kind: 'start', script: name };
    try {
      await browser.runtime.sendMessage(request);
    } catch {
      // Told below: a page whose extension is gone has no such script either.
    }
  }
  const script = globalThis.handrailScripts?.[name];
  if (!script) throw new Error(outdatedText);
  return script;
}
