/** GitLab's names of an issue's health. */
export type Health = 'on_track' | 'needs_attention' | 'at_risk';

/** Health in words, as GitLab writes it, or as a coloured circle. */
export function healthIn(text: string): Health | undefined {
  const [, good, fair, bad] = /(on.track|🟢|green_)|(needs.attention|🟡|yellow_)|(at.risk|🔴|red_)/i.exec(text) ?? [];
  return good ? 'on_track' : fair ? 'needs_attention' : bad ? 'at_risk' : undefined;
}

/** The first date of a line, `2026-03-09` or `3/9/2026` (month first), as `2026-03-09`. */
export function dateIn(text: string): string | undefined {
  const [all, month = '', day = '', year] = /\b(?:\d{4}-\d\d-\d\d|(\d\d?)\/(\d\d?)\/(\d{4}))\b/.exec(text) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : (all ?? '');
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

/** `~frontend ~"needs review"`; a number is no label. */
export function labelsIn(text: string): string[] {
  const references = text.matchAll(/~(?:"([^"]{1,255})"|(?!\d+(?![\w:-]))([\w?.&:-]{1,255})(?![\w%]))/g);
  return [...references].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
