import { expect, test } from './fixtures.ts';

test('a typed problem streams steps, votes and ends with the answer', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('step-card').first()).toBeVisible();
  await expect(app.getByTestId('sample-dot')).toHaveCount(8);
  const leading = app.getByTestId('answer-bar').first();
  await expect(leading).toContainText('5');
  await expect(app.getByTestId('agreement-panel')).toContainText(/of \d agree/);
  await expect(app.getByTestId('stop-button')).toBeHidden();
  await expect(app.getByTestId('step-card').last().locator('.katex').first()).toBeVisible();
  await expect(app.getByTestId('step-card').last()).toContainText('5');
});

test('Ctrl+Enter solves, and choosing a dot shows that sample', async ({ app }) => {
  const input = app.getByTestId('problem-input');
  await input.fill('Find the greatest common divisor of 48 and 36');
  await input.press('Control+Enter');
  await expect(app.getByTestId('answer-bar').first()).toContainText('12');
  const third = app.getByTestId('sample-dot').nth(2);
  await third.click();
  await expect(third).toHaveAttribute('aria-pressed', 'true');
  await expect(app.getByTestId('step-card').first()).toBeVisible();
});

test('Stop ends a solve at once and keeps what was written', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Work out 38472 * 6391');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('step-card').first()).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByTestId('stop-button')).toBeHidden({ timeout: 2_000 });
  await expect(app.getByTestId('step-card').first()).toBeVisible();
});

test('the second click of a double click on Solve does not stop it, although Stop has taken its place', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Work out 7463 * 582');
  const button = await app.getByTestId('solve-button').boundingBox();
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('stop-button')).toBeVisible();
  await app.mouse.move((button?.x ?? 0) + 20, (button?.y ?? 0) + 15);
  await app.mouse.down({ clickCount: 2 });
  await app.mouse.up({ clickCount: 2 });
  await expect(app.getByTestId('step-card').nth(1)).toBeVisible();
  await expect(app.getByText('Stopped. What was written so far is kept.')).toHaveCount(0);
});

test('the page shows how a typed problem is read before it is solved', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Solve x^2 - 5x + 6 = 0');
  await expect(app.getByTestId('problem-preview').locator('.katex')).toBeVisible();
});
