/** Weights that live in labels, on GitLab's Free tier and on Premium: everything that a weight field has holds for them. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import type { Profile, Scale } from '../../handbook/profile';
import packageGroup from '../../handbook/profiles/package-group-2021.json' with { type: 'json' };
import { violationsIn } from './axe';
import { expect, openIssue, test } from './fixtures';
import { oneIn } from './thorough';
import { type Given, openOnce, together } from './together';

const seed = packageGroup as Profile;

/** The seed's team, but with its weights in labels. */
function inLabels(...tracks: Exclude<Scale['in'], 'field'>): Profile {
  if (!seed.scale) throw new Error('expected a scale');
  return { ...seed, id: 'tracks', name: 'Tracks', scale: { ...seed.scale, in: tracks } };
}
const everywhere = [{ profile: 'tracks', path: 'gitlab-org' }];
const weightTrack = inLabels({ track: 'Weight', label: 'weight::{n}' });
const twoTracks = inLabels(
  { track: 'Backend', label: 'backend-weight::{n}' },
  { track: 'Frontend', label: 'frontend-weight::{n}' },
);

/** Gives the group labels of these titles. */
function addLabels(demo: Demo, ...titles: string[]): void {
  for (const [at, title] of titles.entries()) {
    demo.store.labels.push({
      id: 5000 + at,
      kind: 'GroupLabel',
      namespace: 'gitlab-org',
      title,
      color: '#1f75cb',
      description: '',
      priority: null,
    });
  }
}

function issue(demo: Demo, iid: string) {
  const item = demo.store.workItems.find(one => one.iid === iid && one.namespace === 'gitlab-org/gitlab');
  if (!item) throw new Error(`expected issue ${iid}`);
  return item;
}

function give(demo: Demo, iid: string, ...titles: string[]): void {
  issue(demo, iid).labels.push(...demo.store.labels.filter(label => titles.includes(label.title)));
}

const titlesOf = (demo: Demo, iid: string) => issue(demo, iid).labels.map(label => label.title);
const lines = (page: Page) => page.getByTestId('work-item-labels').locator('handrail-view .track');
const panelOf = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });
const puts = (demo: Demo) =>
  demo.requests.filter(request => request.method === 'PUT').map(({ body }) => JSON.parse(body));
const settled = (panel: Locator) =>
  panel.evaluate(element =>
    Promise.all(element.getAnimations().map(animation => animation.finished)).then(() => undefined),
  );

// Each on one plan in `npm test`; tracks.test.tsx has the rest.
for (const plan of oneIn(2, ['free', 'premium'] as const)) {
  test(`a weight is set and undone by exactly its labels (${plan})`, async ({ page, demo, choose }) => {
    demo.store.plan = plan;
    addLabels(demo, 'weight::1', 'weight::2', 'weight::3');
    give(demo, '1', 'weight::2');
    await choose(everywhere, weightTrack);
    await openIssue(page, 1);
    await expect(lines(page)).toContainText('Weight: Small · Solution outlined, a little investigation left.');
    // Where the profile has tracks, nothing stands at GitLab's own field.
    await expect(page.getByTestId('work-item-weight').locator('handrail-view')).toHaveCount(0);
    await lines(page).getByRole('button', { name: 'Choose a weight' }).click();
    const panel = panelOf(page);
    await expect(panel.getByRole('radio', { name: '2 Small' })).toBeChecked();
    await panel.getByRole('radio', { name: '3 Medium' }).check();
    await expect(panel).toContainText('Adds weight::3, removes weight::2.');
    await panel.getByRole('button', { name: 'Set weight 3' }).click();
    await expect(lines(page).getByRole('status')).toContainText('Weight set to 3.');
    await expect(lines(page).getByRole('button', { name: 'Choose a weight' })).toBeFocused();
    const others = titlesOf(demo, '1').filter(title => !title.startsWith('weight::'));
    expect(titlesOf(demo, '1')).toContain('weight::3');
    expect(titlesOf(demo, '1')).not.toContain('weight::2');
    await lines(page).getByRole('button', { name: 'Undo' }).click();
    await expect(lines(page).getByRole('status')).toContainText('Weight set to 2.');
    expect([...titlesOf(demo, '1')].sort()).toEqual([...others, 'weight::2'].sort());
    expect(puts(demo)).toEqual([
      { add_labels: 'weight::3', remove_labels: 'weight::2' },
      { add_labels: 'weight::2', remove_labels: 'weight::3' },
    ]);
  });
}

