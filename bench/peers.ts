/**
 * Decoding beside llama.cpp on the same device in the same run: a llama of as many parameters and bits with random
 * weights, driven through llama.cpp's own C API. The two are measured in turn; the metric is the median of the pairs'
 * ratios, by the clock and, on the CPU, by processor time: llama.cpp's threads wait for each other by spinning, so on a
 * machine that does other work too the clock flatters us.
 * On the CPU the bundled model against Q8_0; with --gpu M1-3B's shape against Llama-3.2-3B's, F16 and 4 bits.
 */
import { rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import type { Backend } from '#engine/model/backend.ts';
import { createCpuBackend } from '#engine/model/cpu-backend.ts';
import type { BenchOptions } from './bench-options.ts';
import { gpuAdapter, openLarge } from './gpu/gpu-models.ts';
import { DecodeRun, type Timing } from './measure/decode-run.ts';
import { median } from './measure/statistics.ts';
import type { PlacedModel } from './models/placed-model.ts';
import type { TensorType } from './peers/gguf-file.ts';
import { buildDriver, howToGet, type LlamaLibrary } from './peers/llama-library.ts';
import { LLAMA_3B, type LlamaShape, llamaLike, parametersOf, writeLlama } from './peers/llama-model.ts';
import { type LlamaProcess, startLlama } from './peers/llama-process.ts';
import { openTable } from './report/table.ts';

const PAIRS = 7;
/** A round ends early, but not before three pairs, where a busy machine draws it out. */
const ROUND_MS = 15_000;

/** What of ours is compared: as much as both a backend and a placed model can tell. */
interface Contender {
  readonly device: string;
  readonly isGpu: boolean;
  /** For samples after so many tokens: what times `steps` tokens of each, after one draw that is not timed. */
  prepare(context: number): Promise<(samples: number, steps: number) => Promise<Timing>>;
  close(): Promise<void>;
}

/** One model of ours and the llama it is compared with. */
interface Match {
  readonly ours: Contender;
  readonly weights: 'int8' | 'int4' | 'f16';
  readonly llama: LlamaShape;
  readonly type: TensorType;
  readonly gpuLayers: number;
  readonly threads: number;
  /** Samples, context and steps of each comparison. */
  readonly rounds: readonly Round[];
}

interface Round {
  readonly samples: number;
  readonly context: number;
  readonly steps: number;
}

interface Comparison extends Round {
  readonly device: string;
  readonly weights: string;
  readonly peer: string;
  readonly tokensPerSecond: number;
  readonly peerTokensPerSecond: number | null;
  /** Ours over the peer's; null without a peer. */
  readonly ratio: number | null;
  /** The same by processor time; null on a GPU too. */
  readonly processorRatio: number | null;
  readonly threads: number;
}

export interface PeersResult {
  readonly suite: 'peers';
  readonly comparisons: readonly Comparison[];
}

export async function run(options: BenchOptions): Promise<PeersResult> {
  const { print, llama, gpu = false } = options;
  const library = llama === undefined ? null : buildDriver(llama, gpu ? 'vulkan' : 'cpu');
  if (library === null) print(howToGet(gpu ? 'vulkan' : 'cpu'));
  const table = openTable(print, [
    'weights',
    'samples',
    'context',
    'tok/s',
    'peer tok/s',
    'ratio',
    'by processor time',
    'device, peer',
  ]);
  const comparisons: Comparison[] = [];
  for await (const match of gpu ? gpuMatches(options) : cpuMatches(options)) {
    try {
      for (const comparison of await play(match, library)) {
        comparisons.push(comparison);
        const { weights, samples, context, tokensPerSecond, peerTokensPerSecond, ratio, processorRatio, device, peer } =
          comparison;
        const ratios = [ratio, processorRatio].map((value) => value?.toFixed(2) ?? '-');
        const figures = [tokensPerSecond.toFixed(0), peerTokensPerSecond?.toFixed(0) ?? '-', ...ratios];
        table.row([weights, samples, context, ...figures, `${device}, ${peer}`]);
      }
    } finally {
      await match.ours.close();
    }
  }
  library?.remove();
  return { suite: 'peers', comparisons };
}

async function* cpuMatches({ modelDir }: BenchOptions): AsyncGenerator<Match> {
  const config = readModelConfig(modelDir);
  for (const threads of new Set([1, availableParallelism()])) {
    const open = openWeights(modelDir, config);
    const ours = await createCpuBackend({ config, weights: open.weights, slots: 9, contextLength: 256, threads });
    open.close();
    const rounds = [1, 8].map((samples) => ({ samples, context: 64, steps: 16 }));
    yield { ours: fromBackend(ours), weights: 'int8', llama: llamaLike(config), type: 'q8_0', gpuLayers: 0, threads, rounds };
  }
}

/** The first real adapter: the one that llama.cpp's Vulkan build takes too. */
async function* gpuMatches({ layers }: BenchOptions): AsyncGenerator<Match> {
  const adapter = await gpuAdapter();
  const depth = layers ?? LLAMA_3B.layers;
  const llama = { ...LLAMA_3B, layers: depth };
  const rounds = [
    { samples: 1, context: 256, steps: 64 },
    { samples: 8, context: 256, steps: 64 },
    { samples: 64, context: 256, steps: 32 },
    { samples: 64, context: 2048, steps: 32 },
  ];
  for (const [weights, type] of [['f16', 'f16'] as const, ['int4', 'q4_0'] as const]) {
    const large = { adapter, layers: depth, kvFormat: 'f16', shape: 'hybrid', placements: rounds } as const;
    const ours = fromPlaced(await openLarge({ ...large, format: weights }));
    yield { ours, weights, llama, type, gpuLayers: depth + 1, threads: availableParallelism(), rounds };
  }
}

function fromBackend(backend: Backend): Contender {
  return {
    device: backend.device,
    isGpu: backend.kind === 'gpu',
    async prepare(context) {
      const decode = await DecodeRun.open(backend, context);
      return (samples, steps) => decode.time(samples, steps);
    },
    close: () => backend.close(),
  };
}

function fromPlaced(model: PlacedModel): Contender {
  return {
    device: model.device,
    isGpu: true,
    prepare: async (context) => async (samples, steps) => {
      await model.place({ samples, context });
      await model.draw(1);
      const { ms } = await model.draw(steps);
      return { wallMs: ms, processorMs: 0 };
    },
    close: async () => model.close(),
  };
}

async function play(
  { ours, weights, llama, type, gpuLayers, threads, rounds }: Match,
  library: LlamaLibrary | null,
): Promise<Comparison[]> {
  const path = join(tmpdir(), `quorum-llama-${process.pid}.gguf`);
  const peer = await openPeer(library, path, llama, type, gpuLayers, threads);
  try {
    const comparisons: Comparison[] = [];
    for (const round of rounds) {
      const peerName = library === null ? 'no peer' : `${library.name}, ${(parametersOf(llama) / 1e6).toFixed(1)}M ${type}`;
      comparisons.push({
        ...round,
        threads,
        device: ours.device,
        weights,
        peer: peerName,
        ...(await compare(ours, peer, round)),
      });
    }
    return comparisons;
  } finally {
    peer?.close();
    rmSync(path, { force: true });
  }
}

async function openPeer(
  library: LlamaLibrary | null,
  path: string,
  shape: LlamaShape,
  type: TensorType,
  gpuLayers: number,
  threads: number,
): Promise<LlamaProcess | null> {
  if (library === null) return null;
  writeLlama(path, shape, type);
  return startLlama({ library, model: path, gpuLayers, threads, kv: 'f16' });
}

async function compare(ours: Contender, peer: LlamaProcess | null, { samples, context, steps }: Round) {
  const time = await ours.prepare(context);
  await time(samples, steps);
  await peer?.decode(samples, context, steps);
  const pairs: { own: Timing; other: Timing | null }[] = [];
  const began = performance.now();
  for (let pair = 0; pair < PAIRS && (pair < 3 || performance.now() - began < ROUND_MS); pair++) {
    const own = await time(samples, steps);
    pairs.push({ own, other: (await peer?.decode(samples, context, steps)) ?? null });
  }
  const perSecond = (ms: readonly number[]) => (ms.length === 0 ? null : (samples * steps * 1000) / median(ms));
  const others = pairs.flatMap(({ other }) => (other === null ? [] : [other.wallMs]));
  const ratioOf = (time: (timing: Timing) => number) => {
    const ratios = pairs.flatMap(({ own, other }) => (other === null ? [] : [time(other) / time(own)]));
    return ratios.length === 0 ? null : median(ratios);
  };
  return {
    tokensPerSecond: perSecond(pairs.map(({ own }) => own.wallMs)) ?? 0,
    peerTokensPerSecond: perSecond(others),
    ratio: ratioOf(({ wallMs }) => wallMs),
    processorRatio: ours.isGpu ? null : ratioOf(({ processorMs }) => processorMs),
  };
}
