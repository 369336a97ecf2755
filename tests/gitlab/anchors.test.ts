import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchors, parts } from '../../gitlab/anchors';
import { occurrences } from '../occurrences';

const folder = '../shared/pages';
const selectors: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(anchors).map(([name, anchor]) => [name, anchor.selectors.join(', ')])),
  ...parts,
};

/** Each page is read once: there are hundreds of questions about the nine of them. */
const read = new Map<string, Document>();
function recorded(page: string): Document {
  const known = read.get(page);
  if (known) return known;
  const html = readFileSync(`${folder}/${page}-18.9.html`, 'utf8');
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  read.set(page, parsed);
  return parsed;
}

describe.skipIf(!existsSync(folder)).each(Object.entries(occurrences))('%s', (name, pages) => {
  it.each(Object.entries(pages))('on the recorded page %s: %i', (page, count) => {
    expect(recorded(page).querySelectorAll(selectors[name] ?? '').length).toBe(count);
  });
});

it('no anchor goes by visible text or translated words', () => {
  for (const selector of Object.values(selectors)) expect(selector).not.toMatch(/aria-label|title=|:contains|has-text/);
});

/** `gitlab/watch.ts` does not look into them. */
it.skipIf(!existsSync(folder))('no anchor stands in a comment, and in a row none but its title', () => {
  const titles = ['rowTitle', 'cardTitle', 'linkedTitle', 'cellTitle'];
  for (const page of Object.keys(occurrences.note))
    for (const name of Object.keys(anchors).filter(one => !titles.includes(one)))
      for (const found of recorded(page).querySelectorAll(selectors[name] ?? ''))
        expect(found.closest(`${parts.noteList} > *, ${parts.listRow}`), `${name} on ${page}`).toBeNull();
});
