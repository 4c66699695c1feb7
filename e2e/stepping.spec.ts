import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { FAILING, longTrace, STEPS } from './long-trace.ts';
import { settled, solve } from './solving.ts';

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

const current = (app: Page) => app.locator('[data-testid=step-card][aria-current=step]');

test('a step is tried again with the keyboard alone: its steps are kept, and the new samples vote apart', async ({ app }) => {
  await solve(app, 'Solve x^2 - 5x + 6 = 0');
  await expect(app.getByTestId('sample-dot')).toHaveCount(8);
  const verdict = await app.getByTestId('agreement-panel').getByRole('heading', { level: 2 }).textContent();
  await app.locator('#solution').focus();
  await app.keyboard.press('j');
  const first = await current(app).textContent();
  await app.keyboard.press('ArrowDown');
  await expect(current(app)).toHaveAttribute('data-place', '1');
  await expect(current(app)).toBeFocused();
  await app.keyboard.press('b');
  await expect(app.getByTestId('sample-origin')).toContainText('Goes on from step 2 of sample 1');
  await expect(app.getByTestId('branch')).toHaveCount(1);
  await settled(app);
  await expect(app.getByTestId('branch').getByTestId('sample-dot')).toHaveCount(4);
  await expect(app.getByTestId('branch')).toContainText(/of \d agree|Not settled/);
  await expect(app.getByTestId('step-card').first()).toHaveText(first ?? '');
  await expect(app.getByTestId('step-card').nth(1)).toContainText('New from here');
  await expect(app.getByTestId('agreement-panel').getByRole('heading', { level: 2 })).toHaveText(verdict ?? '');
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await seriousFindings(app)).toEqual([]);
  }
  await app.getByRole('button', { name: 'Show sample 1' }).click();
  await expect(app.getByTestId('sample-origin')).toHaveCount(0);
});

test('a rewritten line is read as maths and gone on from', async ({ app }) => {
  await solve(app, 'Solve 3x + 5 = 20');
  await app.locator('#solution').focus();
  await app.keyboard.press('j');
  await app.keyboard.press('r');
  const editor = app.getByTestId('step-editor');
  await expect(editor.getByRole('textbox')).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(editor).toHaveCount(0);
  await app.keyboard.press('r');
  await editor.getByRole('textbox').fill('Subtract 5: 3x = 21');
  await expect(editor.locator('.katex')).not.toHaveCount(0);
  expect(await seriousFindings(app)).toEqual([]);
  await app.keyboard.press('Enter');
  await settled(app);
  const own = app.getByTestId('step-card').first();
  await expect(own).toContainText('Your line');
  await expect(own).toContainText('does not follow');
  await expect(app.getByTestId('step-card').nth(1)).toContainText('New from here');
  await expect(app.getByTestId('branch')).toContainText('From your line at step 1');
  await expect(app.getByTestId('branch')).toContainText(/of \d agree|Not settled/);
});

test('one sample is drawn again, and eight more join the vote', async ({ app }) => {
  await solve(app, 'Work out 45 - 8 + 16');
  await app.getByTestId('sample-dot').nth(1).click();
  await app.getByTestId('draw-again').click();
  await expect(app.getByText('Drawn again once.')).toBeVisible();
  await settled(app);
  await expect(app.getByTestId('sample-dot')).toHaveCount(8);
  await app.getByTestId('more-samples').click();
  await expect(app.getByTestId('sample-dot')).toHaveCount(16);
  await settled(app);
  await expect(app.getByTestId('agreement-panel')).toContainText(/of 16 agree/);
});

test('a changed question is solved, and the one before is one press away', async ({ app }) => {
  await solve(app, 'Solve 3x + 5 = 20');
  await app.locator('#solution').focus();
  await app.keyboard.press('q');
  await app.getByTestId('question-input').fill('Solve 3x + 5 = 26');
  await app.keyboard.press('Enter');
  await settled(app);
  await expect(app.getByTestId('answer-bar').first()).toContainText('7');
  await expect(app.getByTestId('history-item')).toHaveCount(2);
  await app.getByTestId('back-to-earlier').click();
  await expect(app.getByTestId('answer-bar').first()).toContainText('5');
  await expect(app.getByTestId('problem-input')).toHaveValue('Solve 3x + 5 = 20');
});

