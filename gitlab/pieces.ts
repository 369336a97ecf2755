/** Milliseconds of one piece of work; the browser goes on between two. */
const piece = 8;

/** Work on many things in pieces. What is added while a piece is waited for joins it. */
export type Pieces<One> = {
  add(one: One): void;
  /** Begins at once, unless a piece is waited for already. */
  begin(): void;
  /** Begins when the browser has done what it has to do now. */
  beginLater(): void;
};

/** @param work Is called once for each thing that was added. Must not throw. */
export function inPieces<One>(work: (one: One) => void): Pieces<One> {
  const waiting = new Set<One>();
  let isWaiting = false;

  function begin(): void {
    if (isWaiting) return;
    const end = performance.now() + piece;
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
