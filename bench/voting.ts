/**
 * Voting: total tokens a second of 1 to 64 samples of one prompt, after a short prompt and in long contexts, for the hybrid
 * and for the same shape with attention in every layer. The two are measured in turn, so that what else the machine does
 * weighs on both; speeds are medians of runs of STEPS tokens a sample, the ratio is the median of the pairs' ratios.
 */
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import type { Backend } from '#engine/model/backend.ts';
import { type Adapter, openBackend, realAdapters } from './devices/open-backend.ts';
import { type Drop, median, worstDrop } from './measure/statistics.ts';
import { promptOf } from './models/prompt.ts';
import { allAttention, randomWeights } from './models/random-weights.ts';
import { openTable } from './report/table.ts';

/** Doublings, as a vote is set. */
const SAMPLES = [1, 2, 4, 8, 16, 32, 64];
/** Tokens read before the draws: a typed problem, a long solution, most of the bundled model's context. */
const CONTEXTS = [64, 256, 1024];
/** The scheduler draws 1 to 8 a call; few, so that the context stays what the row says and the suite under a minute. */
const STEPS = 4;
/** Runs of a small vote take milliseconds, which other work on the machine easily doubles: more of them. */
const repeatsOf = (samples: number) => Math.min(12, Math.max(3, Math.ceil(24 / samples)));

export interface BenchOptions {
  readonly modelDir: string;
  readonly print: (line: string) => void;
}

interface Speed {
  context: number;
  samples: number;
  /** Total over all samples. */
  tokensPerSecond: number;
  tokensPerSecondPerSample: number;
  allAttentionTokensPerSecond: number;
  ratioToAllAttention: number;
}

interface VotingResult {
  backend: 'cpu' | 'gpu';
  device: string;
  speeds: Speed[];
  worstDrops: (Drop & { context: number })[];
}

export async function run({ modelDir, print }: BenchOptions): Promise<{ suite: 'voting'; devices: VotingResult[] }> {
  const heading = ['backend', 'context', 'samples', 'tok/s', 'tok/s a sample', 'all-attention tok/s', 'ratio', 'device'];
  const table = openTable(print, heading);
  const devices: VotingResult[] = [];
  for (const adapter of await realAdapters()) {
    const { hybrid, attention } = await openShapes(modelDir, adapter);
    const { kind: backend, device } = hybrid;
    const speeds: Speed[] = [];
    const worstDrops: VotingResult['worstDrops'] = [];
    for (const context of CONTEXTS) {
      await prepare(hybrid, context);
      await prepare(attention, context);
      for (const samples of SAMPLES) {
        const speed = await measure(hybrid, attention, context, samples);
        speeds.push(speed);
        const figures = [speed.tokensPerSecond, speed.tokensPerSecondPerSample, speed.allAttentionTokensPerSecond];
        const ratio = speed.ratioToAllAttention.toFixed(2);
        table.row([backend, context, samples, ...figures.map((figure) => figure.toFixed(1)), ratio, device]);
      }
      const drop = worstDrop(speeds.filter((speed) => speed.context === context));
      worstDrops.push({ context, ...drop });
      print(`worst step at ${context}: ${drop.from} to ${drop.to} samples, ${drop.ratio.toFixed(2)} times the total`);
    }
    await Promise.all([hybrid.close(), attention.close()]);
    devices.push({ backend, device, speeds, worstDrops });
  }
  return { suite: 'voting', devices };
}

async function openShapes(modelDir: string, adapter: Adapter): Promise<{ hybrid: Backend; attention: Backend }> {
  const config = readModelConfig(modelDir);
  const attentionConfig = allAttention(config);
  // The last slot keeps the prompt.
  const slots = Math.max(...SAMPLES) + 1;
  const contextLength = Math.max(...CONTEXTS) + 1 + STEPS;
  const open = openWeights(modelDir, config);
  const hybrid = await openBackend(adapter, { config, weights: open.weights, slots, contextLength });
  open.close();
  const weights = randomWeights(attentionConfig);
  const attention = await openBackend(adapter, { config: attentionConfig, weights, slots, contextLength });
  return { hybrid, attention };
}

/** Reads the context into the last slot. */
async function prepare(backend: Backend, context: number): Promise<void> {
  const slot = backend.slots - 1;
  backend.reset(slot);
  await backend.append([{ slot, tokens: promptOf(context, backend.config.vocabSize) }]);
}

async function measure(hybrid: Backend, attention: Backend, context: number, samples: number): Promise<Speed> {
  const times: Record<'hybrid' | 'attention', number[]> = { hybrid: [], attention: [] };
  for (let repeat = 0; repeat < repeatsOf(samples); repeat++) {
    times.hybrid.push(await draw(hybrid, samples));
    times.attention.push(await draw(attention, samples));
  }
  const perSecond = (ms: readonly number[]) => (samples * STEPS * 1000) / median(ms);
  const tokensPerSecond = perSecond(times.hybrid);
  const allAttentionTokensPerSecond = perSecond(times.attention);
  return {
    context,
    samples,
    tokensPerSecond,
    tokensPerSecondPerSample: tokensPerSecond / samples,
    allAttentionTokensPerSecond,
    ratioToAllAttention: median(times.attention.map((ms, i) => ms / times.hybrid[i])),
  };
}

/** From the end of the prompt, after one token that is not timed. @returns ms */
async function draw(backend: Backend, samples: number): Promise<number> {
  const slots = Array.from({ length: samples }, (_, slot) => slot);
  for (const slot of slots) backend.copy(backend.slots - 1, slot);
  const rows = (firstDraw: number) => slots.map((slot) => ({ slot, seed: slot, firstDraw, temperature: 1, topP: 1 }));
  await backend.sample(rows(0), 1);
  const began = performance.now();
  await backend.sample(rows(1), STEPS);
  return performance.now() - began;
}
