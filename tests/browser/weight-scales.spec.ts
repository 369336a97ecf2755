/** What weights mean on other teams' scales, in the built extension. */
import type { Page } from '@playwright/test';
import type { Scale } from '../../handbook/profile';
import { expect } from './fixtures';
import { environments, fulfillment, sourceCode } from './team-scales';
import { oneIn } from './thorough';
import { chooseAnew, type Given, openOnce, together } from './together';

const line = (page: Page) => page.getByTestId('work-item-weight').locator('handrail-view');
const panel = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });
const profile = (scale: Scale) => ({ version: 1 as const, id: 'team', name: 'Team', scale });
const everywhere = [{ profile: 'team', path: 'gitlab-org' }];

/** The beginning of what is said of each weight; the first is of no weight. */
const tables: Readonly<Record<string, readonly [Scale | undefined, Readonly<Record<string, string>>]>> = {
  'the seed': [
    undefined,
    {
      '': 'Not weighed yet. The scale is 1 to 3.',
      '0': 'Not on the scale. The nearest is 1 Trivial.',
      '1': 'Trivial ·',
      '2': 'Small ·',
      '3': 'Medium ·',
      '4': 'Larger: resize ·',
      '5': 'Larger: resize ·',
      '8': 'Larger: resize ·',
      '13': 'Larger: resize ·',
    },
  ],
  'Source Code': [
    sourceCode,
    {
      '': 'Not weighed yet. The scale is 0 to 5.',
      '0': 'Moment ·',
      '1': 'Trivial ·',
      '2': 'Small ·',
      '3': 'Medium ·',
      '4': 'Large ·',
      '5': 'Unknown · Not understood yet. It becomes a spike of weight 2. Not scheduled as it is.',
      '8': 'Above the scale. The largest is 5 Unknown.',
      '13': 'Above the scale. The largest is 5 Unknown.',
    },
  ],
  Environments: [
    environments,
    {
      '': 'Not weighed yet. The scale is 1, 2, 3, 5.',
      '0': 'Not on the scale. The nearest is 1 Simple.',
      '1': 'Simple ·',
      '2': 'Straightforward ·',
      '3': 'Involved ·',
      '4': 'Not on the scale. The nearest are 3 Involved and 5 Too large.',
      '5': 'Too large · Surprises are certain. Divide it. Not scheduled as it is.',
      '8': 'Above the scale. The largest is 5 Too large.',
      '13': 'Above the scale. The largest is 5 Too large.',
    },
  ],
  Fulfillment: [
    fulfillment,
    {
      '': 'Not weighed yet. The scale is 1, 2, 3, 5, 8, 13.',
      '0': 'Not on the scale. The nearest is 1 Trivial.',
      '1': 'Trivial ·',
      '2': 'Small ·',
      '3': 'Medium ·',
      '4': 'Not on the scale. The nearest are 3 Medium and 5 Large.',
      '5': 'Large ·',
      '8': 'Very large ·',
      '13': 'Huge ·',
    },
  ],
};

/** Puts a team's scale in force in the page of issue 1. */
async function weighOn(given: Given, scale: Scale): Promise<void> {
  await openOnce(given.page, 1);
  await chooseAnew(given, 'weight-guidance', everywhere, profile(scale));
  await expect(line(given.page)).toBeVisible();
}

/** All of it is a table in scale.test.ts as well. */
const read = oneIn(2, Object.entries(tables)).map(([team, [scale, said]]) => [
  `every weight is read on the scale of ${team}`,
  async (given: Given) => {
    const { page } = given;
    if (scale) await weighOn(given, scale);
    else await openOnce(page, 1);
    await expect(line(page)).toBeVisible();
    await page.getByTestId('work-item-weight').getByTestId('edit-button').click();
    const input = page.locator('#weight-widget-input');
    for (const [weight, words] of Object.entries(said)) {
      await input.fill(weight);
      await expect(line(page).locator('.meaning'), weight).toContainText(words);
    }
    await input.press('Escape');
  },
]);

together('in one page', {
  ...Object.fromEntries(read),
  'the largest weights are said, the soft and the hard one': async given => {
    const { page } = given;
    await weighOn(given, { ...fulfillment, hardMaximum: 8 });
    await page.getByTestId('work-item-weight').getByTestId('edit-button').click();
    const input = page.locator('#weight-widget-input');
    await input.fill('5');
    await expect(line(page)).toContainText('Large ·');
    await expect(line(page)).not.toContainText('should be split');
    await input.fill('8');
    await expect(line(page)).toContainText('Above 5 it should be split.');
    await input.fill('13');
    await expect(line(page)).toContainText('The team’s largest weight is 8.');
    await input.press('Escape');
  },
  'what nobody can tell has a mark of its own, and 0 may be a level': async given => {
    const { page, demo } = given;
    await weighOn(given, fulfillment);
    await line(page).getByRole('button', { name: 'Choose a weight' }).click();
    await expect(panel(page)).toContainText('Nobody can tell yet.');
    await expect(panel(page).getByRole('radio')).toHaveCount(6);
    await weighOn(given, sourceCode);
    await line(page).getByRole('button', { name: 'Choose a weight' }).click();
    await panel(page).getByRole('radio', { name: '0 Moment' }).check();
    await panel(page).getByRole('button', { name: 'Set weight 0' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 0.');
    await expect(line(page)).toContainText('Moment ·');
    expect(demo.requests.filter(request => request.operation === 'workItemUpdate')).toHaveLength(1);
    await line(page).getByRole('button', { name: 'Undo' }).click();
    await expect(line(page)).toContainText('Small ·');
  },
  'the questions of a team lead to a weight': async given => {
    const { page } = given;
    await weighOn(given, environments);
    await line(page).getByRole('button', { name: 'Choose a weight' }).click();
    await expect(panel(page).getByRole('slider')).toHaveCount(0);
    for (const [ask, say] of [
      ['Is more investigation needed?', 'Not expected'],
      ['Will there be surprises?', 'Likely'],
      ['Must others work with you?', 'Possible'],
    ] as const) {
      await panel(page).getByRole('group', { name: ask }).getByRole('radio', { name: say }).check();
    }
    await expect(
      panel(page).getByRole('radiogroup', { name: 'Weight' }).getByRole('radio', { name: '3 Involved' }),
    ).toBeChecked();
    await panel(page).getByRole('button', { name: 'Set weight 3' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 3.');
    await line(page).getByRole('button', { name: 'Undo' }).click();
    await expect(line(page).getByRole('status')).toContainText('Weight set to 2.');
  },
  'a team that does not weigh such items says so': async ({ page, choose }) => {
    await openOnce(page, 1);
    const notWeighed = [{ when: { types: ['Task'] }, say: 'Tasks are not weighed.' }];
    await choose(everywhere, profile({ ...sourceCode, notWeighed }));
    await page.getByTestId('links-child').first().getByRole('link').first().click();
    const task = page.locator('#contextual-panel-portal').getByTestId('work-item-weight').locator('handrail-view');
    const own = page.locator('#content-body').getByTestId('work-item-weight').locator('handrail-view');
    await expect(task).toContainText('Tasks are not weighed.');
    await expect(own).toContainText('Small ·');
    await expect(own).not.toContainText('Tasks are not weighed.');
  },
});
