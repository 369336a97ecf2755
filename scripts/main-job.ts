/**
 * The product's main job on issue 1 of the demo, one step after the other, as a person does it.
 */
import { expect, type Locator, type Page } from '@playwright/test';

export type Step = {
  /** Also the name of the step's screenshot. */
  name: string;
  /** Does the step and tells in a line what was seen; throws when it did not come about in time. */
  run(page: Page): Promise<string>;
};

export const mainJobAddress = 'https://gitlab.com/gitlab-org/gitlab/-/issues/1';

/** How long one thing may take to appear. */
const patience = { timeout: 8_000 };

/** The steps build on each other: each starts on the page as the one before left it. */
export const mainJob: Step[] = [
  {
    name: 'read the priority badge',
    async run(page) {
      await page.goto(mainJobAddress, { waitUntil: 'domcontentloaded' });
      const badge = view(page, 'priority-badges').getByRole('button', { name: /^Priority P1/ });
      await seen(badge, 'a badge "Priority P1 …"');
      await badge.hover(patience);
      const reason = view(page, 'priority-badges').getByRole('dialog');
      await seen(reason, "the badge's reason");
      return `badge "${await badge.getAttribute('aria-label')}"; ${await badge.evaluate(textOfDescription)}`;
    },
  },
  {
    name: 'open the weight guidance',
    async run(page) {
      const guidance = view(page, 'weight-guidance');
      const open = guidance.getByRole('button', { name: 'Choose a weight' });
      await seen(open, 'the button "Choose a weight"');
      const line = await guidance.getByRole('paragraph').first().innerText();
      await open.click();
      const panel = page.getByRole('region', { name: 'Weight guidance' });
      await seen(panel, 'the panel "Weight guidance"');
      const levels = await panel.getByRole('radio').count();
      return `"${line}"; the panel offers ${levels} levels`;
    },
  },
  {
    name: 'set weight 3',
    async run(page) {
      const panel = page.getByRole('region', { name: 'Weight guidance' });
      await panel.getByRole('radio', { name: /^3\b/ }).check(patience);
      await panel.getByRole('button', { name: 'Set weight 3' }).click(patience);
      const status = view(page, 'weight-guidance').getByRole('status').filter({ hasText: 'Weight set to 3.' });
      await seen(status, 'the line "Weight set to 3."');
      await expect
        .poll(() => gitlabWeight(page), { message: "the weight in GitLab's own section", ...patience })
        .toBe('3');
      return `"${(await status.innerText()).trim()}", GitLab's own section shows 3`;
    },
  },
  {
    name: 'build a status comment',
    async run(page) {
      await view(page, 'status-comment').getByRole('button', { name: 'Status update' }).click(patience);
      const form = page.getByRole('form', { name: 'Status update' });
      await seen(form, 'the form "Status update"');
      await form.getByRole('spinbutton', { name: 'Complete', exact: true }).fill('80', patience);
      await form.getByRole('spinbutton', { name: 'Confidence', exact: true }).fill('90', patience);
      await form
        .getByRole('textbox', { name: 'Notes', exact: true })
        .fill('expecting to go into review tomorrow', patience);
      await form.getByRole('group', { name: 'Concern' }).getByRole('checkbox', { name: 'frontend' }).check(patience);
      await expect(form, 'the preview').toContainText('Concern: ~frontend', patience);
      return 'the preview holds "Concern: ~frontend"';
    },
  },
  {
    name: 'insert it into the comment',
    async run(page) {
      const form = page.getByRole('form', { name: 'Status update' });
      await form.getByRole('button', { name: 'Insert into comment' }).click(patience);
      const comment = page.locator('.js-comment-form textarea#work-item-add-or-edit-comment');
      await expect(comment, "GitLab's comment box").toHaveValue(
        /80% complete, 90% confident\\\nNotes: expecting/,
        patience,
      );
      await comment.scrollIntoViewIfNeeded();
      return `GitLab's comment box holds\n${(await comment.inputValue()).replace(/^/gm, '      ')}`;
    },
  },
];

function view(page: Page, feature: string): Locator {
  return page.locator(`handrail-view[data-feature="${feature}"]`);
}

async function seen(locator: Locator, what: string): Promise<void> {
  await expect(locator, what).toBeVisible(patience);
}

/** Runs in the page: what a screen reader says after the name. */
function textOfDescription(element: Element): string {
  return (element.ariaDescribedByElements ?? []).map(description => description.textContent).join(' ');
}

/** The number is a text node of the section itself, beside whatever an extension adds there. */
function gitlabWeight(page: Page): Promise<string> {
  return page.locator('#content-body section[data-testid="work-item-weight"]').evaluate(section =>
    Array.from(section.childNodes, node => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
      .join('')
      .trim(),
  );
}
