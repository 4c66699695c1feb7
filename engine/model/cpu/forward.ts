/** One forward pass of the M1 model on the CPU over a few tokens of several sequences. */
import type { ModelConfig } from '../config.ts';
import type { KvCache } from './kv-cache.ts';
import type { Block, ModelLayers } from './layers.ts';
import { mixAttention, mixMamba } from './mixers.ts';
import type { LayerOps } from './ops.ts';
import type { MambaState, Slot } from './slot.ts';

/** One token of one sequence. Tokens of a slot stand in order; the slot's position is that of its first. */
export interface TokenRow {
  readonly slot: Slot;
  readonly token: number;
  /** Whether this is the last token for now: its logits are wanted. */
  readonly isLast: boolean;
}

/** Feeds the tokens to their slots: state, KV, position and, after a last token, logits. */
export function forward(ops: LayerOps, config: ModelConfig, model: ModelLayers, rows: readonly TokenRow[]): void {
  const { dModel } = config;
  const positions = rows.map(({ slot }) => slot.position++);
  const { take, within } = ops.workspace;
  within(() => {
    const x = take(rows.length * dModel);
    rows.forEach(({ token }, r) => {
      model.embedding.row(token, x.subarray(r * dModel, (r + 1) * dModel));
    });
    const normed = take(x.length);
    model.blocks.forEach((block, layer) => {
      const states = rows.map(({ slot }) => slot.layers[layer]);
      ops.rmsNorm(x, block.mixerNorm, block.normEps, normed);
      within(() => ops.addTo(x, mix(ops, config, block, normed, states, positions)));
      ops.rmsNorm(x, block.mlpNorm, block.normEps, normed);
      within(() => ops.addTo(x, mlp(ops, block, normed, rows.length)));
    });
    writeLogits(ops, config, model, x, rows);
  });
}

function mix(
  ops: LayerOps,
  config: ModelConfig,
  { mixer }: Block,
  x: Float32Array,
  states: readonly (MambaState | KvCache)[],
  positions: readonly number[],
): Float32Array {
  // A slot is built from the same configuration as the layers, so kinds agree layer by layer.
  return mixer.kind === 'mamba'
    ? mixMamba(ops, config, mixer, x, states as readonly MambaState[])
    : mixAttention(ops, config, mixer, x, states as readonly KvCache[], positions);
}

/** down(silu(gate x) * up x) for x [rows, dModel]. */
function mlp(ops: LayerOps, { gate, up, down }: Block, x: Float32Array, rows: number): Float32Array {
  const { take } = ops.workspace;
  const gated = take(rows * gate.outputs);
  const raised = take(rows * up.outputs);
  gate.multiply(x, gated, rows);
  up.multiply(x, raised, rows);
  ops.swiglu(gated, raised, gated);
  const out = take(rows * down.outputs);
  down.multiply(gated, out, rows);
  return out;
}

function writeLogits(ops: LayerOps, config: ModelConfig, model: ModelLayers, x: Float32Array, rows: readonly TokenRow[]): void {
  const { dModel, vocabSize } = config;
  const { take } = ops.workspace;
  const last = rows.flatMap(({ isLast }, r) => (isLast ? [r] : []));
  if (last.length === 0) return;
  const normed = take(last.length * dModel);
  last.forEach((r, i) => {
    const row = x.subarray(r * dModel, (r + 1) * dModel);
    ops.rmsNorm(row, model.finalNorm, config.normEps, normed.subarray(i * dModel, (i + 1) * dModel));
  });
  const logits = take(last.length * vocabSize);
  model.lmHead.multiply(normed, logits, last.length);
  last.forEach((r, i) => {
    rows[r].slot.logits.set(logits.subarray(i * vocabSize, (i + 1) * vocabSize));
  });
}
