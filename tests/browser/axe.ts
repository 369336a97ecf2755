import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { thorough } from './thorough';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What can be another in another theme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong inside the given elements, shadow roots included: rule and place, one line each. A page of GitLab
 * is looked at in both themes: another class of its root is all that differs, as where GitLab follows the system. So in
 * the second one only the rules of colours are asked again.
 */
export async function violationsIn(page: Page, selector: string): Promise<string[]> {
  // Evaluated, not added as a script element: the page's content security policy does not matter then.
  await page.evaluate(source);
  return page.evaluate(
    async ([include, ofColours, thorough]) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const all = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { classList } = document.documentElement;
      const themes = classList.contains('gl-light') ? ['gl-dark', 'gl-light'] : [undefined];
      const found: string[] = [];
      for (const [at, theme] of themes.entries()) {
        if (theme) {
          classList.remove('gl-light', 'gl-dark');
          classList.add(theme);
          // Colours may change slowly.
          const passing = document
            .getAnimations()
            .filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime));
          await Promise.allSettled(passing.map(one => one.finished));
        }
        const runOnly = at > 0 && !thorough ? { type: 'rule' as const, values: [...ofColours] } : all;
        const { violations } = await run({ include: [include] }, { runOnly });
        for (const { id, nodes } of violations)
          found.push(...nodes.map(node => `${theme ?? ''} ${id}: ${node.target.join(' ')}: ${node.failureSummary}`));
      }
      return found;
    },
    [selector, ofColours, thorough] as const,
  );
}
