/** The last update in the bar, the history, and what of it is read when. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { violationsIn } from './axe';
import { expect, openIssue, test, view } from './fixtures';
import { focusAtOnce } from './status-form';
import { thorough } from './thorough';
import { openOnce, together } from './together';

const bar = (page: Page) => view(page, 'status-comment');
const opener = (page: Page) => page.getByRole('button', { name: 'History' });
const history = (page: Page) => page.getByRole('region', { name: 'Status history' });
const rows = (page: Page) => history(page).getByRole('listitem');

/** How often the comments were asked for. */
const readings = (demo: Demo) => demo.requests.filter(request => request.operation === 'handrailComments').length;

async function openHistory(page: Page, iid: number, open = openIssue): Promise<Locator> {
  await open(page, iid);
  await opener(page).click();
  await expect(history(page)).toBeVisible();
  return history(page);
}

function itemOf(demo: Demo, iid: number) {
  const item = demo.store.workItems.find(one => one.namespace === 'gitlab-org/gitlab' && one.iid === String(iid));
  if (!item) throw new Error(`Expected issue ${iid} in the demo.`);
  return item;
}

/** Puts as many comments into an issue, the oldest first, one a day. */
function fill(demo: Demo, iid: number, bodies: readonly string[], by = 'ana'): void {
  const item = itemOf(demo, iid);
  const author = demo.store.users.find(user => user.username === by);
  if (!author) throw new Error(`Expected the user ${by} in the demo.`);
  item.notes = bodies.map((body, index) => {
    const at = new Date(Date.now() - (bodies.length - index) * 86_400_000).toISOString();
    demo.store.lastNoteId += 1;
    return {
      id: String(demo.store.lastNoteId),
      kind: 'Note',
      discussionId: String(demo.store.lastNoteId).padStart(40, '0'),
      author,
      body,
      createdAt: at,
      updatedAt: at,
      lastEditedAt: null,
      system: false,
      systemNoteIconName: null,
      internal: false,
      resolvable: false,
      resolved: false,
    };
  });
}

const status = (complete: number, confidence: number) => `Complete: ${complete}%\nConfidence: ${confidence}%`;

