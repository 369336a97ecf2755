import type { Profile } from '../../handbook/profile';
import { parseProfileText, profileText } from '../../handbook/profile-text';

/**
 * The text of a profile that is stored with another id. The line of the id is the only one that changes, comments stay;
 * where no line begins with the id the text is written anew.
 */
export function renamed(text: string, from: string, stored: Profile): string {
  const next = text.replace(new RegExp(`^(\\s*"?id"?\\s*:\\s*["']?)${from}(["']?)`, 'm'), `$1${stored.id}$2`);
  const result = parseProfileText(next);
  return 'profile' in result && result.profile.id === stored.id ? next : profileText(stored);
}
