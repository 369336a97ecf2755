import { inRange, readPercents } from './percents';

/** A merge request's line in an update. */
export type ReadMergeRequest = {
  /** `!123` or `group/project!123`. */
  readonly ref: string;
  readonly complete: number | null;
  readonly confidence: number | null;
  readonly notes: string | null;
};

/**
 * `!1 - 80% complete, 90% confident - notes`, where the merge request may also be `!1+`, `group/project!1`, its address or
 * a link to it.
 */
export function readMergeRequest(line: string): ReadMergeRequest | undefined {
  const [link, address = line] = /^\[[^\]]*\]\(([^()\s]+)\)/.exec(line) ?? [];
  const [reference, far, near = '', iid] =
    /^(?:https?:\/\/[^\s/]+\/([^\s?#]+?)\/-\/merge_requests\/|([\w./-]*)!)(\d{1,10})(?!\w)(?:\+s?|[/?#][^\s:,]*)?/.exec(
      address,
    ) ?? [];
  if (!reference) return undefined;
  const behind = line.slice((link ?? reference).length).trim();
  const rest = behind.replace(/^[-–—:,|]\s*/, '');
  const percents = readPercents(rest);
  if (!percents && behind && rest === behind) return undefined;
  return {
    ref: `${far ?? near}!${iid}`,
    complete: inRange(percents?.complete) ?? null,
    confidence: inRange(percents?.confidence) ?? null,
    notes: (percents?.rest ?? rest) || null,
  };
}
