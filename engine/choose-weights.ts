/** Decides the number format that a model's weights are held in, and says why in a sentence. */
import type { Weights } from './model/tensor.ts';
import { type WeightFormat, weightBytes } from './model/weight-format.ts';

export interface WeightChoice {
  readonly format: WeightFormat;
  readonly reason: string;
}

/** Below this a model keeps its own numbers wherever it runs: so do all models made for one task. */
const SMALL_BYTES = 2 ** 30;
/** Of the memory there is; the rest is for samples, the system and what else the learner has open. */
const SHARE_OF_MEMORY = 1 / 4;

/** From exact to small. */
const BY_PRECISION: readonly WeightFormat[] = ['stored', 'f16', 'int8', 'int4'];

/**
 * 'auto' takes the most exact format that leaves room. WebGPU does not tell how much memory a GPU has, so the machine's own
 * stands for it: exact for integrated GPUs, and a large GPU seldom sits in a small machine.
 * @param memoryBytes of the machine, or what the model may take
 */
export function chooseWeights(asked: WeightFormat | 'auto', weights: Weights, memoryBytes: number): WeightChoice {
  if (asked !== 'auto') return { format: asked, reason: 'asked for' };
  const stored = weightBytes(weights, 'stored');
  if (stored <= SMALL_BYTES) return { format: 'stored', reason: 'small as it is' };
  const room = memoryBytes * SHARE_OF_MEMORY;
  const format = BY_PRECISION.find((candidate) => weightBytes(weights, candidate) <= room) ?? 'int4';
  const sizes = `${gigabytes(weightBytes(weights, format))} of ${gigabytes(memoryBytes)} GB`;
  return { format, reason: format === 'stored' ? sizes : `${sizes}; ${gigabytes(stored)} GB as stored` };
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
