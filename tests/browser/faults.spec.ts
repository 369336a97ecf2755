/**
 * Every request of ours, failing in every way: the place says so in a sentence, what was typed stays, the next try
 * works, and nothing of it is in the console.
 */
import type { Locator, Page } from '@playwright/test';
import type { Demo, FailRule } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import packageGroup from '../../handbook/profiles/package-group-2021.json' with { type: 'json' };
import { expect, openIssue, serviceWorker, test, view } from './fixtures';
import { number, openForm, rows, textBox } from './status-form';
import { oneIn } from './thorough';
import { type World, worldOf } from './world';

declare const chrome: typeof import('wxt/browser').browser;

type Kind = FailRule['with'] | 'offline';
type Fault = { readonly kind: Kind; readonly retryAfter?: number | undefined; readonly says: string };

/** No two neighbours say the same, so that a sentence is never that of the failure before. */
const faults: readonly Fault[] = [
  { kind: 401, says: 'You are signed out.' },
  { kind: 403, says: 'You may not do this.' },
  { kind: 404, says: 'GitLab does not find this item.' },
  { kind: 409, says: 'Somebody else changed this at the same time.' },
  { kind: 422, says: 'GitLab did not accept this' },
  { kind: 429, says: 'GitLab is limiting requests. It can be tried again in a minute.' },
  { kind: 429, retryAfter: 20, says: 'GitLab is limiting requests. It can be tried again in 20 seconds.' },
  { kind: 500, says: 'GitLab has a problem (status 500).' },
  { kind: 502, says: 'GitLab has a problem (status 502).' },
  { kind: 'slow', says: 'GitLab did not answer within 10 seconds.' },
  { kind: 'cut', says: 'GitLab could not be reached.' },
  { kind: 'malformed', says: 'GitLab gave an answer that Handrail does not understand.' },
  { kind: 'offline', says: 'GitLab could not be reached.' },
  { kind: 'graphql-errors', says: 'GitLab has a problem.' },
  { kind: 'sign-in-redirect', says: 'You are signed out.' },
  { kind: 'graphql-errors-with-data', says: 'GitLab has a problem.' },
];
/** REST has no errors beside the data. */
const restFaults = faults.filter(({ kind }) => !String(kind).startsWith('graphql'));

/** The requests that fail here, each of them in a fifth of the ways in `npm test`: five neighbours have all ways. */
const calls = [
  'handrailWeight',
  '/api/v4/projects/gitlab-org%2Fgitlab/issues/1',
  'handrailLabels',
  'handrailLabel',
  'handrailParent',
  'handrailEpics',
  'handrailOwnItems',
  'handrailOpenItems',
  'handrailNewestComments',
  'handrailComments',
  'handrailMergeRequests',
  'handrailFindMergeRequests',
  '/api/v4/projects/gitlab-org%2Fgitlab/merge_requests/5/closes_issues',
] as const;
type Call = (typeof calls)[number];

const nameOf = ({ kind, retryAfter }: Fault) => (retryAfter === undefined ? String(kind) : `${kind}, Retry-After`);

let world: World;

// A page for a request, and all its failures in turn.
test.setTimeout(240_000);

test.beforeEach(async ({ page, demo, extensionId }) => {
  demo.latency = 0;
  world = await worldOf(page, extensionId);
});

test.afterEach(() => {
  expect(world.uncaught).toEqual([]);
  expect(world.lines).toEqual([]);
});

/** Fails what matches until the returned function is called. */
async function fail(page: Page, demo: Demo, match: string, { kind, retryAfter }: Fault): Promise<() => Promise<void>> {
  if (kind === 'offline') {
    await page.context().setOffline(true);
    return () => page.context().setOffline(false);
  }
  // Not once: Chromium by itself sends a request again when a connection that it kept open is cut.
  const stop = demo.fail({ match, with: kind, ...(retryAfter !== undefined && { retryAfter }) });
  if (kind === 'slow') await world.shorten(500);
  return async () => {
    stop();
    if (kind === 'slow') await world.shorten(undefined);
  };
}

