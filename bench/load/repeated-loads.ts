/**
 * Loading a model again and again in one process, by backend and adapter: files, tokenizer, weights on the device, kernels compiled.
 * The first load is told apart from the later ones, whose median is compared with reading the weights' files in the same run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDawn } from '#engine/device/dawn.ts';
import { loadEngine } from '#engine/load.ts';
import { type Adapter, allAdapters } from '../devices/open-backend.ts';
import { median } from '../measure/statistics.ts';
import { openTable } from '../report/table.ts';

/** Loads after the first. */
const REPEATS = 5;
/** The app's smallest vote. */
const SAMPLES = 8;

export interface RepeatedLoads {
  backend: 'cpu' | 'gpu';
  device: string;
  /** From the page cache. */
  readFileMs: number;
  firstLoadMs: number;
  loadMs: number;
  ratioToReading: number;
}

export async function repeatedLoads(modelDir: string, print: (line: string) => void): Promise<RepeatedLoads[]> {
  const table = openTable(print, ['backend', 'read file ms', 'first load ms', 'load ms', 'vs reading', 'device']);
  const devices: RepeatedLoads[] = [];
  for (const adapter of await allAdapters()) {
    const result = await measure(modelDir, adapter);
    devices.push(result);
    const { backend, readFileMs, firstLoadMs, loadMs, ratioToReading, device } = result;
    table.row([backend, readFileMs.toFixed(1), firstLoadMs.toFixed(0), loadMs.toFixed(0), ratioToReading.toFixed(1), device]);
  }
  return devices;
}

async function measure(modelDir: string, adapter: Adapter): Promise<RepeatedLoads> {
  const first = await load(modelDir, adapter);
  const loads: number[] = [];
  const reads: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    reads.push(readWeights(modelDir));
    loads.push((await load(modelDir, adapter)).ms);
  }
  const readFileMs = median(reads);
  const loadMs = median(loads);
  const backend = adapter === null ? 'cpu' : 'gpu';
  return { backend, device: first.device, readFileMs, firstLoadMs: first.ms, loadMs, ratioToReading: loadMs / readFileMs };
}

async function load(modelDir: string, adapter: Adapter): Promise<{ ms: number; device: string }> {
  const began = performance.now();
  const gpu = adapter === null ? null : await createDawn({ adapter });
  const choice = adapter === null ? { backend: 'cpu' as const } : { backend: 'gpu' as const, adapter };
  const engine = await loadEngine({ modelDir, gpu, slots: SAMPLES, ...choice });
  const ms = performance.now() - began;
  await engine.close();
  return { ms, device: engine.description.adapter };
}

/** One file, or all shards. */
function readWeights(modelDir: string): number {
  const began = performance.now();
  for (const name of readdirSync(modelDir)) if (name.endsWith('.safetensors')) readFileSync(join(modelDir, name));
  return performance.now() - began;
}
