import type { Profile } from '../handbook/profile';
import packageGroup from '../handbook/profiles/package-group-2021.json';

/**
 * The profile in force. Until a person or a repository chooses another one, it is that of the Package group.
 *
 * The shipped file is part of the code and is proved by the tests; checking it again in every page would cost each of
 * them the whole schema.
 */
export function profileInForce(): Profile {
  return packageGroup as Profile;
}
