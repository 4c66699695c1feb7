/** One picture of the product into docs/screens, small enough to keep dozens of them. */
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { toPalettePng } from './palette-png.ts';

const FOLDER = 'docs/screens';

/** @param name of the screen, its theme and its width: `solved-light-1600` */
export async function takeScreen(page: Page, name: string): Promise<void> {
  await writeFile(`${FOLDER}/${name}.png`, toPalettePng(await page.screenshot()));
}
