import type { ReadStatus } from './read';

/** `80% · 90% sure`; what the update does not say is left out. */
export function valuesText({ complete, confidence, confidenceText }: ReadStatus): string {
  const sure = confidence === null ? confidenceText && `confidence ${confidenceText}` : `${confidence}% sure`;
  return [complete === null ? undefined : `${complete}%`, sure].filter(Boolean).join(' · ') || 'Status update';
}
