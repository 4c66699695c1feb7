import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeTinyModel } from '#app/testing/tiny-model.ts';
import { expect, test } from './fixtures.ts';
import { pressOn, typeInto } from './keyboard.ts';

const violations = async (app: Page) =>
  (await new AxeBuilder({ page: app }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`);

const model = (app: Page, name: string) => app.getByTestId('model').filter({ has: app.getByRole('heading', { name }) });

let folder: string;
test.beforeEach(() => {
  folder = makeTinyModel();
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function add(app: Page, path = folder): Promise<void> {
  await app.getByTestId('model-path').fill(path);
  await app.keyboard.press('Enter');
}

test('a second model is added, used after a restart too, and the first one taken back', async ({ app, quorum, page }) => {
  await app.getByTestId('models-link').click();
  await expect(model(app, 'Quorum’s own model')).toContainText('In use');
  await expect(model(app, 'Quorum’s own model')).toContainText('22.6M');
  await expect(app.getByTestId('model-fit')).toContainText('fits');
  await expect(app.getByTestId('model-how')).toContainText('mamba_config.json');

  await add(app);
  await expect(model(app, 'tiny').getByTestId('model-fit')).toContainText('fits');
  await model(app, 'tiny').getByTestId('model-use').click();
  await expect(model(app, 'tiny')).toHaveAttribute('data-in-use', 'true');
  await expect(app.getByTestId('status-strip')).toContainText('tiny');

  await quorum.restart('SIGTERM');
  await page.goto(quorum.url);
  await expect(app.getByTestId('status-strip')).toContainText('tiny');
  await app.getByTestId('models-link').click();
  await model(app, 'Quorum’s own model').getByTestId('model-use').click();
  await expect(app.getByTestId('status-strip')).toContainText('Quorum 23M');
  await app.getByRole('button', { name: 'New problem' }).click();
  await app.getByTestId('problem-input').fill('Solve 4x = 28');
  await app.getByTestId('solve-button').click();
  await expect(app.getByTestId('answer-bar').first()).toContainText('7');
});

test('a folder that is no model is refused with the file at fault and the remedy', async ({ app }) => {
  await app.getByTestId('models-link').click();
  await expect(app.getByTestId('model')).toHaveCount(1);
  const failure = app.getByTestId('model-add-failure');
  await add(app, 'models/m1');
  await expect(failure).toContainText('not a whole path');
  writeFileSync(join(folder, 'config.json'), '{');
  await add(app);
  await expect(failure).toContainText('config.json is damaged');
  rmSync(join(folder, 'config.json'));
  await add(app);
  await expect(failure).toContainText('config.json is missing');
  expect(await violations(app)).toEqual([]);
  await expect(app.getByTestId('model')).toHaveCount(1);
});

test('files are checked, and a model is removed and taken back', async ({ app }) => {
  await app.getByTestId('models-link').click();
  await add(app);
  await model(app, 'tiny').getByTestId('model-verify').click();
  await expect(model(app, 'tiny').getByTestId('model-checked')).toContainText('All 6 files are as they were recorded');
  writeFileSync(join(folder, 'golden.json'), '{}');
  await model(app, 'tiny').getByTestId('model-verify').click();
  await expect(model(app, 'tiny').getByTestId('model-checked')).toContainText('golden.json');
  await model(app, 'tiny').getByTestId('model-remove').click();
  await expect(model(app, 'tiny')).toHaveCount(0);
  await app.getByTestId('model-removed').getByRole('button', { name: 'Undo' }).click();
  await expect(model(app, 'tiny')).toBeVisible();
});

test('a model that does not load is told of, and the one before is used', async ({ app }) => {
  await app.getByTestId('models-link').click();
  await add(app);
  await expect(model(app, 'tiny')).toBeVisible();
  rmSync(join(folder, 'model.safetensors'));
  await model(app, 'tiny').getByTestId('model-use').click();
  await expect(model(app, 'tiny').getByRole('alert')).toContainText('model.safetensors is missing');
  await expect(model(app, 'Quorum’s own model')).toContainText('In use');
});

test('numbers in fewer bits take effect when the model is loaded again', async ({ app }) => {
  await app.getByTestId('models-link').click();
  const own = model(app, 'Quorum’s own model');
  await own.getByLabel('Numbers').selectOption('int4');
  await own.getByLabel('Tokens a sample').selectOption('1024');
  await expect(own).toContainText('held in int4');
  await own.getByRole('button', { name: 'Load Quorum’s own model again' }).click();
  await expect(own.getByTestId('model-use')).toBeHidden();
  await expect(own).not.toContainText('once the model is loaded again');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screen works by keyboard alone, in German too, and axe finds nothing, ${colorScheme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme });
    await expect(app.getByTestId('problem-input')).toBeVisible();
    await pressOn(app, app.getByTestId('models-link'));
    await typeInto(app, app.getByTestId('model-path'), folder);
    await app.keyboard.press('Enter');
    await expect(model(app, 'tiny')).toBeVisible();
    expect(await violations(app)).toEqual([]);
    await pressOn(app, model(app, 'tiny').getByTestId('model-use'));
    await expect(model(app, 'tiny')).toContainText('In use');
    await app.getByRole('button', { name: 'Settings' }).click();
    await app.getByLabel('Language').selectOption('de');
    await app.keyboard.press('Escape');
    await expect(model(app, 'Quorums eigenes Modell').getByTestId('model-fit')).toContainText('passt');
  });
}
