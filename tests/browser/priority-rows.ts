/** What the tests of the badges in lists and on boards share: what each row shows, and what the agreement says of it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import type { Demo } from '../../demo/server';
import { priorityOf } from '../../handbook/priority';
import { parseProfile } from '../../handbook/profile';
import { violationsIn } from './axe';
import { expect, serviceWorker, view } from './fixtures';
import type { Given } from './together';

/** What `chrome` is in the background, where some of these functions run. */
declare const chrome: typeof browser;

const profile = parseProfile(readFileSync('handbook/profiles/package-group-2021.json', 'utf8'));
if ('problems' in profile) throw new Error('expected the shipped profile to be valid');
export const packageGroup = profile.profile;

export const project = 'https://gitlab.com/gitlab-org/gitlab/-';

const rowSelector = 'li[id^="issuable_"], .board-card, [data-testid="links-child"], [role="row"]:has(> [role="cell"])';

/** The path of a row's item and the name on its badge, none or more. */
type Row = { path: string; badges: string[] };

/** What every row shows after each was scrolled into view, as one would by hand. */
export async function rowsOf(page: Page): Promise<Row[]> {
  return page.evaluate(async selector => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    const isSeen = (row: Element) => {
      const { left, top } = row.getBoundingClientRect();
      return row.contains(document.elementFromPoint(left + 5, top + 5));
    };
    // A board loads more cards meanwhile.
    for (let at = 0; at < document.querySelectorAll(selector).length; at++) {
      const row = document.querySelectorAll(selector)[at];
      if (!row || isSeen(row)) continue;
      row.scrollIntoView({ block: 'start' });
      await frame();
      await frame();
    }
    return [...document.querySelectorAll(selector)].map(row => ({
      path: new URL(
        row.querySelector('a[id^="listItem-"], a.gl-font-bold')?.getAttribute('href') ?? '',
        location.href,
      ).pathname.replace('/-/work_items/', '/-/issues/'),
      badges: [...row.querySelectorAll('handrail-view[data-feature="priority-badges"]')].map(
        host => host.shadowRoot?.querySelector('button')?.textContent ?? '',
      ),
    }));
  }, rowSelector);
}

/** What the agreement says of the demo's items. */
function expected(demo: Demo, paths: readonly string[]): Row[] {
  return paths.map(path => {
    const [, namespace, kind, iid] = /^\/(?:groups\/)?(.+)\/-\/(\w+)\/(\d+)$/.exec(path) ?? [];
    const items = kind === 'merge_requests' ? demo.store.mergeRequests : demo.store.workItems;
    const item = items.find(one => one.namespace === namespace && one.iid === iid);
    if (!item) throw new Error(`expected an item at ${path}`);
    const isOpen = item.state === 'OPEN' || item.state === 'opened';
    const priority = isOpen && priorityOf({ labels: item.labels.map(label => label.title) }, packageGroup);
    return { path, badges: priority ? [priority.rule.name] : [] };
  });
}

export async function expectEachRowOnce(page: Page, demo: Demo, atLeast = 1): Promise<Row[]> {
  let rows: Row[] = [];
  await expect(async () => {
    rows = await rowsOf(page);
    expect(rows.filter(row => row.badges.length > 0).length).toBeGreaterThanOrEqual(atLeast);
    expect(rows).toEqual(
      expected(
        demo,
        rows.map(row => row.path),
      ),
    );
  }).toPass({ timeout: 20_000 });
  return rows;
}

export const badges = (page: Page) => view(page, 'priority-badges').getByRole('button');

/** No row changes its height because of us, in no width. */
export async function expectSameHeights(
  { page, browserContext, extensionId }: Pick<Given, 'page' | 'browserContext' | 'extensionId'>,
  row: string,
  widths: readonly number[],
  atEach: () => Promise<void> = async () => {},
): Promise<void> {
  const worker = await serviceWorker(browserContext, extensionId);
  const switchBadges = (isOn: boolean) =>
    worker.evaluate(settings => chrome.storage.sync.set({ settings }), {
      version: 2,
      features: { 'priority-badges': isOn },
      hosts: {},
    });
  // By item: a board may load more cards meanwhile.
  const heights = () =>
    page
      .locator(row)
      .evaluateAll(rows =>
        Object.fromEntries(
          rows.map(one => [
            one.querySelector<HTMLAnchorElement>('a[href*="/-/"]')?.href,
            one.getBoundingClientRect().height,
          ]),
        ),
      );
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await rowsOf(page);
    await atEach();
    const withUs = await heights();
    expect(Object.keys(withUs).length).toBeGreaterThan(2);
    await switchBadges(false);
    await expect(view(page, 'priority-badges')).toHaveCount(0);
    expect(await heights(), `${width}`).toMatchObject(withUs);
    await switchBadges(true);
    await expect(
      page
        .locator(row)
        .getByRole('button', { name: /^Priority/ })
        .first(),
    ).toBeAttached();
  }
  await page.setViewportSize({ width: 1500, height: 1000 });
}

/** Badges are on top, and cover no control of GitLab's. Looked at are those in view. */
export async function expectUncovered(page: Page): Promise<void> {
  await badges(page).first().scrollIntoViewIfNeeded();
  const looked = await badges(page).evaluateAll(buttons =>
    buttons.flatMap(button => {
      const host = (button.getRootNode() as ShadowRoot).host as HTMLElement;
      const box = button.getBoundingClientRect();
      // A board is scrolled to its first badge: lists before that one are under GitLab's sidebar.
      const left = document.querySelector('.super-sidebar')?.getBoundingClientRect().right ?? 0;
      if (box.y < 250 || box.y > 840 || box.x < left || box.right > window.innerWidth - 16) return [];
      const at = (x: number) => document.elementFromPoint(x, box.top + box.height / 2);
      const isHit = at(box.left + box.width / 2) === host;
      host.style.visibility = 'hidden';
      const under = [1, box.width / 2, box.width - 1].flatMap(x => {
        const found = at(box.left + x)?.closest('a, button, .gl-label');
        return found && !found.matches('[data-testid="issuable-card-link-overlay"], [data-testid="board-card-button"]')
          ? [found.outerHTML.slice(0, 80)]
          : [];
      });
      host.style.visibility = '';
      return [{ name: button.getAttribute('aria-label'), isHit, under }];
    }),
  );
  expect(looked.length).toBeGreaterThan(2);
  expect(looked.filter(({ isHit, under }) => !isHit || under.length > 0)).toEqual([]);
}

export async function expectAccessible(page: Page): Promise<void> {
  await badges(page).first().click();
  const reason = page.getByRole('dialog');
  await expect(reason).toBeVisible();
  await reason.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
  expect(await violationsIn(page, 'handrail-view')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(reason).toHaveCount(0);
}
