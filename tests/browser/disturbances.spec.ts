/** What happens around an open page: other tabs, the browser's storage, GitLab itself, and others in its page. */
import type { Page } from '@playwright/test';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { number, openForm, textBox } from './status-form';
import { oneIn, thorough } from './thorough';
import { worldOf } from './world';

declare const chrome: typeof import('wxt/browser').browser;

const parts = ['weight-guidance', 'status-comment'] as const;
const guidance = (page: Page) => page.getByTestId('work-item-weight').locator('handrail-view');
const panelOf = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });

/** Every view of ours with its feature and the place it stands in, so that two in one place can be seen. */
function standing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('handrail-view')].map(
      one => `${one.dataset.feature} in ${one.parentElement?.dataset.testid ?? one.parentElement?.className}`,
    ),
  );
}

/** Ten in `npm run test:thorough`: what a tab hears does not depend on how many there are. */
const tabs = thorough ? 10 : 3;

test(`${tabs} tabs on one issue agree on the draft and on what is switched on`, async ({
  page,
  browserContext,
  openPopup,
}) => {
  test.setTimeout(120_000);
  await openIssue(page, 2);
  const others = await Promise.all(
    Array.from({ length: tabs - 1 }, async () => {
      const other = await browserContext.newPage();
      await openIssue(other, 2);
      return other;
    }),
  );
  await page.bringToFront();
  const form = await openForm(page);
  await number(form, 'Complete').fill('35');
  await textBox(form, 'Notes').fill('for all');
  await expect(form).toContainText('Draft saved');
  for (const other of others) await expect(view(other, 'status-comment')).toContainText('Draft, ');
  const [first, ...rest] = others;
  if (!first) throw new Error('expected another tab');
  await first.bringToFront();
  const theirs = await openForm(first);
  await expect(number(theirs, 'Complete')).toHaveValue('35');
  await expect(textBox(theirs, 'Notes')).toHaveValue('for all');

  const popup = await openPopup(page);
  const toggle = popup.getByRole('switch', { name: 'Weight guidance' });
  for (const [isOn, count] of [
    [false, 0],
    [true, 1],
  ] as const) {
    await toggle.setChecked(isOn);
    for (const tab of [page, first, ...rest]) {
      await expect(view(tab, 'weight-guidance')).toHaveCount(count);
      await expect(view(tab, 'status-comment')).toHaveCount(1);
    }
  }
});

test('when the storage is full the form says so, keeps the text, and saves again when there is room', async ({
  page,
  browserContext,
  extensionId,
}) => {
  const world = await worldOf(page, extensionId);
  await openIssue(page, 2);
  const form = await openForm(page);
  await textBox(form, 'Notes').fill('kept');
  await expect(form).toContainText('Draft saved');
  const worker = await serviceWorker(browserContext, extensionId);
  await worker.evaluate(async () => {
    const { local } = chrome.storage;
    await local.remove('full');
    let size = 10_485_760 - (await local.getBytesInUse(null)) - 20;
    await local.set({ full: 'x'.repeat(size) }).catch(async () => {
      for (size -= 200; size > 0; size -= 200) {
        try {
          await local.set({ full: 'x'.repeat(size) });
          return;
        } catch {}
      }
    });
  });
  await textBox(form, 'Notes').fill(`kept ${'and more '.repeat(60)}`);
  await expect(form).toContainText('The draft could not be saved: the browser refused to store it.');
  await expect(textBox(form, 'Notes')).toHaveValue(/^kept and more/);
  await worker.evaluate(() => chrome.storage.local.remove('full'));
  await textBox(form, 'Notes').fill('room again');
  await expect(form).toContainText('Draft saved');
  await expect(form).not.toContainText('could not be saved');
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect(textBox(await openForm(page), 'Notes')).toHaveValue('room again');
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});

