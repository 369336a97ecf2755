/** Whole comments of five teams, from the filled form to what GitLab receives. */
import type { Locator } from '@playwright/test';
import type { Profile } from '../../handbook/profile';
import { type ReadStatus, readStatus } from '../../handbook/status/read';
import { expect, openIssue, shipped, view } from './fixtures';
import {
  box,
  changeTeam,
  insert,
  leaveOutAll,
  notes,
  number,
  openForm,
  post,
  richBox,
  richField,
  rows,
  switchToRichText,
  textBox,
} from './status-form';
import { oneIn } from './thorough';
import { type Given, openOnce, together } from './together';

type Case = {
  readonly name: string;
  readonly profile: Profile;
  readonly fill: (form: Locator) => Promise<void>;
  readonly comment: string;
};

async function percents(form: Locator, complete: string, confidence: string): Promise<void> {
  await number(form, 'Complete').fill(complete);
  await number(form, 'Confidence').fill(confidence);
}

const cases: readonly Case[] = [
  {
    name: "the handbook's first example",
    profile: shipped('package-group-2021'),
    async fill(form) {
      await leaveOutAll(form, 3);
      await percents(form, '80', '90');
      await textBox(form, 'Notes').fill('expecting to go into review tomorrow');
      await form.getByRole('checkbox', { name: 'Review has started' }).uncheck();
      await form.getByRole('group', { name: 'Concern' }).getByRole('checkbox', { name: 'frontend' }).check();
    },
    comment: 'Complete: 80%\\\nConfidence: 90%\\\nNotes: expecting to go into review tomorrow\\\nConcern: ~frontend',
  },
  {
    name: "the handbook's second example",
    profile: shipped('package-group-2021'),
    async fill(form) {
      await expect(rows(form)).toHaveCount(3);
      await form.getByRole('button', { name: 'Leave out !1', exact: true }).click();
      await percents(form, '20', '75');
      await textBox(form, 'Notes').fill('');
      await form.getByRole('checkbox', { name: 'Review has started' }).uncheck();
      await form.getByRole('checkbox', { name: 'frontend' }).uncheck();
      await number(form, 'Complete of !11111').fill('80');
      await number(form, 'Confidence of !11111').fill('99');
      await textBox(form, 'Notes on !11111').fill('docs update - need to add one more section');
      await number(form, 'Complete of !21212').fill('10');
      await number(form, 'Confidence of !21212').fill('70');
      await textBox(form, 'Notes on !21212').fill('api update - database migrations created');
    },
    comment: [
      'Issue status: 20% complete, 75% confident',
      'MR statuses:',
      '!11111 - 80% complete, 99% confident - docs update - need to add one more section',
      '!21212 - 10% complete, 70% confident - api update - database migrations created',
    ].join('\\\n'),
  },
  {
    name: 'a list under a heading',
    profile: shipped('pipeline-authoring'),
    async fill(form) {
      await percents(form, '30', '60');
      await textBox(form, 'Notes').fill('format of the files is clear');
    },
    comment: '## Async status update\n\n- Complete: 30%\n- Confidence: 60%\n- Notes: format of the files is clear',
  },
  {
    name: 'lists and a choice with emoji',
    profile: shipped('verify-ci-platform'),
    async fill(form) {
      await textBox(form, 'Progress this week').fill('endpoint merged\ntable started');
      await textBox(form, 'What’s next').fill('paging');
      await textBox(form, 'Blockers').fill('waiting for a review');
      const confidence = form.getByRole('group', { name: 'Confidence for current milestone' });
      await confidence.getByRole('radio', { name: 'Some concerns' }).check();
    },
    comment: [
      '## Status Update',
      '',
      '**Progress this week:**',
      '- endpoint merged',
      '- table started',
      '',
      "**What's next:**",
      '- paging',
      '',
      '**Blockers:**',
      '- waiting for a review',
      '',
      '**Confidence for current milestone:**',
      '- [ ] :red_circle: At risk - may not make it',
      '- [x] :yellow_circle: Some concerns - watching closely',
      "- [ ] :green_circle: On track - confident we'll deliver",
    ].join('\n'),
  },
  {
    name: 'a heading with its day',
    profile: shipped('agent-developer'),
    async fill(form) {
      await form.getByLabel('Date', { exact: true }).fill('2026-03-09');
      await textBox(form, 'Progress & Status').fill('tools are wired');
      await textBox(form, 'Next Steps').fill('evaluation');
      await textBox(form, 'Blockers').fill('no');
      await form.getByRole('radio', { name: 'Very confident' }).check();
    },
    comment: [
      '## Async Status Update 2026-03-09',
      '',
      '- **Progress & Status**: tools are wired',
      '- **Next Steps**: evaluation',
      '- **Blockers**: no',
      '- **How confident are you that this will make it to the current milestone?**',
      '    - [ ] Not confident',
      '    - [ ] Slightly confident',
      '    - [x] Very confident',
    ].join('\n'),
  },
];

