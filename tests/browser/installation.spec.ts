/** What becomes of the extension itself, under pages and forms that are open: installed, killed, updated, disabled, gone. */
import type { BrowserContext, Page } from '@playwright/test';
import { launch } from '../../scripts/launch';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { number, openForm, textBox } from './status-form';
import { worldOf } from './world';

declare const chrome: typeof import('wxt/browser').browser;

const parts = ['weight-guidance', 'status-comment'] as const;
const panelOf = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });
const welcomes = (context: BrowserContext) => context.pages().filter(page => page.url().endsWith('/welcome.html'));

test('the kill test, from the installation on: half filled, browser killed, started again, all values there; uninstalled, the text can be copied', async ({
  demo,
}) => {
  test.setTimeout(90_000);
  demo.reset();
  const killed = await launch({ server: demo, headless: true, welcome: true });
  await test.step('the first page opens after the installation', () =>
    expect.poll(() => welcomes(killed.context).length).toBe(1));
  const page = await killed.context.newPage();
  await openIssue(page, 4);
  const form = await openForm(page);
  await number(form, 'Complete').fill('45');
  await textBox(form, 'Notes').fill('half a sent');
  const concern = (form: Awaited<ReturnType<typeof openForm>>) =>
    form.getByRole('group', { name: 'Concern' }).getByRole('checkbox', { name: 'backend' });
  await concern(form).check();
  await expect(form).toContainText('Draft saved');
  const session = await killed.context.browser()?.newBrowserCDPSession();
  const processes = await session?.send('SystemInfo.getProcessInfo');
  const pid = processes?.processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error("Expected the number of the browser's process.");
  const isGone = new Promise(resolve => killed.context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await isGone;

  // Nothing is installed now, so no first page has to be waited for and closed.
  const again = await launch({ server: demo, headless: true, profile: killed.profile, welcome: true });
  try {
    await again.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://gitlab.com' });
    const page = await again.context.newPage();
    await openIssue(page, 4);
    await expect(view(page, 'status-comment')).toContainText('Draft, ');
    const form = await openForm(page);
    await expect(number(form, 'Complete')).toHaveValue('45');
    await expect(textBox(form, 'Notes')).toHaveValue('half a sent');
    await expect(concern(form)).toBeChecked();

    await test.step('uninstalled under the open form', async () => {
      await number(form, 'Confidence').fill('60');
      await expect(form).toContainText('Draft saved');
      // Nobody types while the browser removes the extension and all that it has stored.
      await form.getByRole('button', { name: 'Copy' }).focus();
      const session = await again.context.browser()?.newBrowserCDPSession();
      await session?.send('Extensions.uninstall', { id: again.extensionId });
      await textBox(form, 'Notes').fill('typed too late');
      await expect(form.getByRole('status')).toContainText(
        'Press Copy to keep the text, then reload the page to continue.',
      );
      await expect(textBox(form, 'Notes')).toHaveAttribute('readonly');
      await form.getByRole('button', { name: 'Copy' }).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe('Complete: 45%\\\nConfidence: 60%\\\nNotes: typed too late\\\nConcern: ~backend');
    });
  } finally {
    await again.close();
  }
});

test('updated while forms are open: one view each, the draft is there, nothing in the console', async ({
  page,
  browserContext,
  extensionId,
}) => {
  const world = await worldOf(page, extensionId);
  await openIssue(page, 1);
  const form = await openForm(page);
  await textBox(form, 'Notes').fill('typed before the update');
  await expect(form).toContainText('Draft saved');
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panelOf(page)).toBeVisible();
  const worker = await serviceWorker(browserContext, extensionId);
  const restarted = browserContext.waitForEvent('serviceworker');
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await restarted;
  // The new version starts in the open tab, and the old one goes with its panels.
  await expect(panelOf(page)).toHaveCount(0, { timeout: 20_000 });
  for (const part of parts) await expect(view(page, part)).toHaveCount(1);
  await expect(page.locator('[data-testid="work-item-created"] ~ handrail-view')).toHaveCount(1);
  await expect(textBox(await openForm(page), 'Notes')).toHaveValue('typed before the update');
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panelOf(page)).toHaveCount(1);
  // The first page is for the installation alone.
  expect(welcomes(browserContext)).toEqual([]);
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});

test('updated where nothing of ours was: the newer script alone starts when GitLab moves on to a page of ours', async ({
  page,
  browserContext,
  extensionId,
}) => {
  const world = await worldOf(page, extensionId);
  const issue = 'https://gitlab.com/gitlab-org/gitlab/-/issues/1';
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () => history.replaceState(null, '', '/-/user_settings/profile')),
  );
  await page.goto(issue);
  await expect(page.locator('.js-comment-form')).toBeVisible();
  const worker = await serviceWorker(browserContext, extensionId);
  const restarted = browserContext.waitForEvent('serviceworker');
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  const newer = await restarted;
  // What the popup asks makes it start where it waits: the older one must not take that back.
  const ask = async () => {
    const [tab] = await chrome.tabs.query({ url: 'https://gitlab.com/*' });
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: () => globalThis.handrailPage?.(),
    });
    return answer?.result?.page;
  };
  await expect.poll(() => newer.evaluate(ask)).toBe('other');
  await expect(page.locator('handrail-view')).toHaveCount(0);
  await page.evaluate(address => history.pushState(null, '', address), issue);
  for (const part of parts) await expect(view(page, part)).toHaveCount(1);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panelOf(page)).toHaveCount(1);
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});

test('disabled and enabled again while forms are open: the text stays, and is there after a reload', async ({
  page,
  browserContext,
  extensionId,
}) => {
  const settings = await browserContext.newPage();
  await settings.goto('chrome://extensions');
  const enable = (isOn: boolean) =>
    settings.evaluate(
      ([id, on]) =>
        (globalThis as unknown as { chrome: typeof chrome }).chrome.management.setEnabled(id as string, on as boolean),
      [extensionId, isOn] as const,
    );
  await page.bringToFront();
  const world = await worldOf(page, extensionId);
  await openIssue(page, 1);
  const form = await openForm(page);
  await textBox(form, 'Notes').fill('typed before');
  await expect(form).toContainText('Draft saved');
  await enable(false);
  await textBox(form, 'Notes').fill('typed too late');
  await expect(form).toContainText('Press Copy to keep the text, then reload the page to continue.');
  await expect(textBox(form, 'Notes')).toHaveValue('typed too late');
  await enable(true);
  await page.reload({ waitUntil: 'domcontentloaded' });
  for (const part of parts) await expect(view(page, part)).toHaveCount(1);
  await expect(textBox(await openForm(page), 'Notes')).toHaveValue('typed before');
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});
