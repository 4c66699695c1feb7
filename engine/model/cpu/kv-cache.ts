/** One sequence's keys and values in one layer: the blocks of the layer's pool that its table names. */
import { KV_BLOCK } from '../../kv-format.ts';
import type { KvLayer } from './kv-memory.ts';

export class KvCache {
  readonly kind = 'attention';
  readonly layer: KvLayer;
  readonly #table: Int32Array;

  /** @param table block by block, shared by all layers and threads */
  constructor(layer: KvLayer, table: Int32Array) {
    this.layer = layer;
    this.#table = table;
  }

  /** Stores key and value [kvHeads, headDim] at a position. */
  write(position: number, key: Float32Array, value: Float32Array): void {
    const row = this.#table[Math.floor(position / KV_BLOCK)] * KV_BLOCK + (position % KV_BLOCK);
    this.layer.keys.write(row, key);
    this.layer.values.write(row, value);
  }

  /** Calls `visit` for the stretches of the pool's rows that hold the first `length` positions. */
  eachStretch(length: number, visit: (row: number, first: number, count: number) => void): void {
    for (let first = 0; first < length; first += KV_BLOCK) {
      visit(this.#table[first / KV_BLOCK] * KV_BLOCK, first, Math.min(KV_BLOCK, length - first));
    }
  }
}
