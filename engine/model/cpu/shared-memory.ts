/**
 * What all threads of the CPU backend see: weights and slots. Where the model suits the SIMD kernels, everything they
 * touch lies in one WebAssembly memory. Can be posted to a worker thread. Knows names, formats and sizes, not layers.
 */
import { setImmediate } from 'node:timers/promises';
import { compileKernels, fitsKernels, type KernelSizes } from '../../cpu/simd/simd-kernels.ts';
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { KvFormat } from '../../kv-format.ts';
import type { ModelConfig } from '../config.ts';
import type { FloatTensor, Int4Tensor, Int8Tensor, Tensor, Weights } from '../tensor.ts';
import { held } from '../tensor-rows.ts';
import { tensorBytes } from '../weight-format.ts';
import { type KvMemory, placeKv } from './kv-memory.ts';
import { eachStretch } from './load-rows.ts';
import { fillMatrix, type PackedMatrix, packedFormat, placeMatrix } from './packed-matrix.ts';
import { placeScratch, type Scratch } from './scratch.ts';
import { slotBytes } from './slot.ts';

export interface SharedModel {
  /** Tensors as they are stored: all those that are not packed. */
  readonly plain: ReadonlyMap<string, Tensor>;
  /** Null where the model does not suit the kernels. */
  readonly simd: SimdModel | null;
  readonly kv: KvMemory;
  /** Memory of each slot; null where slots lie in the SIMD memory. */
  readonly slots: readonly SharedArrayBuffer[] | null;
}

export interface SimdModel {
  readonly memory: WebAssembly.Memory;
  /** Of all threads: see `bindKernels`. */
  readonly module: WebAssembly.Module;
  readonly sizes: KernelSizes;
  readonly matrices: ReadonlyMap<string, PackedMatrix>;
  /** Byte offsets. */
  readonly slots: readonly number[];
  readonly kv: KvMemory;
  /** By thread. */
  readonly scratch: readonly Scratch[];
}

export interface SharedOptions {
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  readonly kvFormat: KvFormat;
  /** Blocks of keys and values, over all slots. */
  readonly maxBlocks: number;
  readonly threads: number;
  /** Rows of one pass at most. */
  readonly maxRows: number;
  readonly pieces: PieceStore;
  /** Called with 0 to 1 as tensors arrive, by their bytes; other work of the process gets its turn in between. */
  readonly onFraction: (fraction: number) => void;
  /** Plain loops alone: the reference. */
  readonly plain?: boolean;
}

const PAGE_BYTES = 65_536;
/** A 32-bit WebAssembly memory ends at 4 GiB. */
const MAX_MEMORY_BYTES = 2 ** 32 - PAGE_BYTES;
/** Of activations, where no quantised weight tells. */
const DEFAULT_GROUP = 64;

export async function shareModel(options: SharedOptions): Promise<SharedModel> {
  const { config, weights, contextLength } = options;
  const all = weights.values().reduce((sum, tensor) => sum + tensorBytes(tensor), 0);
  let arrived = 0;
  const tell: Tell = async (tensor) => {
    arrived += tensorBytes(tensor);
    options.onFraction(arrived / all);
    await setImmediate();
  };
  const simd = options.plain ? null : await shareSimd(options, tell);
  const plain = new Map<string, Tensor>();
  for (const [name, tensor] of weights)
    if (!simd?.matrices.has(name)) plain.set(name, await shared(tensor, options.pieces, tell));
  const ownMemory = () => new SharedArrayBuffer(slotBytes(config, contextLength));
  return {
    plain,
    simd,
    kv: simd?.kv ?? placeKv(config, options.kvFormat, options.maxBlocks, null),
    slots: simd === null ? Array.from({ length: options.slots }, ownMemory) : null,
  };
}

/** Tells that a tensor, or rows of one, has arrived. */
type Tell = (tensor: Tensor) => Promise<void>;

async function shareSimd(options: SharedOptions, tell: Tell): Promise<SimdModel | null> {
  const { config, weights, contextLength } = options;
  const group = weights.values().find((tensor) => tensor.dtype === 'int8' || tensor.dtype === 'int4')?.group ?? DEFAULT_GROUP;
  const sizes = { group, dState: config.mamba.dState, headDim: config.attention.headDim };
  if (!fitsKernels(sizes) || !hasWholeVectors(config)) return null;

  const arena = new Arena();
  const take = (bytes: number) => arena.take(bytes);
  const matrices = new Map<string, PackedMatrix>();
  for (const [name, tensor] of weights) {
    const format = packedFormat(tensor, group);
    if (format !== null) matrices.set(name, placeMatrix(tensor, format, group, take));
  }
  const widest = Math.max(0, ...matrices.values().map(({ columns }) => columns));
  const scratchSizes = { ...options, widest, group };
  const scratch = Array.from({ length: options.threads }, () => placeScratch(scratchSizes, take));
  const slots = Array.from({ length: options.slots }, () => take(slotBytes(config, contextLength)));
  // The kernels read f32 in place; what has to be widened first need not share their 4 GiB.
  const kv = placeKv(config, options.kvFormat, options.maxBlocks, options.kvFormat === 'f32' ? take : null);
  if (arena.bytes > MAX_MEMORY_BYTES) return null;

  const pages = Math.ceil(arena.bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  for (const [name, tensor] of weights) {
    const place = matrices.get(name);
    if (place !== undefined) await fillMatrix(tensor, place, memory.buffer, options.pieces, tell);
  }
  return { memory, module: compileKernels(sizes, pages), sizes, matrices, slots, kv, scratch };
}

/** The kernels take four numbers at a time. */
function hasWholeVectors({ layers, mamba, dModel }: ModelConfig): boolean {
  return [dModel, mamba.dInner, mamba.dXb, ...layers.map(({ dMlp }) => dMlp)].every((length) => length % 4 === 0);
}

/** The same tensor with its numbers in memory that can be posted without a copy. */
async function shared(tensor: Tensor, pieces: PieceStore, tell: Tell): Promise<Tensor> {
  if (tensor.dtype === 'int8' || tensor.dtype === 'int4') return sharedMatrix(tensor, pieces, tell);
  const { name, dtype, shape, data } = held(tensor) as FloatTensor;
  const memory = new SharedArrayBuffer(data.byteLength);
  new Uint8Array(memory).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  await tell(tensor);
  return { name, dtype, shape, data: dtype === 'f32' ? new Float32Array(memory) : new Uint16Array(memory) };
}

async function sharedMatrix(tensor: Int8Tensor | Int4Tensor, pieces: PieceStore, tell: Tell): Promise<Tensor> {
  const { name, shape, group, dtype } = tensor;
  const [rows, columns] = shape;
  const rowBytes = dtype === 'int4' ? columns / 2 : columns;
  const numbers = new Uint8Array(new SharedArrayBuffer(rows * rowBytes));
  const scales = new Float32Array(new SharedArrayBuffer((4 * rows * columns) / group));
  await eachStretch(tensor, pieces, async (stretch, first) => {
    const { data } = stretch;
    numbers.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), first * rowBytes);
    scales.set(stretch.scales, (first * columns) / group);
    await tell(stretch);
  });
  const form = { name, shape, group, scales };
  return dtype === 'int4' ? { ...form, dtype, data: numbers } : { ...form, dtype, data: new Int8Array(numbers.buffer) };
}

/** Hands out stretches of a memory to be made, each on a cache line. */
class Arena {
  bytes = 0;

  take(bytes: number): number {
    const start = this.bytes;
    this.bytes += Math.ceil(bytes / 64) * 64;
    return start;
  }
}
