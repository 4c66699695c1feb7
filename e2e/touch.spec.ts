/** Fingers and pointers: every control of every screen is large enough for one, and a touch does what a click does. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { walk } from './walk.ts';

/** What a finger covers, and what a pointer needs: WCAG 2.2, success criteria 2.5.5 and 2.5.8, in CSS pixels. */
const FINGER = 44;
const POINTER = 24;

/** Controls in view that are lower than that or narrower than for a pointer, links within a sentence left out, as the criteria do. */
function tooSmall(page: Page, leastHeight: number): Promise<string[]> {
  return page.evaluate(
    ([height, width]) => {
      const controls = document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, [role=slider]');
      return [...controls].flatMap((control) => {
        const box = (control.closest('label') ?? control).getBoundingClientRect();
        const hidden = !control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        const inSentence = control.matches('.link, .skip-link');
        // What is there for screen readers alone is one pixel wide.
        if (hidden || inSentence || box.width <= 1 || (box.width >= width && box.height >= height - 0.01)) return [];
        return [`${control.className || control.tagName} ${Math.round(box.width)} x ${Math.round(box.height)}`];
      });
    },
    [leastHeight, POINTER],
  );
}

async function measure(page: Page, where: string, leastHeight: number): Promise<void> {
  expect.soft([...new Set(await tooSmall(page, leastHeight))], where).toEqual([]);
}

async function settings(app: Page, leastHeight: number): Promise<void> {
  await app.getByRole('button', { name: 'Settings' }).click();
  await expect(app.getByRole('dialog')).toBeVisible();
  await measure(app, 'settings', leastHeight);
}

test.describe('a finger', () => {
  test.use({ hasTouch: true });

  test('finds every control of every screen high enough', async ({ app }) => {
    await walk(app, (where) => measure(app, where, FINGER));
    await settings(app, FINGER);
  });

  test('solves a problem, opens its history and copies a step on a narrow window', async ({ app }) => {
    await app.setViewportSize({ width: 600, height: 900 });
    await app.getByTestId('problem-input').fill('Solve 4x = 28');
    await app.getByTestId('solve-button').tap();
    await expect(app.getByTestId('step-card').first()).toBeVisible();
    await expect(app.getByTestId('stop-button')).toBeHidden();
    await measure(app, 'solved', FINGER);
    await app.getByTestId('step-card').first().getByRole('button', { name: /^Copy/ }).tap();
    await expect(app.getByRole('dialog')).toBeVisible();
    await measure(app, 'copy', FINGER);
    await app.getByRole('button', { name: 'Close' }).tap();
    await app.getByRole('navigation').getByRole('button', { name: 'History' }).tap();
    await expect(app.getByTestId('history-item')).toBeVisible();
    await measure(app, 'history', FINGER);
  });
});

test('a pointer finds every control of every screen large enough', async ({ app }) => {
  await walk(app, (where) => measure(app, where, POINTER));
  await settings(app, POINTER);
});
