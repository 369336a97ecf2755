/**
 * A walk without aim: somebody navigates, opens, types, switches editors and features, while requests fail. `npm test`
 * takes 6 steps, `npm run test:thorough` 2,000; WALK_SEED repeats a walk.
 */
import type { Page, Worker } from '@playwright/test';
import type { Demo, FailRule } from '../../demo/server';
import { expect, serviceWorker, test } from './fixtures';
import { thorough } from './thorough';
import { type World, worldOf } from './world';

declare const chrome: typeof import('wxt/browser').browser;

const steps = Number(process.env.WALK_STEPS ?? (thorough ? 2_000 : 6));
const seed = Number(process.env.WALK_SEED ?? 7);

const features = ['weight-guidance', 'status-comment', 'priority-badges', 'next-up', 'folded-updates'] as const;
const issues = [1, 2, 4, 9];
const project = 'https://gitlab.com/gitlab-org/gitlab/-';

/** Mulberry32: the same numbers for the same seed, everywhere. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Walk {
  readonly taken: string[] = [];
  /** What was typed and seen to be saved, by issue. */
  readonly drafts = new Map<number, string>();
  private isOn: Record<string, boolean> = {};
  private heal: (() => void)[] = [];
  private readonly random = numbers(seed);

  constructor(
    private readonly page: Page,
    private readonly demo: Demo,
    private readonly worker: Worker,
    private readonly world: World,
  ) {}

  private one<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.random() * things.length)] as Thing;
  }

  private async go(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'domcontentloaded' });
  }

  /** GitLab may take away at any moment what somebody is about to press. */
  private async press(selector: ReturnType<Page['locator']>): Promise<boolean> {
    return selector
      .first()
      .click({ timeout: 1_500 })
      .then(
        () => true,
        () => false,
      );
  }

  private readonly acts: Record<string, () => Promise<unknown>> = {
    issue: () => this.go(`${project}/issues/${this.one(issues)}`),
    list: () => this.go(`${project}/issues`),
    board: () => this.go(`${project}/boards/1`),
    'merge request': () => this.go(`${project}/merge_requests/${this.one([1, 5])}`),
    reload: () => this.page.reload({ waitUntil: 'domcontentloaded' }),
    back: () => this.page.goBack({ waitUntil: 'domcontentloaded', timeout: 5_000 }).catch(() => {}),
    'side panel': () => this.press(this.page.getByTestId('issuable-card-link-overlay').nth(this.one([0, 1, 2]))),
    child: () => this.press(this.page.getByTestId('links-child').getByRole('link')),
    'close side panel': () => this.press(this.page.locator('.gl-drawer-close-button')),
    'full page': () => this.press(this.page.getByTestId('work-item-drawer-link-button')),
    'choose a weight': () => this.press(this.page.getByRole('button', { name: 'Choose a weight' })),
    'set weight': async () => {
      await this.press(this.page.getByRole('radio', { name: this.one(['1 Trivial', '2 Small', '3 Medium']) }));
      await this.press(this.page.getByRole('button', { name: /^Set weight/ }));
    },
    split: () => this.press(this.page.getByRole('button', { name: 'Split this issue' })),
    'next up': () => this.press(this.page.getByRole('button', { name: 'Next up', exact: true })),
    badge: () => this.press(this.page.locator('handrail-view[data-feature="priority-badges"] button')),
    escape: () => this.page.keyboard.press('Escape'),
    'status update': () => this.press(this.page.getByRole('button', { name: 'Status update' })),
    type: () => this.type(),
    insert: () => this.press(this.page.getByRole('button', { name: 'Insert into comment' })),
    'switch editor': () => this.press(this.page.locator('.js-comment-form').getByTestId('editing-mode-switcher')),
    'edit labels': () => this.press(this.page.getByTestId('work-item-labels').getByTestId('edit-button')),
    switch: () => this.toggle(),
    fail: async () => {
      const match = this.one([
        'handrailComments',
        'handrailWeight',
        'handrailOpenItems',
        'handrailMergeRequests',
        '/api/',
      ]);
      const kind: FailRule['with'] = this.one([401, 409, 429, 500, 502, 'cut', 'malformed', 'graphql-errors'] as const);
      this.heal.push(this.demo.fail({ match, with: kind }));
    },
    'fail no more': async () => {
      for (const heal of this.heal.splice(0)) heal();
    },
  };

  async step(): Promise<void> {
    const name = this.one(Object.keys(this.acts));
    this.taken.push(name);
    await this.acts[name]?.();
  }

  private async type(): Promise<void> {
    const iid = Number(/\/issues\/(\d+)$/.exec(this.page.url())?.[1]);
    const form = this.page.locator('#content-body').getByRole('form', { name: 'Status update' });
    const notes = form.getByRole('textbox', { name: 'Notes', exact: true });
    if (!issues.includes(iid) || (await notes.count()) === 0) return;
    const text = `step ${this.taken.length}`;
    const isTyped = await notes.fill(text, { timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (!isTyped) return;
    await expect(form).toContainText('Draft saved');
    this.drafts.set(iid, text);
  }

  private async toggle(): Promise<void> {
    const feature = this.one(features);
    await this.switch({ ...this.isOn, [feature]: !(this.isOn[feature] ?? true) });
  }

  async switch(isOn: Record<string, boolean>): Promise<void> {
    this.isOn = isOn;
    await this.worker.evaluate(
      features => chrome.storage.sync.set({ settings: { version: 2, features, hosts: {} } }),
      isOn,
    );
  }

  /** What holds at every moment, once the page has come to rest. */
  async check(): Promise<void> {
    const since = `after ${this.taken.slice(-25).join(', ')}`;
    await expect.poll(() => this.page.evaluate(strays), { message: since }).toEqual([]);
    for (const feature of features) {
      if (this.isOn[feature] === false)
        await expect(this.page.locator(`handrail-view[data-feature="${feature}"]`), since).toHaveCount(0);
    }
    const stored = await this.worker.evaluate(() => chrome.storage.local.get(null));
    for (const [iid, text] of this.drafts) {
      const key = Object.keys(stored).find(key => /^draft status .*#\d+$/.test(key) && key.endsWith(`#${iid}`));
      expect(JSON.stringify(key && stored[key]), `draft of #${iid}, ${since}`).toContain(text);
    }
    expect(this.world.uncaught, since).toEqual([]);
    expect(this.world.lines, since).toEqual([]);
  }
}

/** Runs in the page: views of ours that stand where they should not. */
function strays(): string[] {
  const found: string[] = [];
  const seen = new Map<Element, Set<string>>();
  const views = [...document.querySelectorAll<HTMLElement>('handrail-view')];
  for (const one of views) {
    const { feature = '' } = one.dataset;
    const parent = one.parentElement as Element;
    if (parent === document.body) continue;
    const here = seen.get(parent) ?? new Set();
    if (here.has(feature)) found.push(`two of ${feature} in ${parent.className}`);
    seen.set(parent, here.add(feature));
  }
  // A panel at the end of the body belongs to an open button.
  const isOpen = views.some(one => one.shadowRoot?.querySelector('[aria-expanded="true"]'));
  const panels = views.filter(one => one.parentElement === document.body);
  if (panels.length > 0 && !isOpen) found.push(`${panels.length} panels without an open button`);
  return found;
}

/** What our scripts listen to outside of views. */
function listening(world: World): Promise<string[]> {
  return world.listeners(['document', 'window', 'document.body', 'navigation']);
}

test(`a walk of ${steps} steps from seed ${seed} leaves everything in its place`, async ({
  page,
  demo,
  browserContext,
  extensionId,
}) => {
  test.setTimeout(60_000 + steps * 4_000);
  demo.latency = 5;
  const world = await worldOf(page, extensionId);
  const worker = await serviceWorker(browserContext, extensionId);
  const walk = new Walk(page, demo, worker, world);
  await page.goto(`${project}/issues/1`, { waitUntil: 'domcontentloaded' });
  for (let taken = 1; taken <= steps; taken += 1) {
    await walk.step();
    if (taken % 25 === 0) await walk.check();
  }
  await walk.check();

  // Everything is switched off in a page in which all of it was, and nothing is left of it.
  demo.reset();
  const all = (isOn: boolean) => Object.fromEntries(features.map(feature => [feature, isOn]));
  await walk.switch(all(false));
  await page.goto(`${project}/issues/1`, { waitUntil: 'load' });
  await expect(page.getByTestId('work-item-weight')).toBeVisible();
  await expect(page.locator('handrail-view')).toHaveCount(0);
  const before = await listening(world);
  expect(await world.count('MutationObserver.prototype')).toBe(0);
  await walk.switch(all(true));
  await expect(page.locator('handrail-view[data-feature="status-comment"]')).toContainText(/90% sure|Draft/);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(page.getByRole('region', { name: 'Weight guidance' })).toBeVisible();
  expect(await world.count('MutationObserver.prototype')).toBe(1);
  await walk.switch(all(false));
  await expect(page.locator('handrail-view')).toHaveCount(0);
  await expect.poll(() => world.count('MutationObserver.prototype')).toBe(0);
  expect(await listening(world)).toEqual(before);
});
