import type { Progress } from './loader';

/** The day here, `2026-11-21`. */
export function today(now: number): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const numbers = new Intl.NumberFormat('en');

/** `1,234` */
export function count(number: number): string {
  return numbers.format(number);
}

/**
 * What stands where there are no rows.
 *
 * @param without How many rows there are without the filters.
 * @param loaded How many issues there are, with a priority or without.
 */
export function emptyText(
  kind: Progress['kind'],
  without: number,
  loaded: number,
  scope: string,
): { readonly title: string; readonly more: string } {
  if (without > 0) {
    const more = without === 1 ? 'One item waits without them.' : `${count(without)} items wait without them.`;
    return { title: 'Nothing fits these filters', more };
  }
  if (kind === 'done') {
    return { title: 'Nothing is waiting', more: `No open issue here carries a priority for ${scope}.` };
  }
  if (kind === 'loading' || kind === 'waiting') return { title: 'Reading the open issues', more: 'One moment.' };
  if (kind === 'failed' && loaded === 0) return { title: 'The list is not there', more: 'The reason stands below.' };
  if (kind === 'cancelled' && loaded === 0) return { title: 'Nothing yet', more: 'The loading was stopped.' };
  return { title: 'Nothing yet', more: 'None of the issues that are loaded carries a priority.' };
}
