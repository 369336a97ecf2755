/** What GitLab 18.9's own front end rendered, with the extension as a user installs it. */
import type { Page } from '@playwright/test';
import { parts } from '../../gitlab/anchors';
import { occurrences, type RecordedPageName } from '../occurrences';
import { expect, test, view } from './fixtures';
import { occurrencesIn, openRecorded, recordedPages } from './recorded';
import { oneIn } from './thorough';

/** What stands on a recorded page: the badge's name or none, and the guidance's first words, item by item. */
const shown: Readonly<Record<RecordedPageName, readonly { badge?: string; guidance: string; isEditing?: boolean }[]>> =
  {
    issue: [{ badge: 'Priority P1, 3rd of 7, why?', guidance: 'Small ·' }],
    'issue-rich-text': [{ badge: 'Priority P1, 3rd of 7, why?', guidance: 'Small ·' }],
    'issue-no-weight': [{ guidance: 'Not weighed yet.' }],
    'issue-weight-edit': [{ badge: 'Priority P1, 3rd of 7, why?', guidance: 'Not weighed yet.', isEditing: true }],
    'issue-child-in-panel': [
      { badge: 'Priority P1, 3rd of 7, why?', guidance: 'Small ·' },
      { guidance: 'Larger: resize ·' },
    ],
    'issue-list': [],
    'issue-list-panel': [{ guidance: 'Small ·' }],
    board: [],
    'merge-request': [],
  };

/** How many rows, cards, child and linked items have which badge once each was scrolled to. */
const inRows: Readonly<Record<RecordedPageName, Readonly<Record<string, number>>>> = {
  issue: {},
  'issue-rich-text': {},
  'issue-no-weight': {},
  'issue-weight-edit': {},
  'issue-child-in-panel': {},
  'issue-list': { P1: 1, Scheduling: 7 },
  'issue-list-panel': { P1: 1, Scheduling: 7 },
  board: { P1: 1, Scheduling: 15 },
  'merge-request': {},
};

/** Scrolls to each row in turn, as GitLab's pages are read, and counts the badges in them by their names. */
function badgesInRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async selector => {
    const counts: Record<string, number> = {};
    for (const row of document.querySelectorAll(selector)) {
      row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      for (const host of row.querySelectorAll('handrail-view[data-feature="priority-badges"]')) {
        const name = host.shadowRoot?.querySelector('button')?.textContent ?? '';
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    return counts;
  }, parts.row);
}

test.skip(recordedPages.length === 0, 'There are no recorded pages beside the project.');

for (const recorded of oneIn(2, recordedPages)) {
  test(`the recorded page "${recorded.name}"`, async ({ page }) => {
    await page.route('https://gitlab.com/**', route => route.abort());
    const failures: string[] = [];
    page.on('pageerror', error => failures.push(error.message));
    await openRecorded(page, recorded);
    const items = shown[recorded.name as RecordedPageName];

    const guidance = view(page, 'weight-guidance');
    await expect(guidance).toHaveCount(items.length);
    const isMergeRequest = recorded.name === 'merge-request';
    await expect(view(page, 'status-comment').getByRole('button', { name: 'Status update' })).toHaveCount(
      isMergeRequest ? 1 : items.length,
    );
    const badges = items.flatMap(item => item.badge ?? []);
    const ofItems = page.locator('[data-testid="work-item-created"] ~ handrail-view:last-child');
    await expect(ofItems).toHaveCount(badges.length);
    for (const [index, name] of badges.entries()) {
      await expect(ofItems.nth(index).getByRole('button')).toHaveAccessibleName(name);
    }
    await expect.poll(() => badgesInRows(page)).toEqual(inRows[recorded.name as RecordedPageName]);
    for (const [index, item] of items.entries()) {
      await expect(guidance.nth(index)).toContainText(item.guidance);
      await expect(guidance.nth(index).getByRole('button', { name: 'Choose a weight' })).toHaveCount(
        item.isEditing ? 0 : 1,
      );
    }
    // Where they belong: in the weight section, in the header row, at the top of the main comment form.
    await expect(page.locator('[data-testid="work-item-weight"] > handrail-view:last-child')).toHaveCount(items.length);
    await expect(page.locator('.js-comment-form > handrail-view:first-child')).toHaveCount(items.length);
    const due = Object.entries(occurrences).map(([name, counts]) => [name, counts[recorded.name as RecordedPageName]]);
    await expect.poll(() => occurrencesIn(page)).toEqual(Object.fromEntries(due));
    expect(failures).toEqual([]);
  });
}
