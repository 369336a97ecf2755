/** Every shipped template: its form opens, each kind of field can be filled, and what is posted is what the preview said. */
import { readdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import type { StatusField } from '../../handbook/profile';
import { formatStatus, lineBreak } from '../../handbook/status/format';
import type { StatusValues } from '../../handbook/status/values';
import { expect, openIssue, shipped, test, view } from './fixtures';
import { box, changeTeam, insert, notes, number, openForm, post, textBox } from './status-form';
import { thorough } from './thorough';
import { type Given, together } from './together';

const profiles = readdirSync(new URL('../../handbook/profiles/', import.meta.url))
  .map(file => shipped(file.replace('.json', '')))
  .flatMap(profile => (profile.status ? [{ profile, status: profile.status }] : []));

/** Fills a field as a person does, and gives what it holds then. */
async function fillField(form: Locator, field: StatusField): Promise<StatusValues[string]> {
  const group = form.getByRole('group', { name: field.label, exact: true });
  switch (field.kind) {
    case 'percent':
      await number(form, field.label).fill('40');
      return 40;
    case 'text':
      await textBox(form, field.label).fill(`words on ${field.id}`);
      return `words on ${field.id}`;
    case 'list':
      await textBox(form, field.label).fill(`first ${field.id}\nsecond ${field.id}`);
      return [`first ${field.id}`, `second ${field.id}`];
    case 'date':
      await form.getByLabel(field.label, { exact: true }).fill('2026-03-09');
      return '2026-03-09';
    case 'choice': {
      const say = field.options.at(-1)?.say ?? '';
      await group.getByRole('radio').last().check();
      return say;
    }
    case 'checks':
      await group.getByRole('checkbox').first().check();
      return field.options.slice(0, 1).map(({ say }) => say);
    case 'labels':
      await group.getByRole('checkbox').first().check();
      return field.labels.slice(0, 1);
    case 'merge-requests': {
      // From the second template of a page on it is there, from the last update.
      if ((await number(form, 'Complete of !11111').count()) === 0) {
        await form.getByRole('button', { name: 'Add merge request' }).click();
        await textBox(form, 'Merge request').fill('!11111');
        await textBox(form, 'Merge request').press('Enter');
      }
      await number(form, 'Complete of !11111').fill('70');
      return [{ ref: '!11111', complete: 70, confidence: undefined, notes: '' }];
    }
  }
}

test('there are at least ten of them', () => expect(profiles.length).toBeGreaterThanOrEqual(10));

const has = ({ status }: (typeof profiles)[number], kind: StatusField['kind']) =>
  status.fields.some(field => field.kind === kind);

/** What each writes is a table in shipped.test.ts: in `npm test` those that are the first with a kind of field. */
const some = profiles.filter(
  (one, at) =>
    thorough || one.status.fields.some(({ kind }) => !profiles.slice(0, at).some(earlier => has(earlier, kind))),
);

together(
  'filled, previewed, inserted, posted, read again',
  Object.fromEntries(
    some.map(({ profile, status }) => [
      profile.name,
      async ({ page, demo, choose }: Given) => {
        if (page.url() === 'about:blank') await openIssue(page, 4);
        await changeTeam({ page, choose }, profile);
        // What the last update proposes would come between Playwright's two steps of filling a field.
        await expect(view(page, 'status-comment').first()).toContainText(/No status update| · .+ by /);
        const form = await openForm(page);
        const values: Record<string, StatusValues[string]> = {};
        for (const field of status.fields) values[field.id] = await fillField(form, field);
        const comment = formatStatus(values, status);
        await expect(form.locator('pre')).toHaveText(comment.replaceAll(lineBreak, '\n'), { useInnerText: true });
        await insert(form);
        await expect(box(page)).toHaveValue(comment);
        await post(page, demo);
        expect(notes(demo)).toEqual([comment]);
        // Taken from the page as the comment appears, and the draft goes.
        await expect(view(page, 'status-comment').first()).toContainText(/ · just now by Ana Novak/);
        await expect(box(page)).toHaveValue('');
      },
    ]),
  ),
);
