/** The browser's own shortcuts, and the page after the installation; that it opens is in installation.spec.ts. */
import { violationsIn } from './axe';
import { expect, openIssue, serviceWorker, test } from './fixtures';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof import('wxt/browser').browser;

/** As the browser does when somebody presses the keys that they have given to the command. */
type Dispatching = { dispatch(command: string): void };

test('a shortcut opens the status form of the item in the tab in front', async ({
  page,
  browserContext,
  extensionId,
}) => {
  await openIssue(page, 1);
  await expect(page.getByRole('button', { name: 'Status update' })).toBeVisible();
  const worker = await serviceWorker(browserContext, extensionId);
  await worker.evaluate(() => (chrome.commands.onCommand as unknown as Dispatching).dispatch('status-update'));
  await expect(page.getByRole('form', { name: 'Status update' })).toBeVisible();
});

test('a shortcut opens Next up', async ({ page, browserContext, extensionId }) => {
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await expect(page.getByRole('button', { name: 'Next up' }).first()).toBeVisible();
  const worker = await serviceWorker(browserContext, extensionId);
  await worker.evaluate(() => (chrome.commands.onCommand as unknown as Dispatching).dispatch('next-up'));
  await expect(page.getByRole('dialog', { name: 'Next up' })).toBeVisible();
});

test('no shortcut has keys until a person gives it some', async ({ page: _, browserContext, extensionId }) => {
  const worker = await serviceWorker(browserContext, extensionId);
  const commands = await worker.evaluate(() => chrome.commands.getAll());
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['status-update', 'next-up']));
  expect(commands.map(({ shortcut }) => shortcut)).toEqual(commands.map(() => ''));
});

test('the first page says what Handrail does and may read, on a light and on a dark desktop', async ({
  page,
  extensionId,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`chrome-extension://${extensionId}/welcome.html`);
    await expect(page.getByRole('heading', { name: 'What it may read' })).toBeVisible();
    expect(await violationsIn(page, 'html'), colorScheme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Choose a profile' }).click();
  await expect
    .poll(() =>
      page
        .context()
        .pages()
        .map(one => one.url()),
    )
    .toContainEqual(expect.stringMatching(/options\.html/));
});
