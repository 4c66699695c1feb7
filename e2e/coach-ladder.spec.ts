/** The whole ladder of one step, by keyboard: what is asked, the idea, a blank filled wrongly and rightly, the full step. */
import { blankStep } from '#tutor/coach/blank-step.ts';
import { expect, test } from './fixtures.ts';
import { pressOn, tabTo, typeInto } from './keyboard.ts';
import { overhear } from './overhear.ts';

test('a blank that is filled wrongly is explained, and filled rightly it is the step', async ({ app }) => {
  const heard = overhear(app);
  await app.reload();
  await tabTo(app, app.getByTestId('mode-solution'), 'backwards');
  await app.keyboard.press('ArrowRight');
  await typeInto(app, app.getByTestId('problem-input'), 'Solve 5x + 8 = 43');
  await app.keyboard.press('Control+Enter');
  const hint = app.getByTestId('coach-hint');
  await expect(hint).toContainText('what is asked');
  await pressOn(app, hint);
  await expect(app.getByTestId('hint-asked')).toBeVisible();

  const ladder = heard.answer('coach.ladder')?.ladder;
  const steps = heard.solve().samples.find(({ index }) => index === ladder?.sample)?.steps ?? [];
  const place = ladder?.steps.findIndex(({ rungs }) => rungs.includes('blank')) ?? -1;
  const missing = blankStep(steps[place]?.body ?? '')?.missing ?? '';
  expect(missing).toMatch(/^\d+$/);

  const blank = app.getByTestId('hint-blank');
  await expect(async () => {
    await pressOn(app, hint);
    await expect(blank).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(blank.locator('annotation')).toContainText(String.raw`\square`);
  await expect(app.getByTestId('coach-step')).toHaveCount(place);
  const outcome = app.getByTestId('coach-outcome');
  await typeInto(app, app.getByTestId('attempt-input'), `${Number(missing) + 1}`);
  await app.keyboard.press('Enter');
  await expect(outcome).toHaveAttribute('data-outcome', 'fails');
  await expect(outcome).toContainText('This line does not follow');
  await typeInto(app, app.getByTestId('attempt-input'), missing);
  await app.keyboard.press('Enter');
  await expect(outcome).toHaveAttribute('data-outcome', place + 1 < steps.length ? 'step' : 'answer');
  await expect(app.getByTestId('coach-step')).toHaveCount(place + 1);
  await expect(blank).toHaveCount(0);

  // The rest of the ladder, hint after hint, ends at the vote.
  const done = app.getByTestId('coach-done');
  await expect(async () => {
    await pressOn(app, hint);
    await expect(done).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(app.getByTestId('coach-show-all')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('agreement-panel')).toContainText(/of \d agree/);
});
