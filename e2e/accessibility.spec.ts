import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { walk } from './walk.ts';

test('axe finds nothing on any screen or dialog, light or dark', async ({ app }) => {
  await walk(app, async (where) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
      expect.soft(found, `${where}, ${colorScheme}`).toEqual([]);
    }
  });
});

test('a problem is solved and its samples looked through with the keyboard alone', async ({ app }) => {
  await expect(app.getByTestId('problem-input')).toBeFocused();
  await app.keyboard.type('Solve 4x = 28');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByTestId('answer-bar').first()).toContainText('7');
  await app.getByTestId('sample-dot').nth(1).focus();
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('sample-dot').nth(1)).toHaveAttribute('aria-pressed', 'true');
});
