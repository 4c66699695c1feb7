/** Solutions that are long, tried again or gone wrong, as a learner sees them, into docs/screens. Look at them before landing. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { longTrace } from './long-trace.ts';
import { solve } from './solving.ts';
import { takeScreen } from './take-screen.ts';

async function showLongTrace(page: Page, wide: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const file = { name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(longTrace()) };
  await page.getByTestId('import-file').setInputFiles(file);
  await expect(page.getByRole('dialog')).toContainText('1 problem imported');
  await page.keyboard.press('Escape');
  await page.getByTestId('sample-dot').nth(1).click();
  if (wide) await page.getByTestId('sample-list').locator('summary').click();
  await page.locator('#solution').focus();
  await page.keyboard.press('n');
  await expect(page.locator('[aria-current=step]')).toContainText('does not follow');
}

async function tryAgain(page: Page): Promise<void> {
  await page.getByTestId('problem-input').fill('Solve 7x - 4 = 3x + 16');
  await page.getByTestId('solve-button').click();
  await expect(page.getByTestId('agreement-panel')).toContainText(/of \d agree/);
  await expect(page.getByTestId('stop-button')).toBeHidden();
  await page.locator('#solution').focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await expect(page.getByTestId('branch')).toContainText(/of \d agree|Not settled/);
  await expect(page.getByTestId('stop-button')).toBeHidden();
}

/** Samples as different as they can be, on what the model has never seen. */
async function disagree(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Temperature').fill('1.6');
  await page.keyboard.press('Escape');
  await solve(page, 'Simplify (x^7 - 3x + 2)^3 / (x - 1)^2');
  await expect(page.getByTestId('agreement-panel')).toContainText('Not settled');
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1600, 900]) {
    const shot = (page: Page, name: string) => takeScreen(page, `${name}-${theme}-${width}`);
    const prepare = async (page: Page) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 860 });
      await expect(page.getByTestId('problem-input')).toBeVisible();
    };

    test(`solving, ${theme}, ${width} pixels wide`, async ({ app }) => {
      await prepare(app);
      await showLongTrace(app, width > 1099);
      await shot(app, 'long-solution');
      await app.getByTestId('sample-dot').nth(3).click();
      await shot(app, 'failed-sample');
      await tryAgain(app);
      await shot(app, 'tried-again');
      await app.keyboard.press('r');
      await expect(app.getByTestId('step-editor')).toBeVisible();
      await shot(app, 'rewriting');
      await disagree(app);
      await shot(app, 'unsettled');
      await app.getByTestId('compare-button').click();
      await expect(app.getByTestId('compare-row').first()).toBeVisible();
      await shot(app, 'compare');
    });

    test.describe('without a model', () => {
      test.use({ serveArguments: ['--model', '/nonexistent/model'] });
      test(`an error, ${theme}, ${width} pixels wide`, async ({ app }) => {
        await prepare(app);
        await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
        await app.getByTestId('solve-button').click();
        await expect(app.getByRole('alert').getByRole('button', { name: 'Retry' })).toBeVisible();
        await shot(app, 'no-model');
      });
    });
  }
}
