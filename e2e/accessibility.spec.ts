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
