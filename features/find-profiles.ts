import { browser } from 'wxt/browser';
import { type Instance, nameOf } from '../gitlab/instance';
import { fetchProfileFiles } from '../gitlab/profile-files';
import { type FoundFile, foundKey, groupProjectsKey, groupProjectsSchema, sourceProjects } from '../settings/sources';

/**
 * Looks into the repositories that may carry the profile of a project and leaves what it finds in the storage, where
 * the background reads it.
 *
 * @throws GitLabError as `graphql` does.
 */
export async function findProfiles(instance: Instance, path: string, signal: AbortSignal): Promise<void> {
  const stored = (await browser.storage.local.get(groupProjectsKey))[groupProjectsKey];
  const named = groupProjectsSchema.safeParse(stored).data?.groups;
  const files = await fetchProfileFiles(instance, sourceProjects(path, named), signal);
  const found: readonly FoundFile[] = files.map(file => ({ instance: nameOf(instance), ...file }));
  await browser.storage.local.set({ [foundKey(nameOf(instance), path)]: found });
}
