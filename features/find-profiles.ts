import { browser } from 'wxt/browser';
import { type Instance, nameOf } from '../gitlab/instance';
import { fetchProfileFiles } from '../gitlab/profile-files';
import { foundKey, groupProjectsKey } from '../settings/keys';
import { type FoundFile, sourceProjects } from '../settings/sources';
import { readChoices } from '../settings/stored';

/**
 * Looks into the repositories that may carry the profile of a project and leaves what it finds in the storage, where
 * the background reads it.
 *
 * @throws GitLabError as `graphql` does.
 */
export async function findProfiles(instance: Instance, path: string, signal: AbortSignal): Promise<void> {
  const { groups } = readChoices(await browser.storage.local.get(groupProjectsKey));
  const files = await fetchProfileFiles(instance, sourceProjects(path, groups), signal);
  const found: readonly FoundFile[] = files.map(file => ({ instance: nameOf(instance), ...file }));
  await browser.storage.local.set({ [foundKey(nameOf(instance), path)]: found });
}
