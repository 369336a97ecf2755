/** Whatever an anchor finds on a recorded page, it finds on the demo's page of the same kind. */
import type { Page } from '@playwright/test';
import type { AnchorName, PartName } from '../../gitlab/anchors';
import { occurrences, type RecordedPageName } from '../occurrences';
import { expect, openIssue, test } from './fixtures';
import { occurrencesIn } from './recorded';

/** How often these occur depends on how many labels, comments, links and rows a page has: there or not is what counts. */
const byContent: readonly string[] = [
  'listRow',
  'row',
  'label',
  'relatedIssue',
  'linkedTitle',
  'cardTitle',
  'typeIcon',
  'confidential',
  'note',
  'noteAuthor',
  'noteBody',
  'noteTime',
  'mergeRequestReference',
  'thread',
  'rowLink',
  'rowTitle',
  'rowRoom',
  'rowState',
  'rowWeight',
  'linkedClosed',
  'internalNote',
  'status',
] satisfies (AnchorName | PartName)[];

async function ready(page: Page): Promise<void> {
  await expect(page.locator('.js-comment-form textarea.js-gfm-input').first()).toBeVisible();
  await expect(page.locator('li.note').first()).toBeVisible();
}

/** Comes from an open page to another state of it, or opens a page. In this order. */
const openers: Readonly<Record<RecordedPageName, (page: Page) => Promise<void>>> = {
  async issue(page) {
    await openIssue(page, 1);
    await ready(page);
  },
  async 'issue-weight-edit'(page) {
    const weight = page.getByTestId('work-item-weight');
    await weight.getByTestId('edit-button').click();
    await expect(page.locator('#weight-widget-input')).toBeFocused();
  },
  async 'issue-rich-text'(page) {
    await page.keyboard.press('Escape');
    await expect(page.locator('#weight-widget-input')).toHaveCount(0);
    await page.getByTestId('editing-mode-switcher').click();
    await expect(page.locator('.ProseMirror')).toBeVisible();
  },
  async 'issue-child-in-panel'(page) {
    await page.getByTestId('editing-mode-switcher').click();
    await ready(page);
    await page.getByTestId('links-child').first().getByRole('link').first().click();
    await expect(page.locator('.js-comment-form')).toHaveCount(2);
    await expect(page.locator('#contextual-panel-portal').getByTestId('work-item-weight')).toBeVisible();
  },
  async 'issue-no-weight'(page) {
    await openIssue(page, 4);
    await ready(page);
  },
  async 'issue-list'(page) {
    await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues');
    await expect(page.locator('.gl-label').first()).toBeVisible();
  },
  async 'issue-list-panel'(page) {
    await page.getByTestId('issuable-card-link-overlay').first().click();
    await expect(page.locator('.js-comment-form')).toHaveCount(1);
    await expect(page.getByTestId('work-item-weight')).toBeVisible();
  },
  async board(page) {
    await page.goto('https://gitlab.com/gitlab-org/gitlab/-/boards/1');
    await expect(page.locator('.gl-label').first()).toBeVisible();
  },
  async 'merge-request'(page) {
    await page.goto('https://gitlab.com/gitlab-org/gitlab/-/merge_requests/1');
    await expect(page.locator('.gl-label').first()).toBeVisible();
    await expect(page.locator('textarea.js-gfm-input').first()).toBeVisible();
  },
};

test("each of the demo's pages has every anchor as often as the recorded one", async ({ page, demo }) => {
  // The recorded list and board have one as well.
  const item = demo.store.workItems.find(({ iid, namespace }) => iid === '2' && namespace === 'gitlab-org/gitlab');
  if (item) item.confidential = true;
  for (const [name, open] of Object.entries(openers) as [RecordedPageName, (page: Page) => Promise<void>][]) {
    await test.step(name, async () => {
      await open(page);
      const due = Object.entries(occurrences).map(([anchor, counts]) => [anchor, counts[name]] as const);
      const asItIsDue = due.map(([anchor, count]) => [anchor, byContent.includes(anchor) ? count > 0 : count]);
      await expect
        .poll(async () => {
          const found = await occurrencesIn(page);
          return due.map(([anchor, count]) => {
            const there = found[anchor] ?? 0;
            // More of them than recorded, or here alone, is the content's.
            return [anchor, byContent.includes(anchor) ? count > 0 && there > 0 : there];
          });
        })
        .toEqual(asItIsDue);
    });
  }
});
