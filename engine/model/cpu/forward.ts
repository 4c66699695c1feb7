/** One forward pass of the M1 model on the CPU over a few tokens of several sequences. */
import { rmsNorm } from '../../cpu/rms-norm.ts';
import type { ModelConfig } from '../config.ts';
import type { Block, ModelLayers } from './layers.ts';
import { mixAttention, mixMamba } from './mixers.ts';
import type { LayerOps } from './ops.ts';
import type { KvCache, MambaState, Slot } from './slot.ts';

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
  const x = new Float32Array(rows.length * dModel);
  rows.forEach(({ token }, r) => {
    model.embedding.row(token, x.subarray(r * dModel, (r + 1) * dModel));
  });

  model.blocks.forEach((block, layer) => {
    const normed = new Float32Array(x.length);
    rmsNorm(x, block.mixerNorm, block.normEps, normed);
    const states = rows.map(({ slot }) => slot.layers[layer]);
    addTo(x, mix(ops, config, block, normed, states, positions));
    rmsNorm(x, block.mlpNorm, block.normEps, normed);
    addTo(x, mlp(ops, block, normed, rows.length));
  });

  writeLogits(config, model, x, rows);
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
  const gated = new Float32Array(rows * gate.outputs);
  const raised = new Float32Array(rows * up.outputs);
  gate.multiply(x, gated, rows);
  up.multiply(x, raised, rows);
  ops.swiglu(gated, raised, gated);
  const out = new Float32Array(rows * down.outputs);
  down.multiply(gated, out, rows);
  return out;
}

function writeLogits(config: ModelConfig, model: ModelLayers, x: Float32Array, rows: readonly TokenRow[]): void {
  const { dModel, vocabSize } = config;
  const last = rows.flatMap(({ isLast }, r) => (isLast ? [r] : []));
  if (last.length === 0) return;
  const normed = new Float32Array(last.length * dModel);
  last.forEach((r, i) => {
    rmsNorm(
      x.subarray(r * dModel, (r + 1) * dModel),
      model.finalNorm,
      config.normEps,
      normed.subarray(i * dModel, (i + 1) * dModel),
    );
  });
  const logits = new Float32Array(last.length * vocabSize);
  model.lmHead.multiply(normed, logits, last.length);
  last.forEach((r, i) => {
    rows[r].slot.logits.set(logits.subarray(i * vocabSize, (i + 1) * vocabSize));
  });
}

function addTo(target: Float32Array, other: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] += other[i];
}
