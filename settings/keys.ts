/** The keys of the browser's storage: of the sync area the first, of the local one those of teams' profiles and what decides about them. */

/** The switches of features. */
export const settingsKey = 'settings';

/** Where which profile is in force. */
export const assignmentsKey = 'assignments';

/** One of the profiles. */
export const profileKey = (id: string) => `profile ${id}`;

/** The repositories with a profile. */
export const sourcesKey = 'sources';

/** The projects that stand in for groups' `handrail-profile`. */
export const groupProjectsKey = 'group projects';

/** When somebody looked last into the repositories of a project, by instance and path. */
export const looksKey = 'looks';

/** What a tab found for a project, until the background has read it; without arguments what all such keys begin with. */
export function foundKey(instance = '', path = ''): string {
  return `found ${instance} ${path}`.trimEnd();
}
