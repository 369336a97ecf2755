/** Which team profile is in force on an item, and what a page does when another one is chosen. */

import type { Profile } from '../../handbook/profile';
import packageGroup from '../../handbook/profiles/package-group-2021.json' with { type: 'json' };
import { expect, serviceWorker, view } from './fixtures';
import { openOnce, together } from './together';

declare const chrome: typeof import('wxt/browser').browser;

const teamProfile = (id: string, levelName: string): Profile => ({
  version: 1,
  id,
  name: `Team ${id}`,
  scale: { in: 'field', levels: [{ weight: 2, name: levelName, meaning: 'As this team says.' }] },
});

together('which profile is in force', {
  async 'the default is in force until a team chooses, and a choice is seen at once without a reload'({
    page,
    choose,
  }) {
    await openOnce(page, 1);
    const guidance = view(page, 'weight-guidance');
    await expect(guidance).toContainText('Small');

    await choose([{ profile: 'other', path: 'gitlab-org/gitlab' }], teamProfile('other', 'Lunch'));
    await expect(guidance).toHaveCount(1);
    await expect(guidance).toContainText('Lunch');
    // That team has no priorities and no status comment.
    await expect(page.locator('handrail-view')).toHaveCount(1);

    await choose([]);
    await expect(guidance).toContainText('Small');
    await expect(page.getByRole('button', { name: 'Status update' })).toBeVisible();
  },
  async 'the longest path counts before a label, a label before the host'({ page, choose }) {
    const teams = ['host', 'label', 'group', 'project'].map(id => teamProfile(id, `of the ${id}`));
    const host = { profile: 'host', host: 'gitlab.com' };
    const label = { profile: 'label', label: 'package::p1' };
    const group = { profile: 'group', path: 'GitLab-Org' };
    const project = { profile: 'project', path: 'gitlab-org/gitlab' };
    const elsewhere = { profile: 'elsewhere', path: 'gitlab-org/git' };
    await openOnce(page, 1);
    const guidance = view(page, 'weight-guidance');
    await choose([host, elsewhere, label, group, project], ...teams, teamProfile('elsewhere', 'elsewhere'));
    await expect(guidance).toContainText('of the project');
    await choose([group, host, label], ...teams);
    await expect(guidance).toContainText('of the group');
    await choose([host, label], ...teams);
    await expect(guidance).toContainText('of the label');
    await choose([host], ...teams);
    await expect(guidance).toContainText('of the host');
  },
  async 'a stored profile that cannot be read leaves the last good one in force'({
    page,
    choose,
    browserContext,
    extensionId,
  }) {
    await choose([{ profile: 'other', path: 'gitlab-org' }], teamProfile('other', 'Lunch'));
    await openOnce(page, 1);
    const guidance = view(page, 'weight-guidance');
    await expect(guidance).toContainText('Lunch');
    const worker = await serviceWorker(browserContext, extensionId);
    const broken = { version: 1, profile: { ...packageGroup, id: 'other', scale: { levels: 7 } }, savedAt: 0 };
    await worker.evaluate(items => chrome.storage.local.set(items), { 'profile other': broken } as Record<
      string,
      unknown
    >);
    await worker.evaluate(items => chrome.storage.local.set(items), { assignments: { version: 9 } } as Record<
      string,
      unknown
    >);
    await choose([{ profile: 'other', path: 'gitlab-org/gitlab' }]);
    await expect(guidance).toContainText('Lunch');
    await page.reload();
    // Nothing good was seen in this page: the default.
    await expect(guidance).toContainText('Small');
  },
  async 'a profile that a label chooses goes with the label'({ page, choose }) {
    await choose([{ profile: 'label', label: 'Package::P1' }], teamProfile('label', 'of the label'));
    await openOnce(page, 1);
    const guidance = view(page, 'weight-guidance');
    await expect(guidance).toContainText('of the label');
    await page
      .locator(
        '[data-testid="work-item-labels"] [data-testid="Package::P1"] .gl-label-close, [data-testid="work-item-labels"] [data-testid="Package::P1"] button',
      )
      .first()
      .click();
    await expect(guidance).toContainText('Small');
  },
});
