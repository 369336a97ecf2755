import type { Profile } from '../profile';
import type { Health } from './reading/marks';
import type { ReadMergeRequest } from './reading/merge-requests';
import { fieldKinds } from './reading/names';
import { type ReadPart, updatesIn } from './reading/updates';
import { valuesOf } from './reading/values';
import type { StatusValues } from './values';

export type { ReadMergeRequest } from './reading/merge-requests';

/** What a status comment says. "None" is `null`; numbers are percent, 0 to 100. */
export type ReadStatus = {
  readonly complete: number | null;
  readonly confidence: number | null;
  /** As typed, Markdown included: show it as text only. */
  readonly notes: string | null;
  /** Label titles without `~`. */
  readonly concern: readonly string[];
  readonly mrs: readonly ReadMergeRequest[];
  /** A confidence in words: `high`, or the box that is checked. */
  readonly confidenceText?: string | undefined;
  readonly health?: Health | undefined;
  /** `2026-03-09`, where the update names its day. */
  readonly date?: string | undefined;
  /** Of `40% → 60%` the left one. */
  readonly previousComplete?: number | undefined;
  /** Updates of two sides in one comment. No total is made of them. */
  readonly parts?: readonly ReadPart[] | undefined;
  /** The issue that a table names, with its value. */
  readonly items?: readonly { readonly ref: string; readonly complete: number }[] | undefined;
  /** Absent when the comment does not mention them. */
  readonly blockers?: string | null | undefined;
  /** With a profile: what its fields would have to hold to write this comment again. */
  readonly values?: StatusValues | undefined;
  /** Fields that were filled with what they cannot be. */
  readonly invalid?: readonly ('complete' | 'confidence')[] | undefined;
};

/**
 * Reads a note's text, Markdown or rendered, as a status comment.
 *
 * Takes time in proportion to the text's length and never throws. Code, quotes and HTML comments do not count. Of several dated updates the latest counts; of a
 * field that stands twice in one update, the first.
 *
 * @param profile Its field names and aliases are read besides the usual English ones.
 * @returns `undefined` when the text is no status comment; a form that nobody has filled in has only "none".
 */
export function readStatus(text: string, profile?: Profile): ReadStatus | undefined {
  const agreed = profile?.status;
  const statuses = updatesIn(text, fieldKinds(agreed), agreed !== undefined).flatMap(
    update => valuesOf(update, agreed) ?? [],
  );
  return statuses.reduce<ReadStatus | undefined>(
    (latest, status) => (latest && (latest.date ?? '') > (status.date ?? '') ? latest : status),
    undefined,
  );
}
