/** A walk through every screen and dialog, for what must hold on all of them. Needs no words, so that it works in any language. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Calls `at` on each, with its name. Ends on the Models screen. */
export async function walk(app: Page, at: (where: string) => Promise<void>): Promise<void> {
  await expect(app.getByTestId('problem-input')).toBeVisible();
  await at('welcome');
  await solved(app, at);
  await dialogs(app, at);
  await ownLines(app, at);
  await coached(app, at);
  await practised(app, at);
  await app.getByRole('heading', { level: 1 }).click();
  await app.keyboard.press('m');
  await expect(app.getByTestId('model')).toBeVisible();
  await at('models');
}

type At = (where: string) => Promise<void>;

async function solved(app: Page, at: At): Promise<void> {
  await app.getByTestId('problem-input').fill('Solve x^2 - 5x + 6 = 0');
  await app.keyboard.press('Control+Enter');
  await expect(app.getByTestId('answer-bar').first()).toBeAttached();
  await expect(app.getByTestId('stop-button')).toBeHidden();
  await expect(app.getByTestId('graph-canvas')).toBeAttached();
  await at('solved');
}

/** Each is opened by its key, from the solution. */
async function dialogs(app: Page, at: At): Promise<void> {
  await app.keyboard.press('Escape');
  await app.keyboard.press('j');
  for (const [key, name] of [
    ['v', 'compare'],
    ['e', 'export'],
    ['c', 'copy'],
    ['?', 'keys'],
  ] as const) {
    await app.keyboard.press(key);
    await expect(app.getByRole('dialog')).toBeVisible();
    await at(name);
    await app.keyboard.press('Escape');
    await expect(app.getByRole('dialog')).toHaveCount(0);
  }
}

async function ownLines(app: Page, at: At): Promise<void> {
  await app.getByTestId('mode-work').check();
  await app.getByTestId('work-input').fill('(x - 2)(x - 3) = 0\nx = 2 or x = 4');
  await app.getByTestId('work-input').press('Control+Enter');
  await expect(app.getByTestId('work-line')).toHaveCount(2);
  await at('check my work');
}

async function coached(app: Page, at: At): Promise<void> {
  await app.getByTestId('mode-coach').check();
  await app.getByTestId('problem-input').fill('Solve 4x = 28');
  await app.getByTestId('problem-input').press('Control+Enter');
  await app.getByTestId('coach-hint').click();
  await app.getByTestId('attempt-input').fill('x = 8');
  await app.getByTestId('attempt-input').press('Enter');
  await expect(app.getByTestId('coach-outcome')).toHaveAttribute('data-outcome', 'fails');
  await at('coach');
}

async function practised(app: Page, at: At): Promise<void> {
  await app.getByRole('heading', { level: 1 }).click();
  await app.keyboard.press('p');
  const topic = app.getByTestId('practice-topic').first();
  await topic.getByRole('checkbox').first().check();
  await topic.getByRole('button').click();
  await at('practice');
  await app.getByTestId('practice-start').click();
  await app.getByTestId('answer-input').fill('123456789');
  await app.keyboard.press('Enter');
  await expect(app.getByTestId('practice-feedback')).not.toBeEmpty();
  await app.getByTestId('reveal-button').click();
  await expect(app.getByTestId('worked-step').first()).toBeVisible();
  await at('exercise');
  await app.getByTestId('exercise-question').click();
  await app.getByTestId('practice-screen').getByRole('button').first().click();
  await app.getByTestId('sheet-button').click();
  await expect(app.getByTestId('worksheet')).toBeVisible();
  await at('worksheet');
}