/**
 * Lets a request fail in every way, one after the other.
 *
 * @param act Makes the request.
 */
async function failAll(
  page: Page,
  demo: Demo,
  match: Call,
  act: (fault: Fault) => Promise<void>,
  among: readonly Fault[] = match.startsWith('/') ? restFaults : faults,
): Promise<void> {
  for (const fault of oneIn(5, among, calls.indexOf(match))) {
    await test.step(nameOf(fault), async () => {
      const heal = await fail(page, demo, match, fault);
      const before = asked(demo, match);
      await act(fault);
      await heal();
      // What is offline reaches nobody.
      if (fault.kind !== 'offline') expect(asked(demo, match)).toBeGreaterThan(before);
    });
  }
}

const asked = (demo: Demo, match: string) =>
  demo.requests.filter(({ operation, path }) => operation === match || path.startsWith(match)).length;

/** `you are signed out.` as well as `You are signed out.` */
const sentence = (text: string) =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^./, first => `[${first}${first.toLowerCase()}]`));

const panelOf = (page: Page) => page.getByRole('region', { name: 'Weight guidance' });

function issue(demo: Demo, iid: string) {
  const item = demo.store.workItems.find(one => one.iid === iid && one.namespace === 'gitlab-org/gitlab');
  if (!item) throw new Error(`expected issue ${iid}`);
  return item;
}

/** The seed's team, but with its weights in labels. */
const { scale, ...seed } = packageGroup as Profile;
if (!scale) throw new Error('expected a scale');
const inLabels: Profile = {
  ...seed,
  id: 'tracks',
  scale: { ...scale, in: [{ track: 'Weight', label: 'weight::{n}' }] },
};

/** Opens issue 1, whose weight 2 is a label, with the panel of the scale. */
async function openTrack(page: Page, demo: Demo): Promise<Locator> {
  const labels = [1, 2, 3].map(weight => ({
    id: 5000 + weight,
    kind: 'GroupLabel' as const,
    namespace: 'gitlab-org',
    title: `weight::${weight}`,
    color: '#1f75cb',
    description: '',
    priority: null,
  }));
  demo.store.labels.push(...labels);
  issue(demo, '1').labels.push(...labels.slice(1, 2));
  await openIssue(page, 1);
  const line = page.getByTestId('work-item-labels').locator('handrail-view');
  await line.getByRole('button', { name: 'Choose a weight' }).click();
  return line;
}

/** Sets a weight: each try fails in another way and keeps what was chosen, and the last one works. */
async function setWeight(
  page: Page,
  demo: Demo,
  match: Call,
  line: Locator,
  [weight, name]: readonly [number, string] = [3, 'Medium'],
  among?: readonly Fault[],
) {
  const panel = panelOf(page);
  const sure = panel.getByRole('spinbutton', { name: 'How sure are you?' });
  const level = panel.getByRole('radio', { name: `${weight} ${name}` });
  const set = panel.getByRole('button', { name: `Set weight ${weight}` });
  await sure.fill('66');
  await level.check();
  await failAll(
    page,
    demo,
    match,
    async ({ says }) => {
      await set.click();
      await expect(panel.getByRole('status').filter({ hasText: /was not set|not known/ })).toContainText(
        sentence(says),
      );
      await expect(level).toBeChecked();
      await expect(sure).toHaveValue('66');
    },
    among,
  );
  await set.click();
  await expect(line.getByRole('status')).toContainText(`Weight set to ${weight}.`);
}

