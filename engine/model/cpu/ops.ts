/** The operations of a layer, apart from matrices, as a thread runs them: plainly, or on SIMD (see `simd-ops.ts`). */
import { silu, stepSize, swiglu } from '../../cpu/activations.ts';
import { attention } from '../../cpu/attention.ts';
import { rmsNorm } from '../../cpu/rms-norm.ts';
import { selectiveScan } from '../../cpu/selective-scan.ts';
import type { KvCache } from './kv-cache.ts';
import { heapWorkspace, type Workspace } from './workspace.ts';

export interface LayerOps {
  readonly workspace: Workspace;
  readonly scan: typeof selectiveScan;
  /** q, out [heads, headDim]: over the first `length` positions of the cache. */
  attention(q: Float32Array, cache: KvCache, length: number, out: Float32Array): void;
  readonly swiglu: typeof swiglu;
  readonly rmsNorm: typeof rmsNorm;
  readonly stepSize: typeof stepSize;
  /** x = silu(x), in place. */
  silu(x: Float32Array): void;
  /** x += other. */
  addTo(x: Float32Array, other: Float32Array): void;
}

export const plainOps: LayerOps = {
  workspace: heapWorkspace,
  scan: selectiveScan,
  attention(q, cache, length, out) {
    const { headDim, kvHeads } = cache.layer;
    attention(q, gathered(cache, 'keys', length), gathered(cache, 'values', length), length, headDim, kvHeads, out);
  },
  swiglu,
  rmsNorm,
  stepSize,
  silu(x) {
    for (let i = 0; i < x.length; i++) x[i] = silu(x[i]);
  },
  addTo(x, other) {
    for (let i = 0; i < x.length; i++) x[i] += other[i];
  },
};

/** [length, kvHeads, headDim] */
function gathered(cache: KvCache, what: 'keys' | 'values', length: number): Float32Array {
  const { headDim, kvHeads, [what]: rows } = cache.layer;
  const all = new Float32Array(length * kvHeads * headDim);
  cache.eachStretch(length, (row, first, count) => {
    for (let at = 0; at < count * kvHeads; at++) {
      const start = (first * kvHeads + at) * headDim;
      rows.read(row + Math.floor(at / kvHeads), 1, at % kvHeads, all.subarray(start, start + headDim));
    }
  });
  return all;
}
