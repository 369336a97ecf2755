import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong inside the given elements, shadow roots included: rule and place, one line each. A page of GitLab
 * is looked at in both themes: another class of its root is all that differs, as where GitLab follows the system.
 */
export async function violationsIn(page: Page, selector: string): Promise<string[]> {
  // Evaluated, not added as a script element: the page's content security policy does not matter then.
  await page.evaluate(source);
  return page.evaluate(async include => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { classList } = document.documentElement;
    const themes = classList.contains('gl-light') ? ['gl-dark', 'gl-light'] : [undefined];
    const found: string[] = [];
    for (const theme of themes) {
      if (theme) {
        classList.remove('gl-light', 'gl-dark');
        classList.add(theme);
        // Colours may change slowly.
        const passing = document
          .getAnimations()
          .filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime));
        await Promise.allSettled(passing.map(one => one.finished));
      }
      const { violations } = await run({ include: [include] }, { runOnly });
      for (const { id, nodes } of violations)
        found.push(...nodes.map(node => `${theme ?? ''} ${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
    }
    return found;
  }, selector);
}
