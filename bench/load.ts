/**
 * Loading a model: as it is stored, several times in one process (small models), and converted to int8 and int4 with a pack kept for
 * the second time. `scripts/make-random-checkpoint.ts` makes a large one to load.
 */
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import { weightBytes } from '#engine/model/weight-format.ts';
import { type ConvertedLoads, convertedLoads } from './load/converted-loads.ts';
import { type RepeatedLoads, repeatedLoads } from './load/repeated-loads.ts';

/** Above this, loading it six times on each adapter as stored would take many minutes and memory that few machines have. */
const MAX_REPEATED_BYTES = 2 ** 30;

export interface BenchOptions {
  readonly modelDir: string;
  readonly print: (line: string) => void;
}

interface LoadResult {
  suite: 'load';
  devices: RepeatedLoads[];
  converted: ConvertedLoads[];
}

export async function run({ modelDir, print }: BenchOptions): Promise<LoadResult> {
  const devices = storedBytes(modelDir) <= MAX_REPEATED_BYTES ? await repeatedLoads(modelDir, print) : [];
  return { suite: 'load', devices, converted: await convertedLoads(modelDir, print) };
}

function storedBytes(modelDir: string): number {
  const { weights, close } = openWeights(modelDir, readModelConfig(modelDir));
  close();
  return weightBytes(weights, 'stored');
}
