import type { Profile } from './profile';
import packageGroup from './profiles/package-group-2021.json';

/** Every profile that comes with the extension, the default first. Not for the content script, which has only that one. */
export const shippedProfiles = [packageGroup] as readonly Profile[];
