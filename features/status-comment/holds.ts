import type { Profile } from '../../handbook/profile';
import { type ReadStatus, readStatus } from '../../handbook/status/read';

/**
 * Whether a rich text box holds what was inserted. GitLab writes the same thing with other marks, so the values are
 * compared; beside an older status in the same box, the words.
 */
export function holds(text: string, markdown: string, hadStatus: boolean, profile: Profile): boolean {
  const wanted = readStatus(markdown, profile);
  const found = readStatus(text, profile);
  if (wanted && found && comparable(wanted) === comparable(found)) return true;
  return (hadStatus || !wanted) && words(text).includes(words(markdown));
}

function comparable({ complete, confidence, notes, concern, mrs, values = {} }: ReadStatus): string {
  return JSON.stringify([
    complete,
    confidence,
    words(notes ?? ''),
    concern,
    Object.entries(values).map(([id, value]) => [id, words(JSON.stringify(value))]),
    mrs.map(entry => [entry.ref, entry.complete, entry.confidence, words(entry.notes ?? '')]),
  ]);
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
