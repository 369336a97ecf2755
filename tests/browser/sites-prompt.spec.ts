/**
 * The browser's own question for a site, answered with the keyboard: once with yes, once with no.
 */
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Launched, launch } from '../../scripts/launch';
import { type Display, hasVirtualDisplay, openDisplay } from './display';
import { expect, test, view } from './fixtures';

const site = 'https://gitlab.example.test';

let display: Display;
let launched: Launched;

test.skip(!hasVirtualDisplay, 'no Xvfb or xdotool on this machine');

test.beforeEach(async ({ demo }) => {
  demo.reset();
  display = await openDisplay();
  launched = await launch({ server: demo, headless: false, hosts: { 'gitlab.example.test:443': demo.port } });
});

test.afterEach(async () => {
  await launched?.close();
  display?.close();
});

test('no changes nothing, and says so; yes lets Handrail run on the site, in its open page too', async () => {
  const { open, options } = await askFor(site);
  const said = options.getByRole('status');
  await answer(options, 'Escape');
  await expect(said).toHaveText(`Your browser gave no access to ${site}. Nothing was changed.`);
  await expect(open.locator('handrail-view')).toHaveCount(0);
  await expect(options.getByRole('listitem')).toHaveText([/gitlab\.com always/]);

  await options.reload();
  await ask(options, site);
  await answer(options, 'Tab', 'Return');
  await expect(said).toHaveText(`Handrail is on at ${site}, in its open tabs too.`);
  await expect(view(open, 'weight-guidance')).toHaveCount(1);
});

/** A page of the site, open, and the options in front, with the browser's question over them. */
async function askFor(address: string): Promise<{ open: Page; options: Page }> {
  const open = await launched.context.newPage();
  await open.goto(`${address}/gitlab-org/gitlab/-/issues/1`);
  await expect(open.getByTestId('work-item-weight')).toBeVisible();
  const options = await launched.context.newPage();
  await options.goto(`chrome-extension://${launched.extensionId}/options.html#sites`);
  await ask(options, address);
  return { open, options };
}

async function ask(options: Page, address: string): Promise<void> {
  await options.getByRole('textbox', { name: 'Address of a GitLab' }).fill(address);
  await options.getByRole('button', { name: 'Use on this GitLab' }).click();
}

/** Presses the keys until the question is gone; nothing in a page tells when the browser has drawn it. */
async function answer(options: Page, ...keys: string[]): Promise<void> {
  const said = options.getByRole('status');
  for (let times = 0; times < 20 && (await said.textContent()) === ''; times++) {
    await setTimeout(500);
    display.press(...keys);
  }
}
