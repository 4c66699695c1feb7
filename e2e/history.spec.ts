import { expect, test } from './fixtures.ts';

test('history survives a reload and a killed shell', async ({ app, quorum }) => {
  await app.getByTestId('problem-input').fill('Simplify 12/18');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('answer-bar').first()).toBeVisible();
  await expect(app.getByTestId('stop-button')).toBeHidden();

  await app.reload();
  await expect(app.getByTestId('history-item')).toHaveCount(1);

  await quorum.restart('SIGKILL');
  await app.goto(quorum.url);
  await app.getByTestId('history-item').first().click();
  await expect(app.getByTestId('answer-bar').first()).toContainText('2');
  await expect(app.getByTestId('step-card').first()).toBeVisible();
});

test('a deleted problem comes back with undo', async ({ app }) => {
  await app.getByTestId('problem-input').fill('What is 15% of 80?');
  await app.getByTestId('solve-button').click();
  const item = app.getByTestId('history-item');
  await expect(item).toHaveCount(1);
  await expect(app.getByTestId('stop-button')).toBeHidden();
  await item.hover();
  await app.getByRole('button', { name: /delete/i }).click();
  await expect(item).toHaveCount(0);
  await app.getByRole('button', { name: /undo/i }).click();
  await expect(item).toHaveCount(1);
});
