/**
 * Keys and values on the CPU: blocks of 64 positions out of one pool a layer, in memory that all threads see. Pages nobody
 * has written cost nothing, so the pool is laid out whole at once.
 */
import { type KvRows, kvRowsBytes, openKvRows } from '../../cpu/kv-rows.ts';
import { KV_BLOCK, type KvFormat } from '../../kv-format.ts';
import type { ModelConfig } from '../config.ts';

/** Can be posted to a worker thread. */
export interface KvMemory {
  readonly format: KvFormat;
  readonly blocks: number;
  /** Null where the pool lies in the SIMD memory, as f32 does. */
  readonly own: SharedArrayBuffer | null;
  /** Byte offsets of each layer's keys and values; null where the layer is not attention. */
  readonly layers: readonly (readonly [keys: number, values: number] | null)[];
}

/** One layer's pool. */
export interface KvLayer {
  readonly keys: KvRows;
  readonly values: KvRows;
  readonly kvHeads: number;
  readonly headDim: number;
}

/** @param take gives room for so many bytes, where the pool is to lie in another's memory */
export function placeKv(
  config: ModelConfig,
  format: KvFormat,
  blocks: number,
  take: ((bytes: number) => number) | null,
): KvMemory {
  const bytes = Math.ceil(kvRowsBytes({ format, ...config.attention }, blocks * KV_BLOCK) / 64) * 64;
  let end = 0;
  const place = (size: number): number => {
    end += size;
    return end - size;
  };
  const room = take ?? place;
  const layers = config.layers.map(({ kind }) => (kind === 'attention' ? ([room(bytes), room(bytes)] as const) : null));
  return { format, blocks, own: take === null ? new SharedArrayBuffer(end) : null, layers };
}

/** By layer; null where the layer is not attention. @param simd the memory that holds the pool if it is not its own */
export function openKv(config: ModelConfig, kv: KvMemory, simd: ArrayBufferLike | undefined): (KvLayer | null)[] {
  const memory = kv.own ?? simd;
  if (memory === undefined) throw new Error('the KV pool lies in a SIMD memory that is missing');
  const { kvHeads, headDim } = config.attention;
  const open = (offset: number) => openKvRows({ format: kv.format, kvHeads, headDim }, kv.blocks * KV_BLOCK, memory, offset);
  return kv.layers.map((places) => places && { keys: open(places[0]), values: open(places[1]), kvHeads, headDim });
}

/** Block `to` becomes a copy of block `from`, in all layers. */
export function copyBlock(layers: readonly (KvLayer | null)[], from: number, to: number): void {
  for (const layer of layers) {
    layer?.keys.copyWithin(to * KV_BLOCK, from * KV_BLOCK, KV_BLOCK);
    layer?.values.copyWithin(to * KV_BLOCK, from * KV_BLOCK, KV_BLOCK);
  }
}
