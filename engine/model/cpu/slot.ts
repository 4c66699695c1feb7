/** One sequence on the CPU: its position, recurrent state, KV and last logits. Knows shapes, not how they are computed. */
import type { ModelConfig } from '../config.ts';

/** KV grows from this many positions by doubling, so an idle slot costs little. */
const FIRST_KV_CAPACITY = 256;

export class Slot {
  position = 0;
  /** After the last token [vocabSize]. */
  readonly logits: Float32Array;
  /** One entry a layer. */
  readonly layers: readonly (MambaState | KvCache)[];

  constructor(config: ModelConfig) {
    this.logits = new Float32Array(config.vocabSize);
    this.layers = config.layers.map((layer) => (layer.kind === 'mamba' ? new MambaState(config) : new KvCache(config)));
  }

  reset(): void {
    this.position = 0;
    this.logits.fill(0);
    for (const layer of this.layers) if (layer.kind === 'mamba') layer.reset();
  }

  copyFrom(other: Slot): void {
    this.position = other.position;
    this.logits.set(other.logits);
    this.layers.forEach((layer, i) => {
      const source = other.layers[i];
      if (layer.kind === 'mamba' && source.kind === 'mamba') layer.copyFrom(source);
      if (layer.kind === 'attention' && source.kind === 'attention') layer.copyFrom(source, other.position);
    });
  }
}

export class MambaState {
  readonly kind = 'mamba';
  /** The convolution's last inputs [channels, dConv - 1], oldest first. */
  readonly history: Float32Array;
  /** h [dInner, dState] */
  readonly h: Float32Array;

  constructor({ mamba }: ModelConfig) {
    this.history = new Float32Array((mamba.repeatBeforeConv ? mamba.dInner : mamba.dXb) * (mamba.dConv - 1));
    this.h = new Float32Array(mamba.dInner * mamba.dState);
  }

  reset(): void {
    this.history.fill(0);
    this.h.fill(0);
  }

  copyFrom(other: MambaState): void {
    this.history.set(other.history);
    this.h.set(other.h);
  }
}

export class KvCache {
  readonly kind = 'attention';
  /** [capacity, kvHeads, headDim] each; positions from the slot's own on hold leftovers. */
  keys = new Float32Array(0);
  values = new Float32Array(0);
  readonly #width: number;

  constructor({ attention }: ModelConfig) {
    this.#width = attention.kvHeads * attention.headDim;
  }

  /** Stores key and value [kvHeads, headDim] at a position. */
  write(position: number, key: Float32Array, value: Float32Array): void {
    this.#reserve(position + 1);
    this.keys.set(key, position * this.#width);
    this.values.set(value, position * this.#width);
  }

  copyFrom(other: KvCache, positions: number): void {
    this.#reserve(positions);
    this.keys.set(other.keys.subarray(0, positions * this.#width));
    this.values.set(other.values.subarray(0, positions * this.#width));
  }

  #reserve(positions: number): void {
    if (positions * this.#width <= this.keys.length) return;
    let capacity = FIRST_KV_CAPACITY;
    while (capacity < positions) capacity *= 2;
    this.keys = grown(this.keys, capacity * this.#width);
    this.values = grown(this.values, capacity * this.#width);
  }
}

function grown(array: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(length);
  larger.set(array);
  return larger;
}
