import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong inside the given elements, shadow roots included: rule and place, one line each. */
export async function violationsIn(page: Page, selector: string): Promise<string[]> {
  // Evaluated, not added as a script element: the page's content security policy does not matter then.
  await page.evaluate(source);
  return page.evaluate(async include => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await run({ include: [include] }, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    );
  }, selector);
}
