import { expect, test } from './fixtures.ts';

test('samples that could not change the lead are not drawn, and the page says so', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  await app.getByTestId('solve-button').click();
  const early = app.getByTestId('stopped-early');
  await expect(early).toContainText(/^Stopped early: \d of \d agree; \d more could not change it\.$/);
  await expect(app.getByTestId('stop-button')).toBeHidden();
  const [agree, voted, left] = (await early.innerText()).match(/\d/g)?.map(Number) ?? [];
  expect(voted + left).toBe(8);
  expect(agree).toBeGreaterThan(voted - agree + left);
  const panel = app.getByTestId('agreement-panel');
  await expect(panel).toContainText(`${agree} of ${voted} agree`);
  await expect(app.getByTestId('answer-bar').first()).toContainText('5');

  await app.getByTestId('sample-dot').last().click();
  await expect(app.locator('#solution')).toContainText('The vote was decided without this sample.');
  await app.getByTestId('more-samples').click();
  await expect(panel).toContainText(/\d+ of 16 agree/);
  await expect(early).toHaveCount(0);
});
