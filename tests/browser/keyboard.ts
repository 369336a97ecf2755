import { expect, type Locator } from '@playwright/test';

/** Presses Tab until a control has the focus: it can be reached, and in few steps. */
export async function tabTo(control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  const hasFocus = () =>
    control.evaluate(element => (element.getRootNode() as Document | ShadowRoot).activeElement === element);
  for (let steps = 0; steps < 12 && !(await hasFocus()); steps += 1) await control.page().keyboard.press('Tab');
  await expect(control).toBeFocused();
}
