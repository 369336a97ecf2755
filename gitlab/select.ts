/**
 * `element.querySelectorAll` for a selector of any kind, quick on small parts of large pages.
 *
 * For `.a .b` Chromium (156) looks through the whole document for `.a` at each call: for thousands of rows thousands of
 * times. So only what stands last is asked for, and held against the whole selector.
 */
export function selectAll(element: Element, selector: string): Element[] {
  const ending = lastParts(selector);
  const found = [...element.querySelectorAll(ending)];
  return ending === selector ? found : found.filter(one => one.matches(selector));
}

/** The first of `selectAll`, `null` without any, like `element.querySelector`. */
export function select(element: Element, selector: string): Element | null {
  const ending = lastParts(selector);
  if (ending === selector) return element.querySelector(selector);
  return [...element.querySelectorAll(ending)].find(one => one.matches(selector)) ?? null;
}

const known = new Map<string, string>();

/** What an element itself must have to match: `.b, [c]` of `.a > .b, #d [c]`. */
export function lastParts(selector: string): string {
  if (!/[\s,>+~]/.test(selector)) return selector;
  let parts = known.get(selector);
  if (parts === undefined) {
    parts = split(selector, ',')
      .map(one => split(one, ' >+~').at(-1))
      .join(', ');
    known.set(selector, parts);
  }
  return parts;
}

/** The pieces between separators that stand outside of brackets, none of them empty. */
function split(selector: string, separators: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let begin = 0;
  for (let at = 0; at <= selector.length; at += 1) {
    const one = selector.charAt(at);
    if (one === '\\') at += 1;
    else if (one === '[' || one === '(') depth += 1;
    else if (one === ']' || one === ')') depth -= 1;
    else if (one === '' || (depth === 0 && separators.includes(one))) {
      const piece = selector.slice(begin, at).trim();
      if (piece !== '') pieces.push(piece);
      begin = at + 1;
    }
  }
  return pieces;
}
