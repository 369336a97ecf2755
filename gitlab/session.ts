/** Who is signed in, as far as the page tells. */
export type Session =
  | { readonly kind: 'signed-in'; readonly userId: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unknown' };

/**
 * Reads the session from the page: GitLab writes `gon.current_user_id` into an inline script, whose text stays
 * readable from a content script (16.x to 18.9); signed out, the top bar has a sign-in button.
 */
export function sessionIn(document: Document): Session {
  const gon = [...document.scripts].find(script => script.textContent?.trimStart().startsWith('window.gon={}'));
  const userId = /\bgon\.current_user_id=(\d+);/.exec(gon?.textContent ?? '')?.[1];
  if (userId) return { kind: 'signed-in', userId };
  const signIn = document.querySelector('[data-testid="topbar-signin-button"], a[href*="/users/sign_in"]');
  return gon || signIn ? { kind: 'signed-out' } : { kind: 'unknown' };
}
