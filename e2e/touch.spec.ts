/** A finger: every control is large enough for one, at every width, and a touch does what a click does. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** WCAG 2.2, success criterion 2.5.8 (AA), in CSS pixels. */
const LEAST_SIDE = 24;

test.use({ hasTouch: true });

/** Controls in view that are smaller than that, links within a sentence left out, as the criterion does. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role=slider]');
    return [...controls].flatMap((control) => {
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      const hidden = !control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const inSentence = control.classList.contains('link') || control.classList.contains('skip-link');
      if (hidden || inSentence || width === 0 || (width >= least && height >= least)) return [];
      return [`${control.className || control.tagName} ${Math.round(width)} x ${Math.round(height)}`];
    });
  }, LEAST_SIDE);
}

for (const width of [600, 1280]) {
  test(`a problem is solved and its samples opened by touch at ${width} px, on controls large enough`, async ({ app }) => {
    await app.setViewportSize({ width, height: 900 });
    await expect(app.getByTestId('problem-input')).toBeVisible();
    expect.soft(await tooSmall(app)).toEqual([]);
    await app.getByTestId('problem-input').fill('Solve 4x = 28');
    await app.getByTestId('solve-button').tap();
    await expect(app.getByTestId('step-card').first()).toBeVisible();
    await expect(app.getByTestId('stop-button')).toBeHidden();
    expect.soft(await tooSmall(app)).toEqual([]);
    await app.getByTestId('step-card').first().getByRole('button', { name: /^Copy/ }).tap();
    await expect(app.getByRole('dialog')).toBeVisible();
    expect.soft(await tooSmall(app)).toEqual([]);
  });
}
