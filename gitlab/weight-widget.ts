import { parts } from './anchors';
import { weightIn } from './facts';
import { until } from './until';

/** How long GitLab may take to show the new weight, in milliseconds. */
const limit = 10_000;

/** Whether the person may change this weight: GitLab shows its edit button only then. */
export function canEditWeight(section: Element): boolean {
  return section.querySelector(parts.editButton) !== null;
}

/**
 * Sets a weight as a person would: edit, type, Enter. GitLab sends one update, and its page shows the result. (Its
 * "Apply" would send the update twice, because the field has lost the focus by then; seen in 18.9.)
 *
 * @param weight `undefined` removes the weight with GitLab's own button.
 * @returns Whether the section shows the weight in the end. A weight that GitLab refuses comes back without an error.
 */
export async function driveWeight(section: Element, weight: number | undefined, signal: AbortSignal): Promise<boolean> {
  const edit = section.querySelector(parts.editButton);
  if (!(edit instanceof HTMLElement)) return false;
  edit.click();
  const input = await until(
    () => section.querySelector<HTMLInputElement>(parts.weightInput) ?? undefined,
    limit,
    signal,
  );
  if (!input) return false;

  if (input.matches('#weight-input')) {
    // Up to 17.10 the weight has a form of its own, and an empty one is no weight.
    input.value = String(weight ?? '');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.form?.requestSubmit();
  } else if (weight === undefined) {
    section.querySelector<HTMLElement>(parts.weightRemove)?.click();
  } else {
    input.value = String(weight);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }),
    );
  }
  return (await until(() => shows(section, weight) || undefined, limit, signal)) === true;
}

function shows(section: Element, weight: number | undefined): boolean {
  const shown = weightIn(section);
  return weight === undefined ? shown.kind === 'unset' : shown.kind === 'set' && shown.weight === weight;
}
