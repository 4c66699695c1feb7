import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

test('a formula is built with the keyboard alone and solved, and the editor stays open after a reload', async ({ app }) => {
  const trouble: string[] = [];
  app.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url())) trouble.push(request.url());
  });
  app.on('response', (response) => {
    if (response.status() >= 400) trouble.push(response.url());
  });
  app.on('console', (message) => {
    if (/Content Security|Failed to load/.test(message.text())) trouble.push(message.text());
  });

  await app.getByTestId('problem-input').fill('Solve ');
  await app.keyboard.press('Tab');
  await expect(app.getByTestId('formula-toggle')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.locator('math-field')).toBeFocused();
  await app.keyboard.type('x/2');
  await app.keyboard.press('ArrowRight');
  await app.keyboard.type('=4');
  const box = app.getByTestId('problem-input');
  await expect(box).toHaveValue('Solve $\\frac{x}{2}=4$');
  await expect(app.getByTestId('problem-preview').locator('.mfrac')).toHaveCount(1);
  await app.keyboard.press('Escape');
  await expect(box).toBeFocused();
  await app.keyboard.press('Control+Enter');
  await expect(app.getByTestId('answer-bar').first()).toContainText('8');

  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
  }
  await app.reload();
  await expect(app.getByTestId('formula-toggle')).toHaveAttribute('aria-pressed', 'true');
  expect(trouble).toEqual([]);
});

test('the editor takes up the formula at the caret, and its shapes are one press each', async ({ app }) => {
  const box = app.getByTestId('problem-input');
  await box.fill('Solve x^2 = 9');
  await app.getByTestId('formula-toggle').click();
  const field = app.locator('math-field');
  await expect(field).toHaveJSProperty('value', 'x^2 = 9');
  await box.fill('');
  await field.focus();
  await app.getByTestId('formula-editor').getByRole('button', { name: 'Square root' }).click();
  // Letters are typed here and act on nothing else.
  await app.keyboard.type('16p');
  await expect(box).toHaveValue('$\\sqrt{16p}$');
});
