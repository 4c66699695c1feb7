/**
 * One sequence on the CPU: its position, recurrent state, KV and last logits, in memory that all threads see. Knows
 * shapes, not how they are computed.
 */
import type { ModelConfig } from '../config.ts';
import type { SharedModel } from './shared-memory.ts';

/** Numbers before the logits: the position, alone on its cache line. */
const HEADER = 16;

/** Bytes of a slot. Pages nobody has written cost no memory, so KV for the whole context is laid out at once. */
export function slotBytes(config: ModelConfig, contextLength: number): number {
  const layers = config.layers.map(({ kind }) =>
    kind === 'mamba' ? historyLength(config) + stateLength(config) : 2 * contextLength * kvWidth(config),
  );
  return 4 * (HEADER + config.vocabSize + layers.reduce((a, b) => a + b, 0));
}

export class Slot {
  /** After the last token [vocabSize]. */
  readonly logits: Float32Array;
  /** One entry a layer. */
  readonly layers: readonly (MambaState | KvCache)[];
  readonly #header: Int32Array;

  /** @param memory `slotBytes` bytes from `offset` on; zeros are an empty sequence. */
  constructor(config: ModelConfig, contextLength: number, memory: ArrayBufferLike, offset: number) {
    let end = offset;
    const take = (length: number) => {
      end += 4 * length;
      return new Float32Array(memory, end - 4 * length, length);
    };
    this.#header = new Int32Array(memory, offset, HEADER);
    take(HEADER);
    this.logits = take(config.vocabSize);
    this.layers = config.layers.map(({ kind }) =>
      kind === 'mamba'
        ? new MambaState(take(historyLength(config)), take(stateLength(config)))
        : new KvCache(take(contextLength * kvWidth(config)), take(contextLength * kvWidth(config)), kvWidth(config)),
    );
  }

  /** Tokens read so far. */
  get position(): number {
    return this.#header[0];
  }

  set position(position: number) {
    this.#header[0] = position;
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

/** The slots of a model, in the memory that holds them. */
export function openSlots(config: ModelConfig, contextLength: number, { simd, slots }: SharedModel): Slot[] {
  if (simd === null || slots !== null) return (slots ?? []).map((memory) => new Slot(config, contextLength, memory, 0));
  return simd.slots.map((offset) => new Slot(config, contextLength, simd.memory.buffer, offset));
}

export class MambaState {
  readonly kind = 'mamba';
  /** The convolution's last inputs [channels, dConv - 1], oldest first. */
  readonly history: Float32Array;
  /** h [dInner, dState] */
  readonly h: Float32Array;

  constructor(history: Float32Array, h: Float32Array) {
    this.history = history;
    this.h = h;
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
  /** [contextLength, kvHeads, headDim] each; positions from the slot's own on hold leftovers. */
  readonly keys: Float32Array;
  readonly values: Float32Array;
  readonly #width: number;

  constructor(keys: Float32Array, values: Float32Array, width: number) {
    this.keys = keys;
    this.values = values;
    this.#width = width;
  }

  /** Stores key and value [kvHeads, headDim] at a position. */
  write(position: number, key: Float32Array, value: Float32Array): void {
    this.keys.set(key, position * this.#width);
    this.values.set(value, position * this.#width);
  }

  copyFrom(other: KvCache, positions: number): void {
    this.keys.set(other.keys.subarray(0, positions * this.#width));
    this.values.set(other.values.subarray(0, positions * this.#width));
  }
}

function historyLength({ mamba }: ModelConfig): number {
  return (mamba.repeatBeforeConv ? mamba.dInner : mamba.dXb) * (mamba.dConv - 1);
}

function stateLength({ mamba }: ModelConfig): number {
  return mamba.dInner * mamba.dState;
}

function kvWidth({ attention }: ModelConfig): number {
  return attention.kvHeads * attention.headDim;
}
