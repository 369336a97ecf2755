/** What the tests of the split view share: how a person finds and fills it, and what GitLab has received. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { expect, openIssue } from './fixtures';

/** What GitLab was asked to create, as it received it. */
export function created(demo: Demo): unknown[] {
  return demo.requests
    .filter(request => request.operation === 'handrailCreateItem')
    .map(request => (request.variables as { input: unknown }).input);
}

/** The items of the project that have a title. */
export function held(demo: Demo, title: string) {
  return demo.store.workItems.filter(item => item.title === title);
}

export function issue(demo: Demo, iid: string) {
  const item = demo.store.workItems.find(one => one.iid === iid && one.namespace === 'gitlab-org/gitlab');
  if (!item) throw new Error(`expected issue ${iid}`);
  return item;
}

export const panelOf = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });

/** Opens the split view of issue 1, whose description has two open tasks, after giving it a weight above the scale. */
export async function openSplit(page: Page, demo: Demo): Promise<Locator> {
  issue(demo, '1').weight = 8;
  await openIssue(page, 1);
  return openPanel(page);
}

/** As `openSplit`, in a page in which that may have been done before. */
export async function splitAnew(page: Page, demo: Demo): Promise<Locator> {
  await showIssue(page, demo);
  return openPanel(page);
}

export async function showIssue(page: Page, demo: Demo): Promise<void> {
  issue(demo, '1').weight = 8;
  if (page.url() === 'about:blank') await openIssue(page, 1);
}

export const pressSplit = (page: Page) =>
  page.getByTestId('work-item-weight').getByRole('button', { name: 'Split this issue' }).click();

async function openPanel(page: Page): Promise<Locator> {
  await pressSplit(page);
  const panel = panelOf(page);
  // Three requests, one after the other: each may take long where the machine has much to do.
  await expect(panel.getByLabel('Title of row 1')).toBeFocused({ timeout: 25_000 });
  return panel;
}

/** Three rows with the weights 2, 3 and 1. */
export async function writeThree(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Add row' }).click();
  await panel.getByLabel('Title of row 3').fill('Warn when a policy matches every tag');
  for (const [row, weight] of [
    [1, '2'],
    [2, '3'],
    [3, '1'],
  ] as const) {
    await panel.getByLabel(`Weight of row ${row}`).selectOption(weight);
  }
}

/** The panel comes with a movement; axe is asked when it has ended. */
export async function settled(panel: Locator): Promise<void> {
  await panel.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );
}
