import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When one view takes the place of another, what had the keyboard focus goes with it and the focus would fall to the
 * top of the page. So it goes to what opened the view that was left, `data-opens`, or else to the heading. A first
 * load leaves it where the browser puts it.
 */
export function useViewFocus(view: string): void {
  const left = useRef(view);
  useLayoutEffect(() => {
    if (left.current === view) return;
    const opener = document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(left.current)}"]`);
    (opener ?? document.querySelector('h1'))?.focus();
    left.current = view;
  }, [view]);
}
