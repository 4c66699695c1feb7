/** Pictures of the Models screen: one more model added, a folder refused, and what helps. Look at them before landing. */
import { rmSync } from 'node:fs';
import { makeTinyModel } from '#app/testing/tiny-model.ts';
import { expect, test } from './fixtures.ts';
import { takeScreen } from './take-screen.ts';

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1600, 900]) {
    test(`models, ${theme}, ${width} pixels wide`, async ({ app }) => {
      const folder = makeTinyModel();
      await app.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await app.setViewportSize({ width, height: 860 });
      await app.getByTestId('models-link').click();
      await expect(app.getByTestId('model')).toHaveCount(1);
      await expect(app.getByTestId('status-strip')).toContainText('idle');
      await takeScreen(app, `models-${theme}-${width}`);
      await app.getByTestId('model-path').fill(folder);
      await app.keyboard.press('Enter');
      await expect(app.getByTestId('model')).toHaveCount(2);
      rmSync(`${folder}/tokenizer.json`);
      await app.getByTestId('model-use').click();
      await expect(app.getByRole('alert')).toContainText('tokenizer.json');
      await takeScreen(app, `models-refused-${theme}-${width}`);
      rmSync(folder, { recursive: true });
    });
  }
}
