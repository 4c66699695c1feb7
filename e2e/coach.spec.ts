import { expect, test } from './fixtures.ts';

test('the first wrong line of a learner is found and explained, and a solution opens beside it', async ({ app }) => {
  await app.getByTestId('mode-work').check();
  await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await app.getByTestId('work-input').fill('3x + 5 = 20\n3x = 24\nx = 8');
  await expect(app.getByTestId('work-preview').locator('.katex')).toHaveCount(3);
  await app.getByTestId('work-input').press('Control+Enter');
  await expect(app.getByTestId('work-summary')).toContainText('Line 2 is the first that does not follow');
  const lines = app.getByTestId('work-line');
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(0)).toHaveAttribute('data-verdict', 'holds');
  await expect(lines.nth(1)).toContainText('This line does not follow: try x = 8');
  await expect(lines.nth(2)).toContainText('Follows from line 2');
  await expect(app.getByTestId('step-card')).toHaveCount(0);
  await app.getByTestId('solution-beside').click();
  await expect(app.getByTestId('work-solution')).toContainText(/of \d agree/);
  await expect(lines).toHaveCount(3);
});

test('the coach keeps the solution hidden, helps hint by hint and ends with the vote', async ({ app }) => {
  await app.getByTestId('mode-coach').check();
  await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await app.getByTestId('solve-button').click();
  const hint = app.getByTestId('coach-hint');
  await expect(hint).toContainText(/skip the try/i);
  await expect(app.getByTestId('agreement-panel')).toHaveCount(0);
  await expect(app.getByTestId('step-card')).toHaveCount(0);
  await expect(app.getByTestId('history-item').first()).not.toContainText('x = 5');

  const line = app.getByTestId('attempt-input');
  const outcome = app.getByTestId('coach-outcome');
  await line.fill('3x = 24');
  await line.press('Enter');
  await expect(outcome).toContainText('This line does not follow: try x = 8');
  await expect(hint).toContainText('Hint: what is asked');
  await hint.click();
  await expect(app.getByTestId('hint-asked')).toContainText('every value of the unknown');
  await hint.click();
  await expect(app.getByTestId('hint-idea')).toBeVisible();
  await expect(app.getByTestId('try-first')).not.toBeChecked();

  await line.fill('3x = 15');
  await line.press('Enter');
  await expect(outcome).toHaveAttribute('data-outcome', 'step');
  await expect(app.getByTestId('coach-step').last()).toContainText('15');
  await line.fill('x = 5');
  await line.press('Enter');
  await expect(app.getByTestId('coach-done')).toContainText('2 hints; 1 taken without a try');
  await app.getByTestId('coach-show-all').click();
  await expect(app.getByTestId('agreement-panel')).toContainText(/of \d agree/);

  await app.reload();
  await expect(app.getByTestId('mode-coach')).toBeChecked();
});
