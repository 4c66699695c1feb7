/** The layout of keys and values on the device, shared by the kernel that writes them and those that attend to them. */
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { amplitudeGroup, amplitudesPerHead, headBytes, KV_BLOCK, type KvFormat } from '../../kv-format.ts';

export interface AttentionShape {
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly format: KvFormat;
  /** Length of a slot's table. */
  readonly blocksPerSlot: number;
  /** Floats between two tokens' rows of projected. */
  readonly projectedStride: number;
}

/** Some of a layer's kv heads: as many as fit what one buffer may have. Layouts as in kv-cache.wgsl. */
export interface KvPart {
  readonly firstHead: number;
  readonly heads: number;
  readonly keys: GPUBuffer;
  readonly values: GPUBuffer;
  /** Without a use where the format has no amplitudes. */
  readonly amplitudes: GPUBuffer;
  /** From uploadPart. */
  readonly bounds: GPUBuffer;
}

const CACHE = shader('./kv-cache.wgsl', import.meta.url);
const FORMATS: Readonly<Record<KvFormat, string>> = {
  f32: shader('./kv-f32.wgsl', import.meta.url),
  f16: shader('./kv-f16.wgsl', import.meta.url),
  int8: shader('./kv-int8.wgsl', import.meta.url),
  int4: shader('./kv-int4.wgsl', import.meta.url),
};

/** Channels of a head as the device keeps them: filled up to whole eights. */
export function paddedHead(headDim: number): number {
  return Math.ceil(headDim / 8) * 8;
}

/** Bytes that one block of one kv head takes in a layer's keys, as many in its values, and in its amplitudes. */
export function blockBytes(format: KvFormat, headDim: number): { readonly numbers: number; readonly amplitudes: number } {
  return {
    numbers: KV_BLOCK * headBytes(format, paddedHead(headDim)),
    amplitudes: KV_BLOCK * 4 * amplitudesPerHead(format, headDim),
  };
}

export function kvWgsl({ format }: AttentionShape): string {
  return `${FORMATS[format]}\n${CACHE}`;
}

export function attentionConstants(shape: AttentionShape): Readonly<Record<string, number | string>> {
  const { heads, kvHeads, headDim, format, blocksPerSlot, projectedStride } = shape;
  return {
    HEAD_DIM: headDim,
    HEAD_EIGHTS: paddedHead(headDim) / 8,
    GROUP: heads / kvHeads,
    KV_HEADS: kvHeads,
    Q_WIDTH: heads * headDim,
    KV_WIDTH: kvHeads * headDim,
    AMPLITUDES: amplitudesPerHead(format, headDim),
    AMPLITUDE_GROUP: amplitudeGroup(format, paddedHead(headDim)),
    BLOCKS_PER_SLOT: blocksPerSlot,
    PROJECTED_STRIDE: projectedStride,
    SCALE: `${1 / Math.sqrt(headDim)}f`,
  };
}

/** struct Part of kv-cache.wgsl. */
export function uploadPart(device: OpenDevice, format: KvFormat, headDim: number, firstHead: number, heads: number) {
  const padded = paddedHead(headDim);
  const words = new Uint32Array([firstHead, heads, padded / 8, amplitudeGroup(format, padded)]);
  return upload(device, 'part of the kv heads', words, 'uniform');
}