test('garbage in every key of the storage: the page works, and what cannot be read is not overwritten', async ({
  page,
  browserContext,
  extensionId,
  openPopup,
  openOptions,
}) => {
  test.setTimeout(120_000);
  const world = await worldOf(page, extensionId);
  const worker = await serviceWorker(browserContext, extensionId);
  const item = 'https://gitlab.com gitlab-org/gitlab#2';
  const keys = [
    'assignments',
    'sources',
    'looks',
    'promotions',
    'next-up filters',
    'profile package-group-2021',
    'profile nowhere',
    'found https://gitlab.com gitlab-org/gitlab',
    'quick-actions package-group-2021',
    `draft status 2 ${item}`,
    `draft status 2 ${item} other`,
    `split 2 ${item}`,
    `spike 2 ${item}`,
  ];
  const garbage: unknown[] = [
    'text',
    -1,
    null,
    [],
    { version: 99 },
    { version: 1, profile: 7, assignments: 'all', sources: [null], values: 3, rows: [{}], savedAt: 'now' },
    {
      version: 1,
      assignments: [{ profile: {} }, null],
      sources: {},
      values: { complete: {} },
      rows: 'x',
      savedAt: 1e99,
    },
  ];
  for (const value of oneIn(3, garbage)) {
    await test.step(JSON.stringify(value), async () => {
      await worker.evaluate(
        async ([keys, value]) => {
          await chrome.storage.local.set(Object.fromEntries((keys as string[]).map(key => [key, value])));
          await chrome.storage.sync.set({ settings: value });
        },
        [keys, value] as const,
      );
      await openIssue(page, 2);
      await expect(guidance(page)).toContainText('·');
      const form = await openForm(page);
      await expect(textBox(form, 'Notes')).toHaveValue('');
      await page.getByRole('button', { name: 'Choose a weight' }).click();
      await expect(panelOf(page).getByRole('radio')).toHaveCount(3);
    });
  }
  const kept = await worker.evaluate(() => chrome.storage.local.get(['assignments', 'profile package-group-2021']));
  expect(kept).toEqual({ assignments: garbage.at(-1), 'profile package-group-2021': garbage.at(-1) });
  for (const opened of [await openPopup(page), await openOptions()]) {
    const errors: string[] = [];
    opened.on('pageerror', error => errors.push(error.message));
    await opened.reload();
    await expect(opened.getByRole('heading', { level: 1 })).toBeVisible();
    expect(errors).toEqual([]);
  }
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});

const redraws = thorough ? 10_000 : 500;

test(`GitLab draws ${redraws} times, others insert, wrap and move: one view in each place, and nothing that grows`, async ({
  page,
  extensionId,
}) => {
  test.setTimeout(120_000);
  const world = await worldOf(page, extensionId);
  await openIssue(page, 1);
  await expect(view(page, 'status-comment')).toContainText('80% · 90% sure');
  await page.waitForLoadState('networkidle');
  const before = (await standing(page)).sort();

  await test.step('others in the page', async () => {
    await page.evaluate(async () => {
      const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
      for (let round = 0; round < 20; round += 1) {
        for (const one of document.querySelectorAll('handrail-view')) {
          one.before(Object.assign(document.createElement('b'), { className: 'stranger' }));
          one.after('stranger', Object.assign(document.createElement('i'), { className: 'stranger' }));
        }
        for (const place of document.querySelectorAll('[data-testid="work-item-weight"], .js-comment-form form')) {
          const wrapper = Object.assign(document.createElement('div'), { className: 'wrapper' });
          place.replaceWith(wrapper);
          wrapper.append(place);
        }
        await frame();
        for (const wrapper of document.querySelectorAll('.wrapper')) wrapper.replaceWith(...wrapper.childNodes);
        for (const stranger of document.querySelectorAll('.stranger')) stranger.remove();
        if (round % 4 === 0) for (const one of document.querySelectorAll('handrail-view')) one.remove();
        await frame();
      }
    });
    await expect.poll(async () => (await standing(page)).length).toBe(before.length);
    for (const part of parts) await expect(view(page, part)).toHaveCount(1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await expect(panelOf(page).getByRole('radio', { name: '2 Small' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(panelOf(page)).toHaveCount(0);
  });

  await test.step('GitLab itself', async () => {
    const redraw = (times: number) =>
      page.evaluate(async times => {
        const places = ['[data-testid="work-item-weight"]', '[data-testid="work-item-created"]', '.js-comment-form'];
        for (let time = 0; time < times; time += 1) {
          const old = document.querySelector(places[time % places.length] as string);
          const fresh = old?.cloneNode(true) as Element;
          for (const view of fresh.querySelectorAll('handrail-view')) view.remove();
          old?.replaceWith(fresh);
          // Now and then the page has a rest, in which everybody hears of it.
          if (time % 5 === 0) await null;
          if (time % 500 === 0) await new Promise(resolve => requestAnimationFrame(resolve));
        }
      }, times);
    await redraw(100);
    await expect.poll(async () => (await standing(page)).sort()).toEqual(before);
    const small = await world.count('AbortController.prototype');
    await redraw(redraws);
    await expect.poll(async () => (await standing(page)).sort()).toEqual(before);
    expect(await world.count('AbortController.prototype')).toBeLessThanOrEqual(small + 20);
  });
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});
