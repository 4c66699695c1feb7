/**
 * The model as one thread runs it: shared weights, shared slots, own scratch. Every thread can work on every slot, two
 * never on the same at once. Synchronous; knows nothing of other threads.
 */
import { sampleToken } from '../../cpu/sample-token.ts';
import { bindKernels } from '../../cpu/simd/simd-kernels.ts';
import { NO_TOKEN, type Run, type SampleRow } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import { forward, type TokenRow } from './forward.ts';
import { buildLayers } from './layers.ts';
import { type Matrix, plainMatrix } from './matrix.ts';
import { type LayerOps, plainOps } from './ops.ts';
import type { SharedModel } from './shared-memory.ts';
import { simdMatrices } from './simd-matrix.ts';
import { simdOps } from './simd-ops.ts';
import { openSlots } from './slot.ts';

/** What a thread needs to start; can be posted to a worker. */
export interface ThreadSetup {
  readonly thread: number;
  readonly config: ModelConfig;
  readonly model: SharedModel;
  readonly contextLength: number;
}

export type ThreadWork =
  | { readonly kind: 'append'; readonly runs: readonly Run[] }
  | { readonly kind: 'sample'; readonly rows: readonly SampleRow[]; readonly steps: number };

/** What a worker thread is sent: how to start, once, then work. */
export type WorkerMessage = { readonly kind: 'setup'; readonly setup: ThreadSetup } | ThreadWork;

/** Rows of one pass: bounds activations while each weight still serves many rows. */
export const MAX_ROWS = 32;

/** @returns a function that does a piece of work and gives the tokens drawn [steps, rows], none for an append. */
export function threadModel({ thread, config, model, contextLength }: ThreadSetup): (work: ThreadWork) => Uint32Array {
  const { packed, ops } = fastPath(model, thread);
  const layers = buildLayers(config, model.plain, (name, tensor) => packed.get(name) ?? plainMatrix(tensor()));
  const { sequences } = openSlots(config, contextLength, model);

  const append = (runs: readonly Run[]): void => {
    const rows = runs.flatMap(({ slot, tokens }) =>
      tokens.map((token, i): TokenRow => ({ slot: sequences[slot], token, isLast: i === tokens.length - 1 })),
    );
    for (let start = 0; start < rows.length; start += MAX_ROWS) forward(ops, config, layers, rows.slice(start, start + MAX_ROWS));
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

/** What this thread runs on SIMD. */
function fastPath({ simd }: SharedModel, thread: number): { packed: ReadonlyMap<string, Matrix>; ops: LayerOps } {
  if (simd === null) return { packed: new Map(), ops: plainOps };
  const kernels = bindKernels(simd.module, simd.memory);
  const scratch = simd.scratch[thread];
  return { packed: simdMatrices(simd, kernels, scratch), ops: simdOps(kernels, simd.memory, scratch) };
}
