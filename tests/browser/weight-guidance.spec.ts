import type { Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { expect, openIssue, test } from './fixtures';
import { tabTo } from './keyboard';
import { oneIn } from './thorough';
import { openOnce, together } from './together';

/** The updates of a weight that GitLab has received, as it received them. */
function weightUpdates(demo: Demo): unknown[] {
  return demo.requests
    .filter(request => request.operation === 'workItemUpdate')
    .map(request => (request.variables as { input: { weightWidget: unknown } }).input.weightWidget);
}

/** The line in the weight section. The open panel is another view of the same feature. */
const line = (page: Page) => page.getByTestId('work-item-weight').locator('handrail-view');

/** What GitLab's own section shows, ours left out. */
const shown = (section: Element) =>
  [...section.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE)
    .map(node => node.textContent?.trim())
    .join('');

together('in one page', {
  'tells what the weight means and opens to the scale': async ({ page }) => {
    await openOnce(page, 1);
    const guidance = line(page);
    await expect(guidance).toContainText('Small · Solution outlined, a little investigation left. At least 75% sure.');
    await guidance.getByRole('button', { name: 'Choose a weight' }).click();
    const panel = page.getByRole('region', { name: 'Weight guidance' });
    await expect(panel.getByRole('slider', { name: 'How sure are you?' })).toBeFocused();
    await expect(panel.getByRole('radio')).toHaveCount(3);
    await expect(panel.getByRole('radio', { name: '2 Small' })).toBeChecked();
    await expect(panel.getByRole('radio', { name: '3 Medium' })).toHaveAccessibleDescription(/At most two weeks\./);
    await expect(panel.getByRole('button', { name: 'Set weight 2' })).toHaveAttribute('aria-disabled', 'true');
  },
  'the confidence marks the weight that it allows': async ({ page }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    const panel = page.getByRole('region', { name: 'Weight guidance' });
    const sure = panel.getByRole('spinbutton', { name: 'How sure are you?' });
    for (const [confidence, said] of [
      ['49', 'Investigate first. Under 50% no weight is final.'],
      ['50', '50% fits no weight of the scale. Anything above 3 is split before it is scheduled.'],
      ['59', '59% fits no weight of the scale. Anything above 3 is split before it is scheduled.'],
      ['60', '60% fits weight 3. Weight 2 needs 75%.'],
      ['74', '74% fits weight 3. Weight 2 needs 75%.'],
      ['75', '75% fits weight 2. Weight 1 needs 90%.'],
      ['89', '89% fits weight 2. Weight 1 needs 90%.'],
      ['90', '90% fits weight 1.'],
    ] as const) {
      await sure.fill(confidence);
      await expect(panel.getByRole('status').first()).toHaveText(said);
    }
  },
  'Escape closes the panel and gives the focus back': async ({ page }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await expect(page.getByRole('slider', { name: 'How sure are you?' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Choose a weight' })).toBeFocused();
  },
  'sets a weight with one update of GitLab, and undo takes one more': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: '3 Medium' }).check();
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    const guidance = line(page);
    await expect(guidance.getByRole('status')).toContainText('Weight set to 3.');
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toHaveCount(0);
    await expect(guidance.getByRole('button', { name: 'Choose a weight' })).toBeFocused();
    expect(await page.getByTestId('work-item-weight').evaluate(shown)).toBe('3');
    expect(weightUpdates(demo)).toEqual([{ weight: 3 }]);

    await guidance.getByRole('button', { name: 'Undo' }).click();
    await expect(guidance.getByRole('status')).toContainText('Weight set to 2.');
    await expect(guidance.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    expect(await page.getByTestId('work-item-weight').evaluate(shown)).toBe('2');
    expect(weightUpdates(demo)).toEqual([{ weight: 3 }, { weight: 2 }]);
  },
  'keyboard alone sets a weight': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('slider', { name: 'How sure are you?' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page.getByRole('spinbutton', { name: 'How sure are you?' })).toHaveValue('6');
    await page.keyboard.press('End');
    await expect(page.getByRole('spinbutton', { name: 'How sure are you?' })).toHaveValue('100');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: '2 Small' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Split this issue' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Set weight 1' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(line(page).getByRole('status')).toContainText('Weight set to 1.');
    expect(weightUpdates(demo)).toEqual([{ weight: 1 }]);
    await expect(page.getByRole('button', { name: 'Choose a weight' })).toBeFocused();
    await tabTo(line(page).getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => weightUpdates(demo)).toEqual([{ weight: 1 }, { weight: 2 }]);
  },
  'Tab goes on from the panel behind the button that opened it, and back to that button': async ({ page }) => {
    await openOnce(page, 1);
    const button = page.getByRole('button', { name: 'Choose a weight' });
    const panel = page.getByRole('region', { name: 'Weight guidance' });
    await button.press('Enter');
    await panel.getByRole('link', { name: 'Agreement' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('work-item-milestone').getByTestId('edit-button')).toBeFocused();
    await panel.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Shift+Tab');
    await expect(button).toBeFocused();
    await expect(panel).toBeVisible();
    await panel.getByRole('button', { name: 'Close' }).click();
  },
  'a failing read writes nothing, says why, and can be tried again': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: '3 Medium' }).check();
    const panel = page.getByRole('region', { name: 'Weight guidance' });
    for (const [kind, said] of oneIn(2, [
      [401, 'Weight was not set: you are signed out. Sign in, then try again.'],
      [403, 'Weight was not set: you may not do this. Ask a member of the project to set it.'],
      [429, 'Weight was not set: GitLab is limiting requests. It can be tried again in 20 seconds.'],
      [500, 'Weight was not set: GitLab has a problem (status 500). Try again in a while.'],
      ['cut', 'Weight was not set: GitLab could not be reached. Check the connection, then try again.'],
      [
        'malformed',
        'Weight was not set: GitLab gave an answer that Handrail does not understand. Reload the page, then try again.',
      ],
    ] as const)) {
      await test.step(String(kind), async () => {
        const stop = demo.fail({ match: 'handrailWeight', with: kind, ...(kind === 429 && { retryAfter: 20 }) });
        await page.getByRole('button', { name: 'Set weight 3' }).click();
        await expect(panel).toContainText(said);
        expect(weightUpdates(demo)).toEqual([]);
        stop();
      });
    }
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 3.');
    await line(page).getByRole('button', { name: 'Undo' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 2.');
  },
  'on a slow GitLab no other weight can be chosen while one is set, and Cancel cancels': async ({ page, demo }) => {
    await openOnce(page, 1);
    const stop = demo.fail({ match: 'handrailWeight', with: 'slow', delay: 2_000 });
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: '3 Medium' }).check();
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    await expect(page.getByRole('button', { name: 'Setting weight 3' })).toBeFocused();
    await expect(page.getByRole('radio', { name: '1 Trivial' })).toBeDisabled();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(line(page).getByRole('status')).toHaveText('Nothing was written.');
    await expect(page.getByRole('button', { name: 'Choose a weight' })).toBeFocused();
    stop();
    // What is set next is all that GitLab hears of.
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: '1 Trivial' }).check();
    await page.getByRole('button', { name: 'Set weight 1' }).click();
    await line(page).getByRole('button', { name: 'Undo' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 2.');
    expect(weightUpdates(demo)).toEqual([{ weight: 1 }, { weight: 2 }]);
  },
  'an undo that fails can be tried again by keyboard': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: '3 Medium' }).check();
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    const undo = line(page).getByRole('button', { name: 'Undo' });
    const stop = demo.fail({ match: 'handrailWeight', with: 500 });
    await undo.press('Enter');
    await expect(line(page).getByRole('status')).toContainText('The undo to weight 2 failed: GitLab has a problem');
    await expect(undo).toBeFocused();
    stop();
    await page.keyboard.press('Enter');
    await expect(line(page).getByRole('status')).toContainText('Weight set to 2.');
    expect(weightUpdates(demo)).toEqual([{ weight: 3 }, { weight: 2 }]);
  },
  'asks again when the server holds another weight than the page shows': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await page.getByRole('radio', { name: '3 Medium' }).check();
    const item = demo.store.workItems.find(one => one.iid === '1' && one.title.startsWith('Cleanup'));
    if (!item) throw new Error('expected issue 1');
    item.weight = 1;
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    const panel = page.getByRole('region', { name: 'Weight guidance' });
    await expect(panel).toContainText('Somebody changed the weight meanwhile: it is 1 now.');
    expect(weightUpdates(demo)).toEqual([]);
    await page.getByRole('button', { name: 'Set weight 3' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 3.');
    expect(weightUpdates(demo)).toEqual([{ weight: 3 }]);
    await line(page).getByRole('button', { name: 'Undo' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 1.');
  },
  'keyboard alone creates a spike': async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('slider', { name: 'How sure are you?' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await tabTo(page.getByRole('button', { name: 'Create a spike' }));
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'Weight guidance' });
    await expect(panel).toContainText('Investigate: Cleanup policies: preview affected tags');
    const spikes = demo.store.workItems.filter(({ title }) => title.startsWith('Investigate: Cleanup policies'));
    expect(spikes).toHaveLength(1);
    await expect(panel.getByRole('link', { name: /^#/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
  },
  'in a low window the slider stays under the pointer, whatever is said below it': async ({ page }) => {
    await openOnce(page, 1);
    const { width, height } = page.viewportSize() ?? { width: 1500, height: 1000 };
    for (const narrow of [width, 360]) {
      await page.setViewportSize({ width: narrow, height: 620 });
      await page.getByRole('button', { name: 'Choose a weight' }).click();
      const panel = page.getByRole('region', { name: 'Weight guidance' });
      const slider = panel.getByRole('slider', { name: 'How sure are you?' });
      const tops: number[] = [];
      for (const sure of ['80', '40', '55', '']) {
        await panel.getByRole('spinbutton', { name: 'How sure are you?' }).fill(sure);
        // A panel that has grown is placed anew with the next frame.
        const top = (element: Element) =>
          new Promise<number>(resolve =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(element.getBoundingClientRect().top))),
          );
        tops.push(await slider.evaluate(top));
      }
      expect(tops, `${narrow} px`).toEqual(tops.map(() => tops[0]));
      await page.keyboard.press('Escape');
    }
    await page.setViewportSize({ width, height });
  },
  "while GitLab's form is open it tells of the typed number and closes its own panel": async ({ page, demo }) => {
    await openOnce(page, 1);
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    const guidance = line(page);
    await page.getByTestId('work-item-weight').getByTestId('edit-button').click();
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toHaveCount(0);
    await expect(guidance.getByRole('button')).toHaveCount(0);
    const input = page.locator('#weight-widget-input');
    await input.fill('3');
    await expect(guidance).toContainText('Medium ·');
    await input.fill('8');
    await expect(guidance).toContainText('Larger: resize · Anything above 3 is split before it is scheduled.');
    await input.press('Enter');
    await expect(guidance.getByRole('button', { name: 'Choose a weight' })).toBeVisible();
    await expect.poll(() => page.getByTestId('work-item-weight').evaluate(shown)).toBe('8');
    expect(weightUpdates(demo)).toEqual([{ weight: 8 }]);
  },
});

test('undo removes a weight that was not set before', async ({ page, demo }) => {
  await openIssue(page, 4);
  await expect(line(page)).toContainText('Not weighed yet. The scale is 1 to 3.');
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await page.getByRole('radio', { name: '1 Trivial' }).check();
  await page.getByRole('button', { name: 'Set weight 1' }).click();
  await line(page).getByRole('button', { name: 'Undo' }).click();
  await expect(line(page).getByRole('status')).toContainText('Weight removed.');
  expect(weightUpdates(demo)).toEqual([{ weight: 1 }, { weight: null }]);
});

test('a guest reads the scale and is told why there is no button', async ({ page, demo }) => {
  demo.role = 'guest';
  await openIssue(page, 1);
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  const panel = page.getByRole('region', { name: 'Weight guidance' });
  await expect(panel).toContainText('You may not change the weight of this issue.');
  await expect(panel.getByRole('button', { name: /^Set/ })).toHaveCount(0);
});
