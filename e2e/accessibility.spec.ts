import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious before and after a solve, ${colorScheme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme });
    await expect(app.getByTestId('problem-input')).toBeVisible();
    expect(await seriousFindings(app)).toEqual([]);
    await app.getByTestId('problem-input').fill('Solve 2x - 7 = 9');
    await app.getByTestId('solve-button').click();
    await expect(app.getByTestId('answer-bar').first()).toBeVisible();
    await expect(app.getByTestId('stop-button')).toBeHidden();
    expect(await seriousFindings(app)).toEqual([]);
  });
}

test('a problem is solved and its samples looked through with the keyboard alone', async ({ app }) => {
  await expect(app.getByTestId('problem-input')).toBeFocused();
  await app.keyboard.type('Solve 4x = 28');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByTestId('answer-bar').first()).toContainText('7');
  await app.getByTestId('sample-dot').nth(1).focus();
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('sample-dot').nth(1)).toHaveAttribute('aria-pressed', 'true');
});
