/**
 * Memory: what the backends say they hold (weights, state a sample, KV a token); what the system holds for a process of its
 * own with 8 and 64 samples of one prompt of CONTEXT tokens, each against the same shape with attention in every layer, and
 * with 8 samples of their own tokens in each format of keys and values, against the arithmetic; and what long thought with
 * M1-3B's shape takes by plan. With --gpu the last as the first real adapter takes it.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { KV_FORMATS, type KvFormat } from '#engine/kv-format.ts';
import type { BackendMemory } from '#engine/model/backend.ts';
import type { ModelConfig } from '#engine/model/config.ts';
import { planMemory } from '#engine/model/memory-plan.ts';
import type { Weights } from '#engine/model/tensor.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Adapter, allAdapters, openBackend } from './devices/open-backend.ts';
import { type GpuMemory, memoryOnGpu } from './gpu/memory-on-gpu.ts';
import type { Held } from './memory/hold-samples.ts';
import { type LongThought, longThought } from './memory/long-thought.ts';
import { sequenceBytes } from './memory/sequence-bytes.ts';
import { allAttention, randomWeights } from './models/random-weights.ts';
import { megabytes, openTable } from './report/table.ts';

/** The app's smallest and largest vote. */
const SAMPLES = [8, 64];
/** Tokens a sample holds: most of the bundled model's context. */
const CONTEXT = 1024;
const HOLDER = fileURLToPath(new URL('./memory/hold-samples.ts', import.meta.url));

interface DeviceMemory {
  backend: 'cpu' | 'gpu';
  device: string;
  hybrid: BackendMemory;
  allAttention: BackendMemory;
  /** Bytes of one sample of CONTEXT tokens, hybrid over all-attention. */
  ratioToAllAttention: number;
}

interface ProcessMemory {
  samples: number;
  context: number;
  hybrid: Held;
  allAttention: Held;
  /** What the samples added to the process, hybrid over all-attention. */
  growthRatioToAllAttention: number;
}

interface FormatMemory {
  kv: KvFormat;
  samples: number;
  context: number;
  held: Held;
  /** State and KV of the samples by what the backend says. */
  arithmeticBytes: number;
  /** What the samples added to the process over the arithmetic. */
  ratioToArithmetic: number;
}

interface MemoryResult {
  suite: 'memory';
  devices: DeviceMemory[];
  processes: ProcessMemory[];
  formats: FormatMemory[];
  longThought: LongThought[];
}

interface GpuMemoryResult {
  suite: 'memory';
  gpu: GpuMemory[];
}

export async function run(options: BenchOptions): Promise<MemoryResult | GpuMemoryResult> {
  const { modelDir, print } = options;
  if (options.gpu === true) return { suite: 'memory', gpu: await memoryOnGpu(options) };
  const config = readModelConfig(modelDir);
  return {
    suite: 'memory',
    devices: await reported(modelDir, config, print),
    processes: resident(modelDir, print),
    formats: inFormats(modelDir, config, print),
    longThought: longThought(print),
  };
}

async function reported(modelDir: string, config: ModelConfig, print: BenchOptions['print']): Promise<DeviceMemory[]> {
  const columns = ['backend', 'shape        ', 'weights MB', 'state KB a sample', 'KV KB a token'];
  const table = openTable(print, [...columns, `MB a sample of ${CONTEXT}`, 'device']);
  const attentionConfig = allAttention(config);
  const attentionWeights = randomWeights(attentionConfig);
  const devices: DeviceMemory[] = [];
  for (const adapter of await allAdapters()) {
    const open = openWeights(modelDir, config);
    const hybrid = await describe(adapter, config, open.weights);
    open.close();
    const attention = await describe(adapter, attentionConfig, attentionWeights);
    for (const [shape, { memory }] of [['hybrid', hybrid] as const, ['all-attention', attention] as const]) {
      const { weightBytes, stateBytesPerSlot, kvBytesPerToken } = memory;
      const kilobytes = [stateBytesPerSlot, kvBytesPerToken].map((bytes) => (bytes / 1000).toFixed(1));
      const sample = megabytes(sequenceBytes(memory, CONTEXT));
      table.row([hybrid.kind, shape, megabytes(weightBytes), ...kilobytes, sample, hybrid.device]);
    }
    devices.push({
      backend: hybrid.kind,
      device: hybrid.device,
      hybrid: hybrid.memory,
      allAttention: attention.memory,
      ratioToAllAttention: sequenceBytes(hybrid.memory, CONTEXT) / sequenceBytes(attention.memory, CONTEXT),
    });
  }
  return devices;
}

async function describe(adapter: Adapter, config: ModelConfig, weights: Weights) {
  const backend = await openBackend(adapter, { config, weights, slots: 2, contextLength: CONTEXT });
  const { kind, device, memory } = backend;
  await backend.close();
  return { kind, device, memory };
}

function resident(modelDir: string, print: BenchOptions['print']): ProcessMemory[] {
  const columns = ['samples', 'context', 'shape        ', 'RSS loaded MB', 'RSS filled MB', 'samples added MB', 'peak MB'];
  const table = openTable(print, [...columns, 'growth, hybrid over all-attention']);
  return SAMPLES.map((samples) => {
    const hybrid = hold(modelDir, 'hybrid', samples, 'f32', 'shared');
    const attention = hold(modelDir, 'all-attention', samples, 'f32', 'shared');
    const ratio = growth(hybrid) / growth(attention);
    const cells = (held: Held) => [held.loaded, held.filled, growth(held), held.peak].map(megabytes);
    table.row([samples, CONTEXT, 'hybrid', ...cells(hybrid), ratio.toFixed(3)]);
    table.row([samples, CONTEXT, 'all-attention', ...cells(attention), '']);
    return { samples, context: CONTEXT, hybrid, allAttention: attention, growthRatioToAllAttention: ratio };
  });
}

/** Samples that share no token: every block is their own. */
function inFormats(modelDir: string, config: ModelConfig, print: BenchOptions['print']): FormatMemory[] {
  const [samples] = SAMPLES;
  const table = openTable(print, ['KV format', 'samples', 'context', 'samples added MB', 'arithmetic MB', 'ratio', 'peak MB']);
  return KV_FORMATS.map((kv) => {
    const held = hold(modelDir, 'hybrid', samples, kv, 'own');
    const plan = planMemory({ config, weightBytes: 0, samples, slots: samples, contextLength: CONTEXT, kv, budgetBytes: null });
    const arithmeticBytes = plan.stateBytes + samples * CONTEXT * plan.kvBytesPerToken;
    const ratioToArithmetic = growth(held) / arithmeticBytes;
    const [added, arithmetic, peak] = [growth(held), arithmeticBytes, held.peak].map(megabytes);
    table.row([kv, samples, CONTEXT, added, arithmetic, ratioToArithmetic.toFixed(2), peak]);
    return { kv, samples, context: CONTEXT, held, arithmeticBytes, ratioToArithmetic };
  });
}

function hold(
  modelDir: string,
  shape: 'hybrid' | 'all-attention',
  samples: number,
  kv: KvFormat,
  content: 'shared' | 'own',
): Held {
  const args = [HOLDER, modelDir, shape, `${samples}`, `${CONTEXT}`, kv, content];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function growth({ loaded, filled }: Held): number {
  return filled - loaded;
}
