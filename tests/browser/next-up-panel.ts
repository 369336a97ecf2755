/** What the tests of Next up share: how a person finds its parts, and what waits for the team. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { askedByUs, expect } from './fixtures';

export const list = 'https://gitlab.com/gitlab-org/gitlab/-/issues';
export const board = 'https://gitlab.com/gitlab-org/gitlab/-/boards/1';

export const opener = (page: Page) => page.getByRole('button', { name: 'Next up', exact: true });
export const panel = (page: Page) => page.getByRole('dialog', { name: 'Next up' });
export const rows = (page: Page) => panel(page).locator('a.row');
export const row = (page: Page, reference: string): Locator =>
  rows(page).filter({ hasText: new RegExp(`${reference}(?!\\d)`) });
export const asked = (demo: Demo, operation: string) =>
  askedByUs(demo).filter(request => request.operation === operation);

type Given = { priority?: string; weight?: number | null; milestone?: string; assignees?: string[]; labels?: string[] };

/** Leaves only these open items to the team, numbered from 1 on. */
export function team(demo: Demo, ...items: Given[]): void {
  const { store } = demo;
  const label = (title: string) => {
    const found = store.labels.find(one => one.title === title);
    if (!found) throw new Error(`expected a label ${title}`);
    return found;
  };
  for (const item of store.workItems) item.labels = item.labels.filter(one => one.title !== 'group::package');
  items.forEach(({ priority, weight = null, milestone, assignees = [], labels = [] }, index) => {
    const item = store.workItems.find(one => one.namespace === 'gitlab-org/gitlab' && one.iid === String(index + 1));
    if (!item) throw new Error(`expected issue ${index + 1}`);
    item.state = 'OPEN';
    item.weight = weight;
    item.labels = [label('group::package'), ...(priority ? [label(priority)] : []), ...labels.map(label)];
    item.milestone = store.milestones.find(one => one.title === milestone) ?? null;
    item.assignees = store.users.filter(user => assignees.includes(user.username));
  });
}

/** Opens the panel in a list; where the list is open, the panel anew. */
export async function openList(page: Page, address = list): Promise<void> {
  if (page.url() !== address) await page.goto(address, { waitUntil: 'domcontentloaded' });
  else if (await panel(page).isVisible()) await opener(page).click();
  await expect(panel(page)).toHaveCount(0);
  await opener(page).click();
  await expect(panel(page)).toBeVisible();
}

/** Opens the list, if an earlier part has not, and leaves the panel closed. */
export async function openOnly(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(list);
  await expect(opener(page)).toBeVisible();
}

/** Adds open items of the team until there are as many. */
export function many(demo: Demo, count: number): void {
  team(demo, { priority: 'Package::P1' });
  const { workItems } = demo.store;
  const model = workItems.find(item => item.iid === '1' && item.namespace === 'gitlab-org/gitlab');
  if (!model) throw new Error('expected issue 1');
  for (let number = 1; number < count; number += 1) {
    workItems.push({ ...model, id: 50_000 + number, iid: String(1_000 + number), title: `Copy ${number}`, notes: [] });
  }
}
