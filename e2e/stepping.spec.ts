import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function solve(app: Page, problem: string): Promise<void> {
  await app.getByTestId('problem-input').fill(problem);
  await app.getByTestId('problem-input').press('Control+Enter');
  await settled(app);
}

async function settled(app: Page): Promise<void> {
  await expect(app.getByTestId('answer-bar').first()).toBeVisible();
  await expect(app.getByTestId('stop-button')).toBeHidden();
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

const current = (app: Page) => app.locator('[data-testid=step-card][aria-current=step]');

test('a step is tried again with the keyboard alone: its steps are kept, and the new samples vote apart', async ({ app }) => {
  await solve(app, 'Solve x^2 - 5x + 6 = 0');
  await expect(app.getByTestId('sample-dot')).toHaveCount(8);
  const verdict = await app.getByTestId('agreement-panel').getByRole('heading', { level: 2 }).textContent();
  await app.locator('#solution').focus();
  await app.keyboard.press('j');
  const first = await current(app).textContent();
  await app.keyboard.press('ArrowDown');
  await expect(current(app)).toHaveAttribute('data-place', '1');
  await expect(current(app)).toBeFocused();
  await app.keyboard.press('b');
  await expect(app.getByTestId('sample-origin')).toContainText('Goes on from step 2 of sample 1');
  await expect(app.getByTestId('branch')).toHaveCount(1);
  await settled(app);
  await expect(app.getByTestId('branch').getByTestId('sample-dot')).toHaveCount(4);
  await expect(app.getByTestId('branch')).toContainText(/of 4 agree|Not settled/);
  await expect(app.getByTestId('step-card').first()).toHaveText(first ?? '');
  await expect(app.getByTestId('step-card').nth(1)).toContainText('New from here');
  await expect(app.getByTestId('agreement-panel').getByRole('heading', { level: 2 })).toHaveText(verdict ?? '');
  expect(await seriousFindings(app)).toEqual([]);
  await app.getByRole('button', { name: 'Show sample 1' }).click();
  await expect(app.getByTestId('sample-origin')).toHaveCount(0);
});

test('a rewritten line is read as maths and gone on from', async ({ app }) => {
  await solve(app, 'Solve 3x + 5 = 20');
  await app.locator('#solution').focus();
  await app.keyboard.press('j');
  await app.keyboard.press('r');
  const editor = app.getByTestId('step-editor');
  await expect(editor.getByRole('textbox')).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await app.keyboard.press('r');
  await editor.getByRole('textbox').fill('Subtract 5: 3x = 21');
  await expect(editor.locator('.katex')).not.toHaveCount(0);
  expect(await seriousFindings(app)).toEqual([]);
  await app.keyboard.press('Enter');
  await settled(app);
  const own = app.getByTestId('step-card').first();
  await expect(own).toContainText('Your line');
  await expect(own).toContainText('does not follow');
  await expect(app.getByTestId('step-card').nth(1)).toContainText('New from here');
  await expect(app.getByTestId('branch')).toContainText('From your line at step 1');
  await expect(app.getByTestId('branch')).toContainText(/of 4 agree|Not settled/);
});

test('one sample is drawn again, and eight more join the vote', async ({ app }) => {
  await solve(app, 'Work out 45 - 8 + 16');
  await app.getByTestId('sample-dot').nth(1).click();
  await app.getByTestId('draw-again').click();
  await expect(app.getByText('Drawn again once.')).toBeVisible();
  await settled(app);
  await expect(app.getByTestId('sample-dot')).toHaveCount(8);
  await app.getByTestId('more-samples').click();
  await expect(app.getByTestId('sample-dot')).toHaveCount(16);
  await settled(app);
  await expect(app.getByTestId('agreement-panel')).toContainText(/of 16 agree/);
});

test('a changed question is solved, and the one before is one press away', async ({ app }) => {
  await solve(app, 'Solve 3x + 5 = 20');
  await app.locator('#solution').focus();
  await app.keyboard.press('q');
  await app.getByTestId('question-input').fill('Solve 3x + 5 = 26');
  await app.keyboard.press('Enter');
  await settled(app);
  await expect(app.getByTestId('answer-bar').first()).toContainText('7');
  await expect(app.getByTestId('history-item')).toHaveCount(2);
  await app.getByTestId('back-to-earlier').click();
  await expect(app.getByTestId('answer-bar').first()).toContainText('5');
  await expect(app.getByTestId('problem-input')).toHaveValue('Solve 3x + 5 = 20');
});
