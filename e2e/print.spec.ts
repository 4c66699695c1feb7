/** On paper: what a solve looks like as a document. A worksheet's journey is in practice.spec.ts. */
import { expect, test } from './fixtures.ts';

test('a solved problem prints as a document: question, steps, vote, and nothing to press', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('answer-bar').first()).toBeVisible();
  await expect(app.getByTestId('stop-button')).toBeHidden();
  await app.reload();
  await app.getByTestId('history-item').first().click();
  await app.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.getByTestId('step-card').last()).toBeVisible();
  await expect(app.getByTestId('agreement-panel')).toContainText(/agree/);
  await expect(app.getByRole('navigation')).toBeHidden();
  await expect(app.getByTestId('problem-input')).toBeHidden();
  // An answer's bar is a button on the screen and the vote on paper.
  const pressable = app.locator('button:visible:not(.answer-button)');
  expect(await pressable.evaluateAll((all) => all.map(({ className }) => className))).toEqual([]);
  expect(await app.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  const pdf = (await app.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(2);
});
