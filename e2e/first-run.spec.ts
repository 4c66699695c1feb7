import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('the tour is taken with the keyboard, skipped for good, and had again', async ({ app }) => {
  await app.getByTestId('tour-start').focus();
  await app.keyboard.press('Enter');
  const tour = app.getByTestId('tour');
  await expect(tour).toContainText('1 of 6');
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
  }
  await app.keyboard.press('ArrowRight');
  await expect(tour).toContainText('Say what you want');
  await app.keyboard.press('ArrowLeft');
  await expect(tour).toContainText('Type a problem');
  for (let stop = 0; stop < 8; stop++) {
    await app.keyboard.press('Tab');
    expect(
      await app.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('.tour') !== null),
    ).toBe(true);
  }
  await app.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  await expect(app.getByTestId('tour-start')).toHaveCount(0);
  await app.reload();
  await expect(app.getByTestId('problem-input')).toBeVisible();
  await expect(app.getByTestId('tour-start')).toHaveCount(0);
  await app.getByTestId('tour-link').click();
  await expect(tour).toContainText('1 of 6');
});

test('an empty screen offers an example, and the lines typed there are kept', async ({ app, quorum }) => {
  await app.getByTestId('mode-work').check();
  await app.getByTestId('mode-example').click();
  await expect(app.getByTestId('work-input')).toBeFocused();
  await expect(app.getByTestId('work-preview').locator('.katex')).toHaveCount(3);
  await app.waitForTimeout(700);
  await quorum.restart('SIGKILL');
  await app.goto(quorum.url);
  await expect(app.getByTestId('work-input')).toHaveValue(/3x = 25/);
  await app.getByTestId('work-input').press('Control+Enter');
  await expect(app.getByTestId('work-summary')).toContainText('Line 2 is the first that does not follow');
});

test('a solved problem leads to one of its kind', async ({ app }) => {
  await app.getByTestId('problem-input').fill('Solve 2x - 7 = 9');
  await app.getByTestId('solve-button').click();
  await app.getByTestId('similar-button').click();
  await expect(app.getByTestId('exercise-question')).toBeVisible();
  await expect(app.getByTestId('answer-input')).toBeFocused();
});
