import { type ClosedIssue, fetchClosedIssues } from '../gitlab/closed-issues';
import { type Item, itemKey } from '../gitlab/items';

const asked = new Map<string, Promise<readonly ClosedIssue[]>>();

/**
 * The issues that a merge request closes, for all parts of ours on its page: asked for once for each merge request
 * that is visited, again after a failure.
 *
 * @throws GitLabError as `fetchClosedIssues` does.
 */
export function closedIssuesOf(mergeRequest: Item): Promise<readonly ClosedIssue[]> {
  const key = itemKey(mergeRequest);
  const known = asked.get(key);
  if (known) return known;
  const asking = fetchClosedIssues(mergeRequest, new AbortController().signal);
  asked.set(key, asking);
  asking.catch(() => asked.delete(key));
  return asking;
}
