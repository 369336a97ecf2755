/** Profiles that are broken or hostile, as files on the options page and in a project's repository. */
import { type BrokenProfile, brokenProfiles } from '../handbook/broken-profiles';
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { oneIn } from './thorough';

declare const chrome: typeof import('wxt/browser').browser;

const path = '.gitlab/handrail.yml';

/** Twenty, of all kinds; five of them in `npm test`. All are proved in tests/handbook as well. */
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
const broken = oneIn(4, named, 3).map(name => {
  const found = brokenProfiles.find(one => one.name === name);
  if (!found) throw new Error(`expected a broken profile “${name}”`);
  return found;
});
const textOf = ({ bytes }: BrokenProfile) => new TextDecoder().decode(bytes);

test('broken files: each is told on the options page, none is stored', async ({
  page,
  browserContext,
  extensionId,
  openOptions,
}) => {
  test.setTimeout(180_000);
  await openIssue(page, 1);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
  const worker = await serviceWorker(browserContext, extensionId);
  // The page itself notes when it looked into the repository, and what it found there.
  await expect.poll(async () => Object.keys(await stored()).sort()).toEqual(['looks', 'sources']);
  const before = await stored();
  function stored(): Promise<Record<string, unknown>> {
    return worker.evaluate(() => chrome.storage.local.get(null));
  }

  const options = await openOptions();
  await options.getByRole('button', { name: 'Import' }).click();
  const file = options.getByLabel('File', { exact: true });
  const save = options.getByRole('button', { name: 'Import profile' });
  const problems = options.getByRole('list', { name: 'Problems' });
  const failure = options.getByRole('status').filter({ hasText: 'nothing was read from it' });
  for (const one of broken) {
    await options.getByRole('textbox', { name: 'Profile text' }).fill('');
    await expect(problems).toHaveCount(0);
    await file.setInputFiles({ name: 'team.yml', mimeType: 'text/yaml', buffer: Buffer.from(one.bytes) });
    await expect(problems.getByRole('listitem').or(failure).first(), one.name).toContainText(/Line \d+|is no UTF-8/);
    await expect(save, one.name).toHaveAttribute('aria-disabled', 'true');
  }
  expect(await stored()).toEqual(before);
  await expect(view(page, 'weight-guidance')).toContainText('Small');
});

test('broken files in the repository: the last good one stays, popup and page go on', async ({
  page,
  demo,
  openPopup,
  browserContext,
  extensionId,
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
  type Sources = { sources: { sources: { used: unknown; problems?: unknown[]; readAt: number }[] } };
  const source = async () =>
    ((await worker.evaluate(() => chrome.storage.local.get('sources'))) as Sources).sources.sources[0];
  const used = (await source())?.used;

  for (const one of broken) {
    const last = (await source())?.readAt ?? 0;
    project.files = { [path]: textOf(one) };
    await worker.evaluate(() => chrome.storage.local.remove('looks'));
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
  expect(errors).toEqual([]);
});
