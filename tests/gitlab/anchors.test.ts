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
