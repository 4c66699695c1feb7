/**
 * Decoding on a GPU: total tokens a second by batch, the share of the copy bandwidth that batch 1 reaches, the time to read
 * a prompt, and on demand where a step's time goes. M1-3B's shape in int4 and f16, then the bundled model.
 */
import { createDawn } from '#engine/device/dawn.ts';
import { openDevice } from '#engine/device/open-device.ts';
import type { BenchOptions } from '../bench-options.ts';
import { deviceCopyBandwidth } from '../measure/copy-bandwidth.ts';
import { Deadline } from '../measure/deadline.ts';
import { type DrawingSpeed, drawingSpeed } from '../measure/drawing-speed.ts';
import { type Drop, worstDrop } from '../measure/statistics.ts';
import type { PlacedModel, Placement } from '../models/placed-model.ts';
import { openTable, type Table } from '../report/table.ts';
import { gpuAdapter, largeName, openBundled, openLarge } from './gpu-models.ts';

/** Odd ones included: a kernel that takes four or eight rows would show its seams. */
const BATCHES = [1, 2, 3, 4, 5, 6, 8, 9, 12, 16, 17, 24, 32, 33, 48, 64];
const BUNDLED_BATCHES = [1, 8, 64, 256, 512];
const CONTEXT = 256;
/** Measured first: what bars ask for, should time run out. */
const LONG: readonly Placement[] = [
  { samples: 64, context: 2048 },
  { samples: 8, context: 32_768 },
];
const PROMPT_TOKENS = 4096;
const PROFILED: readonly Placement[] = [
  { samples: 1, context: CONTEXT },
  { samples: 64, context: 2048 },
];

export interface GpuDecodeResult {
  readonly device: string;
  readonly model: string;
  readonly weightBytes: number;
  readonly copyBytesPerSecond: number;
  /** At batch 1. */
  readonly bandwidthFraction: number;
  readonly speeds: readonly DrawingSpeed[];
  /** In long contexts. */
  readonly longSpeeds: readonly DrawingSpeed[];
  readonly worstDrop: Drop | null;
  readonly promptTokensPerSecond: number | null;
  readonly profiles: readonly Profile[];
}

interface Profile extends Placement {
  readonly totalMs: number;
  readonly kinds: Readonly<Record<string, { readonly count: number; readonly ms: number }>>;
}

interface Subject {
  readonly name: string;
  readonly batches: readonly number[];
  readonly long: readonly Placement[];
  readonly profiled: readonly Placement[];
  readonly promptTokens: number;
  readonly open: (placements: readonly Placement[]) => Promise<PlacedModel>;
}

export async function decodeOnGpu(options: BenchOptions): Promise<GpuDecodeResult[]> {
  const { print, layers, modelDir } = options;
  const adapter = await gpuAdapter();
  const copyBytesPerSecond = await bandwidthOf(adapter);
  print(`copying moves ${(copyBytesPerSecond / 1e9).toFixed(0)} GB/s on ${adapter}`);
  const large = (format: 'f16' | 'int4'): Subject => ({
    name: largeName(format, layers),
    batches: BATCHES,
    long: LONG,
    profiled: PROFILED,
    promptTokens: PROMPT_TOKENS,
    open: (placements) => openLarge({ adapter, layers, format, kvFormat: 'f16', shape: 'hybrid', placements }),
  });
  const bundled: Subject = {
    name: 'bundled model, int8',
    batches: BUNDLED_BATCHES,
    long: [],
    profiled: PROFILED.map(({ samples }) => ({ samples, context: CONTEXT })),
    promptTokens: 1024,
    open: (placements) => openBundled(modelDir, adapter, placements),
  };
  const subjects = [large('int4'), large('f16'), bundled];
  const results: GpuDecodeResult[] = [];
  for (const subject of subjects) {
    const seconds = (options.seconds ?? Number.POSITIVE_INFINITY) / subjects.length;
    results.push(await measure(subject, copyBytesPerSecond, seconds, options));
  }
  return results;
}

