/**
 * The model as one thread runs it: shared weights, shared slots, own scratch. Every thread can work on every slot, two
 * never on the same at once. Synchronous; knows nothing of other threads.
 */
import { sampleToken } from '../../cpu/sample-token.ts';
import { NO_TOKEN, type Run, type SampleRow } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import { forward, type TokenRow } from './forward.ts';
import { buildLayers } from './layers.ts';
import { plainMatrix } from './matrix.ts';
import type { SharedWeights } from './shared-weights.ts';
import { simdMatrices } from './simd-matrix.ts';
import { Slot } from './slot.ts';

/** What a thread needs to start; can be posted to a worker. */
export interface ThreadSetup {
  readonly thread: number;
  readonly config: ModelConfig;
  readonly weights: SharedWeights;
  readonly contextLength: number;
  readonly slots: readonly SharedArrayBuffer[];
}

export type ThreadWork =
  | { readonly kind: 'append'; readonly runs: readonly Run[] }
  | { readonly kind: 'sample'; readonly rows: readonly SampleRow[]; readonly steps: number };

/** Rows of one pass: bounds activations while each weight still serves many rows. */
export const MAX_ROWS = 32;

/** @returns a function that does a piece of work and gives the tokens drawn [steps, rows], none for an append. */
export function threadModel({ thread, config, weights, contextLength, slots }: ThreadSetup): (work: ThreadWork) => Uint32Array {
  const packed = weights.simd === null ? new Map() : simdMatrices(weights.simd, thread);
  const layers = buildLayers(config, weights.plain, (name, tensor) => packed.get(name) ?? plainMatrix(tensor()));
  const sequences = slots.map((memory) => new Slot(config, contextLength, memory));

  const append = (runs: readonly Run[]): void => {
    const rows = runs.flatMap(({ slot, tokens }) =>
      tokens.map((token, i): TokenRow => ({ slot: sequences[slot], token, isLast: i === tokens.length - 1 })),
    );
    for (let start = 0; start < rows.length; start += MAX_ROWS) forward(config, layers, rows.slice(start, start + MAX_ROWS));
  };

  const sample = (rows: readonly SampleRow[], steps: number): Uint32Array => {
    const drawn = new Uint32Array(rows.length * steps);
    for (let step = 0; step < steps; step++) {
      const runs = rows.map((row): Run => {
        const token = sampleToken(sequences[row.slot].logits, { ...row, draw: row.firstDraw + step });
        return { slot: row.slot, tokens: [token] };
      });
      drawn.set(
        runs.map(({ tokens }) => tokens[0]),
        step * rows.length,
      );
      append(runs.filter(({ tokens }) => tokens[0] !== NO_TOKEN));
    }
    return drawn;
  };

  return (work) => {
    if (work.kind === 'sample') return sample(work.rows, work.steps);
    append(work.runs);
    return new Uint32Array();
  };
}
