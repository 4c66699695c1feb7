/** Every screen as a learner sees it, in both themes and two widths, into docs/screens. Look at them before landing. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { takeScreen } from './take-screen.ts';

async function solve(page: Page, problem: string, answer: string): Promise<void> {
  await page.getByTestId('problem-input').fill(problem);
  await page.getByTestId('solve-button').click();
  await expect(page.getByTestId('answer-bar').first()).toContainText(answer);
  await expect(page.getByTestId('stop-button')).toBeHidden();
  // Marks of the last steps follow the last token by a moment.
  await expect(page.getByTestId('step-card').last()).toContainText('holds');
}

async function checkWork(page: Page): Promise<void> {
  await page.getByTestId('mode-work').check();
  await page.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await page.getByTestId('work-input').fill('3x + 5 = 20\n3x = 24\nx = 8');
  await page.getByTestId('work-input').press('Control+Enter');
  await expect(page.getByTestId('work-line').nth(1)).toContainText('does not follow');
}

async function coach(page: Page): Promise<void> {
  await page.getByTestId('mode-coach').check();
  await page.getByTestId('problem-input').fill('Solve 7x - 4 = 3x + 16');
  await page.getByTestId('solve-button').click();
  await expect(page.getByTestId('coach-hint')).toBeVisible();
  for (const hint of ['asked', 'idea', 'blank']) {
    await page.getByTestId('coach-hint').click();
    await expect(page.getByTestId(`hint-${hint}`)).toBeVisible();
  }
  await page.getByTestId('attempt-input').fill('12');
  await page.getByTestId('attempt-input').press('Enter');
  await expect(page.getByTestId('coach-outcome')).toHaveAttribute('data-outcome', 'fails');
}

async function practise(page: Page): Promise<void> {
  await page.getByTestId('practice-link').click();
  await page.getByRole('searchbox', { name: /kinds of problem/i }).fill('fraction');
  await page.getByRole('checkbox', { name: 'Simplify a fraction', exact: true }).check();
}

/** The fraction as it was given: right, and not reduced. */
async function answerUnreduced(page: Page): Promise<void> {
  const question = (await page.getByTestId('exercise-question').locator('annotation').first().textContent()) ?? '';
  const [top, bottom] = question.match(/\d+/g) ?? [];
  await page.getByTestId('answer-input').fill(`${top}/${bottom}`);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('practice-feedback')).toContainText('reduced');
}

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1600, 900]) {
    test(`${theme}, ${width} pixels wide`, async ({ app }) => {
      await app.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await app.setViewportSize({ width, height: 860 });
      await expect(app.getByTestId('problem-input')).toBeVisible();
      const shot = (name: string) => takeScreen(app, `${name}-${theme}-${width}`);
      await expect(app.getByTestId('status-strip')).toContainText('idle');
      await shot('first-run');
      await solve(app, 'Solve 2x + y = 7 and x - y = 2', '3');
      await solve(app, 'Solve x^2 - 5x + 6 = 0', '2');
      await shot('solved');
      await checkWork(app);
      await shot('check-my-work');
      await coach(app);
      await shot('coach');
      await practise(app);
      await shot('practice');
      await app.getByTestId('practice-start').click();
      await expect(app.getByTestId('answer-input')).toBeFocused();
      await answerUnreduced(app);
      await app.getByTestId('reveal-button').click();
      await expect(app.getByTestId('worked-step').first()).toBeVisible();
      await shot('exercise');
    });
  }
}
