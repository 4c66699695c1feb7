import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { solve } from './solving.ts';

async function download(app: Page, format: RegExp): Promise<string> {
  await app.getByTestId('export-button').click();
  const started = app.waitForEvent('download');
  await app.getByRole('dialog').getByRole('button', { name: format }).click();
  return readFile(await (await started).path(), 'utf8');
}

test('two samples stand side by side, and the keys move from row to row', async ({ app }) => {
  await solve(app, 'Solve 3x + 5 = 20');
  await app.getByTestId('step-card').first().click();
  await app.keyboard.press('v');
  const rows = app.getByTestId('compare-row');
  await expect(rows.first()).toContainText('20');
  const leftSample = app.getByRole('combobox', { name: 'Left sample' });
  await expect(leftSample).toHaveValue('0');
  await expect(leftSample.locator('option').first()).toHaveText('Sample 1: x = 5');
  const current = app.locator('[data-testid=compare-row][aria-current]');
  await expect(current).toBeFocused();
  const before = await current.getAttribute('aria-label');
  // It opens where they part, which may be the last row.
  const last = (await rows.last().getAttribute('aria-current')) !== null;
  await app.keyboard.press(last ? 'k' : 'j');
  await expect(current).not.toHaveAttribute('aria-label', before ?? '');
  await expect(current).toBeFocused();
  await app.getByRole('combobox', { name: 'Right sample' }).selectOption('3');
  await expect(rows.first()).toContainText('20');
  await app.keyboard.press('Escape');
  await expect(rows).toHaveCount(0);
});

test('a solve leaves as a document and comes back from its JSON as it was', async ({ app }) => {
  await solve(app, 'Solve 3x + 5 = 20');
  const latex = await download(app, /LaTeX/);
  expect(latex).toContain('\\section*{Solve $3x + 5 = 20$}');
  expect(await download(app, /Markdown/)).toContain('**Answer:** $x = 5$');
  const json = await download(app, /JSON/);

  await app.getByTestId('history-item').hover();
  await app.getByRole('button', { name: /^Delete/ }).click();
  await expect(app.getByTestId('history-item')).toHaveCount(0);
  await app.getByRole('button', { name: 'Settings' }).click();
  const dialog = app.getByRole('dialog');
  const file = (text: string) => ({ name: 'solve.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await app.getByTestId('import-file').setInputFiles(file('{"a": 1}'));
  await expect(dialog).toContainText('holds no problems from Quorum');
  await app.getByTestId('import-file').setInputFiles(file(json));
  await expect(dialog).toContainText('1 problem imported');
  await app.keyboard.press('Escape');
  await expect(app.getByTestId('history-item')).toHaveCount(1);
  await expect(app.getByTestId('agreement-panel')).toContainText('agree');
  await expect(app.getByTestId('step-card').last()).toContainText('5');
  expect(await download(app, /LaTeX/)).toBe(latex);
});