for (const plan of oneIn(2, ['free', 'premium'] as const, 1)) {
  test(`above the scale an issue is split, and its parts get their weights as labels (${plan})`, async ({
    page,
    demo,
    choose,
  }) => {
    demo.store.plan = plan;
    addLabels(demo, 'weight::1', 'weight::02', 'weight::8');
    give(demo, '1', 'weight::8');
    await choose(everywhere, weightTrack);
    await openIssue(page, 1);
    await expect(lines(page)).toContainText('Larger: resize');
    await lines(page).getByRole('button', { name: 'Split this issue' }).click();
    const panel = panelOf(page);
    await expect(panel.getByLabel('Title of row 1')).toBeFocused();
    await panel.getByLabel('Weight of row 1').selectOption('2');
    await panel.getByLabel('Weight of row 2').selectOption('3');
    await panel.getByRole('button', { name: 'Create 2 child items' }).click();
    await expect(panel.getByRole('status').last()).toHaveText('2 of 2 created');
    const made = (title: string) => demo.store.workItems.find(item => item.title === title);
    expect(made('Endpoint')?.weight).toBeNull();
    expect(made('Endpoint')?.labels.map(label => label.title)).toContain('weight::02');
    await expect(panel.getByRole('listitem').filter({ hasText: 'Endpoint' })).not.toContainText('did not take');
    // The project has no label for 3, and none is created.
    expect(
      made('Preview table')
        ?.labels.map(label => label.title)
        .filter(title => title.includes('weight')),
    ).toEqual([]);
    await expect(panel.getByRole('listitem').filter({ hasText: 'Preview table' })).toContainText(
      'GitLab did not take weight 3. Set it on the new item.',
    );
    expect(demo.store.labels.map(label => label.title)).not.toContain('weight::3');
  });
}

test('two tracks have a line each, with one panel at a time, and each sets only its own labels', async ({
  page,
  demo,
  choose,
}) => {
  addLabels(demo, 'backend-weight::1', 'backend-weight::2', 'frontend-weight::3');
  give(demo, '1', 'backend-weight::2', 'frontend-weight::3');
  await choose(everywhere, twoTracks);
  await openIssue(page, 1);
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).nth(0)).toContainText('Backend: Small ·');
  await expect(lines(page).nth(1)).toContainText('Frontend: Medium ·');
  await lines(page).nth(1).getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panelOf(page)).toContainText('Frontend · Tracks');
  await lines(page).nth(0).getByRole('button', { name: 'Choose a weight' }).click();
  await expect(panelOf(page)).toHaveCount(1);
  await expect(panelOf(page)).toContainText('Backend · Tracks');
  await panelOf(page).getByRole('radio', { name: '1 Trivial' }).check();
  await panelOf(page).getByRole('button', { name: 'Set weight 1' }).click();
  await expect(lines(page).nth(0)).toContainText('Backend weight set to 1.');
  expect(puts(demo)).toEqual([{ add_labels: 'backend-weight::1', remove_labels: 'backend-weight::2' }]);
});

test('the last update and the time in development are held against the weight', async ({ page, demo, choose }) => {
  addLabels(demo, 'weight::1', 'weight::3');
  give(demo, '29', 'weight::1');
  give(demo, '36', 'weight::3');
  await choose(everywhere, weightTrack);
  const asked = () => demo.requests.filter(request => request.path.includes('resource_label_events')).length;
  await openIssue(page, 29);
  await expect(lines(page)).toContainText('The last update says 60% sure. Weight 1 means 90%.');
  await openIssue(page, 36);
  await expect(lines(page)).toContainText('Medium ·');
  expect(asked()).toBe(0);
  await lines(page).getByRole('button', { name: 'Choose a weight' }).click();
  await expect(lines(page)).toContainText(/In development for (19|20) days\. Weight 3 means at most two weeks\./);
  expect(asked()).toBe(1);
});

/** Opens issue 1 with the weight label 2 and the task below it with 1, if an earlier part has not. */
async function openWeighed({ page, demo, choose }: Given): Promise<void> {
  addLabels(demo, 'weight::1', 'weight::2', 'weight::3');
  give(demo, '1', 'weight::2');
  give(demo, '14', 'weight::1');
  await choose(everywhere, weightTrack);
  await openOnce(page, 1);
  await expect(lines(page).first()).toContainText('Small ·');
}

