/** The operations of a layer, apart from matrices, as a thread runs them: plainly, or on SIMD (see `simd-ops.ts`). */
import { swiglu } from '../../cpu/activations.ts';
import { attention } from '../../cpu/attention.ts';
import { selectiveScan } from '../../cpu/selective-scan.ts';

export interface LayerOps {
  readonly scan: typeof selectiveScan;
  readonly attention: typeof attention;
  readonly swiglu: typeof swiglu;
}

export const plainOps: LayerOps = { scan: selectiveScan, attention, swiglu };
