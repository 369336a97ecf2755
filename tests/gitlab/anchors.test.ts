import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchors, parts } from '../../gitlab/anchors';
import { occurrences } from '../occurrences';

const folder = '../shared/pages';
const selectors: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(anchors).map(([name, anchor]) => [name, anchor.selectors.join(', ')])),
  ...parts,
};

describe.skipIf(!existsSync(folder)).each(Object.entries(occurrences))('%s', (name, pages) => {
  it.each(Object.entries(pages))('on the recorded page %s: %i', (page, count) => {
    document.documentElement.innerHTML = readFileSync(`${folder}/${page}-18.9.html`, 'utf8');
    expect(document.querySelectorAll(selectors[name] ?? '').length).toBe(count);
  });
});

it('no anchor goes by visible text or translated words', () => {
  for (const selector of Object.values(selectors)) expect(selector).not.toMatch(/aria-label|title=|:contains|has-text/);
});
