import * as z from 'zod/mini';
import { rest } from './api';
import type { Item } from './items';

/** An issue that a merge request closes. */
export type ClosedIssue = {
  /** Full path of its project. */
  readonly path: string;
  readonly iid: string;
  /** `#1`, or with its project when that is another one than the merge request's. */
  readonly reference: string;
  readonly title: string;
  /** http or https. */
  readonly url: string;
  readonly isOpen: boolean;
  readonly isConfidential: boolean;
  readonly labels: readonly string[];
  /** `null` is not set; `undefined` where GitLab has no weights. */
  readonly weight: number | null | undefined;
};

/** Issues of another tracker have an id and a title only: they are left out. */
const answer = z.array(
  z.object({
    iid: z.optional(z.int()),
    title: z.string(),
    web_url: z.optional(z.string().check(z.regex(/^https?:\/\//))),
    state: z.optional(z.string()),
    confidential: z.nullish(z.boolean()),
    labels: z.optional(z.array(z.string())),
    references: z.optional(z.object({ full: z.string() })),
    weight: z.optional(z.nullable(z.int())),
  }),
);

/**
 * The issues that a merge request closes when it is merged, or has closed; 20 at most.
 *
 * @param mergeRequest Its project and number.
 * @throws GitLabError as `rest` does.
 */
export async function fetchClosedIssues(
  { instance, path, iid }: Pick<Item, 'instance' | 'path' | 'iid'>,
  signal: AbortSignal,
): Promise<ClosedIssue[]> {
  const address = `/projects/${encodeURIComponent(path)}/merge_requests/${iid}/closes_issues?per_page=20`;
  const issues = await rest(instance, 'GET', address, undefined, answer, signal);
  return issues.flatMap(({ iid, title, web_url: url, state, confidential, labels = [], references, weight }) => {
    if (iid === undefined || url === undefined || !references) return [];
    const project = references.full.replace(/#\d+$/, '');
    const reference = project === path ? `#${iid}` : references.full;
    const isOpen = state === 'opened';
    return [
      {
        path: project,
        iid: String(iid),
        reference,
        title,
        url,
        isOpen,
        isConfidential: confidential === true,
        labels,
        weight,
      },
    ];
  });
}
