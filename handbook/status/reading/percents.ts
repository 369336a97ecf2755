type Amount = { value: number; previous?: number; isPercent: boolean; rest: string };

/** A number that is a percent. What is out of range is none; it is never clamped. */
export function inRange(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= 100 ? value : undefined;
}

/**
 * `80%`, `80`, `~80 %`, `87,5 %`, `100^%`; `4/5` and `8/10` are scaled; `80-90%` is its lower bound; of `40% → 60%` the
 * right one counts.
 *
 * @returns `undefined` when the text is no number. The number may be out of range, or `NaN` where it is still missing.
 */
export function readPercent(text: string): { value: number; previous?: number } | undefined {
  const amount = takeAmount(text.slice(0, 200).replace(/[*_`]/g, '').trim());
  // A number without its sign is one only if nothing is counted with it: `3 of 4` says nothing.
  const isAlone = /^(?:$|[,;.(]|\s+(?:[-–—(]|percent))(?!\d)/.test(amount?.rest ?? '?');
  return amount?.isPercent || isAlone ? amount : undefined;
}

/** Percents at the start of a text, in or out of range, and the text behind them. */
export type Percents = {
  complete?: number;
  confidence?: number;
  /** Both are given, named and in range: this can be nothing but a status. */
  isPair: boolean;
  rest: string;
};

/**
 * `80% complete, 99% confident - notes`, in either order, one of them alone, or two bare ones: complete, then confidence.
 *
 * @returns `undefined` when the text does not begin so: `80% of the tests pass`.
 */
export function readPercents(text: string): Percents | undefined {
  const found: Percents = { isPair: false, rest: text };
  let named = 0;
  for (let turn = 0; turn < 2; turn += 1) {
    const amount = takeAmount(found.rest.replace(separator, ''));
    const [word, complete, confidence] =
      /^\s*(?:(complete|done)|(confiden[tc]e?|sure))?(?=\s*(?:$|[,;/.()&|–—-]|and\s))/i.exec(amount?.rest ?? '?') ?? [];
    const kind = confidence || (!complete && turn > 0) ? 'confidence' : 'complete';
    if (!amount?.isPercent || word === undefined || kind in found) break;
    if ((complete || confidence) && inRange(amount.value) !== undefined) named += 1;
    found[kind] = amount.value;
    found.rest = amount.rest.slice(word.length);
  }
  if (found.rest === text) return undefined;
  return { ...found, isPair: named === 2, rest: found.rest.replace(/^[\s,;/&.|–—-]+/, '').trim() };
}

const separator = /^\s*(?:[,;/&|]|[-–—]\s|and\s)\s*/;

/** The number at the start of a text; `…%` stands for one that is still missing. */
function takeAmount(text: string): Amount | undefined {
  const [all, digits = '', sign, of] =
    /^~?\s*([-−]?\d+(?:[.,]\d{1,2}(?!\d))?|…)(?:\s*\^?\s*(%)|\s*\/\s*(5|10)(?![\d.,]))?/.exec(text) ?? [];
  if (all === undefined) return undefined;
  const rest = text.slice(all.length);
  const value = numberFrom(digits) * (of ? 100 / Number(of) : 1);
  const isPercent = !!(sign || of);
  const [both = '', to, second = ''] =
    /^(\s*(?:→|->)\s*)?(?:\s*[-–—]\s*)?(\d+(?:[.,]\d{1,2})?)\s*(?:%|$)/.exec(rest) ?? [];
  // Behind a sign a dash with spaces parts two percents, or begins the notes.
  if (!both || (isPercent && /^\s+[-–—]\s/.test(both))) return { value, isPercent, rest };
  const range = { isPercent: true, rest: rest.slice(both.length) };
  return to ? { ...range, value: numberFrom(second), previous: value } : { ...range, value };
}

function numberFrom(digits: string): number {
  return Number(digits.replace(',', '.').replace('−', '-'));
}
