import * as z from 'zod/mini';
import type { StatusValues } from '../../handbook/status/values';

const entry = z.object({
  ref: z.string(),
  complete: z.optional(z.number()),
  confidence: z.optional(z.number()),
  notes: z.string(),
});
const schema = z.object({
  version: z.literal(1),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  values: z.record(z.string(), z.optional(z.union([z.number(), z.string(), z.array(z.string()), z.array(entry)]))),
  /** Set once it was put into the comment box: the newest comment's number at that time. */
  insertedAfterNote: z.optional(z.number()),
  /** The name of the format, where the person has chosen one. */
  format: z.optional(z.string()),
  /** Whether the item is a group's: its key does not tell, and its page has another address. */
  isGroup: z.optional(z.boolean()),
});

/** What a person has typed for one item, not yet posted. */
export type Draft = {
  readonly savedAt: number;
  readonly values: StatusValues;
  readonly insertedAfterNote?: number | undefined;
  readonly format?: string | undefined;
  readonly isGroup?: boolean | undefined;
};

/** Milliseconds after which a draft that nobody touched is forgotten: 30 days. */
export const lifetime = 30 * 86_400_000;

/** A stored draft; `undefined` when there is none, it cannot be read, or nobody has touched it for 30 days. */
export function parseDraft(stored: unknown): Draft | undefined {
  if (stored === undefined) return undefined;
  const parsed = schema.safeParse(stored);
  const draft = parsed.success ? (parsed.data as Draft) : undefined;
  return draft && Date.now() - draft.savedAt < lifetime ? draft : undefined;
}
