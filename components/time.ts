/** `2 hours ago`, `just now` for less than a minute. Both times in milliseconds since 1970. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return past(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? past(hours, 'hour') : past(Math.floor(hours / 24), 'day');
}

/** By hand: the first `Intl.RelativeTimeFormat` of a page takes the browser longer than all of ours that starts with it. */
function past(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
