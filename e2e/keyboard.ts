/** Getting about with the keyboard alone, as a learner without a mouse does: nothing here points, focuses or fills. */
import type { Locator, Page } from '@playwright/test';

/** Stops of the Tab key on the longest screen, all topics of Practice closed, and some to spare. */
const MOST_STOPS = 150;

/**
 * Presses Tab (or Shift+Tab) until `target` has the focus.
 * @throws where the whole page was gone through without reaching it
 */
export async function tabTo(page: Page, target: Locator, how: 'forwards' | 'backwards' = 'forwards'): Promise<void> {
  for (let press = 0; press < MOST_STOPS; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(how === 'forwards' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/** Goes to a control and presses it. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field and types in place of what stands there. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Types a problem where the page opens, and waits for its vote. */
export async function solveByKeys(page: Page, problem: string): Promise<void> {
  await typeInto(page, page.getByTestId('problem-input'), problem);
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('agreement-panel').getByTestId('answer-bar').first().waitFor();
  await page.getByTestId('more-samples').waitFor();
}