test('labels are looked up for a weight, read before it is set, and written', async ({ page, demo, choose }) => {
  await choose([{ profile: 'tracks', path: 'gitlab-org' }], inLabels);
  const line = await openTrack(page, demo);
  const panel = panelOf(page);
  const stop = demo.fail({ match: 'handrailLabel', with: 500 });
  await panel.getByRole('radio', { name: '3 Medium' }).check();
  await expect(panel).toContainText('The label was not looked up: GitLab has a problem (status 500).');
  stop();
  await readAgain(page, demo, 'handrailLabel', panel);
  await expect(panel).toContainText('Adds weight::3, removes weight::2.');

  await test.step('read', () => setWeight(page, demo, 'handrailLabels', line));

  await test.step('written', async () => {
    await line.getByRole('button', { name: 'Choose a weight' }).click();
    demo.requests.length = 0;
    // Where the answer cannot be read GitLab has done it: the next try finds it so.
    const last = [...restFaults.filter(({ kind }) => kind !== 'malformed'), fault('malformed')];
    const match = '/api/v4/projects/gitlab-org%2Fgitlab/issues/1';
    await setWeight(page, demo, match, line, [1, 'Trivial'], last);
    expect(demo.requests.filter(({ method, status }) => method === 'PUT' && status === 200)).toHaveLength(1);
  });
});

/** A reading that says why it failed and can be tried again: each try fails in another way, the last one works. */
async function readAgain(page: Page, demo: Demo, match: Call, place: Locator, among?: readonly Fault[]) {
  const again = place.getByRole('button', { name: 'Try again' });
  await failAll(
    page,
    demo,
    match,
    async ({ says }) => {
      await again.click();
      await expect(place).toContainText(sentence(says));
    },
    among,
  );
  await again.click();
}

test('an issue is read before it is split, and what its group has; items whose answer never came are looked for', async ({
  page,
  demo,
}) => {
  issue(demo, '1').weight = 8;
  await openIssue(page, 1);
  const panel = panelOf(page);
  const stop = demo.fail({ match: 'handrailParent', with: 500 });
  await page.getByRole('button', { name: 'Split this issue' }).click();
  await expect(panel).toContainText('GitLab has a problem (status 500).');
  stop();
  await readAgain(page, demo, 'handrailParent', panel);
  await expect(panel.getByLabel('Title of row 1')).toHaveValue('Endpoint');

  const stopEpics = demo.fail({ match: 'handrailEpics', with: 500 });
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Split this issue' }).click();
  await expect(panel).toContainText('GitLab has a problem (status 500).');
  stopEpics();
  // An older GitLab refuses the whole question with 422: it has no epics then, as far as we can tell.
  const others = faults.filter(({ kind }) => kind !== 422);
  await readAgain(page, demo, 'handrailEpics', panel, others);
  await expect(panel.getByRole('radio', { name: 'Convert to an epic' })).toBeVisible();

  const row = panel.getByRole('listitem').filter({ hasText: 'Endpoint' });
  const create = panel.getByRole('button', { name: /^Create \d child items?$/ });
  // What fails in other ways is in split.spec.ts, each on rows that GitLab has not seen.
  await panel.getByRole('button', { name: 'Remove row 2' }).click();
  const slow = await fail(page, demo, 'handrailCreateItem', fault('slow'));
  await create.click();
  await expect(row).toContainText('GitLab did not answer within 10 seconds.');
  await slow();
  await failAll(page, demo, 'handrailOwnItems', async ({ says }) => {
    await create.click();
    await expect(row).toContainText(says);
  });
  // GitLab got it after all.
  const item = issue(demo, '2');
  const author = demo.store.users.find(({ username }) => username === 'ana');
  if (!author) throw new Error('expected the signed-in person');
  demo.store.workItems.push({
    ...item,
    author,
    id: 99_999,
    iid: '9999',
    title: 'Endpoint',
    createdAt: new Date().toISOString(),
  });
  await create.click();
  await expect(row).toContainText('Already created.');
  expect(demo.store.workItems.filter(({ title }) => title === 'Endpoint')).toHaveLength(1);
});

function fault(kind: Kind): Fault {
  const found = faults.find(one => one.kind === kind);
  if (!found) throw new Error(`expected a fault ${kind}`);
  return found;
}

