/**
 * Whether an adapter computes what it should: golden logits of the fixtures, the CPU backend's logits of a small model in
 * each number format, and the same bits for a row whatever runs beside it. For machines that have the adapter but no test
 * runner; the first real adapter, or a software one where there is none. Ends with an error where anything is off.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import type { Backend, SampleRow } from '#engine/model/backend.ts';
import { convertWeights } from '#engine/model/convert-weights.ts';
import { deviation as deviationOf, readGolden } from '#engine/model/golden.fixture.ts';
import type { WeightFormat } from '#engine/model/weight-format.ts';
import type { BenchOptions } from './bench-options.ts';
import { openBackend } from './devices/open-backend.ts';
import { gpuAdapter } from './gpu/gpu-models.ts';
import { configOf, noiseWeights } from './models/noise-model.ts';
import { promptOf } from './models/prompt.ts';
import { SHAPES } from './models/shapes.ts';
import { openTable } from './report/table.ts';

const FIXTURES = fileURLToPath(new URL('../engine/model/fixtures/', import.meta.url));
/** Each number format that checkpoints come in, with and without attention, tied and not. */
const GOLDEN = ['mixed-bf16-sharded', 'half-f16', 'untied-repeat-after-f32', 'all-attention-f32'];
/** Of the logits' standard deviation. The CPU rounds activations to 16 bits before it multiplies by int8. */
const LIMITS = { golden: 2e-3, f16: 2e-3, int8: 2e-2, int4: 2e-3 } as const;
const FORMATS = ['f16', 'int8', 'int4'] as const satisfies readonly WeightFormat[];
/** Rows at the seams of kernels, and two hundred for those that a pass of many tokens takes. */
const BATCHES = [1, 2, 4, 5, 8, 9, 16, 17, 32, 33, 64, 200];
const PROMPT_TOKENS = 300;
const STEPS = 4;

interface Check {
  readonly model: string;
  readonly deviation: number;
  readonly limit: number;
  /** What a row found otherwise than alone; empty where all bits agree. */
  readonly differing: readonly string[];
}

export async function run({ print }: BenchOptions): Promise<{ suite: 'golden'; device: string; checks: Check[] }> {
  const adapter = await gpuAdapter();
  print(adapter);
  const table = openTable(print, ['deviation', 'limit  ', 'same bits', 'model']);
  const checks: Check[] = [];
  const tell = (check: Check) => {
    checks.push(check);
    const bits = check.differing.length === 0 ? 'yes' : `NO: ${check.differing.join(', ')}`;
    table.row([check.deviation.toExponential(1), check.limit.toExponential(0), bits, check.model]);
  };
  for (const format of FORMATS) tell(await checkFormat(adapter, format));
  for (const name of existsSync(FIXTURES) ? GOLDEN : []) tell(await checkGolden(adapter, name));
  const failed = checks.filter(({ deviation, limit, differing }) => !(deviation < limit) || differing.length > 0);
  if (failed.length > 0) throw new Error(`${adapter} is not to be trusted with ${failed.map(({ model }) => model).join(', ')}.`);
  return { suite: 'golden', device: adapter, checks };
}

async function checkGolden(adapter: string, name: string): Promise<Check> {
  const folder = join(FIXTURES, name);
  const config = readModelConfig(folder);
  const { weights, close } = openWeights(folder, config);
  const backend = await openBackend(adapter, { config, weights, slots: 2, contextLength: config.contextLength });
  close();
  const golden = readGolden(folder);
  let deviation = 0;
  for (const [i, token] of golden.tokens.entries()) {
    await backend.append([{ slot: 0, tokens: [token] }]);
    deviation = Math.max(deviation, deviationOf(await backend.logits(0), golden.logits[i]));
  }
  await backend.append([{ slot: 1, tokens: golden.tokens }]);
  const differing = areSame(await backend.logits(1), await backend.logits(0)) ? [] : ['read as one run'];
  await backend.close();
  return { model: name, deviation, limit: LIMITS.golden, differing };
}

/** A small model with heads of 128 channels, as large ones have, and a vocabulary that is drawn from in parts. */
async function checkFormat(adapter: string, format: (typeof FORMATS)[number]): Promise<Check> {
  const config = configOf({ ...SHAPES.tiny, vocabSize: 9000, dModel: 512, dInner: 512, dXb: 256, dMlp: 1024, dtRank: 32 });
  const shape = { config, weights: convertWeights(noiseWeights(config), format), contextLength: 512 };
  const slots = Math.max(...BATCHES) + 2;
  const backend = await openBackend(adapter, { ...shape, slots, kvFormat: 'f32', maxBlocks: slots * 3 });
  const tokens = promptOf(PROMPT_TOKENS, config.vocabSize);
  const [prompt, alone] = [slots - 1, slots - 2];
  await backend.append([{ slot: prompt, tokens }]);
  const found = await backend.logits(prompt);

  const differing: string[] = [];
  for (const token of tokens) await backend.append([{ slot: alone, tokens: [token] }]);
  if (!areSame(await backend.logits(alone), found)) differing.push('token by token');
  for (const batch of BATCHES) if (!(await isSameAmong(backend, batch, prompt, alone))) differing.push(`among ${batch}`);
  await backend.close();

  const cpu = await openBackend(null, { ...shape, slots: 1 });
  await cpu.append([{ slot: 0, tokens }]);
  const deviation = deviationOf(found, await cpu.logits(0));
  await cpu.close();
  return { model: `small model in ${format}`, deviation, limit: LIMITS[format], differing };
}

/** Whether the last of `batch` rows draws as it does alone, and ends with the same logits. */
async function isSameAmong(backend: Backend, batch: number, prompt: number, alone: number): Promise<boolean> {
  const row = (slot: number, seed: number): SampleRow => ({ slot, seed, firstDraw: 0, temperature: 0.9, topP: 1 });
  const last = batch - 1;
  backend.copy(prompt, alone);
  const expected = await backend.sample([row(alone, last)], STEPS);
  const rows = Array.from({ length: batch }, (_, i) => row(i, i));
  for (const { slot } of rows) backend.copy(prompt, slot);
  const drawn = await backend.sample(rows, STEPS);
  const own = Array.from({ length: STEPS }, (_, step) => drawn[step * batch + last]);
  return own.every((id, step) => id === expected[step]) && areSame(await backend.logits(last), await backend.logits(alone));
}

function areSame(a: Float32Array, b: Float32Array): boolean {
  return a.every((x, i) => x === b[i]);
}
