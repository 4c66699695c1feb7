/** Practice tells the slips that teachers see most from plain wrong answers. The right answers are worked out by the test. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { pressOn, tabTo, typeInto } from './keyboard.ts';

async function practise(app: Page, kind: string): Promise<string> {
  await tabTo(app, app.getByTestId('problem-input'));
  await pressOn(app, app.getByTestId('practice-link'));
  await typeInto(app, app.getByRole('searchbox', { name: /kinds of problem/i }), kind);
  await pressOn(app, app.getByRole('checkbox', { name: kind, exact: true }), 'Space');
  await tabTo(app, app.getByRole('combobox', { name: /level/i }), 'backwards');
  await app.keyboard.type('1');
  await pressOn(app, app.getByTestId('practice-start'));
  await expect(app.getByTestId('answer-input')).toBeFocused();
  const question = app.getByTestId('exercise-question');
  const maths = await question.locator('annotation').allTextContents();
  return maths.join(' ') || ((await question.textContent()) ?? '');
}

async function answer(app: Page, text: string): Promise<void> {
  await typeInto(app, app.getByTestId('answer-input'), text);
  await app.keyboard.press('Enter');
}

test('a fraction that can still be reduced is almost right, one with the wrong sign is told so', async ({ app }) => {
  const question = await practise(app, 'Simplify a fraction');
  const [top, bottom] = (question.match(/\d+/g) ?? []).map(Number);
  const feedback = app.getByTestId('practice-feedback');
  await answer(app, `${top}/${bottom}`);
  await expect(feedback).toContainText('It can be reduced further.');
  const divisor = gcd(top, bottom);
  const reduced = bottom === divisor ? `${top / divisor}` : `${top / divisor}/${bottom / divisor}`;
  await answer(app, `-${reduced}`);
  await expect(feedback).toContainText('Look at the signs');
  await answer(app, reduced);
  await expect(feedback).toContainText(/^Right\./);
  await app.keyboard.press('Enter');
  await expect(feedback).toBeEmpty();
});

test('the right number with a unit that was not asked for is told so', async ({ app }) => {
  await practise(app, 'Area of triangles and parallelograms');
  const question = (await app.getByTestId('exercise-question').textContent()) ?? '';
  const unit = /\d+ (mm|cm|m|km)\b/.exec(question)?.[1] ?? '';
  const [base, height] = (question.match(/\d+/g) ?? []).map(Number);
  const area = base * height * (question.includes('triangle') ? 0.5 : 1);
  const feedback = app.getByTestId('practice-feedback');
  await answer(app, `${area} kg`);
  await expect(feedback).toContainText('The number is right, the unit is not.');
  await answer(app, unit === '' ? `${area}` : `${area} ${unit}^2`);
  await expect(feedback).toContainText(/^Right\./);
});

test('a worksheet is made and left with the keyboard alone', async ({ app }) => {
  await practise(app, 'Addition');
  await pressOn(app, app.getByRole('button', { name: /^Change/ }));
  await typeInto(app, app.getByRole('spinbutton', { name: /^Problems/ }), '4');
  await pressOn(app, app.getByTestId('sheet-button'));
  await expect(app.getByTestId('sheet-problem')).toHaveCount(4);
  await tabTo(app, app.getByTestId('print-button'));
  await pressOn(app, app.getByRole('button', { name: 'Back', exact: true }));
  await expect(app.getByTestId('sheet-button')).toBeVisible();
});

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
