import type { ReadStatus } from '../../../handbook/status/read';

/** `+20`, `−5`; nothing when nothing was gained. */
export function gainedText(gained: number | undefined): string {
  if (!gained) return '';
  return gained > 0 ? `+${gained}` : `−${-gained}`;
}

/** `90% sure`, or the team's word for it. */
export function sureText({ confidence, confidenceText }: ReadStatus): string {
  return confidence === null ? (confidenceText ?? '') : `${confidence}% sure`;
}

/** The notes, and how far each merge request is: `in review · !11111 80%, !21212 30%`. */
export function noteText({ notes, mrs }: ReadStatus): string {
  const requests = mrs.map(({ ref, complete }) => (complete === null ? ref : `${ref} ${complete}%`));
  return [notes, requests.join(', ')].filter(Boolean).join(' · ');
}
