/** Profiles that are broken or hostile, as files on the options page and in a project's repository. */
import { type BrokenProfile, brokenProfiles } from '../handbook/broken-profiles';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { oneIn } from './thorough';

declare const chrome: typeof import('wxt/browser').browser;

const path = '.gitlab/handrail.yml';

/** Twenty, of all kinds; on the options page three of them in `npm test`, in a repository two. All are proved in tests/handbook as well. */
const named = [
  'wrong type: scale',
  'wrong type: scale.in[0].label',
  'wrong type: priorities.rules[1].when',
  'missing: id',
  'missing: status.formats',
  'unknown key: nmae',
  'a key twice inside',
  'a weight twice: scale.levels',
  'a list that is in itself',
  'a bomb',
  '10,000 rules',
  '10,000 unknown keys',
  'a key of 100,000 letters',
  'too much',
  'lists in lists',
  'lists that never end',
  'Latin 1',
  'a page',
  '__proto__',
  'a link that is code',
];
const found = (names: readonly string[]) =>
  names.map(name => {
    const found = brokenProfiles.find(one => one.name === name);
    if (!found) throw new Error(`expected a broken profile “${name}”`);
    return found;
  });
const textOf = ({ bytes }: BrokenProfile) => new TextDecoder().decode(bytes);

test('broken files: each is told on the options page, none is stored; in a repository the last good one stays, popup and page go on', async ({
  page,
  demo,
  browserContext,
  extensionId,
  openOptions,
  openPopup,
}) => {
  test.setTimeout(240_000);
  const errors: Error[] = [];
  page.on('pageerror', error => errors.push(error));
  const project = demo.store.namespaces.find(one => one.fullPath === 'gitlab-org/gitlab');
  if (!project) throw new Error('expected gitlab-org/gitlab in the demo');
  project.files = {
    [path]: `version: 1\nid: good\nname: Good\nscale: { in: field, levels: [{ weight: 2, name: Soup, meaning: Good. }] }\n`,
  };
  await openIssue(page, 1);
  const popup = await openPopup(page);
  await popup.getByRole('button', { name: 'Use this profile' }).click();
  await expect(view(page, 'weight-guidance')).toContainText('Soup');
  const worker = await serviceWorker(browserContext, extensionId);
  const stored = (): Promise<Record<string, unknown>> => worker.evaluate(() => chrome.storage.local.get(null));

  await test.step('on the options page', async () => {
    const before = await stored();
    const options = await openOptions();
    await options.getByRole('button', { name: 'Import' }).click();
    const file = options.getByLabel('File', { exact: true });
    const save = options.getByRole('button', { name: 'Import profile' });
    const problems = options.getByRole('list', { name: 'Problems' });
    const failure = options.getByRole('status').filter({ hasText: 'nothing was read from it' });
    for (const one of found(oneIn(6, named, 3))) {
      await options.getByRole('textbox', { name: 'Profile text' }).fill('');
      await expect(problems).toHaveCount(0);
      await file.setInputFiles({ name: 'team.yml', mimeType: 'text/yaml', buffer: Buffer.from(one.bytes) });
      await expect(problems.getByRole('listitem').or(failure).first(), one.name).toContainText(/Line \d+|is no UTF-8/);
      await expect(save, one.name).toHaveAttribute('aria-disabled', 'true');
    }
    expect(await stored()).toEqual(before);
    await expect(view(page, 'weight-guidance')).toContainText('Soup');
  });

  await test.step('in the repository', async () => {
    type Sources = { sources: { used: unknown; problems?: unknown[]; readAt: number }[] };
    const source = async () => ((await stored()).sources as Sources).sources[0];
    const used = (await source())?.used;
    for (const one of found(oneIn(16, named, 3))) {
      const last = (await source())?.readAt ?? 0;
      project.files = { [path]: textOf(one) };
      await worker.evaluate(() => chrome.storage.local.remove('looks'));
      await page.bringToFront();
      await page.reload({ waitUntil: 'domcontentloaded' });
      await expect.poll(async () => (await source())?.readAt, { message: one.name }).toBeGreaterThan(last);
      const now = await source();
      expect(now?.problems?.length, one.name).toBeGreaterThan(0);
      expect(now?.used, one.name).toEqual(used);
    }
    await expect(popup.getByRole('region', { name: 'Profiles in repositories' })).toContainText(
      /The team profile could not be read\. The last good one, from .+ stays in force\..*line \d+: source\.link expected/s,
    );
    await expect(view(page, 'weight-guidance')).toContainText('Soup');
    await page.getByRole('button', { name: 'Choose a weight' }).click();
    await expect(page.getByRole('region', { name: 'Weight guidance' })).toContainText('Soup');
  });
  expect(errors).toEqual([]);
});
