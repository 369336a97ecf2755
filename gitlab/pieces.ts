/** Milliseconds of one piece of work; the browser goes on between two. */
const piece = 8;

/** Work on many things in pieces. What is added while a piece is waited for joins it. */
export type Pieces<One> = {
  add(one: One): void;
  /** Begins at once, unless a piece is waited for already. Of several works in one piece each is given the piece's end. */
  begin(end?: number): void;
  /** Begins when the browser has done what it has to do now. */
  beginLater(): void;
};

/** When a piece ends that begins now. */
export function endOfPiece(): number {
  return performance.now() + piece;
}

/** @param work Is called once for each thing that was added. Must not throw. */
export function inPieces<One>(work: (one: One) => void): Pieces<One> {
  const waiting = new Set<One>();
  let isWaiting = false;

  function begin(end = endOfPiece()): void {
    if (isWaiting) return;
    for (const one of waiting) {
      waiting.delete(one);
      work(one);
      if (performance.now() >= end) {
        beginLater();
        return;
      }
    }
  }

  function beginLater(): void {
    if (isWaiting || waiting.size === 0) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      begin();
    });
  }

  return { add: one => waiting.add(one), begin, beginLater };
}

/**
 * The same for work that is awaited as a whole.
 *
 * @param work What comes after a thing for which it returns true is left.
 * @throws The signal's reason when it aborts between two pieces.
 */
export async function eachInPieces<One>(
  all: Iterable<One>,
  work: (one: One) => boolean,
  signal: AbortSignal,
): Promise<void> {
  let end = endOfPiece();
  for (const one of all) {
    if (work(one)) return;
    if (performance.now() < end) continue;
    await new Promise(resolve => setTimeout(resolve));
    signal.throwIfAborted();
    end = endOfPiece();
  }
}
