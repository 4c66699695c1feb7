/** What fits in the window: at 1280 x 800 four steps and the whole vote, at any width and text size no sideways scrolling. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { solve } from './solving.ts';
import { walk } from './walk.ts';

/** The page, its main part and an open dialog stay within their own width. */
async function expectNoSidewaysScroll(app: Page, where: string): Promise<void> {
  const wider = await app.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, nav, aside, dialog[open]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  );
  expect.soft(wider, where).toEqual([]);
}

test('at 1280 x 800 the question, four steps and the whole vote are seen without scrolling', async ({ app }) => {
  await solve(app, 'Solve 7x - 4 = 3x + 16');
  const steps = app.getByTestId('step-card');
  expect(await steps.count()).toBeGreaterThanOrEqual(4);
  for (const seen of [app.getByRole('heading', { level: 1 }), ...[0, 1, 2, 3].map((place) => steps.nth(place))]) {
    await expect(seen).toBeInViewport({ ratio: 1 });
  }
  const strip = (await app.getByTestId('status-strip').boundingBox())?.y ?? 0;
  const fourth = await steps.nth(3).boundingBox();
  expect((fourth?.y ?? 0) + (fourth?.height ?? 0)).toBeLessThanOrEqual(strip);
  const panel = app.getByTestId('agreement-panel');
  for (const part of [panel.locator('.verdict'), panel.locator('.answers'), app.getByTestId('more-samples')]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
});

for (const language of ['en', 'de'] as const) {
  test(`nothing reaches beyond a window of 900 pixels or of 600, ${language}`, async ({ app }) => {
    const at = async (where: string) => {
      for (const width of [900, 600]) {
        await app.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(app, `${where} at ${width}`);
      }
      await app.setViewportSize({ width: 900, height: 800 });
    };
    await app.getByRole('button', { name: 'Settings' }).click();
    await app.getByRole('dialog').getByLabel('Language').selectOption(language);
    await at('settings');
    await app.keyboard.press('Escape');
    await walk(app, at);
  });
}

test('with large text at twice its size nothing is lost, at the width that leaves', async ({ app }) => {
  await app.getByRole('button', { name: 'Settings' }).click();
  await app.getByRole('dialog').getByLabel('Text size').selectOption('large');
  await app.keyboard.press('Escape');
  // What a browser does at 200 %: half as many CSS pixels, twice the size of each.
  await app.setViewportSize({ width: 640, height: 400 });
  await walk(app, (where) => expectNoSidewaysScroll(app, `${where} at 200 %`));
});
