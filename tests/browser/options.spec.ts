/** The options page: choosing, importing, editing, copying, deleting and exporting team profiles. */
import { readFile } from 'node:fs/promises';
import { violationsIn } from './axe';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { tabTo } from './keyboard';

declare const chrome: typeof import('wxt/browser').browser;

const lunchTeam = `# Our own words
version: 1
id: lunch
name: Lunch team
scale:
  in: field
  levels:
    - { weight: 2, name: Soup, meaning: Before noon., confidence: 70 }
`;

test('a pasted profile is stored, put in force for a project, and open pages follow it', async ({
  page,
  openOptions,
}) => {
  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  const options = await openOptions();
  await options.getByRole('button', { name: 'Import' }).click();
  await options.getByRole('textbox', { name: 'Profile text' }).fill(lunchTeam);
  await options.getByRole('button', { name: 'Import profile' }).click();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Lunch team');
  // What a person wrote stays, comments too.
  await expect(options.getByRole('textbox', { name: 'Profile text' })).toHaveValue(lunchTeam);
  await expect(view(page, 'weight-guidance')).toContainText('Small');

  const place = options.getByRole('textbox', { name: 'Project or group' });
  const aboutRoots = options.getByText('write the path from the group on: group/project');
  await place.fill('https://git.example.org/gitlab/a/b');
  await expect(aboutRoots).toBeVisible();
  await place.fill('https://gitlab.com/gitlab-org/gitlab/-/issues');
  await expect(aboutRoots).toHaveCount(0);
  await options.getByRole('button', { name: 'Put in force' }).click();
  await expect(options.getByRole('region', { name: 'In force' })).toContainText('For gitlab-org/gitlab');
  await expect(view(page, 'weight-guidance')).toContainText('Soup');

  await options.getByRole('button', { name: 'Remove: For gitlab-org/gitlab' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Small');
});

test('problems are listed by line as one types, and nothing is stored before they are gone; a file is imported if it is UTF-8', async ({
  browserContext,
  extensionId,
  openOptions,
}) => {
  const options = await openOptions();
  await options.getByRole('button', { name: 'Import' }).click();
  const text = options.getByRole('textbox', { name: 'Profile text' });
  await text.fill(lunchTeam.replace('70', '170'));
  const problems = options.getByRole('list', { name: 'Problems' });
  await expect(problems.getByRole('listitem')).toHaveText([
    /Line 8\s*scale\.levels\[0\]\.confidence expected a number from 0 to 100, found 170/,
  ]);
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  // Text that is scrolled sideways ends where the column of the numbers does.
  const numbers = await options.locator('.editor .number').first().boundingBox();
  expect((await text.boundingBox())?.x).toBe((numbers?.x ?? 0) + (numbers?.width ?? 0));
  await problems.getByRole('button', { name: 'Line 8' }).click();
  await expect(text).toBeFocused();
  expect(await options.evaluate(() => String(getSelection()))).toBe(
    '    - { weight: 2, name: Soup, meaning: Before noon., confidence: 170 }',
  );
  const save = options.getByRole('button', { name: 'Import profile' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await save.click({ force: true });
  const worker = await serviceWorker(browserContext, extensionId);
  expect(await worker.evaluate(async () => Object.keys(await chrome.storage.local.get(null)))).not.toContain(
    'profile lunch',
  );
  await text.fill(lunchTeam);
  await expect(problems).toHaveCount(0);
  await expect(save).not.toHaveAttribute('aria-disabled', 'true');

  await text.fill('');
  const file = options.getByLabel('File', { exact: true });
  await file.setInputFiles({ name: 'utf16.yml', mimeType: 'text/yaml', buffer: Buffer.from(lunchTeam, 'utf16le') });
  await expect(options.getByRole('status').filter({ hasText: 'utf16.yml' })).toHaveText(
    /utf16\.yml is no UTF-8 text, so nothing was read from it\./,
  );
  await expect(text).toHaveValue('');
  await file.setInputFiles({ name: 'lunch.yml', mimeType: 'text/yaml', buffer: Buffer.from(lunchTeam) });
  await expect(text).toHaveValue(lunchTeam);
});

test('a shipped profile is copied, changed, saved, exported and deleted with undo', async ({ page, openOptions }) => {
  const options = await openOptions();
  await options.getByRole('button', { name: /^Package 2021 / }).click();
  await expect(options.getByRole('textbox', { name: 'Profile text, to read' })).toHaveAttribute('readonly', '');
  await expect(options.getByRole('region', { name: 'In force' })).toContainText(
    /Meant for gitlab\.com, .*label group::package/,
  );
  await options.getByRole('button', { name: 'Fill in' }).click();
  await expect(options.getByRole('textbox', { name: 'Host' })).toHaveValue('gitlab.com');
  await expect(options.getByRole('textbox', { name: 'Label' })).toHaveValue('group::package');
  await options.getByRole('button', { name: 'Duplicate' }).click();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Package 2021 (copy)');
  const text = options.getByRole('textbox', { name: 'Profile text' });
  await text.fill((await text.inputValue()).replace('name: Small', 'name: Petite'));
  const preview = options.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('2 Petite');
  await expect(preview).toContainText('Security');
  await expect(preview).toContainText('Complete: 80%');
  await options.getByRole('button', { name: 'Save profile' }).click();
  await expect(options.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await options.getByRole('button', { name: 'Put in force' }).click();

  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Petite');

  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export' }).click();
  const exported = await readFile((await (await download).path()) ?? '', 'utf8');
  expect(exported).toBe(await text.inputValue());

  await options.getByRole('button', { name: 'Delete' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  await expect(options.getByRole('button', { name: /Package 2021 \(copy\)/ })).toHaveCount(0);
  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(options.getByRole('button', { name: /Package 2021 \(copy\)/ })).toContainText('Chosen for everywhere');
  await expect(view(page, 'weight-guidance')).toContainText('Petite');
});

test('at every change of view the keyboard focus goes on from where it was', async ({ openOptions }) => {
  const options = await openOptions();
  const button = (name: string | RegExp) => options.getByRole('button', { name });
  const heading = (name: string) => options.getByRole('heading', { level: 1, name, exact: true });
  const press = async (name: string | RegExp) => {
    await button(name).focus();
    await options.keyboard.press('Enter');
  };
  await expect(heading('Profiles')).not.toBeFocused();
  await press(/^Package 2021 /);
  await expect(heading('Package 2021')).toBeFocused();
  await tabTo(button('Duplicate'));
  await press('All profiles');
  await expect(button(/^Package 2021 /)).toBeFocused();

  await options.keyboard.press('Enter');
  await press('Duplicate');
  await expect(heading('Package 2021 (copy)')).toBeFocused();
  await press('Delete');
  await expect(button('Undo')).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(heading('Profiles')).toBeFocused();
  await expect(button(/^Package 2021 \(copy\)/)).toBeVisible();

  await press('Import');
  await expect(heading('Import a profile')).toBeFocused();
  await press('Cancel');
  await expect(heading('Profiles')).toBeFocused();
  await press('Import');
  await options.getByRole('textbox', { name: 'Profile text' }).fill(lunchTeam);
  await press('Import profile');
  await expect(heading('Lunch team')).toBeFocused();
});

test('a link that is code, and 10,000 priorities, are told and put nowhere', async ({ page, choose, openOptions }) => {
  const options = await openOptions();
  await options.getByRole('button', { name: 'Import' }).click();
  const text = options.getByRole('textbox', { name: 'Profile text' });
  const problems = options.getByRole('list', { name: 'Problems' }).getByRole('listitem');
  await text.fill(`${lunchTeam}  link: javascript:alert(1)\n`);
  await expect(problems).toHaveText([
    /scale\.link expected a web address that starts with http:\/\/ or https:\/\/, found "javascript:alert\(1\)"/,
  ]);
  await text.fill(`${lunchTeam}priorities: { rules: [${'{name: a},'.repeat(10_000)}] }\n`);
  await expect(problems).toHaveText([/Line 9\s*priorities\.rules expected at most 100 priority rules, found 10000/]);

  // Stored by other means they are not in force either.
  await choose([{ profile: 'code', host: 'gitlab.com' }], {
    version: 1,
    id: 'code',
    name: 'Code',
    scale: { link: 'javascript:alert(1)', in: 'field', levels: [{ weight: 2, name: 'Code', meaning: 'Code.' }] },
  });
  await page.bringToFront();
  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  await page.getByRole('button', { name: 'Choose a weight' }).click();
  await expect(page.locator('a[href^="javascript:" i]')).toHaveCount(0);
});

test('a profile written with the reference alone works: weight, badge, form', async ({ page, demo, openOptions }) => {
  const item = demo.store.workItems.find(one => one.iid === '1');
  if (!item) throw new Error('expected issue 1 in the demo');
  item.weight = 5;
  const options = await openOptions();
  await options.getByRole('button', { name: 'Import' }).click();
  await options.getByLabel('File', { exact: true }).setInputFiles('tests/handbook/written-from-docs.yml');
  await options.getByRole('button', { name: 'Import profile' }).click();
  await expect(options.getByRole('heading', { level: 1 })).toHaveText('Security Governance');
  await options.getByRole('button', { name: 'Put in force' }).click();
  await page.bringToFront();
  await openIssue(page, 1);
  const guidance = view(page, 'weight-guidance');
  await expect(guidance).toContainText('Large');
  await expect(guidance).toContainText('Above 3 a second person estimates too.');
  await expect(
    page
      .getByTestId('work-item-created')
      .locator('..')
      .getByRole('button', { name: /^Priority P1/ }),
  ).toHaveText('P1 · 2nd of 3');
  await page.getByRole('button', { name: 'Status update' }).click();
  const form = page.getByRole('form', { name: 'Status update' });
  await form.getByRole('textbox', { name: /^Summary/ }).fill('Half is done.');
  await form.getByRole('radio', { name: 'Medium' }).check();
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(page.locator('.js-comment-form textarea').first()).toHaveValue(
    /^### Weekly update\n\nSummary: Half is done\.(\\| {2})?\nConfidence: 🟡 medium/,
  );
});

test('a field with nothing or with nonsense in it says what to write, and is marked', async ({ openOptions }) => {
  const options = await openOptions();
  const field = (name: string) => options.getByRole('textbox', { name });
  const isWrong = async (name: string, what: string) => {
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(name)).toHaveAccessibleDescription(what);
  };
  await options.getByText('Another project for a group').click();
  const look = options.getByRole('button', { name: 'Look there' });
  await look.click();
  await isWrong('Group', 'Write the group, as group or group/subgroup.');
  await field('Group').fill('a');
  await look.click();
  await expect(field('Group')).toHaveAttribute('aria-invalid', 'false');
  await isWrong('Project with the profile', 'Write the project, as group/project.');
  await field('Project with the profile').fill('b c');
  await look.click();
  await isWrong('Project with the profile', '“b c” is no project. Write it as group/project.');

  await options.getByRole('button', { name: /^Package 2021 / }).click();
  await field('Host').fill('a b');
  await options.getByRole('button', { name: 'Put in force' }).click();
  await isWrong('Host', '“a b” is no host. Write it as gitlab.example or gitlab.example:8443.');

  await options.getByRole('link', { name: 'GitLab sites' }).click();
  const use = options.getByRole('button', { name: 'Use on this GitLab' });
  await use.click();
  await isWrong('Address of a GitLab', 'Write the address, as https://gitlab.example.');
  await field('Address of a GitLab').fill('a b');
  await use.click();
  await isWrong('Address of a GitLab', '“a b” is no address. Write it as https://gitlab.example.');
});

test('everything is exported to one file and comes back from it', async ({
  browserContext,
  extensionId,
  choose,
  openOptions,
}) => {
  await choose([{ profile: 'lunch', path: 'a/b' }], {
    version: 1,
    id: 'lunch',
    name: 'Lunch team',
    scale: { in: 'field', levels: [{ weight: 2, name: 'Soup', meaning: 'Before noon.' }] },
  });
  const options = await openOptions();
  await options.getByRole('link', { name: 'Data' }).click();
  const download = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Export everything' }).click();
  const exported = await readFile((await (await download).path()) ?? '');

  const worker = await serviceWorker(browserContext, extensionId);
  await worker.evaluate(() => chrome.storage.local.clear());
  const file = options.getByLabel('Exported file');
  const broken = JSON.stringify({ ...JSON.parse(exported.toString()), local: { assignments: 7, x: 1 } });
  await file.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(broken) });
  await expect(options.getByRole('status').filter({ hasText: 'broken.json' })).toContainText(
    'Nothing was changed by broken.json: assignments: expected where profiles are in force.',
  );
  expect(await worker.evaluate(() => chrome.storage.local.get(null))).toEqual({});
  await file.setInputFiles({ name: 'all.json', mimeType: 'application/json', buffer: exported });
  await expect(options.getByRole('status').filter({ hasText: 'all.json' })).toContainText('is stored');
  await options.getByRole('link', { name: 'Profiles' }).click();
  await expect(options.getByRole('button', { name: /^Lunch team/ })).toContainText('In force: For a/b');
});

test('what cannot be read is reset under Data by a button that names it, and comes back', async ({
  browserContext,
  extensionId,
  openOptions,
}) => {
  const worker = await serviceWorker(browserContext, extensionId);
  await worker.evaluate(async () => {
    await chrome.storage.local.set({ assignments: { version: 9 }, 'profile lunch': 'x' });
    await chrome.storage.sync.set({ settings: { version: 9 } });
  });
  const stored = () =>
    worker.evaluate(async () => [await chrome.storage.local.get(null), await chrome.storage.sync.get(null)]);
  const options = await openOptions();
  await options.getByRole('link', { name: 'Data' }).click();
  const warning = options.getByText(/is something that cannot be read/);
  await expect(warning).toContainText('Stored under “profile lunch”, “assignments”, “settings”');
  for (const colorScheme of ['light', 'dark'] as const) {
    await options.emulateMedia({ colorScheme });
    await options.reload();
    await expect(warning).toBeVisible();
    expect(await violationsIn(options, 'body'), colorScheme).toEqual([]);
  }
  const done = options.getByRole('status').filter({ hasText: 'is removed' });
  await options.getByRole('button', { name: 'Reset the switches of features' }).click();
  await expect(done).toContainText('What was stored under “settings” is removed.');
  await options.getByRole('button', { name: 'Reset the profile lunch' }).click();
  await expect(done).toContainText('What was stored under “profile lunch” is removed.');
  await options.getByRole('button', { name: 'Reset where profiles are in force' }).click();
  await expect(warning).toHaveCount(0);
  expect(await stored()).toEqual([{}, {}]);

  await options.getByRole('button', { name: 'Undo' }).click();
  await expect(warning).toContainText('Stored under “assignments” is something');
  await expect(done).toHaveCount(0);
  expect(await stored()).toEqual([{ assignments: { version: 9 } }, {}]);
});

test('the options page fits a window of 320 pixels, and axe finds nothing on it in either theme', async ({
  openOptions,
}) => {
  const options = await openOptions();
  const shipped = options.getByRole('button', { name: /^Package 2021 \d/ });
  const usual = options.viewportSize();
  await options.setViewportSize({ width: 320, height: 700 });
  await shipped.click();
  await expect(options.getByRole('region', { name: 'Preview' })).toBeVisible();
  expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await options.setViewportSize(usual ?? { width: 1500, height: 1000 });

  for (const colorScheme of ['light', 'dark'] as const) {
    await options.emulateMedia({ colorScheme });
    // Loaded in its theme, so that no colour is on its way from the other one.
    await options.reload();
    await expect(shipped).toBeVisible();
    expect(await violationsIn(options, 'body'), colorScheme).toEqual([]);
    await shipped.click();
    await options.getByRole('button', { name: 'Duplicate' }).click();
    const text = options.getByRole('textbox', { name: 'Profile text' });
    await text.fill((await text.inputValue()).replace('confidence: 75', 'confidence: 175'));
    await expect(options.getByRole('list', { name: 'Problems' })).toBeVisible();
    expect(await violationsIn(options, 'body'), colorScheme).toEqual([]);
  }
});
