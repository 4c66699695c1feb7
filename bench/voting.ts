/**
 * Voting: total tokens a second of 1 to 512 samples of one prompt, after a short prompt and in long contexts, for the hybrid
 * and for the same shape with attention in every layer. The two are measured in turn, so that what else the machine does
 * weighs on both (on the CPU by processor time); speeds are medians of runs of STEPS tokens a sample, the ratio is the median of
 * the pairs' ratios. The bundled model on the CPU and on real adapters; with --gpu M1-3B's shape on the first real one.
 */
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { blocksFor } from '#engine/kv-format.ts';
import type { Backend } from '#engine/model/backend.ts';
import type { BenchOptions } from './bench-options.ts';
import { openBackend, realAdapters } from './devices/open-backend.ts';
import { type GpuVotingResult, voteOnGpu } from './gpu/voting-on-gpu.ts';
import { DecodeRun } from './measure/decode-run.ts';
import { type Drop, median, worstDrop } from './measure/statistics.ts';
import { allAttention, randomWeights } from './models/random-weights.ts';
import { plot, savePlot } from './report/plot.ts';
import { openTable } from './report/table.ts';

/** Tokens read before the draws, and the most samples measured there: what memory and patience allow. */
interface Length {
  readonly context: number;
  readonly mostSamples: number;
}

/** A typed problem, a long solution, most of the bundled model's context, and past it. */
const LENGTHS: readonly Length[] = [
  { context: 64, mostSamples: 64 },
  { context: 256, mostSamples: 64 },
  { context: 1024, mostSamples: 16 },
];
/** Doublings, as a vote is set. */
const SAMPLES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
/** How time a token grows with the context is told at this many samples. */
const GROWTH_SAMPLES = 8;
/** The scheduler draws 1 to 8 a call; few, so that the context stays what the row says and the suite under a minute. */
const STEPS = 4;
/** Runs of a small vote take milliseconds, which other work on the machine easily doubles: more of them. */
const repeatsOf = (samples: number) => Math.min(9, Math.max(3, Math.ceil(24 / samples)));

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
  /** Time a token at the longest context over that at the shortest, with GROWTH_SAMPLES samples. */
  growth: Record<'hybrid' | 'allAttention', number>;
}

interface Subject {
  readonly hybrid: Backend;
  readonly attention: Backend;
  readonly lengths: readonly Length[];
}

export async function run(
  options: BenchOptions,
): Promise<{ suite: 'voting'; devices: readonly (VotingResult | GpuVotingResult)[] }> {
  return { suite: 'voting', devices: options.gpu === true ? [await voteOnGpu(options)] : await voteBundled(options) };
}

async function voteBundled(options: BenchOptions): Promise<VotingResult[]> {
  const { print } = options;
  const heading = ['backend', 'context', 'samples', 'tok/s', 'tok/s a sample', 'all-attention tok/s', 'ratio', 'device'];
  const table = openTable(print, heading);
  const devices: VotingResult[] = [];
  for await (const { hybrid, attention, lengths } of bundledShapes(options)) {
    const { kind: backend, device } = hybrid;
    const speeds: Speed[] = [];
    for (const { context, mostSamples } of lengths) {
      const runs = { hybrid: await DecodeRun.open(hybrid, context), attention: await DecodeRun.open(attention, context) };
      for (const samples of SAMPLES.filter((count) => count <= mostSamples)) {
        const speed = await measure(runs, context, samples);
        speeds.push(speed);
        const figures = [speed.tokensPerSecond, speed.tokensPerSecondPerSample, speed.allAttentionTokensPerSecond];
        const ratio = speed.ratioToAllAttention.toFixed(2);
        table.row([backend, context, samples, ...figures.map((figure) => figure.toFixed(1)), ratio, device]);
      }
    }
    const worstDrops = lengths.map(({ context }) => ({
      context,
      ...worstDrop(speeds.filter((speed) => speed.context === context)),
    }));
    for (const { context, from, to, ratio } of worstDrops)
      print(`worst step at ${context}: ${from} to ${to} samples, ${ratio.toFixed(2)} times the total`);
    const growth = growthOf(speeds, lengths);
    const [shortest, longest] = [lengths[0].context, lengths[lengths.length - 1].context];
    print(
      `time a token at ${longest} over ${shortest}: hybrid ${growth.hybrid.toFixed(2)}, all-attention ${growth.allAttention.toFixed(2)}`,
    );
    await Promise.all([hybrid.close(), attention.close()]);
    devices.push({ backend, device, speeds, worstDrops, growth });
  }
  for (const { backend, device, speeds } of devices) save(backend, device, speeds, print);
  return devices;
}

