/** The operations of a layer, apart from matrices, as a thread runs them: plainly, or on SIMD (see `simd-ops.ts`). */
import { silu, stepSize, swiglu } from '../../cpu/activations.ts';
import { attention } from '../../cpu/attention.ts';
import { rmsNorm } from '../../cpu/rms-norm.ts';
import { selectiveScan } from '../../cpu/selective-scan.ts';
import { heapWorkspace, type Workspace } from './workspace.ts';

export interface LayerOps {
  readonly workspace: Workspace;
  readonly scan: typeof selectiveScan;
  readonly attention: typeof attention;
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
  attention,
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
