/** Pictures of graphs, the formula editor, the tour, the settings and the topics, in both themes and two widths. */
import { expect, test } from './fixtures.ts';
import { takeScreen } from './take-screen.ts';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1600, 900]) {
    test(`learning, ${theme}, ${width} pixels wide`, async ({ app }) => {
      await app.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await app.setViewportSize({ width, height: 860 });
      const shot = (name: string) => takeScreen(app, `${name}-${theme}-${width}`);
      await app.getByTestId('tour-start').click();
      await app.keyboard.press('ArrowRight');
      await app.keyboard.press('ArrowRight');
      await shot('tour');
      await app.keyboard.press('Escape');

      for (const problem of ['What is 15% of 80?', 'Solve 2x + 3 < 11', 'Find the equation of the tangent to y = x^2 at x = 3']) {
        await app.getByTestId('problem-input').fill(problem);
        await app.getByTestId('solve-button').click();
        // Folded away in a narrow window.
        await expect(app.getByTestId('answer-bar').first()).toBeAttached();
        await expect(app.getByTestId('stop-button')).toBeHidden();
      }
      await expect(app.getByTestId('topic-chip').nth(1)).toBeVisible();
      if (width < 1100) await app.getByTestId('graph').scrollIntoViewIfNeeded();
      await shot('graph');
      await app.getByTestId('graph').getByRole('button', { name: 'Enlarge' }).click();
      await expect(app.getByRole('dialog').getByRole('application')).toBeVisible();
      // The curve beyond the small picture's window is asked for.
      await app.waitForTimeout(800);
      await shot('graph-large');
      await app.keyboard.press('Escape');

      await app.getByRole('button', { name: 'New problem' }).click();
      await app.getByTestId('problem-input').fill('Work out $\\frac{3}{4} + \\sqrt{16}$');
      await app.getByTestId('formula-toggle').click();
      await expect(app.locator('math-field')).toHaveJSProperty('value', '\\frac{3}{4} + \\sqrt{16}');
      await shot('formula');

      await app.getByRole('button', { name: 'Settings' }).click();
      await expect(app.getByText(/^Now: /)).toBeVisible();
      await shot('settings');
      await app.getByLabel('Language').selectOption('de');
      await app.keyboard.press('Escape');
      await app.getByTestId('practice-link').click();
      await shot('practice-german');
    });
  }
}
