import { type Profile, parseProfile } from '../../handbook/profile';
import text from '../../handbook/profiles/package-group-2021.json?raw';

const result = parseProfile(text);
if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2));

/** The shipped profile, read as a user's profile would be. */
export const packageGroup: Profile = result.profile;
