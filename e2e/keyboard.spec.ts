/** Every screen without a mouse: what is pressed is reached by Tab first. Coach and Practice have such journeys in their own files. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { pressOn, solveByKeys, tabTo, typeInto } from './keyboard.ts';

test('an earlier problem is named, found, kept first, deleted and brought back, and all that lasts', async ({ app, quorum }) => {
  await solveByKeys(app, 'What is 15% of 80?');
  await solveByKeys(app, 'Simplify 12/18');
  const items = app.getByTestId('history-item');
  await pressOn(app, app.getByRole('button', { name: /^Rename What is/ }));
  await expect(app.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await app.keyboard.type('Homework, page 12');
  await app.keyboard.press('Enter');
  await expect(items.nth(1)).toContainText('Homework');
  const favourite = app.getByRole('button', { name: /^Favourite: Homework/ });
  await pressOn(app, favourite);
  await expect(favourite).toHaveAttribute('aria-pressed', 'true');
  await expect(items.first()).toContainText('Homework');

  await tabTo(app, app.getByRole('searchbox', { name: 'Search history' }), 'backwards');
  await app.keyboard.type('homew');
  await expect(items).toHaveCount(1);
  await pressOn(app, items.first());
  await expect(app.getByRole('heading', { level: 1 })).toContainText('15');
  await tabTo(app, app.getByRole('searchbox', { name: 'Search history' }), 'backwards');
  await app.keyboard.press('Escape');
  await expect(items).toHaveCount(2);

  await pressOn(app, app.getByRole('button', { name: /^Delete Simplify/ }));
  await expect(items).toHaveCount(1);
  await pressOn(app, app.getByRole('button', { name: 'Undo' }));
  await expect(items).toHaveCount(2);
  await quorum.restart('SIGKILL');
  await app.goto(quorum.url);
  await expect(items.first()).toContainText('Homework');
  await expect(items).toHaveCount(2);
});

test('a solution leaves as a file, the history as another, and a file comes back in', async ({ app }) => {
  await solveByKeys(app, 'Solve 4x = 28');
  await app.keyboard.press('Escape');
  await expect(app.locator('#solution')).toBeFocused();
  await app.keyboard.press('e');
  const dialog = app.getByRole('dialog');
  const markdown = app.waitForEvent('download');
  await pressOn(app, dialog.getByRole('button', { name: 'Markdown' }));
  expect(await readFile(await (await markdown).path(), 'utf8')).toContain('**Answer:** $x = 7$');
  await expect(dialog).toHaveCount(0);

  await pressOn(app, app.getByRole('button', { name: 'Settings' }));
  const whole = app.waitForEvent('download');
  await pressOn(app, dialog.getByRole('button', { name: 'Export all' }));
  const file = await (await whole).path();
  await app.keyboard.press('Escape');
  await pressOn(app, app.getByRole('button', { name: /^Delete Solve/ }));
  await expect(app.getByTestId('history-item')).toHaveCount(0);

  await pressOn(app, app.getByRole('button', { name: 'Settings' }));
  const chooser = app.waitForEvent('filechooser');
  await pressOn(app, dialog.getByRole('button', { name: 'Import…' }), 'Space');
  await (await chooser).setFiles(file);
  await expect(dialog).toContainText('1 problem imported');
  await app.keyboard.press('Escape');
  await expect(app.getByTestId('history-item')).toHaveCount(1);
});

test('settings are changed, set back, had again; everything is erased once the word is typed', async ({ app }) => {
  await solveByKeys(app, 'Solve 4x = 28');
  await pressOn(app, app.getByRole('button', { name: 'Settings' }));
  const dialog = app.getByRole('dialog');
  await typeInto(app, dialog.getByLabel('Samples'), '3');
  await tabTo(app, dialog.getByLabel('Theme'));
  await app.keyboard.type('Dark');
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark');
  await pressOn(app, dialog.getByTestId('reset-settings'));
  await expect(dialog.getByLabel('Samples')).toHaveValue('8');
  await pressOn(app, dialog.getByRole('button', { name: 'Undo' }));
  await expect(dialog.getByLabel('Samples')).toHaveValue('3');
  await pressOn(app, dialog.getByTestId('erase-open'));
  await expect(dialog.getByRole('button', { name: 'Erase everything', exact: true })).toBeDisabled();
  await tabTo(app, dialog.getByLabel(/Type ERASE/));
  await app.keyboard.type('ERASE');
  await app.keyboard.press('Enter');
  await expect(app.getByText('Problems you solve are kept here')).toBeVisible();
  await expect(app.getByTestId('history-item')).toHaveCount(0);
});

test('two samples are compared, and the graph is moved, enlarged and left', async ({ app }) => {
  await solveByKeys(app, 'Solve x^2 - 5x + 6 = 0');
  await pressOn(app, app.getByTestId('compare-button'));
  const dialog = app.getByRole('dialog');
  const right = dialog.getByRole('combobox', { name: 'Right sample' });
  const before = await right.inputValue();
  await tabTo(app, right);
  await app.keyboard.press('ArrowDown');
  await expect(right).not.toHaveValue(before);
  const row = dialog.locator('[data-testid=compare-row][aria-current]');
  await tabTo(app, row);
  await app.keyboard.press('k');
  await app.keyboard.press('j');
  await expect(row).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(app.getByTestId('compare-button')).toBeFocused();

  const graph = app.getByRole('application');
  await tabTo(app, graph);
  const label = graph.getByText('(3, 0)', { exact: true });
  const place = async () => Math.round((await label.boundingBox())?.x ?? 0);
  const first = await place();
  for (let press = 0; press < 5; press++) await app.keyboard.press('ArrowRight');
  await expect.poll(place).toBeGreaterThan(first + 10);
  await pressOn(app, app.getByRole('button', { name: 'Reset view' }));
  await expect.poll(place).toBe(first);
  await tabTo(app, app.getByRole('button', { name: 'Enlarge' }), 'backwards');
  await app.keyboard.press('Enter');
  await tabTo(app, dialog.getByRole('application'));
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'Enlarge' })).toBeFocused();
});

test('own lines are typed and checked, and a solution is opened beside them', async ({ app }) => {
  await tabTo(app, app.getByTestId('mode-solution'), 'backwards');
  await app.keyboard.press('ArrowLeft');
  await expect(app.getByTestId('mode-work')).toBeChecked();
  await typeInto(app, app.getByTestId('problem-input'), 'Solve 3x + 5 = 20');
  await tabTo(app, app.getByTestId('work-input'));
  for (const line of ['3x = 15', 'x = 3']) {
    await app.keyboard.type(line);
    await app.keyboard.press('Enter');
  }
  await app.keyboard.press('Control+Enter');
  await expect(app.getByTestId('work-summary')).toContainText('Line 2 is the first that does not follow');
  await pressOn(app, app.getByTestId('solution-beside'));
  await expect(app.getByTestId('work-solution')).toContainText(/of \d agree/);
});

test('the tour is refused for good', async ({ app }) => {
  await pressOn(app, app.getByRole('button', { name: 'Not now' }));
  await expect(app.getByTestId('tour-start')).toHaveCount(0);
  await app.reload();
  await expect(app.getByTestId('problem-input')).toBeFocused();
  await expect(app.getByTestId('tour-start')).toHaveCount(0);
});
