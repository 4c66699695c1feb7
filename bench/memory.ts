/**
 * Memory: what the backends say they hold (weights, state a sample, KV a token), and what the system holds for a process
 * of its own with 8 and 64 samples at a context of CONTEXT, each against the same shape with attention in every layer.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import type { BackendMemory } from '#engine/model/backend.ts';
import type { ModelConfig } from '#engine/model/config.ts';
import type { Weights } from '#engine/model/tensor.ts';
import { type Adapter, allAdapters, openBackend } from './devices/open-backend.ts';
import type { Held } from './memory/hold-samples.ts';
import { sequenceBytes } from './memory/sequence-bytes.ts';
import { allAttention, randomWeights } from './models/random-weights.ts';
import { megabytes, openTable } from './report/table.ts';

/** The app's smallest and largest vote. */
const SAMPLES = [8, 64];
/** Tokens a sample holds: most of the bundled model's context. */
const CONTEXT = 1024;
const HOLDER = fileURLToPath(new URL('./memory/hold-samples.ts', import.meta.url));

export interface BenchOptions {
  readonly modelDir: string;
  readonly print: (line: string) => void;
}

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

interface MemoryResult {
  suite: 'memory';
  devices: DeviceMemory[];
  processes: ProcessMemory[];
}

export async function run({ modelDir, print }: BenchOptions): Promise<MemoryResult> {
  const config = readModelConfig(modelDir);
  return { suite: 'memory', devices: await reported(modelDir, config, print), processes: resident(modelDir, print) };
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
    const hybrid = hold(modelDir, 'hybrid', samples);
    const attention = hold(modelDir, 'all-attention', samples);
    const ratio = growth(hybrid) / growth(attention);
    const cells = (held: Held) => [held.loaded, held.filled, growth(held), held.peak].map(megabytes);
    table.row([samples, CONTEXT, 'hybrid', ...cells(hybrid), ratio.toFixed(3)]);
    table.row([samples, CONTEXT, 'all-attention', ...cells(attention), '']);
    return { samples, context: CONTEXT, hybrid, allAttention: attention, growthRatioToAllAttention: ratio };
  });
}

function hold(modelDir: string, shape: 'hybrid' | 'all-attention', samples: number): Held {
  const output = execFileSync(process.execPath, [HOLDER, modelDir, shape, `${samples}`, `${CONTEXT}`], { encoding: 'utf8' });
  return JSON.parse(output);
}

function growth({ loaded, filled }: Held): number {
  return filled - loaded;
}
