import * as z from 'zod/mini';
import { rest } from './api';
import type { Item } from './items';

/** An open issue that a merge request closes. */
export type ClosingIssue = {
  /** As the merge request's page would write it: `#1`, or `group/project#1` of another project. */
  readonly reference: string;
  readonly labels: readonly string[];
  readonly weight: number | null | undefined;
  readonly isConfidential: boolean;
};

/** Issues of an external tracker have an id and a title only. */
const answer = z.array(
  z.object({
    state: z.optional(z.string()),
    labels: z.optional(z.array(z.string())),
    weight: z.nullish(z.number()),
    confidential: z.nullish(z.boolean()),
    references: z.optional(z.object({ full: z.string() })),
  }),
);

/**
 * The open issues that merging a merge request closes.
 *
 * @throws GitLabError as `rest` does.
 */
export async function fetchClosingIssues(
  { instance, path, iid }: Item,
  signal: AbortSignal,
): Promise<readonly ClosingIssue[]> {
  const address = `/projects/${encodeURIComponent(path)}/merge_requests/${iid}/closes_issues`;
  const issues = await rest(instance, 'GET', address, undefined, answer, signal);
  return issues.flatMap(({ state, labels = [], weight, confidential, references }) =>
    state === 'opened' && references
      ? [
          {
            reference: references.full.startsWith(`${path}#`) ? references.full.slice(path.length) : references.full,
            labels,
            weight,
            isConfidential: confidential === true,
          },
        ]
      : [],
  );
}