together('in one page', {
  'too little confidence offers a spike': async given => {
    const { page, demo } = given;
    await openWeighed(given);
    await lines(page).getByRole('button', { name: 'Choose a weight' }).click();
    const panel = panelOf(page);
    await panel.getByRole('spinbutton', { name: 'How sure are you?' }).fill('49');
    await expect(panel).toContainText('Investigate first. Under 50% no weight is final.');
    await panel.getByRole('button', { name: 'Create a spike' }).click();
    const title = 'Investigate: Cleanup policies: preview affected tags';
    await expect(panel).toContainText(title);
    const spike = demo.store.workItems.find(item => item.title === title);
    expect(spike?.linkedItems.map(link => link.workItemId)).toEqual([issue(demo, '1').id]);
    await page.keyboard.press('Escape');
  },
  'keyboard alone sets a weight and gets to the parts and back': async given => {
    const { page, demo } = given;
    await openWeighed(given);
    await lines(page).getByRole('button', { name: 'Choose a weight' }).focus();
    await page.keyboard.press('Enter');
    const panel = panelOf(page);
    await expect(panel.getByRole('slider', { name: 'How sure are you?' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await expect(panel.getByRole('radio', { name: '1 Trivial' })).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(panel.getByRole('button', { name: 'Split this issue' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.getByLabel('Title of row 1')).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Split this issue' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(panel.getByRole('button', { name: 'Set weight 1' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(lines(page)).toContainText('Weight set to 1.');
    expect(puts(demo)).toEqual([{ add_labels: 'weight::1', remove_labels: 'weight::2' }]);
    await lines(page).getByRole('button', { name: 'Undo' }).click();
    await expect(lines(page)).toContainText('Weight set to 2.');
  },
  'two items on one page each have their own lines': async given => {
    const { page, demo } = given;
    await openWeighed(given);
    await page.getByTestId('links-child').first().getByRole('link').first().click();
    const own = page.locator('#content-body').getByTestId('work-item-labels').locator('.track');
    const theirs = page.locator('#contextual-panel-portal').getByTestId('work-item-labels').locator('.track');
    await expect(own).toContainText('Small ·');
    await expect(theirs).toContainText('Trivial ·');
    await theirs.getByRole('button', { name: 'Choose a weight' }).click();
    await panelOf(page).getByRole('radio', { name: '3 Medium' }).check();
    await panelOf(page).getByRole('button', { name: 'Set weight 3' }).click();
    await expect(theirs).toContainText('Weight set to 3.');
    await expect(own).toContainText('Small ·');
    expect(titlesOf(demo, '1')).toContain('weight::2');
    expect(titlesOf(demo, '14')).toContain('weight::3');
  },
});

test('in the form of a new issue the scale is read and chosen from, and nothing is written', async ({
  page,
  demo,
  choose,
}) => {
  demo.store.plan = 'free';
  addLabels(demo, 'weight::2');
  await choose(everywhere, weightTrack);
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues/new');
  await expect(lines(page)).toContainText('Weight: not weighed yet.');
  await lines(page).getByRole('button', { name: 'Choose a weight' }).click();
  await panelOf(page).getByRole('radio', { name: '2 Small' }).check();
  await expect(panelOf(page)).toContainText(
    'This item does not exist yet. Give it the label weight::2 in GitLab’s own field.',
  );
  await expect(panelOf(page).getByRole('button', { name: /^Set|^Split|spike/ })).toHaveCount(0);
  // GitLab's own dropdown takes the place of the panel.
  await page.getByTestId('work-item-labels').getByTestId('edit-button').click();
  await expect(panelOf(page)).toHaveCount(0);
  await page.getByTestId('work-item-labels').getByRole('option', { name: 'weight::2' }).click();
  await page.getByTestId('work-item-labels').getByTestId('apply-button').click();
  await expect(lines(page)).toContainText('Weight: Small ·');
  expect(puts(demo)).toEqual([]);
  expect(demo.requests.filter(request => request.body.includes('mutation handrail'))).toEqual([]);
});

test('axe finds nothing in lines and panel', async ({ page, demo, choose }) => {
  addLabels(demo, 'backend-weight::8', 'frontend-weight::1');
  give(demo, '29', 'backend-weight::8', 'frontend-weight::1');
  await choose(everywhere, twoTracks);
  await openIssue(page, 29);
  await expect(lines(page).nth(1)).toContainText('The last update says 60% sure.');
  await lines(page).nth(0).getByRole('button', { name: 'Choose a weight' }).click();
  await settled(panelOf(page));
  expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
  await panelOf(page).getByRole('button', { name: 'Split this issue' }).click();
  await expect(panelOf(page).getByLabel('Title of row 1')).toBeFocused();
  expect(await violationsIn(page, '[data-feature="weight-guidance"]')).toEqual([]);
});
