/**
 * The two token mixers on the CPU. Projections run over all rows at once; the recurrence and the attention take rows
 * one by one, each in its own slot, so rows of one slot must stand in the order of their positions.
 */
import { causalConv, repeatHeads } from '../../cpu/causal-conv.ts';
import { rope } from '../../cpu/rope.ts';
import type { ModelConfig } from '../config.ts';
import type { KvCache } from './kv-cache.ts';
import type { AttentionWeights, MambaWeights } from './layers.ts';
import type { LayerOps } from './ops.ts';
import type { MambaState } from './slot.ts';

/** x [rows, dModel] → [rows, dModel]; states[r] is row r's state in this layer. */
export function mixMamba(
  ops: LayerOps,
  { mamba, dModel }: ModelConfig,
  weights: MambaWeights,
  x: Float32Array,
  states: readonly MambaState[],
): Float32Array {
  const { dInner, dXb, dState, dtRank } = mamba;
  const rows = states.length;
  const { take, within } = ops.workspace;
  const projected = take(rows * weights.inProj.outputs);
  weights.inProj.multiply(x, projected, rows);

  const width = weights.inProj.outputs;
  const part = (row: number, start: number, length: number) =>
    projected.subarray(row * width + start, row * width + start + length);
  const dtLow = take(rows * dtRank);
  for (let r = 0; r < rows; r++) dtLow.set(part(r, width - dtRank, dtRank), r * dtRank);
  const dtHigh = take(rows * dInner);
  weights.dtProj.multiply(dtLow, dtHigh, rows);

  const mixed = take(rows * dInner);
  for (let r = 0; r < rows; r++) {
    const dt = dtHigh.subarray(r * dInner, (r + 1) * dInner);
    ops.stepSize(dt, weights.dtBias, dt);
    within(() => {
      const scanInput = {
        x: convolve(ops, part(r, dInner, dXb), weights, states[r], mamba),
        dt,
        a: weights.a,
        b: part(r, dInner + dXb, dXb),
        c: part(r, dInner + 2 * dXb, dInner),
        d: weights.d,
        z: part(r, 0, dInner),
      };
      ops.scan(scanInput, dState, states[r].h, mixed.subarray(r * dInner, (r + 1) * dInner));
    });
  }

  const out = take(rows * dModel);
  weights.outProj.multiply(mixed, out, rows);
  if (weights.outBias !== null) for (let i = 0; i < out.length; i++) out[i] += weights.outBias[i % dModel];
  return out;
}

/** x [dXb] → [dInner]: repeated to all heads before or after the convolution and SiLU. */
function convolve(
  ops: LayerOps,
  x: Float32Array,
  weights: MambaWeights,
  state: MambaState,
  { dInner, dState, repeatBeforeConv }: ModelConfig['mamba'],
): Float32Array {
  const { take } = ops.workspace;
  const repeated = take(dInner);
  if (repeatBeforeConv) {
    repeatHeads(x, dState, repeated);
    causalConv(repeated, weights.conv, weights.convBias, state.history, repeated);
    ops.silu(repeated);
  } else {
    const narrow = take(x.length);
    causalConv(x, weights.conv, weights.convBias, state.history, narrow);
    ops.silu(narrow);
    repeatHeads(narrow, dState, repeated);
  }
  return repeated;
}

/** x [rows, dModel] → [rows, dModel]; row r stands at positions[r] of the sequence whose cache is caches[r]. */
export function mixAttention(
  ops: LayerOps,
  { attention: { heads, kvHeads, headDim, ropeTheta }, dModel }: ModelConfig,
  weights: AttentionWeights,
  x: Float32Array,
  caches: readonly KvCache[],
  positions: readonly number[],
): Float32Array {
  const rows = caches.length;
  const { take } = ops.workspace;
  const width = weights.inProj.outputs;
  const projected = take(rows * width);
  weights.inProj.multiply(x, projected, rows);

  const qWidth = heads * headDim;
  const kvWidth = kvHeads * headDim;
  const mixed = take(rows * qWidth);
  for (let r = 0; r < rows; r++) {
    const q = projected.subarray(r * width, r * width + qWidth);
    const k = projected.subarray(r * width + qWidth, r * width + qWidth + kvWidth);
    const v = projected.subarray(r * width + qWidth + kvWidth, (r + 1) * width);
    rope(q, headDim, positions[r], ropeTheta);
    rope(k, headDim, positions[r], ropeTheta);
    caches[r].write(positions[r], k, v);
    const out = mixed.subarray(r * qWidth, (r + 1) * qWidth);
    ops.attention(q, caches[r], positions[r] + 1, out);
  }

  const out = take(rows * dModel);
  weights.outProj.multiply(mixed, out, rows);
  return out;
}
