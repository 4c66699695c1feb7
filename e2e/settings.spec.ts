import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const violations = async (app: Page) =>
  (await new AxeBuilder({ page: app }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`);

test('settings take effect, are set back, and that is undone', async ({ app, quorum }) => {
  await app.getByRole('button', { name: 'Settings' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Samples').fill('4');
  await dialog.getByLabel('Motion').selectOption('reduced');
  await dialog.getByLabel('Theme').selectOption('dark');
  await expect(app.locator('html')).toHaveAttribute('data-motion', 'reduced');
  await expect(dialog.getByTestId('data-folder')).toHaveText(quorum.dataDir);
  await expect(dialog.getByLabel('Computes on').locator('option').first()).toHaveText('Automatic');
  await expect(dialog.getByText(/^Now: /)).toBeVisible();
  expect(await violations(app)).toEqual([]);

  await dialog.getByTestId('reset-settings').click();
  await expect(dialog.getByLabel('Samples')).toHaveValue('8');
  await expect(app.locator('html')).toHaveAttribute('data-motion', 'system');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByLabel('Samples')).toHaveValue('4');
  await app.keyboard.press('Escape');
  // The number beside the button is the same one.
  await expect(app.getByLabel('Samples')).toHaveValue('4');
  await app.reload();
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('another place to compute is chosen while it runs, and a problem is solved there', async ({ app }) => {
  await app.getByRole('button', { name: 'Settings' }).click();
  await app.getByTestId('adapter-choice').selectOption({ label: 'CPU' });
  await app.keyboard.press('Escape');
  await expect(app.getByTestId('status-strip')).toContainText('CPU');
  await app.getByTestId('problem-input').fill('Solve 4x = 28');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('answer-bar').first()).toContainText('7');
});

test('a time limit ends the sampling, and the page says so', async ({ app }) => {
  await app.getByRole('button', { name: 'Settings' }).click();
  await app.getByLabel('Time limit, seconds').fill('1');
  await app.keyboard.press('Escape');
  await app.getByLabel('Samples').fill('64');
  await app.getByTestId('problem-input').fill('Work out 7463829 * 58213');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('agreement-panel')).toContainText('The time limit of 1 s ended this.');
  await expect(app.getByTestId('stop-button')).toBeHidden();
});
