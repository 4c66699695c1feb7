/** Every screen as a learner sees it, in both themes and two widths, into docs/screens. Look at them before landing. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const FOLDER = 'docs/screens';

async function solve(page: Page, problem: string): Promise<void> {
  await page.getByTestId('problem-input').fill(problem);
  await page.getByTestId('solve-button').click();
  await expect(page.getByTestId('answer-bar').first()).toBeVisible();
  await expect(page.getByTestId('stop-button')).toBeHidden();
  // Marks of the last steps follow the last token by a moment.
  await expect(page.getByTestId('step-card').last()).toContainText('holds');
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1600, 900]) {
    test(`${theme}, ${width} pixels wide`, async ({ app }) => {
      await app.emulateMedia({ colorScheme: theme });
      await app.setViewportSize({ width, height: 860 });
      await expect(app.getByTestId('problem-input')).toBeVisible();
      const shot = (name: string) => app.screenshot({ path: `${FOLDER}/${name}-${theme}-${width}.png` });
      await shot('first-run');
      await solve(app, 'Solve 3x + 5 = 20');
      await solve(app, 'Solve 2x + y = 7 and x - y = 2');
      await solve(app, 'Solve x^2 - 5x + 6 = 0');
      await shot('solved');
    });
  }
}
