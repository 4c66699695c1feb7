/**
 * One sequence on the CPU: its position, recurrent state, table of KV blocks and last logits, in memory that all threads
 * see. Knows shapes, not how they are computed.
 */
import { blocksFor } from '../../kv-format.ts';
import type { ModelConfig } from '../config.ts';
import { KvCache } from './kv-cache.ts';
import { type KvLayer, openKv } from './kv-memory.ts';
import type { SharedModel } from './shared-memory.ts';

/** Numbers before the logits: the position, alone on its cache line. */
const HEADER = 16;

/** Bytes of a slot, keys and values aside. */
export function slotBytes(config: ModelConfig, contextLength: number): number {
  const mambaLayers = config.layers.filter(({ kind }) => kind === 'mamba').length;
  const states = mambaLayers * (historyLength(config) + stateLength(config));
  return 4 * (HEADER + config.vocabSize + blocksFor(contextLength) + states);
}

export class Slot {
  /** After the last token [vocabSize]. */
  readonly logits: Float32Array;
  /** One entry a layer. */
  readonly layers: readonly (MambaState | KvCache)[];
  readonly #header: Int32Array;
  readonly #table: Int32Array;

  /**
   * @param memory `slotBytes` bytes from `offset` on; zeros are an empty sequence
   * @param kv the pools of the layers, null for those that are not attention
   */
  constructor(
    config: ModelConfig,
    contextLength: number,
    memory: ArrayBufferLike,
    offset: number,
    kv: readonly (KvLayer | null)[],
  ) {
    let end = offset;
    const take = (length: number) => {
      end += 4 * length;
      return new Float32Array(memory, end - 4 * length, length);
    };
    this.#header = new Int32Array(memory, offset, HEADER);
    take(HEADER);
    this.logits = take(config.vocabSize);
    const table = new Int32Array(memory, end, blocksFor(contextLength));
    this.#table = table;
    take(table.length);
    this.layers = kv.map((layer) =>
      layer === null ? new MambaState(take(historyLength(config)), take(stateLength(config))) : new KvCache(layer, table),
    );
  }

  /** Tokens read so far. */
  get position(): number {
    return this.#header[0];
  }

  set position(position: number) {
    this.#header[0] = position;
  }

  /** The blocks that hold its keys and values. */
  setTable(blocks: readonly number[]): void {
    this.#table.set(blocks);
  }

  reset(): void {
    this.position = 0;
    this.logits.fill(0);
    for (const layer of this.layers) if (layer.kind === 'mamba') layer.reset();
  }

  /** All but keys and values, which copies share. */
  copyFrom(other: Slot): void {
    this.position = other.position;
    this.logits.set(other.logits);
    this.layers.forEach((layer, i) => {
      const source = other.layers[i];
      if (layer.kind === 'mamba' && source.kind === 'mamba') layer.copyFrom(source);
    });
  }
}

/** The slots of a model and its pools of KV, in the memory that holds them. */
export function openSlots(
  config: ModelConfig,
  contextLength: number,
  { simd, slots, kv }: SharedModel,
): { readonly sequences: Slot[]; readonly layers: readonly (KvLayer | null)[] } {
  const layers = openKv(config, kv, simd?.memory.buffer);
  const open = (memory: ArrayBufferLike, offset: number) => new Slot(config, contextLength, memory, offset, layers);
  const sequences =
    simd === null || slots !== null
      ? (slots ?? []).map((memory) => open(memory, 0))
      : simd.slots.map((offset) => open(simd.memory.buffer, offset));
  return { sequences, layers };
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

function historyLength({ mamba }: ModelConfig): number {
  return (mamba.repeatBeforeConv ? mamba.dInner : mamba.dXb) * (mamba.dConv - 1);
}

function stateLength({ mamba }: ModelConfig): number {
  return mamba.dInner * mamba.dState;
}
