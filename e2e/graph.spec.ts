import { expect, test } from './fixtures.ts';
import { solve } from './solving.ts';

test('a quadratic is drawn with its roots, moved by keys, and told in words', async ({ app }) => {
  await solve(app, 'Solve x^2 - 5x + 6 = 0');
  const graph = app.getByRole('application', { name: /crosses the horizontal axis \(2, 0\)/ });
  await expect(graph).toBeVisible();
  await expect(graph).toHaveAccessibleName(/minimum \(2.5, −0.25\)/);
  await expect(graph).toHaveAccessibleDescription(/arrow keys/);
  await app.getByTestId('graph').getByText('4 key points').click();
  await expect(app.getByRole('row', { name: /minimum/ })).toContainText('(2.5, −0.25)');

  const label = graph.getByText('(3, 0)', { exact: true });
  await expect(label).toBeVisible();
  const before = await label.boundingBox();
  await graph.focus();
  for (let press = 0; press < 5; press++) await app.keyboard.press('ArrowRight');
  await expect.poll(async () => (await label.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + 10);
  for (let press = 0; press < 12; press++) await app.keyboard.press('Shift+Minus');
  // Far out, the curve reaches up where the first picture had none of it.
  await expect(graph.getByText('50', { exact: true }).first()).toBeVisible();
  await app.getByTestId('graph').getByRole('button', { name: 'Reset view' }).click();
  await expect.poll(async () => Math.round((await label.boundingBox())?.x ?? 0)).toBe(Math.round(before?.x ?? 0));

  await app.getByTestId('graph').getByRole('button', { name: 'Enlarge' }).press('Enter');
  await expect(app.getByRole('dialog').getByRole('row')).toHaveCount(4);
  await app.keyboard.press('Escape');
  await app.setViewportSize({ width: 900, height: 800 });
  await expect(graph).toBeVisible();
});

test('an inequality shows where it holds, and a problem without a graph shows none', async ({ app }) => {
  await solve(app, 'Solve 2x + 3 < 11');
  await expect(app.getByTestId('graph')).toContainText('Holds for x < 4.');
  await solve(app, 'What is 15% of 80?');
  await expect(app.getByTestId('graph')).toHaveCount(0);
});

const DRAWN = [
  [
    'Find the equation of the tangent to y = x^2 at x = 3',
    [/y equals x squared; y equals 6 x minus 9\./, /point on the curve \(3, 9\)/],
  ],
  ['Find the area under y = x^2 from x = 0 to x = 3', [/The area is shaded\./, /given point \(3, 9\)/]],
  ['Integrate 3x^2 from 1 to 2', [/The area is shaded\./, /given point \(2, 12\)/]],
  ['Solve x^2 - 4 > 0', [/Holds for x < −2; x > 2\./]],
  ['Shade the region y > 2x + 1', [/The area is shaded\./]],
  ['Find the median of 3, 8, 5, 12 and 7', [/Bar chart of 5 values: 3; 8; 5; 12; 7\. median 7\./]],
] as const;

test('a tangent, an area, where an inequality holds and a data set are drawn, each told in words', async ({ app }) => {
  await app.getByLabel('Samples').fill('1');
  for (const [problem, words] of DRAWN) {
    await solve(app, problem);
    const drawing = app.getByTestId('graph').locator('[role=application], [role=img]');
    for (const part of words) await expect(drawing).toHaveAccessibleName(part);
  }
});

test('what draws graphs is loaded with the first of them', async ({ app }) => {
  const loaded: string[] = [];
  app.on('request', (request) => loaded.push(request.url()));
  await solve(app, 'Simplify 12/18');
  expect(loaded.filter((url) => url.includes('graph-view'))).toEqual([]);
  await solve(app, 'Find the mean of 3, 5, 7 and 9');
  await expect(app.getByRole('img', { name: /Bar chart of 4 values: 3; 5; 7; 9\. mean 6/ })).toBeVisible();
  expect(loaded.filter((url) => url.includes('graph-view')).length).toBeGreaterThan(0);
});
