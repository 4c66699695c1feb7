import { expect, test } from './fixtures.ts';

test('samples that can no longer change the lead are stopped, and the page says so', async ({ app }) => {
  await app.getByRole('spinbutton', { name: 'Samples' }).fill('48');
  await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await app.getByTestId('solve-button').click();
  const panel = app.getByTestId('agreement-panel');
  await expect(panel).toContainText('Sampling ended early: the samples left could no longer change the lead.');
  await expect(app.getByTestId('stop-button')).toBeHidden();
  await expect(panel).toContainText(/\d+ of 48 agree/);
  await expect(app.getByTestId('answer-bar').first()).toContainText('5');
});
