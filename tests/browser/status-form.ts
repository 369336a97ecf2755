/** What the tests of the status form share: how a person finds its parts, and what GitLab has received. */
import type { Locator, Page } from '@playwright/test';
import type { Demo } from '../../demo/server';
import type { Profile } from '../../handbook/profile';
import { expect, view } from './fixtures';
import { chooseAnew, type Given } from './together';

export const box = (page: Page) => page.locator('#content-body .js-comment-form textarea.js-gfm-input');
export const richBox = (page: Page) => page.locator('#content-body .js-comment-form .ProseMirror');
/** What GitLab would send from the rich text editor. */
export const richField = (page: Page) =>
  page.locator('#content-body .js-comment-form input[type="hidden"][name="work-item-add-or-edit-comment"]');
export const rows = (form: Locator) => form.getByRole('list', { name: 'Merge requests' }).getByRole('listitem');
export const number = (form: Locator, name: string) => form.getByRole('spinbutton', { name, exact: true });
export const textBox = (form: Locator, name: string) => form.getByRole('textbox', { name, exact: true });

/** The comments that GitLab has received, as it received them. */
export function notes(demo: Demo): string[] {
  return demo.requests
    .filter(request => request.operation === 'createWorkItemNote')
    .map(request => (request.variables as { input: { body: string } }).input.body);
}

/** Puts another team's profile in force in an open page, and waits until its parts stand there. */
export function changeTeam(given: Pick<Given, 'page' | 'choose'>, profile: Profile): Promise<void> {
  return chooseAnew(given, 'status-comment', [{ profile: profile.id, path: 'gitlab-org/gitlab' }], profile);
}

/** Opens the form of the page's own item. */
export async function openForm(page: Page): Promise<Locator> {
  await view(page, 'status-comment').first().getByRole('button', { name: 'Status update' }).click();
  const form = page.locator('#content-body').getByRole('form', { name: 'Status update' });
  await expect(form).toBeVisible();
  return form;
}

/**
 * Takes the focus into the first such element of the status bar in the moment in which it is there: sooner than
 * anybody, but a slow machine gives a person the same moment.
 *
 * @returns What waits until everything has been done that a part does after it was drawn.
 */
export async function focusAtOnce(page: Page, selector: string): Promise<() => Promise<void>> {
  await view(page, 'status-comment')
    .first()
    .evaluate(({ shadowRoot }, selector) => {
      if (!shadowRoot) throw new Error('expected a shadow root');
      new MutationObserver((_, observer) => {
        const found = shadowRoot.querySelector<HTMLElement>(selector);
        if (found) observer.disconnect();
        found?.focus();
      }).observe(shadowRoot, { childList: true, subtree: true });
    }, selector);
  return () =>
    page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
    );
}

export async function insert(form: Locator): Promise<void> {
  const bar = view(form.page(), 'status-comment').first();
  await form.getByRole('button', { name: 'Insert into comment' }).click();
  await expect(bar.getByText('Inserted into the comment. Nothing is posted yet.')).toBeVisible();
}

export async function switchToRichText(page: Page): Promise<void> {
  await page.locator('#content-body .js-comment-form').getByTestId('editing-mode-switcher').click();
  await expect(richBox(page)).toBeVisible();
}

export async function post(page: Page, demo: Demo): Promise<void> {
  await page.locator('#content-body .js-comment-form').getByTestId('confirm-button').click();
  await expect.poll(() => notes(demo).length).toBe(1);
}

export async function leaveOutAll(form: Locator, count: number): Promise<void> {
  await expect(rows(form)).toHaveCount(count);
  for (let left = count; left > 0; left -= 1) {
    await form
      .getByRole('button', { name: /^Leave out/ })
      .first()
      .click();
    await expect(rows(form)).toHaveCount(left - 1);
  }
}
