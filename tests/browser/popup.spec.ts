import { expect, serviceWorker, test, view } from './fixtures';
import { openOnce, together } from './together';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof import('wxt/browser').browser;

together('the popup of an issue', {
  async 'names the page, the profile in force, and the features'({ page, openPopup }) {
    await openOnce(page, 1);
    await expect(view(page, 'status-comment')).toHaveCount(1);
    const popup = await openPopup(page);
    await expect(popup.getByRole('region', { name: 'This page' })).toContainText('gitlab-org/gitlab#1');
    await expect(popup.getByRole('region', { name: 'Profile', exact: true })).toContainText('Package 2021');
    await expect(popup.getByText('gitlab.com', { exact: true })).toBeVisible();
    for (const name of ['Weight guidance', 'Status comment', 'Priority badges', 'Next up']) {
      await expect(popup.getByRole('switch', { name })).toBeChecked();
    }
  },
  async 'a switch stays as it was set, over a reload too'({ page, openPopup }) {
    await openOnce(page, 1);
    const popup = await openPopup(page);
    await popup.getByRole('switch', { name: 'Priority badges' }).setChecked(false);
    await expect(view(page, 'priority-badges')).toHaveCount(0);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await expect(view(page, 'status-comment')).toHaveCount(1);
    await expect(view(page, 'priority-badges')).toHaveCount(0);
    await popup.reload();
    await expect(popup.getByRole('switch', { name: 'Priority badges' })).not.toBeChecked();
  },
  async 'shows no switch before it knows for which GitLab'({ page, openPopup }) {
    await openOnce(page, 1);
    const session = await page.context().newCDPSession(page);
    // A page that is busy for longer than the popup waits.
    await session.send('Debugger.enable');
    await session.send('Debugger.pause');
    const popup = await openPopup(page);
    await expect(popup.getByRole('region', { name: 'This page' })).toHaveText('…');
    await expect(popup.getByRole('switch')).toHaveCount(0);
    await session.send('Debugger.disable');
    await session.detach();
    await expect(popup.getByRole('region', { name: 'On gitlab.com' }).getByRole('switch').first()).toBeVisible();
  },
  async 'stored settings that cannot be read are not overwritten, and the popup says so'({
    page,
    openPopup,
    browserContext,
    extensionId,
  }) {
    const worker = await serviceWorker(browserContext, extensionId);
    const garbage = { version: 99, features: 'all' };
    await openOnce(page, 1);
    const popup = await openPopup(page);
    await popup.getByRole('switch', { name: 'Weight guidance' }).setChecked(false);
    await expect(view(page, 'weight-guidance')).toHaveCount(0);
    await worker.evaluate(settings => chrome.storage.sync.set({ settings }), garbage);
    await expect(popup.getByRole('region', { name: 'On gitlab.com' }).getByRole('status')).toContainText(
      'The stored settings cannot be read. The last good ones stay in force',
    );
    await expect(view(page, 'weight-guidance')).toHaveCount(0);
    await popup.getByRole('switch', { name: 'Weight guidance' }).click();
    expect(await worker.evaluate(async () => (await chrome.storage.sync.get('settings')).settings)).toEqual(garbage);
  },
});

test('says so on a page that is none of ours', async ({ page, openPopup }) => {
  await page.route('https://gitlab.com/explore', route =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' }),
  );
  await page.goto('https://gitlab.com/explore');
  const popup = await openPopup(page);
  await expect(popup.getByText('Handrail has nothing to say on this page.')).toBeVisible();
});
