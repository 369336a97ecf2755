import * as z from 'zod/mini';

/** An issue for which a person has put `/promote_to Epic` into the comment box, with rows that wait for the epic. */
const promotion = z.object({
  userId: z.string(),
  instance: z.object({ origin: z.string(), root: z.string() }),
  path: z.string(),
  iid: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type Promotion = z.infer<typeof promotion>;

/** Milliseconds after which a promotion that nobody went on with is forgotten. */
const waitsFor = 30 * 86_400_000;

/** Stored promotions, without those that are forgotten; none when they cannot be read. */
export function parsePromotions(stored: unknown): Promotion[] {
  const parsed = z.array(promotion).safeParse(stored);
  return parsed.success ? parsed.data.filter(one => one.at > Date.now() - waitsFor) : [];
}
