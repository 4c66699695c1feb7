import { expect, test } from './fixtures.ts';

test('in German a decimal comma is read and shown, and the checker and the practice speak German', async ({ app }) => {
  await app.getByRole('button', { name: 'Settings' }).click();
  await app.getByLabel('Language').selectOption('de');
  await app.keyboard.press('Escape');
  await app.getByTestId('mode-work').check();
  await app.getByTestId('problem-input').fill('Solve 2x = 5');
  await app.getByTestId('work-input').fill('x = 2,5\nx = 3,5');
  await expect(app.getByTestId('work-preview').locator('.katex-html').first()).toHaveText(/2,5/);
  await app.getByTestId('work-input').press('Control+Enter');
  await expect(app.getByTestId('work-summary')).toContainText('Zeile 2 ist die erste, die nicht folgt');
  await expect(app.getByTestId('work-line').nth(0)).toHaveAttribute('data-verdict', 'holds');
  await expect(app.getByTestId('work-line').nth(1)).toContainText(/3,5/);
  await expect(app.getByTestId('work-line').nth(1)).not.toContainText(/try|satisf|problem/);

  await app.getByTestId('practice-link').click();
  await app.getByRole('searchbox', { name: /Aufgabenarten/ }).fill('Kettenregel');
  await expect(app.getByRole('checkbox', { name: 'Die Kettenregel' })).toBeVisible();
});

test('in German a question is changed with a decimal comma', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Solve 2x = 5');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('answer-bar').first()).toBeVisible();
  await expect(app.getByTestId('stop-button')).toBeHidden();
  await app.getByRole('button', { name: 'Settings' }).click();
  await app.getByLabel('Language').selectOption('de');
  await app.keyboard.press('Escape');
  await app.getByTestId('change-question').click();
  await app.getByTestId('question-input').fill('Solve x + 2,5 = 4');
  await expect(app.getByTestId('question-preview').locator('.katex-html').first()).toHaveText(/2,5/);
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('history-item')).toHaveCount(2);
  const formula = app.getByRole('heading', { level: 1 }).locator('math');
  await expect(formula.locator('annotation')).toContainText('2{,}5');
  // A screen reader says it in German, within a question that is English.
  await expect(formula).toHaveAttribute('aria-label', 'x plus 2,5 gleich 4');
  await expect(formula).toHaveAttribute('lang', 'de');
  await expect(app.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
});