test('Next up loads the open issues and their newest comments', async ({ page, demo }) => {
  const stop = demo.fail({ match: 'handrailOpenItems', with: 500 });
  const stopComments = demo.fail({ match: 'handrailNewestComments', with: 500 });
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/issues', { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Next up', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Next up' });
  await expect(panel).toContainText('The open issues could not be loaded. GitLab has a problem (status 500).');
  stop();
  // Where GitLab limits requests it waits and goes on by itself.
  const isLimited = ({ kind }: Fault) => kind === 429;
  await readAgain(
    page,
    demo,
    'handrailOpenItems',
    panel,
    faults.filter(one => !isLimited(one)),
  );
  await expect(panel.locator('a.row').first()).toBeVisible();
  await expect(panel).toContainText('Comments could not be read. GitLab has a problem (status 500).');
  stopComments();
  await readAgain(page, demo, 'handrailNewestComments', panel);
  await expect(panel.getByText(/ago$/).first()).toBeVisible();

  for (const retryAfter of [undefined, 1]) {
    const heal = await fail(page, demo, 'handrailOpenItems', { kind: 429, retryAfter, says: '' });
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Next up', exact: true }).click();
    await expect(panel).toContainText('GitLab is limiting requests. Handrail goes on by itself.');
    await heal();
    if (retryAfter === undefined) {
      await panel.getByRole('button', { name: 'Cancel' }).click();
      await panel.getByRole('button', { name: 'Go on' }).click();
    }
    await expect(panel.locator('a.row').first()).toBeVisible();
  }
});

test('comments are read for the last update, merge requests for the form, and the weight before it is set', async ({
  page,
  demo,
}) => {
  const stop = demo.fail({ match: 'handrailComments', with: 500 });
  const stopMergeRequests = demo.fail({ match: 'handrailMergeRequests', with: 500 });
  await openIssue(page, 1);
  const bar = view(page, 'status-comment');
  await expect(bar).toContainText('Comments could not be read. GitLab has a problem (status 500).');
  stop();
  await readAgain(page, demo, 'handrailComments', bar);
  await expect(bar).toContainText('80% · 90% sure');

  const form = await openForm(page);
  await textBox(form, 'Notes').fill('stays');
  await expect(form).toContainText('GitLab has a problem (status 500).');
  stopMergeRequests();
  await readAgain(page, demo, 'handrailMergeRequests', form);
  await expect(rows(form).nth(1)).toContainText('Pipeline passed');
  await expect(textBox(form, 'Notes')).toHaveValue('stays');

  // Not knowing one stops nobody: it stays as it was typed.
  const before = await rows(form).count();
  let typed = 0;
  await failAll(page, demo, 'handrailFindMergeRequests', async ({ kind }) => {
    const asking = asked(demo, 'handrailFindMergeRequests');
    await form.getByRole('button', { name: 'Add merge request' }).click();
    await textBox(form, 'Merge request')
      .last()
      .fill(`!${700 + typed}`);
    await page.keyboard.press('Enter');
    if (kind !== 'offline') await expect.poll(() => asked(demo, 'handrailFindMergeRequests')).toBeGreaterThan(asking);
    typed += 1;
    await expect(number(form, `Complete of !${699 + typed}`)).toBeVisible();
  });
  await expect(rows(form)).toHaveCount(before + typed);
  await expect(form).toContainText('Draft saved');

  await test.step('the weight', async () => {
    const line = page.getByTestId('work-item-weight').locator('handrail-view');
    await line.getByRole('button', { name: 'Choose a weight' }).click();
    await setWeight(page, demo, 'handrailWeight', line);
  });
});

