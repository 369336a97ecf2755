import type { Instance } from './instance';
import { pageOf } from './page';

/**
 * The address of GitLab's list of everything with a label: of the page's project or group, and on pages that belong to
 * none of the given project.
 *
 * @returns `undefined` when neither is known.
 */
export function listWithLabel(
  instance: Instance,
  kind: 'issues' | 'merge_requests',
  label: string,
  path: string | undefined,
): string | undefined {
  const page = pageOf(location, instance.root);
  const at = 'path' in page && page.path !== undefined ? page : { path, isGroup: false };
  if (at.path === undefined) return undefined;
  const namespace = at.path.split('/').map(encodeURIComponent).join('/');
  const group = 'isGroup' in at && at.isGroup ? 'groups/' : '';
  return `${instance.origin}${instance.root}/${group}${namespace}/-/${kind}?label_name[]=${encodeURIComponent(label)}`;
}
