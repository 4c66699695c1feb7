/**
 * What long thought takes: M1-3B's shape with 8 samples of 32,768 tokens, by the engine's own plan, in each format of keys
 * and values, against the same shape with attention in every layer.
 */
import type { KvFormat } from '#engine/kv-format.ts';
import { KV_FORMATS } from '#engine/kv-format.ts';
import { KEPT_PROMPTS, planMemory } from '#engine/model/memory-plan.ts';
import { weightBytes } from '#engine/model/weight-format.ts';
import { configOf, noiseWeights } from '../models/noise-model.ts';
import { allAttention } from '../models/random-weights.ts';
import { SHAPES } from '../models/shapes.ts';
import { openTable } from '../report/table.ts';

const SAMPLES = 8;
const CONTEXT = 32_768;
const WEIGHTS = 'int4';

export interface LongThought {
  readonly shape: 'hybrid' | 'all-attention';
  readonly weights: typeof WEIGHTS;
  readonly kv: KvFormat;
  readonly weightBytes: number;
  readonly kvBytes: number;
  readonly totalBytes: number;
}

export function longThought(print: (line: string) => void): LongThought[] {
  print(`M1-3B's shape, ${SAMPLES} samples of ${CONTEXT} tokens, weights in ${WEIGHTS}, by plan:`);
  const table = openTable(print, ['shape        ', 'KV format', 'weights GiB', 'KV GiB', 'total GiB']);
  const hybrid = configOf(SHAPES['m1-3b']);
  const shapes = [['hybrid', hybrid] as const, ['all-attention', allAttention(hybrid)] as const];
  return shapes.flatMap(([shape, config]) => {
    const bytes = weightBytes(noiseWeights(config), WEIGHTS);
    return KV_FORMATS.map((kv): LongThought => {
      const plan = planMemory({
        config,
        weightBytes: bytes,
        samples: SAMPLES,
        slots: SAMPLES + KEPT_PROMPTS,
        contextLength: CONTEXT,
        kv,
        budgetBytes: null,
      });
      const kvBytes = SAMPLES * CONTEXT * plan.kvBytesPerToken;
      table.row([shape, kv, ...[bytes, kvBytes, plan.totalBytes].map((figure) => (figure / 2 ** 30).toFixed(2))]);
      return { shape, weights: WEIGHTS, kv, weightBytes: bytes, kvBytes, totalBytes: plan.totalBytes };
    });
  });
}
