/**
 * Waits for a thing that the page does without telling: a value that is set, a form that closes.
 *
 * @param pause Milliseconds between two looks.
 * @returns What `look` finds, or `undefined` when it found nothing within `limit` milliseconds or the signal aborted.
 */
export async function until<Found>(
  look: () => Found | undefined,
  limit: number,
  signal: AbortSignal,
  pause = 20,
): Promise<Found | undefined> {
  const end = performance.now() + limit;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (signal.aborted || performance.now() > end) return undefined;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}
