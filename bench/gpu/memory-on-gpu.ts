/**
 * What long thought takes on a GPU: M1-3B's shape in int4 with 8 samples of 32,768 tokens, each with keys and values of its
 * own, by the engine's own plan and by what the driver says is used (NVIDIA's, where it can be asked).
 */
import { execFileSync } from 'node:child_process';
import type { KvFormat } from '#engine/kv-format.ts';
import { KEPT_PROMPTS, planMemory } from '#engine/model/memory-plan.ts';
import type { BenchOptions } from '../bench-options.ts';
import { drawingSpeed } from '../measure/drawing-speed.ts';
import { configOf } from '../models/noise-model.ts';
import { cutTo, SHAPES } from '../models/shapes.ts';
import { openTable } from '../report/table.ts';
import { gpuAdapter, openLarge } from './gpu-models.ts';

const SAMPLES = 8;
const CONTEXT = 32_768;

export interface GpuMemory {
  readonly device: string;
  readonly kv: KvFormat;
  readonly weightBytes: number;
  readonly kvBytes: number;
  readonly plannedBytes: number;
  /** More than before the model was opened; null where the driver cannot be asked. */
  readonly driverBytes: number | null;
  readonly stepMs: number;
}

export async function memoryOnGpu({ print, layers = SHAPES['m1-3b'].layers }: BenchOptions): Promise<GpuMemory[]> {
  const adapter = await gpuAdapter();
  print(`M1-3B's shape, ${layers} layers, int4, ${SAMPLES} samples of ${CONTEXT} tokens:`);
  const table = openTable(print, ['KV  ', 'weights GiB', 'KV GiB', 'planned GiB', 'driver GiB', 'ms a step', 'device']);
  const results: GpuMemory[] = [];
  for (const kv of ['int8', 'int4'] as const) {
    const before = driverBytes();
    // Slots as the engine has them: some keep prompts.
    const placements = [
      { samples: SAMPLES + KEPT_PROMPTS, context: 0 },
      { samples: SAMPLES, context: CONTEXT },
    ];
    const model = await openLarge({ adapter, layers, format: 'int4', kvFormat: kv, shape: 'hybrid', placements });
    const { stepMs } = await drawingSpeed(model, SAMPLES, CONTEXT, true);
    const after = driverBytes();
    const { weightBytes } = model.memory;
    const plan = planMemory({
      config: configOf(cutTo(SHAPES['m1-3b'], layers)),
      weightBytes,
      samples: SAMPLES,
      slots: SAMPLES + KEPT_PROMPTS,
      contextLength: CONTEXT,
      kv,
      budgetBytes: null,
    });
    const used = before === null || after === null ? null : after - before;
    const result = { device: adapter, kv, weightBytes, kvBytes: model.kvBytes(), plannedBytes: plan.totalBytes };
    results.push({ ...result, driverBytes: used, stepMs });
    const sizes = [weightBytes, result.kvBytes, plan.totalBytes].map(gib);
    table.row([kv, ...sizes, used === null ? '-' : gib(used), stepMs.toFixed(3), adapter]);
    model.close();
  }
  return results;
}

function driverBytes(): number | null {
  try {
    const used = execFileSync('nvidia-smi', ['--query-gpu=memory.used', '--format=csv,noheader,nounits'], { encoding: 'utf8' });
    return Number(used.split('\n')[0]) * 2 ** 20;
  } catch {
    return null;
  }
}

function gib(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(2);
}
