import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

async function choose(app: Page, titles: readonly string[]): Promise<void> {
  await expect(app.getByTestId('practice-topic').first()).toBeVisible();
  for (const title of titles) {
    await app.getByRole('searchbox', { name: /kinds of problem/i }).fill(title);
    await app.getByRole('checkbox', { name: title, exact: true }).check();
  }
}

/** The numbers to add, added by the test: the answer is nowhere on the page. */
async function readSum(app: Page): Promise<{ sum: number; question: string }> {
  const question = (await app.getByTestId('exercise-question').locator('.katex-html').first().textContent()) ?? '';
  const numbers = question.match(/\d+/g) ?? [];
  return { sum: numbers.reduce((sum, each) => sum + Number(each), 0), question };
}

test('an exercise is answered wrong, then right, and goes on by Enter', async ({ app }) => {
  await app.getByTestId('problem-input').blur();
  await app.keyboard.press('p');
  await choose(app, ['Addition']);
  await app.getByRole('combobox', { name: /level/i }).selectOption('1');
  await app.getByTestId('practice-start').click();
  await expect(app.getByTestId('answer-input')).toBeFocused();
  const { sum, question } = await readSum(app);
  await app.keyboard.type(String(-sum));
  await expect(app.getByTestId('answer-preview').locator('.katex')).toBeVisible();
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('practice-feedback')).toContainText(/signs/i);
  await app.getByTestId('answer-input').fill(`${sum}`);
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('practice-feedback')).toContainText(/^Right\./);
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('practice-feedback')).toBeEmpty();
  await expect.poll(async () => (await readSum(app)).question).not.toBe(question);
});

test('an exercise and its tries survive a reload, and the worked solution is shown on request', async ({ app }) => {
  await app.getByTestId('practice-link').click();
  await choose(app, ['Simplify a fraction', 'Expanding brackets']);
  await app.getByTestId('practice-start').click();
  await app.getByTestId('answer-input').fill('12345');
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('practice-feedback')).toContainText('Not this');
  const question = await app.getByTestId('exercise-question').textContent();
  await app.reload();
  await expect(app.getByTestId('exercise-question')).toHaveText(question ?? '');
  await expect(app.getByTestId('practice-feedback')).toContainText('Not this');
  await expect(app.getByTestId('worked-step')).toHaveCount(0);
  await app.getByTestId('reveal-button').click();
  await expect(app.getByTestId('worked-step').last()).toContainText('Answer');
  await app.getByRole('button', { name: /change/i }).click();
  await app.getByRole('searchbox', { name: /kinds of problem/i }).fill('a');
  await expect(app.getByTestId('practice-screen')).toContainText('0 of 1 right first time');
});

test('an exercise is put to the model on the Solve screen', async ({ app }) => {
  await app.getByTestId('practice-link').click();
  await choose(app, ['Linear equations in one step']);
  await app.getByTestId('practice-start').click();
  await app.getByRole('button', { name: /solve it with the model/i }).click();
  await expect(app.getByTestId('problem-input')).toHaveValue(/^Solve \$/);
  await expect(app.getByTestId('step-card').first()).toBeVisible();
});

test('a worksheet prints on two pages, problems and answers, and its number makes it again', async ({ app }) => {
  await app.getByTestId('practice-link').click();
  await choose(app, ['Greatest common divisor', 'Simplify a fraction']);
  await app.getByRole('spinbutton', { name: /problems/i }).fill('6');
  await app.getByTestId('sheet-button').click();
  await expect(app.getByTestId('sheet-problem')).toHaveCount(6);
  await expect(app.getByTestId('worksheet-key').getByRole('listitem')).toHaveCount(6);
  const problems = await app.getByTestId('worksheet').textContent();
  const pdf = (await app.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  await app.emulateMedia({ media: 'print' });
  await expect(app.getByRole('navigation')).toBeHidden();
  await expect(app.getByTestId('print-button')).toBeHidden();
  await app.emulateMedia({ media: 'screen' });
  await app.getByRole('button', { name: 'Back', exact: true }).click();
  await app.getByRole('spinbutton', { name: /^problems/i }).fill('6');
  await app.getByRole('spinbutton', { name: /sheet number/i }).fill(/Sheet (\d+)/.exec(problems ?? '')?.[1] ?? '');
  await app.getByTestId('sheet-button').click();
  await expect(app.getByTestId('worksheet')).toHaveText(problems ?? '');
});

test('who has chosen nothing yet begins with a mix', async ({ app }) => {
  await app.getByTestId('practice-link').click();
  await app.getByTestId('practice-mix').click();
  await expect(app.getByTestId('exercise-question')).toBeVisible();
});
