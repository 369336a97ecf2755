const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "10 months ago", "just now"; GitLab's wording. */
export function timeAgo(iso: string): string {
  const seconds = (Date.now() - Date.parse(iso)) / 1000;
  for (const [unit, length] of units) {
    const count = Math.floor(seconds / length);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  }
  return 'just now';
}

// A formatter takes a millisecond to make.
const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });
const medium = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** "February 2, 2026 at 9:00:00 AM UTC", the tooltip of every time on a GitLab page. */
export function longTime(iso: string): string {
  return long.format(new Date(iso));
}

/** "Feb 2, 2026" of a YYYY-MM-DD date. */
export function shortDate(date: string): string {
  return medium.format(new Date(date));
}
