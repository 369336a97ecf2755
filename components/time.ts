const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** `2 hours ago`, `just now` for less than a minute. Both times in milliseconds since 1970. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return words.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? words.format(-hours, 'hour') : words.format(-Math.floor(hours / 24), 'day');
}
