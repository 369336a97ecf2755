/** Where a card was let go: the list's id, and how many other cards stand above it there. */
export type Drop = { listId: string; at: number };

/** So far the pointer has to go before a press becomes a drag. */
const tolerance = 1;

/**
 * Follows a press on a card until it is let go, as GitLab's boards do: with pointer events, not with the browser's own
 * drag and drop. A copy of the card goes with the pointer, the card itself is put into whichever list is below it. When
 * it is let go, it is put back to where it was, and `onDrop` says where it is to go; Escape calls everything off.
 */
export function followPress(press: PointerEvent, card: HTMLElement, onDrop: (drop: Drop) => void): void {
  const home = { list: card.parentElement, next: card.nextSibling };
  const listening = new AbortController();
  // Else the browser would drag the link or the picture that was pressed.
  for (const element of card.querySelectorAll<HTMLElement>('a, img')) element.draggable = false;
  const { signal } = listening;
  let copy: HTMLElement | undefined;

  function start(): void {
    const box = card.getBoundingClientRect();
    copy = card.cloneNode(true) as HTMLElement;
    copy.classList.add('is-dragging');
    Object.assign(copy.style, {
      position: 'fixed',
      zIndex: '100000',
      pointerEvents: 'none',
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    home.list?.append(copy);
    // What the panel contains counts from the panel, even when it is fixed.
    const { left, top } = copy.getBoundingClientRect();
    Object.assign(copy.style, { marginLeft: `${box.left - left}px`, marginTop: `${box.top - top}px` });
    card.classList.add('board-card-drag-active');
    document.addEventListener('selectstart', event => event.preventDefault(), { signal });
  }

  function move({ clientX, clientY }: PointerEvent): void {
    const [x, y] = [clientX - press.clientX, clientY - press.clientY];
    if (!copy && Math.max(Math.abs(x), Math.abs(y)) < tolerance) return;
    if (!copy) start();
    if (copy) copy.style.transform = `translate(${x}px, ${y}px)`;
    const below = document.elementFromPoint(clientX, clientY);
    const list =
      below?.closest('.board-list') ?? below?.closest('[data-testid="board-list"]')?.querySelector('.board-list');
    if (!list) return;
    const next = cardsOf(list).find(other => {
      const { top, height } = other.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    if (card.parentElement !== list || cardAfter(card) !== next) list.insertBefore(card, next ?? firstNoCard(list));
  }

  function end(): Drop | undefined {
    listening.abort();
    if (!copy) return undefined;
    copy.remove();
    const list = card.closest<HTMLElement>('.board-list');
    const at = list ? [...list.querySelectorAll('.board-card')].indexOf(card) : 0;
    card.classList.remove('board-card-drag-active');
    home.list?.insertBefore(card, home.next);
    // The click that ends a drag is no click.
    const click = new AbortController();
    document.addEventListener('click', swallow, { capture: true, signal: click.signal });
    setTimeout(() => click.abort());
    return { listId: list?.dataset.listId ?? '', at };
  }

  function cardsOf(list: Element): Element[] {
    return [...list.querySelectorAll('.board-card')].filter(other => other !== card && other !== copy);
  }

  /** What stands at the end of a list after its cards: the copy, a spinner. */
  function firstNoCard(list: Element): Element | null {
    return [...list.children].find(child => child === copy || !child.classList.contains('board-card')) ?? null;
  }

  document.addEventListener('pointermove', move, { signal });
  document.addEventListener(
    'pointerup',
    () => {
      const drop = end();
      if (drop) onDrop(drop);
    },
    { signal },
  );
  document.addEventListener('pointercancel', end, { signal });
  document.addEventListener('keyup', event => event.key === 'Escape' && end(), { signal });
}

function cardAfter(card: Element): Element | undefined {
  const next = card.nextElementSibling;
  return next?.classList.contains('board-card') && !next.classList.contains('is-dragging') ? next : undefined;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
