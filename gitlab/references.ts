import type { Instance } from './instance';
import { pageOf } from './page';

/** A merge request of an installation. */
export type MergeRequestPlace = {
  /** Full path of its project: `gitlab-org/gitlab`. */
  readonly path: string;
  readonly iid: string;
};

/**
 * Reads what a person typed or pasted: `!123`, `group/project!123`, or the address of a merge request.
 *
 * @param path The project that `!123` means.
 * @returns `undefined` when it is none of them, and for an address of another GitLab.
 */
export function placeOf(typed: string, path: string, instance: Instance): MergeRequestPlace | undefined {
  const text = typed.trim();
  const [, project, iid] = /^([\w.-]+(?:\/[\w.-]+)*)?!([1-9]\d{0,9})\+?s?$/.exec(text) ?? [];
  if (iid) return { path: project ?? path, iid };
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const page = url.origin === instance.origin ? pageOf(url, instance.root) : undefined;
  return page?.kind === 'merge-request' ? { path: page.path, iid: page.iid } : undefined;
}

/** How people write a merge request in a comment of a project: `!123`, or `group/project!123` for one of another project. */
export function referenceOf({ path, iid }: MergeRequestPlace, home: string): string {
  return `${path === home ? '' : path}!${iid}`;
}

/** Its address on the installation. */
export function addressOf({ path, iid }: MergeRequestPlace, { origin, root }: Instance): string {
  return `${origin}${root}/${path.split('/').map(encodeURIComponent).join('/')}/-/merge_requests/${iid}`;
}