together('in one page', {
  'when comments cannot be read the bar says why and tries again': async ({ page, demo }) => {
    const stop = demo.fail({ match: 'handrailComments', with: 500 });
    await openOnce(page, 1);
    await expect(bar(page)).toContainText('Comments could not be read. GitLab has a problem (status 500).');
    await expect(bar(page).getByRole('status').filter({ hasText: 'Comments could not be read.' })).toBeVisible();
    stop();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(bar(page)).toContainText('80% · 90% sure');
    await expect(page.getByRole('button', { name: 'Status update' })).toBeFocused();
  },
  'the bar says the newest update of all tracks, with one request for the whole page': async ({ page, demo }) => {
    await openOnce(page, 1);
    await expect(bar(page)).toContainText('80% · 90% sure · 3 days ago by Ana Novak');
    await expect(page.getByTestId('work-item-weight').locator('handrail-view')).toContainText('Small ·');
    expect(readings(demo)).toBe(1);
  },
  'the history draws each track and lists the updates with links to their comments': async ({ page }) => {
    const card = await openHistory(page, 1, openOnce);
    await expect(card.getByRole('heading')).toHaveText('History 9 updates');
    await expect(card.getByRole('img')).toHaveCount(2);
    await expect(card.getByRole('figure').first()).toContainText('Ana Novak');
    await expect(card.getByRole('figure').last()).toContainText('Jonas Lind, backend');
    await expect(rows(page)).toHaveCount(5);
    await expect(rows(page).first()).toContainText('Ana Novak');
    await expect(rows(page).first()).toContainText('+25');
    await expect(rows(page).first()).toContainText('80% complete');
    await expect(rows(page).first()).toContainText('preview is behind its flag, review started on !11111');
    await card.getByRole('button', { name: 'Show 4 earlier updates' }).click();
    await expect(rows(page)).toHaveCount(9);
    await expect(rows(page).nth(5).getByRole('link')).toBeFocused();
    const href = await rows(page).first().getByRole('link').getAttribute('href');
    const note = page.locator('li.note-comment').filter({ hasText: 'preview is behind its flag' });
    expect(href).toMatch(new RegExp(`#${await note.getAttribute('id')}$`));
  },
  'form and history are never open together, and keys work': async ({ page }) => {
    await openHistory(page, 1, openOnce);
    await expect(history(page).getByRole('heading')).toBeFocused();
    await page.getByRole('button', { name: 'Status update' }).click();
    await expect(page.getByRole('form', { name: 'Status update' })).toBeVisible();
    await expect(history(page)).toHaveCount(0);
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await expect(history(page)).toBeVisible();
    await expect(page.getByRole('form', { name: 'Status update' })).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(history(page).getByRole('button', { name: 'Show as table' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(history(page)).toHaveCount(0);
    await expect(opener(page)).toBeFocused();
  },
  'who is quicker than the history keeps the focus on the button of their choice': async ({ page }) => {
    await openOnce(page, 1);
    await expect(bar(page)).toContainText('80% · 90% sure');
    const drawn = await focusAtOnce(page, '[aria-label="Status history"] button');
    await opener(page).click();
    await drawn();
    await expect(history(page).getByRole('button', { name: 'Show as table' })).toBeFocused();
  },
  'another selection or order of the comments deletes none of them': async ({ page }) => {
    await openOnce(page, 1);
    await expect(bar(page)).toContainText('80% · 90% sure');
    await expect(page.locator('li.note-comment').first()).toBeVisible();
    await page.getByTestId('work-item-sort').getByRole('button').first().click();
    await page.getByRole('option', { name: 'Newest first' }).click();
    await expect(page.locator('li.note-comment').first()).toContainText('Gladly');
    await page.getByTestId('collapse-replies-button').first().click();
    await opener(page).click();
    await expect(history(page).getByRole('heading')).toHaveText('History 9 updates');
  },
  'nothing of the history is cut off in a column of 320 px and in 200 % zoom, and its table scrolls': async ({
    page,
  }) => {
    // 200 % zoom halves the window's CSS pixels, so the second is a window of 1280 px zoomed.
    const card = await openHistory(page, 1, openOnce);
    const outside = () =>
      card.evaluate(card => {
        const { left, right } = card.getBoundingClientRect();
        return [...card.querySelectorAll('button, a, p, h3, figure, svg, svg text, li > *, section')]
          .filter(part => !part.classList.contains('hidden-text'))
          .filter(part => !part.closest('table'))
          .filter(part => {
            const box = part.getBoundingClientRect();
            return box.right > right + 0.5 || box.left < left - 0.5;
          })
          .map(part => part.outerHTML.slice(0, 100));
      });
    for (const width of [352, 640]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(card.getByRole('img')).toHaveCount(2);
      expect(await outside()).toEqual([]);
      await card.getByRole('button', { name: 'Show as table' }).click();
      await expect(card.getByRole('table')).toBeVisible();
      expect(await outside()).toEqual([]);
      expect((await card.boundingBox())?.width).toBeLessThanOrEqual(width);
      const table = card.getByRole('region', { name: 'Table of the updates' });
      await card.getByRole('button', { name: 'Close' }).focus();
      await page.keyboard.press('Tab');
      await expect(table).toBeFocused();
      await card.getByRole('button', { name: 'Show as chart' }).click();
    }
    await page.setViewportSize({ width: 1500, height: 1000 });
  },
  'comments that are written, changed and deleted on the page count without another request': async ({
    page,
    demo,
  }) => {
    await openOnce(page, 1);
    await expect(bar(page)).toContainText('80% · 90% sure');
    const box = page.locator('.js-comment-form textarea.js-gfm-input');
    await box.fill(status(85, 95));
    await page.locator('.js-comment-form').getByTestId('confirm-button').click();
    await expect(bar(page)).toContainText('85% · 95% sure · just now by Ana Novak');

    const written = page.locator('li.note-comment').filter({ hasText: 'Complete: 85%' }).last();
    // Its text is gone while it is edited.
    const note = page.locator(`#${await written.getAttribute('id')}`);
    await note.getByTestId('note-edit-button').click();
    await note.locator('textarea').fill(status(86, 40));
    await note.getByTestId('confirm-button').click();
    await expect(bar(page)).toContainText('86% · 40% sure');
    await opener(page).click();
    await expect(rows(page).first()).toContainText('(edited)');
    await expect(rows(page).first()).toContainText('Confidence fell by 50');
    // The weight's contradiction reads the same updates.
    await expect(page.getByTestId('work-item-weight').locator('handrail-view')).toContainText(
      'The last update says 40% sure. Weight 2 means 75%.',
    );

    // As GitLab does when somebody deletes it.
    await page
      .locator('li.note-discussion')
      .filter({ hasText: 'Complete: 86%' })
      .last()
      .evaluate(one => one.remove());
    await expect(bar(page)).toContainText('80% · 90% sure · 3 days ago');
    expect(readings(demo)).toBe(1);
  },
});

test('an issue without an update says so, and has no history', async ({ page }) => {
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('No status update yet');
  await expect(opener(page)).toHaveCount(0);
});

test('signed out the bar reads what GitLab shows to everybody', async ({ page, demo }) => {
  demo.user = undefined;
  await openIssue(page, 1);
  await expect(bar(page)).toContainText('80% · 90% sure · 3 days ago by Ana Novak');
});

test('the line of the last update is reserved, in a wide window and in a narrow one', async ({ page, demo }) => {
  demo.fail({ match: 'handrailComments', with: 'slow', delay: 3_000 });
  const heights = async () => {
    const found: Record<number, number | undefined> = {};
    for (const width of [400, 1500]) {
      await page.setViewportSize({ width, height: 1000 });
      found[width] = (await bar(page).boundingBox())?.height;
    }
    return found;
  };
  await openIssue(page, 1);
  await expect(bar(page)).toBeVisible();
  expect(await heights()).toEqual({ 400: 53, 1500: 24 });
  await expect(bar(page)).not.toContainText('80%');
  await expect(bar(page)).toContainText('80% · 90% sure · 3 days ago by Ana Novak');
  expect(await heights()).toEqual({ 400: 53, 1500: 24 });
});

test('bots and, by profile, internal comments do not count', async ({ page, demo, choose }) => {
  fill(demo, 2, [status(10, 50), status(60, 70), status(99, 99)]);
  const [, internal, newest] = itemOf(demo, 2).notes;
  const bot = demo.store.users.find(user => user.username === 'package-bot');
  if (!internal || !newest || !bot) throw new Error('expected three comments and a bot');
  internal.internal = true;
  newest.author = bot;
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('60% · 70% sure');
  const { default: profile } = await import('../../handbook/profiles/package-group-2021.json', {
    with: { type: 'json' },
  });
  const quiet = { ...profile, id: 'quiet', status: { ...profile.status, ignore: { internal: true } } };
  await choose([{ profile: 'quiet' }], quiet as never);
  await expect(bar(page)).toContainText('10% · 50% sure');
});

test('flags say what to notice and why, and axe finds nothing', async ({ page, demo }) => {
  fill(demo, 2, [status(40, 80), status(40, 60), status(40, 60), status(100, 90)]);
  const card = await openHistory(page, 2);
  await expect(rows(page).nth(0)).toContainText('100%, still open');
  await expect(rows(page).nth(1)).toContainText('No progress for 2 updates');
  await expect(rows(page).nth(2)).toContainText('Confidence fell by 20');
  expect(await violationsIn(page, '[data-feature="status-comment"]')).toEqual([]);
  await card.getByRole('button', { name: 'Show as table' }).click();
  const table = card.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(5);
  await expect(table.getByRole('row').nth(3)).toContainText('Confidence fell by 20. It was 80% on');
  expect(await violationsIn(page, '[data-feature="status-comment"]')).toEqual([]);
  await card.getByRole('button', { name: 'Show as chart' }).click();
  await expect(card.getByRole('img')).toHaveCount(1);
});

/** GitLab reads a hundred of them in one answer. */
const many = thorough ? 1_000 : 300;

test(`a thread of ${many} comments: one request for the bar, the others while the history is open`, async ({
  page,
  demo,
}) => {
  // The demo itself takes its time to draw them.
  test.setTimeout(120_000);
  fill(
    demo,
    2,
    Array.from({ length: many }, (_, index) => (index % 4 === 0 ? status(Math.floor(index / 10), 80) : 'talk')),
  );
  // The form above the list stays where it is while GitLab adds its comments.
  await page.addInitScript(() => localStorage.setItem('sort_direction_work_item', 'desc'));
  await openIssue(page, 2);
  await expect(bar(page)).toContainText(`${Math.floor((many - 4) / 10)}% · 80% sure`);
  expect(readings(demo)).toBe(1);
  await opener(page).click();
  await expect(history(page).getByRole('heading')).toHaveText(`History ${many / 4} updates`, { timeout: 60_000 });
  expect(readings(demo)).toBe(many / 100);
  await history(page).getByRole('button', { name: 'Show 50 earlier updates' }).click();
  await expect(rows(page)).toHaveCount(55);
});

test('the reading of older comments shows its progress, can be stopped, and goes on', async ({ page, demo }) => {
  fill(demo, 2, [status(10, 80), ...Array(349).fill('talk')]);
  await openIssue(page, 2);
  await expect(bar(page)).toContainText('No status update in the last 100 comments');
  const stop = demo.fail({ match: 'handrailComments', with: 'slow', delay: 1_500 });
  await opener(page).click();
  await expect(history(page).getByRole('status')).toHaveText('Reading older comments, 100 so far');
  await expect(history(page).getByRole('status')).toHaveText('Reading older comments, 200 so far');
  await history(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(history(page)).toContainText('Read are the newest 200 comments.');
  stop();
  demo.fail({ match: 'handrailComments', with: 500, times: 1 });
  await history(page).getByRole('button', { name: 'Read the older ones' }).click();
  await expect(history(page)).toContainText('The older comments could not be read. GitLab has a problem (status 500).');
  await history(page).getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page)).toHaveCount(1);
  // Almost a year old, and weekly is the rhythm.
  await expect(rows(page)).toContainText(/\d+ days overdue/);
  await expect(bar(page)).toContainText('10% · 80% sure');
});

test('in the side panel the item has its own last update and history', async ({ page }) => {
  const show = btoa(JSON.stringify({ iid: '1', full_path: 'gitlab-org/gitlab', id: 1001 }));
  await page.goto(`https://gitlab.com/gitlab-org/gitlab/-/issues?show=${encodeURIComponent(show)}`);
  await expect(bar(page)).toContainText('80% · 90% sure · 3 days ago by Ana Novak');
  await opener(page).click();
  await expect(rows(page)).toHaveCount(5);
});