test('the issues that a merge request closes are read in silence, and for its form with a sentence', async ({
  page,
  demo,
  browserContext,
  extensionId,
}) => {
  const match = '/api/v4/projects/gitlab-org%2Fgitlab/merge_requests/5/closes_issues';
  const worker = await serviceWorker(browserContext, extensionId);
  const switchAll = (isOn: boolean) => {
    const features = { 'weight-guidance': isOn, 'status-comment': isOn, 'priority-badges': isOn };
    return worker.evaluate(
      features => chrome.storage.sync.set({ settings: { version: 2, features, hosts: {} } }),
      features,
    );
  };
  const bar = view(page, 'status-comment');
  await switchAll(false);
  await page.goto('https://gitlab.com/gitlab-org/gitlab/-/merge_requests/5', { waitUntil: 'domcontentloaded' });
  await expect(page.getByTestId('sidebar-labels')).toBeVisible();
  await failAll(
    page,
    demo,
    match,
    async () => {
      const before = asked(demo, match);
      // What the failure before has left without an answer is waited for first, not asked again.
      await expect(async () => {
        await switchAll(false);
        await switchAll(true);
        await expect.poll(() => asked(demo, match), { timeout: 1_000 }).toBeGreaterThan(before);
      }).toPass();
      await expect(bar).toHaveCount(1);
      await expect(view(page, 'weight-guidance')).toHaveCount(0);
      await switchAll(false);
      await expect(bar).toHaveCount(0);
    },
    restFaults.filter(({ kind }) => kind !== 'offline'),
  );
  await switchAll(true);
  await expect(view(page, 'weight-guidance')).toHaveCount(1);

  const stop = demo.fail({ match, with: 500 });
  await page.reload({ waitUntil: 'domcontentloaded' });
  await bar.getByRole('button', { name: 'Status update' }).click();
  await bar.getByRole('spinbutton', { name: 'Complete' }).fill('40');
  await expect(bar).toContainText('The issue that this closes could not be found: GitLab has a problem (status 500).');
  stop();
  await readAgain(page, demo, match, bar);
  await expect(bar).toContainText('#25');
  await expect(bar.getByRole('spinbutton', { name: 'Complete' })).toHaveValue('40');
});

test('label events and the profile of the repository, which nobody has asked for, fail in silence', async ({
  page,
  demo,
  browserContext,
  extensionId,
}) => {
  const worker = await serviceWorker(browserContext, extensionId);
  const silent = ['handrailProfileFiles', '/api/v4/projects/gitlab-org%2Fgitlab/issues/1/resource_label_events'];
  const development = demo.store.labels.find(({ title }) => title === 'workflow::in dev');
  if (!development) throw new Error('expected a label of development');
  issue(demo, '1').labels.push(development);
  await openIssue(page, 1);
  // No sentence depends on the way: two of them are enough.
  for (const one of oneIn(8, faults, 3)) {
    await test.step(nameOf(one), async () => {
      // The look of the page before must not count for the next one.
      await expect.poll(() => worker.evaluate(async () => 'looks' in (await chrome.storage.local.get()))).toBe(true);
      await worker.evaluate(() => chrome.storage.local.remove('looks'));
      const isOffline = one.kind === 'offline';
      // REST has no errors beside the data.
      const failing = silent.filter(match => !(match.startsWith('/') && String(one.kind).startsWith('graphql')));
      const heals = isOffline ? [] : await Promise.all(failing.map(match => fail(page, demo, match, one)));
      demo.requests.length = 0;
      await page.reload({ waitUntil: 'domcontentloaded' });
      // GitLab's own widgets come first.
      await expect(page.getByRole('button', { name: 'Choose a weight' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Status update' })).toBeVisible();
      if (isOffline) heals.push(await fail(page, demo, '', one));
      await page.getByRole('button', { name: 'Choose a weight' }).click();
      await expect(panelOf(page)).toBeVisible();
      for (const match of isOffline ? [] : silent)
        await expect.poll(() => asked(demo, match), match).toBeGreaterThan(0);
      await expect(panelOf(page).getByRole('radio', { name: '2 Small' })).toBeChecked();
      for (const heal of heals) await heal();
    });
  }
});
