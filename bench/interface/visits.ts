/**
 * Ways away from the solve with the long sample and back to it, each a pair of presses from within the page: Playwright's own
 * search walks all nodes. Knows the interface's test ids, not what is measured.
 */
import type { Page } from '@playwright/test';
import { GROUP_SIZE } from '#renderer/features/sparse/chunk.ts';
import { FORMULAS, LONG_ROW } from './long-host.ts';

export interface Visit {
  readonly name: string;
  /** Resolves when the page shows where it went. */
  readonly leave: (page: Page) => Promise<void>;
  /** Resolves when the long sample is shown again, drawn where it is in view. */
  readonly comeBack: (page: Page) => Promise<void>;
}

export const VISITS: readonly Visit[] = [
  { name: 'another sample', leave: (page) => openSample(page, LONG_ROW + 1), comeBack: (page) => openSample(page, LONG_ROW) },
  screen('Practice', 'practice-link', 'practice-screen'),
  screen('Models', 'models-link', 'models-screen'),
  {
    name: 'another problem, from history',
    async leave(page) {
      await press(page, '.rail-body > .button');
      await page.waitForFunction(() => document.querySelector('.steps [data-testid=step-card]') === null);
    },
    async comeBack(page) {
      await press(page, '[data-testid=history-item]');
      await page.waitForFunction(() => document.querySelector('[data-testid=sample-dot]') !== null);
      await openSample(page, LONG_ROW);
    },
  },
  {
    name: 'compared with another',
    async leave(page) {
      await press(page, '[data-testid=compare-button]');
      await page.waitForFunction(() => document.querySelector('[data-testid=compare-row]') !== null);
    },
    async comeBack(page) {
      await press(page, '.dialog-close');
      await longShown(page);
    },
  },
];

function screen(name: string, link: string, shown: string): Visit {
  return {
    name,
    async leave(page) {
      await press(page, `[data-testid=${link}]`);
      await page.waitForFunction((id) => document.querySelector(`[data-testid=${id}]`) !== null, shown);
    },
    async comeBack(page) {
      await page.evaluate(() => history.back());
      await longShown(page);
    },
  };
}

/** Resolves when the sample's own steps are shown. */
export async function openSample(page: Page, index: number): Promise<void> {
  await page.evaluate((at) => document.querySelectorAll<HTMLElement>('[data-testid=sample-dot]')[at].click(), index);
  if (index === LONG_ROW) await longShown(page);
  else await page.waitForFunction((many) => groupsShown() < many, 8);
}

/** Resolves when every step of the long sample has its room on the page and the first ones are drawn. */
export async function longShown(page: Page): Promise<void> {
  await page.waitForFunction((count) => groupsShown() === count, Math.ceil(FORMULAS / GROUP_SIZE));
  await page.waitForFunction(() => document.querySelector('[data-testid=step-card]') !== null);
}

function press(page: Page, selector: string): Promise<void> {
  return page.evaluate((which) => document.querySelector<HTMLElement>(which)?.click(), selector);
}
