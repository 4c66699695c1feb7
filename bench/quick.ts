/**
 * The bundled model on every backend and adapter present: load time, time to the first token, tokens/s at 1 and 8
 * samples, and the ratio to a model of the same shape with attention in every layer. The metric is total tokens a second
 * of `Backend.sample` over STEPS steps after a warm-up, median of REPEATS; each ratio is taken in one run on one device.
 */
import { createDawn, listAdapters } from '#engine/device/dawn.ts';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { loadEngine } from '#engine/load.ts';
import type { Backend } from '#engine/model/backend.ts';
import type { ModelConfig } from '#engine/model/config.ts';
import { createCpuBackend } from '#engine/model/cpu-backend.ts';
import { createGpuBackend } from '#engine/model/gpu/gpu-backend.ts';
import type { Weights } from '#engine/model/tensor.ts';
import { allAttention, randomWeights } from './models/random-weights.ts';

const STEPS = 32;
const REPEATS = 3;
const PROMPT_TOKENS = 64;
const CONTEXT = 1024;
const PROBLEM = 'Solve 3x + 5 = 20';

export interface BenchOptions {
  readonly modelDir: string;
  /** Receives the table, line by line. */
  readonly print: (line: string) => void;
}

interface DeviceResult {
  backend: 'cpu' | 'gpu';
  device: string;
  loadMs: number;
  firstTokenMs: number;
  tokensPerSecond: Record<number, number>;
  /** Hybrid over all-attention, by samples. */
  ratioToAllAttention: Record<number, number>;
}

/** @returns what the last line of `quorum bench quick` prints */
export async function run({ modelDir, print }: BenchOptions): Promise<{ suite: 'quick'; devices: DeviceResult[] }> {
  const config = readModelConfig(modelDir);
  const devices: DeviceResult[] = [];
  print('backend  load ms  first token ms  tok/s x1  tok/s x8  vs all-attention x1, x8  device');
  for (const adapter of [null, ...(await listAdapters())]) {
    const result = await measureDevice(modelDir, config, adapter);
    devices.push(result);
    const cells = [
      result.backend.padEnd(7),
      result.loadMs.toFixed(0).padStart(8),
      result.firstTokenMs.toFixed(0).padStart(15),
      ...[1, 8].map((rows) => result.tokensPerSecond[rows].toFixed(1).padStart(9)),
      [1, 8]
        .map((rows) => result.ratioToAllAttention[rows].toFixed(2))
        .join(', ')
        .padStart(23),
      ` ${result.device}`,
    ];
    print(cells.join(' '));
  }
  return { suite: 'quick', devices };
}

/** @param adapter null for the CPU backend */
async function measureDevice(modelDir: string, config: ModelConfig, adapter: string | null): Promise<DeviceResult> {
  const gpu = adapter === null ? null : await createDawn({ adapter });
  const began = performance.now();
  const engine = await loadEngine({
    modelDir,
    gpu,
    backend: gpu === null ? 'cpu' : 'gpu',
    ...(adapter === null ? {} : { adapter }),
    slots: 1,
    contextLength: CONTEXT,
  });
  const loadMs = performance.now() - began;
  const { firstTokenMs } = await engine.generate(
    { problem: PROBLEM, rows: [{ index: 0, seed: 1 }], temperature: 0, topP: 1, maxTokens: 4 },
    { onTokens: () => {}, onRowEnd: () => {} },
    new AbortController().signal,
  );
  await engine.close();

  const open = openWeights(modelDir, config);
  const hybrid = await measureShape(config, open.weights, gpu, adapter);
  open.close();
  const attentionConfig = allAttention(config);
  const attention = await measureShape(attentionConfig, randomWeights(attentionConfig), gpu, adapter);
  return {
    backend: gpu === null ? 'cpu' : 'gpu',
    device: hybrid.device,
    loadMs,
    firstTokenMs,
    tokensPerSecond: hybrid.speeds,
    ratioToAllAttention: Object.fromEntries([1, 8].map((rows) => [rows, hybrid.speeds[rows] / attention.speeds[rows]])),
  };
}

async function measureShape(config: ModelConfig, weights: Weights, gpu: GPU | null, adapter: string | null) {
  const common = { config, weights, slots: 8, contextLength: CONTEXT };
  const backend =
    gpu === null ? await createCpuBackend(common) : await createGpuBackend({ ...common, gpu, adapter: adapter ?? undefined });
  const speeds: Record<number, number> = { 1: await tokensPerSecond(backend, 1), 8: await tokensPerSecond(backend, 8) };
  await backend.close();
  return { device: backend.device, speeds };
}

async function tokensPerSecond(backend: Backend, rows: number): Promise<number> {
  const slots = Array.from({ length: rows }, (_, slot) => slot);
  const prompt = Array.from({ length: PROMPT_TOKENS }, (_, i) => (i * 7) % backend.config.vocabSize);
  for (const slot of slots) backend.reset(slot);
  await backend.append(slots.map((slot) => ({ slot, tokens: prompt })));
  const draw = (firstDraw: number, steps: number) =>
    backend.sample(
      slots.map((slot) => ({ slot, seed: slot, firstDraw, temperature: 1, topP: 1 })),
      steps,
    );
  await draw(0, 4);
  const speeds: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const began = performance.now();
    await draw(4 + repeat * STEPS, STEPS);
    speeds.push((rows * STEPS * 1000) / (performance.now() - began));
  }
  return speeds.sort((a, b) => a - b)[Math.floor(REPEATS / 2)];
}