/** Rich text is compared by its fields: GitLab writes lists and breaks with other marks. */
function fieldsOf(status: ReadStatus | undefined) {
  return { values: status?.values, complete: status?.complete, confidence: status?.confidence };
}

const perCase = (run: (given: Given, one: Case) => Promise<void>, among = cases) =>
  Object.fromEntries(among.map(one => [one.name, (given: Given) => run(given, one)]));

together(
  "plain text, with text around the caret and the panel's form open too",
  perCase(async (given, one) => {
    const { page, demo } = given;
    const panel = page.locator('#contextual-panel-portal');
    if (page.url() === 'about:blank') {
      await openIssue(page, 1);
      await page.getByTestId('links-child').first().getByRole('link').first().click();
    }
    await expect(panel.getByRole('button', { name: 'Status update' })).toBeVisible();
    await changeTeam(given, one.profile);
    const form = await openForm(page);
    await one.fill(form);
    await panel.getByRole('button', { name: 'Status update' }).click();
    const child = panel.getByRole('form', { name: 'Status update' }).locator('textarea').first();
    await child.fill('of the child');
    await box(page).fill('beforeafter');
    await box(page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
    await insert(form);
    const whole = `before\n\n${one.comment}\n\nafter`;
    await expect(box(page)).toHaveValue(whole);
    await expect(panel.locator('.js-comment-form textarea.js-gfm-input')).toHaveValue('');
    expect(notes(demo)).toEqual([]);
    await post(page, demo);
    expect(notes(demo)).toEqual([whole]);
    await expect(child).toHaveValue('of the child');
    await expect(box(page)).toHaveValue('');
  }),
);

together(
  'rich text, while GitLab renders slowly',
  perCase(
    async (given, one) => {
      const { page, demo } = given;
      if (page.url() === 'about:blank') {
        await openIssue(page, 1);
        await switchToRichText(page);
      }
      await expect(view(page, 'status-comment')).toHaveCount(1);
      await changeTeam(given, one.profile);
      await richBox(page).click();
      await page.keyboard.type('typed before');
      const form = await openForm(page);
      await one.fill(form);
      const stop = demo.fail({ match: '/gitlab-org/gitlab/-/preview_markdown', with: 'slow', delay: 700 });
      await insert(form);
      await expect(richField(page)).toHaveValue(/^typed before\n\n/);
      stop();
      await post(page, demo);
      const [sent = ''] = notes(demo);
      expect(fieldsOf(readStatus(sent, one.profile))).toEqual(fieldsOf(readStatus(one.comment, one.profile)));
      await expect(richField(page)).toHaveValue('');
    },
    oneIn(3, cases),
  ),
);

together('in one page of an issue without an update', {
  'a whole update by keyboard alone': async ({ page, demo }) => {
    await openOnce(page, 4);
    const opener = page.getByRole('button', { name: 'Status update' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Status update' });
    await expect(form.getByRole('slider', { name: 'Complete' })).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    await expect(number(form, 'Complete')).toHaveValue('95');
    await page.keyboard.press('Tab');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('all by keyboard');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 4; presses += 1) {
      const name = await form.page().evaluate(() => {
        const focused = document.activeElement?.shadowRoot?.activeElement;
        return focused?.textContent ?? '';
      });
      if (name === 'Insert into comment') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveValue(
      'Complete: 95%\\\nConfidence: 25%\\\nNotes: all by keyboard - review started\\\nConcern: ~backend',
    );
    await expect(box(page)).toBeFocused();
    expect(notes(demo)).toEqual([]);
    await box(page).fill('');
  },
  'Escape closes the form, keeps the draft and gives the focus back': async ({ page }) => {
    await openOnce(page, 4);
    const form = await openForm(page);
    await number(form, 'Complete').fill('40');
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Status update' })).toBeFocused();
    await expect(number(await openForm(page), 'Complete')).toHaveValue('40');
  },
  'a required choice that is empty is said at its field': async ({ page, choose }) => {
    const profile = shipped('verify-ci-platform');
    await openOnce(page, 4);
    await changeTeam({ page, choose }, profile);
    const form = await openForm(page);
    await form.getByRole('button', { name: 'Insert into comment' }).click();
    await expect(form.getByText('Fill in: Progress this week.')).toBeVisible();
    await expect(form.getByRole('group', { name: /^Confidence/ })).toContainText(
      'Fill in: Confidence for current milestone.',
    );
    await expect(textBox(form, 'Progress this week')).toBeFocused();
    await expect(box(page)).toHaveValue('');
  },
  'notes of any kind stay text: nothing in them is carried out, and they come back whole': async ({ page, demo }) => {
    const hostile = [
      '/close',
      '/label ~backend',
      '<script>alert(1)</script> <b>bold',
      '**strong** `code` [link](javascript:alert(1))',
      '```',
      '/weight 9',
    ].join('\n');
    await openOnce(page, 4);
    const form = await openForm(page);
    await percents(form, '10', '20');
    await textBox(form, 'Notes').fill(hostile);
    await insert(form);
    await post(page, demo);
    const item = demo.store.workItems.find(one => one.namespace === 'gitlab-org/gitlab' && one.iid === '4');
    await expect(page.locator('#content-body li.note').filter({ hasText: 'Complete: 10%' })).toBeVisible();
    expect(item?.state).toBe('OPEN');
    expect(item?.weight ?? null).toBeNull();
    expect(notes(demo)[0]).not.toMatch(/^\/(close|label)/m);
  },
  'ten thousand characters of notes arrive': async ({ page, demo }) => {
    const long = 'word '.repeat(2_000).trim();
    await openOnce(page, 4);
    const form = await openForm(page);
    await percents(form, '10', '20');
    await textBox(form, 'Notes').fill(long);
    await insert(form);
    await post(page, demo);
    expect(notes(demo)).toEqual([`Complete: 10%\\\nConfidence: 20%\\\nNotes: ${long}`]);
  },
  'quick actions are off, shown in the preview when switched on, and remembered for the profile': async ({
    page,
    demo,
    choose,
  }) => {
    const profile = shipped('verify-ci-platform');
    await openOnce(page, 4);
    await changeTeam({ page, choose }, profile);
    let form = await openForm(page);
    await textBox(form, 'Progress this week').fill('endpoint merged');
    await form.getByRole('radio', { name: 'At risk' }).check();
    await expect(form.locator('pre')).not.toContainText('/health_status');
    const health = form.getByRole('group', { name: 'Quick actions' }).getByRole('checkbox', { name: /health_status/ });
    await expect(health).not.toBeChecked();
    await health.check();
    await expect(form.locator('pre')).toContainText('/health_status at_risk');
    await openIssue(page, 13);
    form = await openForm(page);
    await expect(form.getByRole('checkbox', { name: /health_status/ })).toBeChecked();
    await textBox(form, 'Progress this week').fill('paging');
    await form.getByRole('radio', { name: 'At risk' }).check();
    await insert(form);
    await post(page, demo);
    expect(notes(demo)[0]).toMatch(/\n\n\/health_status at_risk$/);
  },
});

together('in one page of an issue with updates', {
  'another format keeps every value, and says what it has no place for': async ({ page }) => {
    await openOnce(page, 1);
    const form = await openForm(page);
    await expect(rows(form)).toHaveCount(3);
    await expect(form.locator('pre')).toContainText('Issue status: 80% complete');
    await form.getByRole('combobox', { name: 'Format' }).selectOption('Issue');
    await expect(form.locator('pre')).toContainText('Complete: 80%');
    await expect(form.getByText(/no place for Merge requests/)).toBeVisible();
    await expect(form.locator('pre')).toContainText('!11111');
  },
  'nothing is cut off in a column of 320 px, and in 200 % zoom': async ({ page }) => {
    // 200 % zoom halves the window's CSS pixels, so the second is a window of 1280 px zoomed.
    await openOnce(page, 1);
    for (const width of [352, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const form = await openForm(page);
      await expect(rows(form)).toHaveCount(3);
      await form.getByRole('button', { name: 'Add merge request' }).click();
      await textBox(form, 'Merge request').fill('gitlab-org/some-group/a-project-with-a-long-name!123456');
      await number(form, 'Complete').fill('120');
      await form.getByRole('button', { name: 'Insert into comment' }).click();
      await expect(form.getByText('Complete is 0 to 100.')).toBeVisible();
      const outside = await form.evaluate(card => {
        const { left, right } = card.getBoundingClientRect();
        return [...card.querySelectorAll('input, textarea, button, select, a, p, pre, label')]
          .filter(part => !part.classList.contains('hidden-text'))
          .filter(
            part => part.getBoundingClientRect().right > right + 0.5 || part.getBoundingClientRect().left < left - 0.5,
          )
          .map(part => part.outerHTML.slice(0, 100));
      });
      expect(outside).toEqual([]);
      expect((await form.boundingBox())?.width).toBeLessThanOrEqual(width);
      await form.getByRole('button', { name: 'Discard draft' }).click();
      await page.keyboard.press('Escape');
      await expect(form).toHaveCount(0);
    }
    await page.setViewportSize({ width: 1500, height: 1000 });
  },
  'the form begins with what this person said last, shows the difference, and keeps nothing until it is changed':
    async ({ page, demo }) => {
      await openOnce(page, 1);
      let form = await openForm(page);
      await expect(number(form, 'Complete')).toHaveValue('80');
      await expect(form.getByText('90% last time · How sure you are that your estimate is right')).toBeVisible();
      await expect(form.getByRole('button', { name: 'Discard draft' })).toHaveAttribute('aria-disabled', 'true');
      await page.reload({ waitUntil: 'domcontentloaded' });
      form = await openForm(page);
      await expect(number(form, 'Complete')).toHaveValue('80');
      await expect(view(page, 'status-comment').getByText(/^Draft,/)).toHaveCount(0);
      await number(form, 'Complete').fill('60');
      await expect(form.getByText('80% last time, −20')).toBeVisible();
      await number(form, 'Complete').fill('95');
      await expect(form.getByText('80% last time, +15')).toBeVisible();

      demo.user = 'jonas';
      await openIssue(page, 1);
      form = await openForm(page);
      await expect(number(form, 'Complete')).toHaveValue('70');
      await expect(form.getByRole('checkbox', { name: 'backend' })).toBeChecked();
      await expect(form.getByRole('checkbox', { name: 'frontend' })).not.toBeChecked();
    },
});
