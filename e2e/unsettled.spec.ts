/**
 * Votes that settle nothing, and what is said of them. A model that guesses makes them split in the same way each time;
 * the bundled model is asked what no model of its size can know.
 */
import { rm } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { makeGuessingModel } from '#app/testing/guessing-model.ts';
import { test as base, expect } from './fixtures.ts';
import { overhear } from './overhear.ts';
import { settled, solve } from './solving.ts';

const test = base.extend<{ lines: Record<string, number> }>({
  lines: [{}, { option: true }],
  serveArguments: async ({ lines }, use) => {
    const folder = makeGuessingModel(lines);
    await use(['--model', folder]);
    await rm(folder, { recursive: true });
  },
});

const box = (answer: string) => `$\\boxed{${answer}}$`;
const verdict = (app: Page) => app.getByTestId('agreement-panel').getByRole('heading', { level: 2 });

async function solveWith(app: Page, samples: number, problem: string): Promise<void> {
  await app.getByRole('spinbutton', { name: 'Samples' }).fill(`${samples}`);
  await solve(app, problem);
}

test.describe('of many answers, all as likely', () => {
  test.use({ lines: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [box(`x = ${n + 1}`), 1])) });

  test('two that are level have no leader, and eight more samples are the next thing to do', async ({ app }) => {
    const heard = overhear(app);
    await app.reload();
    await solveWith(app, 2, 'Solve 2x = 90');
    expect(heard.solve().tally.votes.map(({ count }) => count)).toEqual([1, 1]);
    await expect(verdict(app)).toHaveText('Not settled yet: no two samples agree');
    await expect(app.locator('.answer-leading')).toHaveCount(0);
    await expect(app.locator('.verdict-answer')).toHaveCount(0);
    await expect(app.getByTestId('more-samples')).toHaveClass(/button-primary/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
    }
    await app.getByTestId('more-samples').click();
    await expect(app.getByTestId('sample-dot')).toHaveCount(10);
    await settled(app);
    expect(heard.solve().tally.settled).toBe(false);
    await expect(verdict(app)).toContainText('Not settled yet');
  });

  test('the coach has no hints to give, says so, and still checks lines', async ({ app }) => {
    await app.getByTestId('mode-coach').check();
    await app.getByLabel('Samples').fill('2');
    await app.getByTestId('problem-input').fill('Solve 2x = 90');
    await app.getByTestId('solve-button').click();
    await expect(app.getByTestId('coach')).toContainText('The samples do not agree on an answer that fits');
    await expect(app.getByTestId('coach-hint')).toHaveCount(0);
    await app.getByTestId('coach-show-all').click();
    await expect(verdict(app)).toContainText('Not settled yet');
  });
});

test.describe('of one answer that few samples give', () => {
  test.use({ lines: { [box('7')]: 3, 'I do not know': 7 } });

  test('a weak lead is not called agreed, and the samples without an answer are counted', async ({ app }) => {
    const heard = overhear(app);
    await app.reload();
    await solve(app, 'Find a number');
    const { votes, unreadable, settled } = heard.solve().tally;
    expect(settled).toBe(false);
    expect(votes).toHaveLength(1);
    await expect(verdict(app)).toContainText(`Not settled yet: only ${votes[0].count} of`);
    await expect(app.getByTestId('agreement-panel')).toContainText(`${unreadable} without a readable answer`);
    await expect(app.getByTestId('more-samples')).toHaveClass(/button-primary/);
  });
});

test.describe('of none', () => {
  test.use({ lines: { 'I do not know': 1 } });

  test('a vote without a single answer says so', async ({ app }) => {
    await solveWith(app, 3, 'Find a number');
    await expect(verdict(app)).toHaveText('No sample reached a readable answer');
    await expect(app.getByTestId('answer-bar')).toHaveCount(0);
  });
});

base('the bundled model does not settle what it cannot work out', async ({ app }) => {
  const heard = overhear(app);
  await app.reload();
  await app.getByRole('button', { name: 'Settings' }).click();
  await app.getByLabel('Temperature').fill('2');
  await app.keyboard.press('Escape');
  const hard = ['Simplify (x^7 - 3x + 2)^3 / (x - 1)^2', 'Work out 7406293841 * 5839172647', 'Work out 9174^5 + 658^7'];
  for (const problem of hard) {
    await solveWith(app, 4, problem);
    if (!heard.solve().tally.settled) break;
  }
  expect(heard.solve().tally.settled).toBe(false);
  await expect(verdict(app)).toContainText(/Not settled yet|No sample reached/);
  await expect(app.getByTestId('more-samples')).toHaveClass(/button-primary/);
});
