import { expect, test } from './fixtures.ts';
import { solve } from './solving.ts';

test('history survives a reload and a killed shell', async ({ app, quorum }) => {
  await solve(app, 'Simplify 12/18');

  await app.reload();
  await expect(app.getByTestId('history-item')).toHaveCount(1);

  await quorum.restart('SIGKILL');
  await app.goto(quorum.url);
  await app.getByTestId('history-item').first().click();
  await expect(app.getByTestId('answer-bar').first()).toContainText('2');
  await expect(app.getByTestId('step-card').first()).toBeVisible();
});

test('problems are found by their topic', async ({ app }) => {
  for (const problem of ['Solve 3x + 5 = 20', 'Differentiate x^3 - 4x']) {
    await solve(app, problem);
  }
  const items = app.getByTestId('history-item');
  const algebra = app.getByTestId('topic-chip').filter({ hasText: 'Algebra' });
  await algebra.click();
  await expect(algebra).toHaveAttribute('aria-pressed', 'true');
  await expect(items).toHaveCount(1);
  await expect(items).toContainText('Solve');
  await algebra.click();
  await expect(items).toHaveCount(2);
});

test('a page that is closed in mid-stream loses nothing', async ({ app, quorum }) => {
  await app.getByTestId('problem-input').fill('Work out 7463 * 582');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('step-card').first()).toBeVisible();
  const context = app.context();
  await app.close();
  const again = await context.newPage();
  await again.goto(quorum.url.replace(/[?#].*$/, ''));
  await expect(again.getByTestId('step-card').first()).toBeVisible();
  await expect(again.getByTestId('stop-button')).toBeHidden({ timeout: 60_000 });
  await expect(again.getByTestId('agreement-panel')).toContainText(/of \d/);
});
