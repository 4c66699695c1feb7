/**
 * Loading a model in number formats that it is not stored in: the first time, when it is converted and a pack is kept, and the second,
 * from the pack. Each load is a process of its own, so that the most it held is its own too. Ratios: the second load's processor
 * time to that of reading the pack's bytes; the peak of resident memory to what the weights take on the device.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { isConverted } from '#engine/model/convert-weights.ts';
import type { WeightFormat } from '#engine/model/weight-format.ts';
import { type Adapter, allAdapters } from '../devices/open-backend.ts';
import { openTable } from '../report/table.ts';
import type { LoadedOnce } from './load-once.ts';
import { readingMs } from './reading.ts';

const LOADER = fileURLToPath(new URL('./load-once.ts', import.meta.url));
const OPTIONS: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
const FORMATS: readonly WeightFormat[] = ['int8', 'int4'];
/** A second software driver on the same cores tells nothing more, and takes minutes for a large model. */
const LEFT_OUT = /swiftshader/i;

export interface ConvertedLoads {
  readonly device: string;
  readonly format: WeightFormat;
  readonly weightBytes: number;
  readonly first: LoadedOnce;
  readonly second: LoadedOnce;
  /** Processor time of reading the pack from the page cache. */
  readonly readPackMs: number;
  readonly secondToReading: number;
  /** Resident at most during the first load, above the idle process and the weights. */
  readonly peakAboveWeightsBytes: number;
}

export async function convertedLoads(modelDir: string, print: (line: string) => void): Promise<ConvertedLoads[]> {
  const columns = ['format', 'weights MB', 'first s', 'second s', 'of that weights s', 'CPU s', 'read pack CPU s', 'vs reading'];
  const table = openTable(print, [...columns, 'peak above weights MB', 'device']);
  const results: ConvertedLoads[] = [];
  for (const adapter of (await allAdapters()).filter((name) => name === null || !LEFT_OUT.test(name))) {
    for (const format of FORMATS.filter((each) => isNew(modelDir, each))) {
      const result = measure(modelDir, adapter, format);
      results.push(result);
      const { first, second, weightBytes, readPackMs, secondToReading, peakAboveWeightsBytes, device } = result;
      const seconds = [first.ms, second.ms, second.weightsMs, second.weightsCpuMs, readPackMs].map((ms) =>
        (ms / 1000).toFixed(2),
      );
      const peak = (peakAboveWeightsBytes / 1e6).toFixed(0);
      table.row([format, (weightBytes / 1e6).toFixed(0), ...seconds, secondToReading.toFixed(1), peak, device]);
    }
  }
  return results;
}

function isNew(modelDir: string, format: WeightFormat): boolean {
  const { weights, close } = openWeights(modelDir, readModelConfig(modelDir));
  close();
  return isConverted(weights, format);
}

function measure(modelDir: string, adapter: Adapter, format: WeightFormat): ConvertedLoads {
  const cache = mkdtempSync(join(tmpdir(), 'quorum-bench-load-'));
  try {
    const first = loadOnce(modelDir, adapter, format, cache);
    const second = loadOnce(modelDir, adapter, format, cache);
    const readPackMs = Math.max(...readdirSync(cache).map((name) => readingMs(join(cache, name))));
    const { device, weightBytes } = first;
    const peakAboveWeightsBytes = first.peakBytes - first.idleBytes - weightBytes;
    const secondToReading = second.weightsCpuMs / readPackMs;
    return { device, format, weightBytes, first, second, readPackMs, secondToReading, peakAboveWeightsBytes };
  } finally {
    rmSync(cache, { recursive: true });
  }
}

/** Ends by SIGKILL once it has spoken, as the engine host does: a driver's teardown can hang. */
function loadOnce(modelDir: string, adapter: Adapter, format: WeightFormat, cache: string): LoadedOnce {
  try {
    return JSON.parse(execFileSync(process.execPath, [LOADER, modelDir, adapter ?? '', format, cache], OPTIONS));
  } catch (error) {
    const { signal, stdout } = error as { signal?: string; stdout?: string };
    if (signal !== 'SIGKILL' || !stdout?.startsWith('{')) throw error;
    return JSON.parse(stdout);
  }
}
