/**
 * The real interface in Chromium while 64 samples stream, one of them 32,000 tokens long with 2,000 formulas: main-thread
 * tasks over 50 ms by wall and by processor time, the times between frames, heap and nodes; then leaving the long one and
 * coming back. The engine is a host of fixed text at a fixed pace, so no
 * model is needed. Frames are drawn in software here: they are longer than on a screen.
 */
import { loadavg } from 'node:os';
import type { Browser, BrowserType, Page } from '@playwright/test';
import { FORMULAS, LONG_ROW, LONG_TOKENS, STREAM_SECONDS } from './interface/long-host.ts';
import { type PhaseTimes, scrollFor, startWatch } from './interface/page-watch.ts';
import { traceTasks } from './interface/task-trace.ts';
import { longShown, VISITS } from './interface/visits.ts';
import type { BenchOptions } from './quick.ts';

const SAMPLES = 64;
/** A task longer than this is felt: the limit that browsers report from. */
const LONG_MS = 50;
const WARM_UP_SECONDS = 5;
const SCROLL_SECONDS = 8;
const SETTLING_MS = 400;

interface Phase {
  readonly phase: string;
  readonly longTasks: number;
  readonly longestTaskMs: number;
  /** Tasks that took more than 50 ms of processor time, and the most that any took: what the interface itself costs. */
  readonly busyTasks: number;
  readonly busiestTaskMs: number;
  readonly frames: number;
  readonly frameMs: { readonly p50: number; readonly p95: number; readonly max: number };
  /** The slowest frame over 50 ms; null when there is none. */
  readonly slowest: PhaseTimes['slowFrames'][number] | null;
  /** Work waiting for a core over the last minute: above the number of cores, times are not the interface's alone. */
  readonly load: number;
}

interface Memory {
  readonly heapBytes: number;
  readonly nodes: number;
}

export interface InterfaceResult {
  readonly suite: 'interface';
  readonly samples: number;
  readonly longTokens: number;
  readonly formulas: number;
  readonly phases: readonly Phase[];
  readonly before: Memory;
  readonly after: Memory;
  /** After the long sample was left and opened again in every way: what leaks would add up here. */
  readonly reopened: Memory;
}

/** @throws Error naming the remedy where there is no Playwright or no Chromium */
export async function run({ print }: BenchOptions): Promise<InterfaceResult> {
  const chromium = await importChromium();
  // The fake engine is in source checkouts only, as Playwright is.
  const { serveLong } = await import('./interface/serve-long.ts');
  const served = await serveLong(SAMPLES);
  try {
    const browser = await chromium.launch({
      executablePath: process.env.QUORUM_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(served.url);
      return await measure(browser, page, print);
    } finally {
      await browser.close();
    }
  } finally {
    await served.close();
  }
}

async function importChromium(): Promise<BrowserType> {
  try {
    return (await import('@playwright/test')).chromium;
  } catch (cause) {
    throw new Error('bench interface needs Playwright, which only a source checkout has. Run "npm ci" there, then the suite.', {
      cause,
    });
  }
}

async function measure(browser: Browser, page: Page, print: BenchOptions['print']): Promise<InterfaceResult> {
  const phases: Phase[] = [];
  print(
    'phase                             over 50 ms CPU  most ms  over 50 ms wall  most ms  frames  p50 ms  p95 ms  max ms  load',
  );
  const phase = async (name: string, work: () => Promise<unknown>) => {
    await page.evaluate(() => globalThis.takeTimes());
    const trace = await traceTasks(browser);
    await work();
    // What the visit leaves to the next frames is part of it.
    await page.waitForTimeout(SETTLING_MS);
    const times = await page.evaluate(() => globalThis.takeTimes());
    const result = summarise(name, times, await trace.stop());
    phases.push(result);
    print(row(result));
  };

  await page.evaluate(startWatch);
  await page.getByTestId('problem-input').fill('Solve 3x + 5 = 20');
  const before = await memory(page);
  await page.getByTestId('solve-button').click();
  await phase('warm-up', async () => {
    await page.getByTestId('sample-dot').nth(LONG_ROW).click();
    await page.waitForTimeout(WARM_UP_SECONDS * 1000);
  });
  await phase('streaming', () => page.waitForTimeout((STREAM_SECONDS - WARM_UP_SECONDS - SCROLL_SECONDS - 4) * 1000));
  await phase('streaming, scrolling', () => page.evaluate(scrollFor, SCROLL_SECONDS * 1000));
  await phase('ending', () => allShown(page));
  const after = await memory(page);
  await phase('scrolling', () => page.evaluate(scrollFor, SCROLL_SECONDS * 1000));
  for (const { name, leave, comeBack } of VISITS) {
    await phase(`to ${name}`, () => leave(page));
    await phase('and back', () => comeBack(page));
  }
  const reopened = await memory(page);
  for (const [name, { heapBytes, nodes }] of Object.entries({ before, after, reopened }))
    print(`${name.padEnd(9)} heap ${(heapBytes / 1e6).toFixed(1)} MB, ${nodes} nodes`);
  return { suite: 'interface', samples: SAMPLES, longTokens: LONG_TOKENS, formulas: FORMULAS, phases, before, after, reopened };
}

/** Resolves when the solve has ended and the long sample is shown whole. */
async function allShown(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-testid=stop-button]') === null, null, { timeout: 60_000 });
  await longShown(page);
}

/** Heap and nodes in use once garbage is collected. */
async function memory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapBytes: usedSize, nodes };
}

function summarise(phase: string, { longTasks, frames, slowFrames }: PhaseTimes, processorMs: readonly number[]): Phase {
  const sorted = frames.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    phase,
    longTasks: longTasks.length,
    longestTaskMs: Math.max(0, ...longTasks),
    busyTasks: processorMs.filter((ms) => ms > LONG_MS).length,
    busiestTaskMs: processorMs.reduce((most, ms) => Math.max(most, ms), 0),
    frames: frames.length,
    frameMs: { p50: quantile(0.5), p95: quantile(0.95), max: quantile(1) },
    slowest: slowFrames.toSorted((a, b) => b.total - a.total)[0] ?? null,
    load: loadavg()[0],
  };
}

function row({ phase, longTasks, longestTaskMs, busyTasks, busiestTaskMs, frames, frameMs, load }: Phase): string {
  return [
    phase.padEnd(33),
    String(busyTasks).padStart(14),
    busiestTaskMs.toFixed(0).padStart(8),
    String(longTasks).padStart(16),
    longestTaskMs.toFixed(0).padStart(8),
    String(frames).padStart(7),
    ...[frameMs.p50, frameMs.p95, frameMs.max].map((ms) => ms.toFixed(1).padStart(7)),
    load.toFixed(1).padStart(5),
  ].join(' ');
}
