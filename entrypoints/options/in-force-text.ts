import { type LibraryProfile, library } from '../../settings/library';
import { defaultProfile } from '../../settings/profiles';
import { whyInForce } from '../popup/words';

/** Where a profile is in force: `In force for gitlab-org/gitlab`. */
export function inForceText({ profile }: Pick<LibraryProfile, 'profile'>): string {
  const places = library.value.assignments.filter(one => one.profile === profile.id).map(whyInForce);
  if (places.length > 0) return `In force: ${places.join('; ')}`;
  return profile.id === defaultProfile.id ? 'In force wherever no other one is chosen' : '';
}
