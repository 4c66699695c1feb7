/** Solving as most journeys begin. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Puts a problem in place of what is on screen and waits for the end of its vote. Needs a window of 1100 pixels or more. */
export async function solve(page: Page, problem: string): Promise<void> {
  await page.getByRole('button', { name: 'New problem' }).click();
  await page.getByTestId('problem-input').fill(problem);
  await page.getByTestId('solve-button').click();
  await settled(page);
}

/** The vote on screen is over. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByTestId('more-samples')).toBeVisible();
}