async function* bundledShapes({ modelDir }: BenchOptions): AsyncGenerator<Subject> {
  const config = readModelConfig(modelDir);
  const attentionConfig = allAttention(config);
  const lengths = LENGTHS;
  for (const adapter of await realAdapters()) {
    const open = openWeights(modelDir, config);
    const hybrid = await openBackend(adapter, { config, weights: open.weights, ...sizesFor(lengths) });
    open.close();
    const weights = randomWeights(attentionConfig);
    const attention = await openBackend(adapter, { config: attentionConfig, weights, ...sizesFor(lengths) });
    yield { hybrid, attention, lengths };
  }
}

/** One slot keeps the prompt. */
function sizesFor(lengths: readonly Length[]) {
  return {
    slots: Math.max(...lengths.map(({ mostSamples }) => mostSamples)) + 1,
    contextLength: Math.max(...lengths.map(({ context }) => context)) + 1 + STEPS,
    maxBlocks: Math.max(...lengths.map(({ context, mostSamples }) => blocksFor(context) + mostSamples * 2)),
  };
}

async function measure(
  { hybrid, attention }: Record<'hybrid' | 'attention', DecodeRun>,
  context: number,
  samples: number,
): Promise<Speed> {
  const times: Record<'hybrid' | 'attention', number[]> = { hybrid: [], attention: [] };
  for (let repeat = 0; repeat < repeatsOf(samples); repeat++) {
    times.hybrid.push(hybrid.costMs(await hybrid.time(samples, STEPS), samples));
    times.attention.push(attention.costMs(await attention.time(samples, STEPS), samples));
  }
  const perSecond = (ms: readonly number[]) => (samples * STEPS * 1000) / median(ms);
  const tokensPerSecond = perSecond(times.hybrid);
  return {
    context,
    samples,
    tokensPerSecond,
    tokensPerSecondPerSample: tokensPerSecond / samples,
    allAttentionTokensPerSecond: perSecond(times.attention),
    ratioToAllAttention: median(times.attention.map((ms, i) => ms / times.hybrid[i])),
  };
}

function growthOf(speeds: readonly Speed[], lengths: readonly Length[]): VotingResult['growth'] {
  const at = ({ context }: Length) => speeds.filter((speed) => speed.context === context && speed.samples === GROWTH_SAMPLES);
  const [[shortest], [longest]] = [at(lengths[0]), at(lengths[lengths.length - 1])];
  return {
    hybrid: shortest.tokensPerSecond / longest.tokensPerSecond,
    allAttention: shortest.allAttentionTokensPerSecond / longest.allAttentionTokensPerSecond,
  };
}

function save(backend: string, device: string, speeds: readonly Speed[], print: BenchOptions['print']): void {
  const contexts = [...new Set(speeds.map(({ context }) => context))];
  const lines = contexts.map((context) => ({
    name: `after ${context} tokens`,
    points: speeds
      .filter((speed) => speed.context === context)
      .map((speed) => [speed.samples, speed.ratioToAllAttention] as const),
  }));
  const title = `Voting: hybrid over all-attention, ${device}`;
  savePlot(`voting-${backend}`, plot({ title, x: 'samples', y: 'times the tokens a second', lines }), print);
}
