/** The model without a GPU: the reference for kernels, and the fallback on machines without an adapter. */
import { setImmediate } from 'node:timers/promises';
import { sampleToken } from '../cpu/sample-token.ts';
import { EngineError } from '../errors.ts';
import { type Backend, type BackendMemory, NO_TOKEN, type Run, type SampleRow } from './backend.ts';
import type { ModelConfig } from './config.ts';
import { forward, type TokenRow } from './cpu/forward.ts';
import { buildLayers } from './cpu/layers.ts';
import { simdMatrices } from './cpu/simd-matrix.ts';
import { Slot } from './cpu/slot.ts';
import type { Weights } from './tensor.ts';

export interface CpuBackendOptions {
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
}

/** Rows of one pass: bounds activations while each weight still serves many rows. */
const MAX_ROWS = 32;

export async function createCpuBackend({ config, weights, slots, contextLength }: CpuBackendOptions): Promise<Backend> {
  const layers = buildLayers(config, weights, simdMatrices(weights, MAX_ROWS));
  const sequences = Array.from({ length: slots }, () => new Slot(config));

  const append = async (runs: readonly Run[]): Promise<void> => {
    const full = runs.find(({ slot, tokens }) => sequences[slot].position + tokens.length > contextLength);
    if (full !== undefined) throw contextFull(contextLength);
    const rows = runs.flatMap(({ slot, tokens }) =>
      tokens.map((token, i): TokenRow => ({ slot: sequences[slot], token, isLast: i === tokens.length - 1 })),
    );
    for (let start = 0; start < rows.length; start += MAX_ROWS) {
      forward(config, layers, rows.slice(start, start + MAX_ROWS));
      // A pass blocks the thread: let cancellation and messages in between passes.
      await setImmediate();
    }
  };

  return {
    config,
    kind: 'cpu',
    device: 'CPU (TypeScript)',
    memory: memoryOf(config, weights),
    slots,
    contextLength,
    reset: (slot) => sequences[slot].reset(),
    copy: (from, to) => sequences[to].copyFrom(sequences[from]),
    append,
    async sample(rows: readonly SampleRow[], steps: number): Promise<Uint32Array> {
      const drawn = new Uint32Array(rows.length * steps);
      for (let step = 0; step < steps; step++) {
        const tokens = rows.map((row) => sampleToken(sequences[row.slot].logits, { ...row, draw: row.firstDraw + step }));
        drawn.set(tokens, step * rows.length);
        const isDrawn = (_: SampleRow, i: number) => tokens[i] !== NO_TOKEN;
        const live = rows.map(({ slot }, i): Run => ({ slot, tokens: [tokens[i]] })).filter((_, i) => isDrawn(rows[i], i));
        await append(live);
      }
      return drawn;
    },
    logits: async (slot) => sequences[slot].logits.slice(),
    close: async () => {},
  };
}

function contextFull(contextLength: number): EngineError {
  return new EngineError('context-full', `The sequence would pass the context of ${contextLength} tokens: shorten the problem.`, {
    contextLength,
  });
}

function memoryOf(config: ModelConfig, weights: Weights): BackendMemory {
  const { mamba, attention, layers } = config;
  const mambaLayers = layers.filter((layer) => layer.kind === 'mamba').length;
  const convChannels = mamba.repeatBeforeConv ? mamba.dInner : mamba.dXb;
  const bytesPerNumber = { f32: 4, f16: 2, bf16: 2, int8: 1 };
  return {
    weightBytes: weights
      .values()
      .reduce((sum, tensor) => sum + tensor.shape.reduce((a, b) => a * b, 1) * bytesPerNumber[tensor.dtype], 0),
    stateBytesPerSlot: 4 * mambaLayers * (mamba.dInner * mamba.dState + convChannels * (mamba.dConv - 1)),
    kvBytesPerToken: 4 * (layers.length - mambaLayers) * 2 * attention.kvHeads * attention.headDim,
  };
}
