/**
 * `npm run store`: the pictures of the store's listing and of the README, `store/*.png`, from the built extension on the
 * demo GitLab, in light and dark.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { type Demo, startDemo } from '../demo/server';
import { launch } from './launch';

const folder = fileURLToPath(new URL('../store/', import.meta.url));
const project = 'https://gitlab.com/gitlab-org/gitlab/-';

/** What the stores take. */
const viewport = { width: 1280, height: 800 };

const pictures: Readonly<Record<string, (page: Page, extensionId: string) => Promise<void>>> = {
  async issue(page) {
    await page.goto(`${project}/issues/1`, { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('region', { name: 'Weight guidance' }).waitFor();
  },
  async status(page) {
    await page.goto(`${project}/issues/1`, { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'Status update' }).click();
    const form = page.getByRole('form', { name: 'Status update' });
    await form.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80');
    await form.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90');
    await form.getByRole('textbox', { name: 'Notes' }).fill('expecting to go into review tomorrow');
    await form.evaluate(element => element.scrollIntoView({ block: 'center' }));
  },
  async 'next-up'(page) {
    await page.goto(`${project}/issues`, { waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'Next up' }).first().click();
    await page.getByRole('dialog', { name: 'Next up' }).getByRole('link').first().waitFor();
  },
  async options(page, extensionId) {
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.getByRole('heading', { name: 'Profiles' }).waitFor();
  },
};

async function take(demo: Demo, theme: 'light' | 'dark'): Promise<void> {
  const { context, extensionId, close } = await launch({ server: demo, headless: true });
  try {
    for (const [name, show] of Object.entries(pictures)) {
      demo.reset();
      demo.store.theme = theme;
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: theme });
      await show(page, extensionId);
      await page.screenshot({ path: `${folder}${name}-${theme}.png`, animations: 'disabled' });
      await page.close();
    }
  } finally {
    await close();
  }
}

const demo = await startDemo();
try {
  await take(demo, 'light');
  await take(demo, 'dark');
} finally {
  await demo.close();
}
