/**
 * The pages recorded from GitLab's own front end. They lie beside the project and are no part of it: where they are
 * missing, the tests that read them are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { anchors, parts } from '../../gitlab/anchors';

export type RecordedPage = {
  /** As the recordings' table names it: "issue", "board". */
  name: string;
  /** The address it was recorded from, on gitlab.com. */
  url: string;
  html: string;
};

const folder = new URL('../../../shared/pages/', import.meta.url);
const version = '18.9';

/** Empty where there are no recordings: then a test must be skipped by name, so that the sum says so. */
export const recordedPages: RecordedPage[] = existsSync(new URL('README.md', folder)) ? readTable() : [];

/** Opens a recorded page at its own address. Requests for anything else go where they always go. */
export async function openRecorded(page: Page, { url, html }: RecordedPage): Promise<void> {
  await page.route(
    address => address.href === new URL(url).href,
    route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto(url, { waitUntil: 'domcontentloaded' });
}

const selectors: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(anchors).map(([name, anchor]) => [name, anchor.selectors.join(', ')])),
  ...parts,
};

/** How often each anchor and part is on the page, outside of shadow roots: as `gitlab/` looks for them. */
export function occurrencesIn(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    all => Object.fromEntries(Object.entries(all).map(([name, one]) => [name, document.querySelectorAll(one).length])),
    selectors,
  );
}

/** The rows `| name | what it shows | \`/path\` |` of the table, below the sentence with the beginning of all paths. */
function readTable(): RecordedPage[] {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  const start = /addresses begin with `([^`]+)`/.exec(readme)?.[1];
  if (!start) throw new Error(`Expected the addresses' beginning in ${fileURLToPath(folder)}README.md, found none`);
  return [...readme.matchAll(/^\| ([\w-]+) \|.*\| `([^`]+)` \|$/gm)].map(([, name = '', path = '']) => ({
    name,
    url: start + path,
    html: readFileSync(new URL(`${name}-${version}.html`, folder), 'utf8'),
  }));
}
