import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Calls back when a drawing took the focus out of an element: what had it moved in the document, or went. Whoever has
 * put it elsewhere, or nowhere by a press on the page, is left alone.
 */
export function useLostFocus(within: RefObject<Element | null>, onLost: () => void): void {
  const had = hasFocus(within.current);
  useLayoutEffect(() => {
    if (had && !hasFocus(within.current)) onLost();
  });
}

function hasFocus(element: Element | null): boolean {
  return element?.contains((element.getRootNode() as ShadowRoot).activeElement) ?? false;
}
