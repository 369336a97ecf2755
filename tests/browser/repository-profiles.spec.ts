/** Team profiles that a project carries in its repository: asked for once, in the popup, never in the page. */
import type { Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';

declare const chrome: typeof import('wxt/browser').browser;

const path = '.gitlab/handrail.yml';
const profile = (levelName: string, link = 'https://handbook.example/weights') => `version: 1
id: registry
name: Registry team
scale:
  link: ${link}
  in: field
  levels:
    - { weight: 2, name: ${levelName}, meaning: As the repository says. }
`;

function carry(demo: Demo, project: string, files: Record<string, string>): void {
  const namespace = demo.store.namespaces.find(one => one.fullPath === project);
  if (!namespace) throw new Error(`expected a project ${project} in the demo`);
  namespace.files = files;
}

const asked = (demo: Demo) =>
  demo.requests.filter(({ body }) => JSON.stringify(body ?? '').includes('handrailProfileFiles'));

/** Loads the page anew, as if an hour had passed. In front: a page behind another takes its time. */
async function lookAgain(page: Page, extensionId: string): Promise<void> {
  const worker = await serviceWorker(page.context(), extensionId);
  await worker.evaluate(() => chrome.storage.local.remove('looks'));
  await page.bringToFront();
  await page.reload({ waitUntil: 'domcontentloaded' });
}

test('a project’s profile asks in the popup, with a dot on the icon, and is in force after a yes; later versions come by themselves or ask', async ({
  page,
  demo,
  openOptions,
  openPopup,
  browserContext,
  extensionId,
}) => {
  carry(demo, 'gitlab-org/gitlab', { [path]: profile('Soup') });
  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  const worker = await serviceWorker(browserContext, extensionId);
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('•');
  await expect(page.getByText('Use the profile of')).toHaveCount(0);

  const popup = await openPopup(page);
  const question = popup.getByRole('region', { name: 'Profiles in repositories' });
  await expect(question).toContainText('Use the profile of gitlab-org/gitlab?');
  await expect(question).toContainText('Registry team: 1 weight. From .gitlab/handrail.yml');
  await question.getByRole('button', { name: 'Use this profile' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Soup');
  await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  await popup.reload();
  await expect(popup.getByRole('region', { name: 'Profile', exact: true })).toContainText(
    'From the repository of gitlab-org/gitlab',
  );
  await expect(popup.getByRole('region', { name: 'Profiles in repositories' })).toHaveCount(0);

  await test.step('a new version is in force at once, but asks when its links lead to a new host', async () => {
    carry(demo, 'gitlab-org/gitlab', { [path]: profile('Stew') });
    await lookAgain(page, extensionId);
    await expect(view(page, 'weight-guidance')).toContainText('Stew');

    carry(demo, 'gitlab-org/gitlab', { [path]: profile('Trap', 'https://evil.example/') });
    await lookAgain(page, extensionId);
    await expect(question).toContainText('It has links to evil.example, which the one in use has not.');
    await expect(view(page, 'weight-guidance')).toContainText('Stew');
    await popup.bringToFront();
    await question.getByRole('button', { name: 'Keep the present one' }).click();
    await expect(question).toHaveCount(0);
    await expect(view(page, 'weight-guidance')).toContainText('Stew');
  });

  await test.step('a file that cannot be read leaves the last good one in force, and popup and options name the line', async () => {
    carry(demo, 'gitlab-org/gitlab', { [path]: profile('Soup').replace('weight: 2', 'weight: two') });
    await lookAgain(page, extensionId);
    await expect(question).toContainText(
      /The team profile could not be read\. The last good one, from .+ stays in force\./,
    );
    await expect(question).toContainText(
      'gitlab-org/gitlab, .gitlab/handrail.yml, line 8: scale.levels[0].weight expected a whole number, 0 or more, found "two"',
    );
    await expect(view(page, 'weight-guidance')).toContainText('Stew');
    const options = await openOptions();
    await expect(options.getByRole('list', { name: 'Problems' })).toContainText('Line 8');
  });

  await test.step('without network or permission what is known stays in force', async () => {
    demo.fail({ match: 'handrailProfileFiles', with: 500 });
    const before = asked(demo).length;
    await lookAgain(page, extensionId);
    await expect.poll(() => asked(demo).length).toBe(before + 1);
    await expect(view(page, 'weight-guidance')).toContainText('Stew');
  });
});

test('the group’s profile counts where the project has none; a no is kept until the file changes', async ({
  page,
  demo,
  openPopup,
  extensionId,
}) => {
  carry(demo, 'gitlab-org/handrail-profile', {
    '.gitlab/handrail.json': JSON.stringify({
      version: 1,
      id: 'g',
      name: 'Group',
      scale: { in: 'field', levels: [{ weight: 2, name: 'Bread', meaning: 'x' }] },
    }),
  });
  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  const popup = await openPopup(page);
  const question = popup.getByRole('region', { name: 'Profiles in repositories' });
  await expect(question).toContainText('Use the profile of gitlab-org/handrail-profile?');
  await question.getByRole('button', { name: 'No' }).click();
  await expect(question).toHaveCount(0);

  await lookAgain(page, extensionId);
  await expect.poll(() => asked(demo).length).toBe(2);
  await expect(question).toHaveCount(0);

  carry(demo, 'gitlab-org/handrail-profile', { [path]: profile('Stew') });
  await lookAgain(page, extensionId);
  await popup.bringToFront();
  await question.getByRole('button', { name: 'Use this profile' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Stew');
});

test('one request an hour, for both names and the group’s project; another project is named for the group, and taken back', async ({
  page,
  demo,
  openOptions,
  openPopup,
}) => {
  await openIssue(page, 1);
  await expect.poll(() => asked(demo).length).toBe(1);
  expect(JSON.stringify(asked(demo)[0]?.body)).toContain('gitlab-org/handrail-profile');
  await openIssue(page, 4);
  await expect(view(page, 'weight-guidance')).toContainText('Not weighed yet.');
  await page.waitForLoadState('networkidle');
  expect(asked(demo)).toHaveLength(1);
  carry(demo, 'gitlab-org/container-registry', { [path]: profile('Runner') });

  const options = await openOptions();
  await options.getByText('Another project for a group').click();
  const groups = options.getByRole('region', { name: 'Projects of groups' });
  const project = groups.getByRole('textbox', { name: 'Project with the profile' });
  await groups.getByRole('textbox', { name: 'Group' }).fill('https://gitlab.com/groups/gitlab-org/-/issues');
  await project.fill('nothing');
  await groups.getByRole('button', { name: 'Look there' }).click();
  await expect(groups).toContainText('“nothing” is no project. Write it as group/project.');
  await project.fill('https://gitlab.com/gitlab-org/container-registry');
  await groups.getByRole('button', { name: 'Look there' }).click();
  await expect(groups.getByRole('listitem')).toHaveText(/gitlab-org: gitlab-org\/container-registry/);

  await page.bringToFront();
  await openIssue(page, 1);
  await expect.poll(() => asked(demo).length).toBe(2);
  const sent = JSON.stringify(asked(demo)[1]?.body);
  expect(sent).toContain('gitlab-org/container-registry');
  expect(sent).not.toContain('gitlab-org/handrail-profile');
  const popup = await openPopup(page);
  await popup.getByRole('button', { name: 'Use this profile' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Runner');

  await options.bringToFront();
  await groups.getByRole('button', { name: 'Remove: gitlab-org' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Small');
});
