/** The layout of a slot's keys and values, shared by the kernel that writes them and the one that attends to them. */

/** Positions whose keys lie together, channel by channel. A slot's room is a whole number of such blocks. */
export const KEY_BLOCK = 64;

export interface AttentionShape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  /** Positions a slot has room for, a multiple of KEY_BLOCK. */
  readonly context: number;
  /** Floats between two tokens' rows of projected, and of attended. */
  readonly projectedStride: number;
  readonly attendedStride: number;
}

export interface KvBuffers {
  /** Rows q, k, v. */
  readonly projected: GPUBuffer;
  /** From turnTable. */
  readonly turns: GPUBuffer;
  /** f32 [slots][context / 64][kvHeads * headDim][64] */
  readonly keys: GPUBuffer;
  /** f32 [slots][context][kvHeads * headDim] */
  readonly values: GPUBuffer;
  readonly tokens: GPUBuffer;
}

export function attentionConstants(shape: AttentionShape): Readonly<Record<string, number | string>> {
  const { heads, kvHeads, headDim, context, projectedStride, attendedStride } = shape;
  return {
    HEAD_DIM: headDim,
    GROUP: heads / kvHeads,
    Q_WIDTH: heads * headDim,
    KV_WIDTH: kvHeads * headDim,
    CONTEXT: context,
    PROJECTED_STRIDE: projectedStride,
    ATTENDED_STRIDE: attendedStride,
    SCALE: `${1 / Math.sqrt(headDim)}f`,
  };
}