test.describe('a long solution', () => {
  test.beforeEach(async ({ app }) => {
    await app.getByRole('button', { name: 'Settings' }).click();
    await app
      .getByTestId('import-file')
      .setInputFiles({ name: 'long.json', mimeType: 'application/json', buffer: Buffer.from(longTrace()) });
    await expect(app.getByRole('dialog')).toContainText('1 problem imported');
    await app.keyboard.press('Escape');
    await app.getByTestId('sample-dot').nth(1).click();
    await expect(app.getByTestId('step-card')).toHaveCount(STEPS);
  });

  test('is gone through by its map and by keys, from failing step to failing step', async ({ app }) => {
    const map = app.getByTestId('minimap');
    await map.focus();
    await expect(map).toHaveAttribute('aria-valuetext', 'Step 1 of 60, holds');
    await app.keyboard.press('End');
    await expect(app.getByTestId('step-card').last()).toBeInViewport();
    await app.keyboard.press('Home');
    await expect(app.getByTestId('step-card').first()).toBeInViewport();
    const box = await map.boundingBox();
    if (box === null) throw new Error('the map is not drawn');
    await app.mouse.click(box.x + box.width / 2, box.y + (box.height * (FAILING[0] + 0.5)) / 60);
    await expect(app.getByTestId('step-card').nth(FAILING[0])).toBeInViewport();
    await app.locator('#solution').focus();
    for (const place of [...FAILING, STEPS - 1, FAILING[0]]) {
      await app.keyboard.press('n');
      await expect(current(app)).toHaveAttribute('data-place', `${place}`);
      await expect(current(app)).toContainText('does not follow');
      await expect(current(app)).toBeInViewport();
    }
    await app.getByTestId('failing-steps').click();
    await expect(current(app)).toHaveAttribute('data-place', `${FAILING[1]}`);
    expect(await seriousFindings(app)).toEqual([]);
  });

  test('shows and hides its working, one step or all, and copies a step in every form', async ({ app, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const open = app.locator('.working[open]');
    await app.locator('#solution').focus();
    for (let place = 0; place <= 6; place++) await app.keyboard.press('j');
    await app.keyboard.press('Enter');
    await expect(open).toHaveCount(1);
    await app.keyboard.press('f');
    await expect(open).toHaveCount(18);
    await app.keyboard.press('f');
    await expect(open).toHaveCount(0);
    // Tab goes through the current step: its working, then its buttons.
    await app.keyboard.press('Tab');
    await expect(current(app).locator('summary')).toBeFocused();
    for (const name of [/^Try again/, /^Rewrite/, /^Copy step 7/]) {
      await app.keyboard.press('Tab');
      await expect(current(app).getByRole('button', { name })).toBeFocused();
    }
    await app.keyboard.press('c');
    const dialog = app.getByRole('dialog');
    const copied: string[] = [];
    for (const form of ['LaTeX', 'MathML', 'Markdown', 'Plain text']) {
      await dialog.getByRole('button', { name: form, exact: true }).focus();
      await app.keyboard.press('Enter');
      await expect(dialog.getByRole('status')).toHaveText('Copied.');
      copied.push(await app.evaluate(() => navigator.clipboard.readText()));
    }
    expect(copied[0]).toBe('36 + 13 = 49');
    expect(copied[1]).toContain('<mn>49</mn>');
    expect(copied[2]).toBe('**Add 13:** $36 + 13 = 49$');
    expect(copied[3]).toBe('Add 13: 36 + 13 = 49');
  });

  test('tells how every sample ended, by keyboard', async ({ app }) => {
    const list = app.getByTestId('sample-list');
    await list.locator('summary').focus();
    await app.keyboard.press('Enter');
    const rows = app.getByTestId('sample-row');
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(2)).toContainText('ran out of room after 768 tokens');
    await expect(rows.nth(3)).toContainText('failed: its numbers left the range');
    await app.getByTestId('sample-dot').nth(1).focus();
    await app.keyboard.press('ArrowRight');
    await app.keyboard.press('Enter');
    await expect(rows.nth(2)).toHaveAttribute('aria-current', 'true');
    expect(await seriousFindings(app)).toEqual([]);
  });
});