async function measure(
  { name, batches, long, profiled, promptTokens, open }: Subject,
  copyBytesPerSecond: number,
  seconds: number,
  { print, profile = false }: BenchOptions,
): Promise<GpuDecodeResult> {
  const placements = batches.map((samples) => ({ samples, context: CONTEXT }));
  const model = await open([...placements, ...long, { samples: 1, context: promptTokens }]);
  const deadline = new Deadline(seconds);
  try {
    const { weightBytes } = model.memory;
    print(`${name}: ${(weightBytes / 1e9).toFixed(2)} GB of weights ready in ${(model.loadMs / 1000).toFixed(1)} s`);
    const profiles: Profile[] = [];
    for (const placement of profile ? profiled : []) {
      if (deadline.isPast) break;
      const found = await profileOf(model, placement, print);
      if (found !== null) profiles.push(found);
    }
    const table = openTable(print, ['context', 'samples', 'tok/s', 'ms a step', 'recording ms', 'of copy bandwidth']);
    const tell = async (placement: Placement, isFirst: boolean): Promise<DrawingSpeed> => {
      const speed = await drawingSpeed(model, placement.samples, placement.context, isFirst);
      const share = (weightBytes * 1000) / speed.stepMs / copyBytesPerSecond;
      const figures = [speed.tokensPerSecond.toFixed(0), speed.stepMs.toFixed(3), speed.recordingMs.toFixed(3)];
      table.row([placement.context, placement.samples, ...figures, `${(100 * share).toFixed(0)} %`]);
      return speed;
    };
    const speeds: DrawingSpeed[] = [];
    const longSpeeds: DrawingSpeed[] = [];
    const [first, ...others] = placements;
    speeds.push(await tell(first, true));
    for (const placement of long) if (!deadline.isPast) longSpeeds.push(await tell(placement, false));
    for (const placement of others) if (!deadline.isPast) speeds.push(await tell(placement, false));
    const promptTokensPerSecond = deadline.isPast ? null : await readingSpeed(model, promptTokens, print);
    const drop = speeds.length < 2 ? null : worstDrop(speeds);
    if (drop !== null) print(`worst step: ${drop.from} to ${drop.to} samples, ${drop.ratio.toFixed(2)} times the total`);
    return {
      device: model.device,
      model: name,
      weightBytes,
      copyBytesPerSecond,
      bandwidthFraction: (weightBytes * 1000) / speeds[0].stepMs / copyBytesPerSecond,
      speeds,
      longSpeeds,
      worstDrop: drop,
      promptTokensPerSecond,
      profiles,
    };
  } finally {
    model.close();
  }
}

async function readingSpeed(model: PlacedModel, tokens: number, print: BenchOptions['print']): Promise<number> {
  const ms = await model.read(tokens);
  print(`a prompt of ${tokens} tokens is read in ${ms.toFixed(0)} ms: ${((tokens * 1000) / ms).toFixed(0)} tokens/s`);
  return (tokens * 1000) / ms;
}

async function profileOf(model: PlacedModel, placement: Placement, print: BenchOptions['print']): Promise<Profile | null> {
  const { samples, context } = placement;
  // Placed and warmed up as where it is timed whole.
  await drawingSpeed(model, samples, context, true);
  const times = await model.profile();
  if (times === null) {
    print('no profile: the device has no timestamps');
    return null;
  }
  const { kinds, totalMs } = times;
  const table: Table = openTable(print, ['ms a step', 'us each', 'kernels', `kind, ${samples} samples after ${context} tokens`]);
  for (const [kind, { count, ms }] of [...kinds].toSorted((a, b) => b[1].ms - a[1].ms)) {
    table.row([ms.toFixed(3), ((ms * 1000) / count).toFixed(1), count, kind]);
  }
  const inside = [...kinds.values()].reduce((sum, { ms }) => sum + ms, 0);
  table.row([totalMs.toFixed(3), '', '', `from first to last, ${(totalMs - inside).toFixed(3)} of them between kernels`]);
  return { ...placement, totalMs, kinds: Object.fromEntries(kinds) };
}

async function bandwidthOf(adapter: string): Promise<number> {
  const device = await openDevice(await createDawn({ adapter }), adapter);
  try {
    return await deviceCopyBandwidth(device);
  } finally {
    device.close();
  }
}
