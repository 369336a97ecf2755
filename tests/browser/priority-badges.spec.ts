import type { Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import package2026 from '../../handbook/profiles/package-2026.json' with { type: 'json' };
import packageGroup from '../../handbook/profiles/package-group-2021.json' with { type: 'json' };
import pipelineExecution from '../../handbook/profiles/verify-pipeline-execution.json' with { type: 'json' };
import { askedByUs, expect, openIssue, test, view } from './fixtures';
import { oneIn } from './thorough';
import { openOnce, together } from './together';

const badge = /^Priority P1, 3rd of 7, why\?$/;

/** The row under the title; child and linked items further down have badges of their own. */
const header = (page: Page) => page.getByTestId('work-item-created').locator('..');

together('in one page', {
  'shows rank and name beside the state, and on a click why': async ({ page }) => {
    await openOnce(page, 1);
    const button = header(page).getByRole('button', { name: badge });
    await expect(button).toHaveText('P1 · 3rd of 7');
    await expect(button).toHaveAccessibleDescription(/^Decided by the label Package::P1\. High-priority issues/);
    await button.click();
    const reason = page.getByRole('dialog', { name: 'P1, 3rd of 7 priorities' });
    await expect(reason).toContainText('the label Package::P1');
    await expect(reason).toContainText('Planning: the label Planning Priority');
    await expect(reason).toContainText('workflow::scheduling would be 7th. The highest one counts.');
    await expect(reason.getByRole('link', { name: 'Read the agreement' })).toHaveAttribute('href', /^https:/);
    await page.keyboard.press('Escape');
    await expect(reason).toHaveCount(0);
    await expect(button).toBeFocused();
  },
  'the reason opens for a resting pointer, stays while the pointer is in it, and goes with it': async ({ page }) => {
    await openOnce(page, 1);
    await header(page).getByRole('button', { name: badge }).hover();
    const reason = page.getByRole('dialog', { name: 'P1, 3rd of 7 priorities' });
    await expect(reason).toBeVisible();
    await reason.getByRole('link', { name: 'Read the agreement' }).hover();
    await expect(reason).toBeVisible();
    await page.mouse.move(5, 5);
    await expect(reason).toHaveCount(0);
  },
  'in a window of 1280 × 720 at 200 % all of the reason can be reached': async ({ page }) => {
    await openOnce(page, 1);
    const button = header(page).getByRole('button', { name: badge });
    await expect(button).toBeVisible();
    await page.setViewportSize({ width: 640, height: 360 });
    await button.click();
    const reason = page.getByRole('dialog', { name: 'P1, 3rd of 7 priorities' });
    await expect(reason).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 640, height: 200 });
    await expect(reason).toBeInViewport({ ratio: 1 });
    const link = reason.getByRole('link', { name: 'Read the agreement' });
    await link.scrollIntoViewIfNeeded();
    await expect(link).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1500, height: 1000 });
  },
  'the keyboard opens it, reaches its link, and comes back': async ({ page }) => {
    await openOnce(page, 1);
    const button = header(page).getByRole('button', { name: badge });
    await expect(button).toBeVisible();
    await page.getByTestId('work-item-author').focus();
    await page.keyboard.press('Tab');
    await expect(button).toBeFocused();
    const reason = page.getByRole('dialog', { name: 'P1, 3rd of 7 priorities' });
    await expect(reason).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(reason.getByRole('link', { name: 'Read the agreement' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(button).toBeFocused();
    await reason.getByRole('link', { name: 'All P1 issues' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('work-item-description').getByRole('link').first()).toBeFocused();
    await reason.getByRole('link', { name: 'Read the agreement' }).focus();
    await page.keyboard.press('Escape');
    await expect(reason).toHaveCount(0);
    await expect(button).toBeFocused();
  },
  'editing the title loses the row, and the badge comes back with it': async ({ page }) => {
    await openOnce(page, 1);
    await expect(header(page).locator('handrail-view')).toHaveCount(1);
    await page.getByTestId('work-item-edit-form-button').first().click();
    await expect(page.getByTestId('work-item-title-input')).toBeVisible();
    await expect(header(page).locator('handrail-view')).toHaveCount(0);
    await page.getByTestId('cancel').click();
    await expect(header(page).getByRole('button', { name: badge })).toBeVisible();
    await expect(header(page).locator('handrail-view')).toHaveCount(1);
  },
  'stays while the labels are edited, though they are gone from the page': async ({ page }) => {
    await openOnce(page, 1);
    const button = header(page).getByRole('button', { name: badge });
    await expect(button).toBeVisible();
    const labels = page.getByTestId('work-item-labels');
    await labels.getByTestId('edit-button').click();
    await expect(labels.getByTestId('apply-button')).toBeVisible();
    await expect(labels.locator('.gl-label')).toHaveCount(0);
    await expect(button).toBeVisible();
    await labels.getByTestId('apply-button').click();
    await expect(labels.getByTestId('Package::P1')).toBeVisible();
    await expect(button).toBeVisible();
  },
  'follows the labels of the item without a reload': async ({ page, demo }) => {
    await openOnce(page, 1);
    await expect(header(page).getByRole('button', { name: badge })).toBeVisible();
    await page
      .getByTestId('work-item-labels')
      .getByTestId('Package::P1')
      .getByRole('button', { name: 'Remove label' })
      .click();
    await expect(header(page).getByRole('button', { name: 'Priority Scheduling, 7th of 7, why?' })).toBeVisible();
    await expect(header(page).locator('handrail-view')).toHaveCount(1);
    // The status updates of an issue are read from its comments; the badge asks for nothing.
    expect(askedByUs(demo).filter(({ operation }) => operation !== 'handrailComments')).toEqual([]);
  },
});

test('an item without a priority and a closed one have no badge', async ({ page, demo }) => {
  const without = demo.store.workItems.find(item => item.iid === '4');
  const closed = demo.store.workItems.find(item => item.state === 'CLOSED');
  for (const item of [without, closed]) {
    await openIssue(page, Number(item?.iid));
    await expect(view(page, 'weight-guidance').or(view(page, 'status-comment')).first()).toBeVisible();
    await expect(header(page).locator('handrail-view')).toHaveCount(0);
  }
});

// Which spellings are the same is a table in labels.test.ts.
for (const spelling of oneIn(2, ['Package:P1', 'package::p1'])) {
  test(`an item labelled ${spelling} is a P1`, async ({ page, demo }) => {
    const item = demo.store.workItems.find(
      one => one.state === 'OPEN' && one.labels.some(label => label.title === spelling),
    );
    await openIssue(page, Number(item?.iid));
    await expect(header(page).getByRole('button', { name: /^Priority P1/ })).toBeVisible();
    await header(page)
      .getByRole('button', { name: /^Priority P1/ })
      .click();
    await expect(page.getByRole('dialog')).toContainText(`the label ${spelling}`);
  });
}

/** Leaves issue 1 with these labels alone, and without a milestone. */
function label(demo: Demo, ...titles: string[]): void {
  const item = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (!item) throw new Error('expected issue 1');
  item.labels = titles.map(title => {
    const found = demo.store.labels.find(one => one.title === title);
    if (!found) throw new Error(`expected a label ${title}`);
    return found;
  });
  item.milestone = null;
}

/** A shipped profile, and the same with what a team adds to it. */
const of2026 = package2026 as Profile;
const ofVerify = pipelineExecution as Profile;
const demanding: Profile = {
  ...ofVerify,
  priorities: {
    rules: ofVerify.priorities?.rules ?? [],
    demands: [
      { of: { any: ['severity::1'] }, when: { any: ['priority::1'] }, say: 'A severity 1 has priority 1 as well.' },
    ],
  },
};

/** All of them are tables in priority.test.ts and shipped-order.test.ts. */
const contradictions = [
  [
    'a security issue without the priority it demands',
    ['security'],
    packageGroup as Profile,
    'Planning Priority or Package::P1 is missing: a security issue carries one of them.',
  ],
  [
    'two priorities that exclude each other',
    ['Package::P1', 'Package::P2'],
    packageGroup as Profile,
    'Package::P1 and Package::P2 exclude each other: an item carries one of them.',
  ],
  [
    'a committed label without a milestone',
    ['Package:P1'],
    of2026,
    'An item with the label Package:P1 is committed to a milestone, and none is set.',
  ],
  [
    'a severity without the priority it demands',
    ['severity::1', 'priority::3'],
    demanding,
    'A severity 1 has priority 1 as well.',
  ],
] as const;

test('says what contradicts itself, and no more once it does not', async ({ page, demo, choose }) => {
  const reason = page.getByRole('dialog');
  const why = async () => {
    await openIssue(page, 1);
    await header(page)
      .getByRole('button', { name: /^Priority/ })
      .click();
    await expect(reason).toBeVisible();
  };
  let last = '';
  for (const [what, labels, profile, said] of oneIn(2, contradictions)) {
    await test.step(what, async () => {
      label(demo, ...labels);
      await choose([{ profile: profile.id, path: 'gitlab-org' }], profile);
      await why();
      await expect(reason.getByText(said)).toBeVisible();
    });
    last = said;
  }
  label(demo, 'Package::P1', 'priority::1', 'severity::1');
  const item = demo.store.workItems.find(one => one.iid === '1' && one.namespace === 'gitlab-org/gitlab');
  if (item) item.milestone = demo.store.milestones[0] ?? null;
  await why();
  await expect(reason).not.toContainText(last);
});
