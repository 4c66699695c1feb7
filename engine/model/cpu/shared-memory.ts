/**
 * What all threads of the CPU backend see: weights and slots. Where the model suits the SIMD kernels, everything they
 * touch lies in one WebAssembly memory. Can be posted to a worker thread. Knows names, formats and sizes, not layers.
 */
import { BLOCK_ROWS } from '../../cpu/simd/int8-kernel.ts';
import { fitsInt8Kernel, packInt8 } from '../../cpu/simd/int8-layout.ts';
import { sumsBytes } from '../../cpu/simd/quad-sums.ts';
import { fitsKernels, type KernelSizes } from '../../cpu/simd/simd-kernels.ts';
import type { ModelConfig } from '../config.ts';
import type { Int8Tensor, Tensor, Weights } from '../tensor.ts';
import { held } from '../tensor-rows.ts';
import { aligned } from './simd-ops.ts';
import { slotBytes } from './slot.ts';

export interface SharedModel {
  /** Tensors as they are stored: all those that are not packed. */
  readonly plain: ReadonlyMap<string, Tensor>;
  /** Null where the model does not suit the kernels. */
  readonly simd: SimdModel | null;
  /** Memory of each slot; null where slots lie in the SIMD memory. */
  readonly slots: readonly SharedArrayBuffer[] | null;
}

export interface SimdModel {
  readonly memory: WebAssembly.Memory;
  readonly sizes: KernelSizes;
  readonly matrices: ReadonlyMap<string, PackedMatrix>;
  /** Byte offsets. */
  readonly slots: readonly number[];
  /** By thread. */
  readonly scratch: readonly Scratch[];
}

/** Byte offsets into the memory. */
export interface PackedMatrix {
  readonly weights: number;
  readonly scales: number;
  readonly outputs: number;
  readonly columns: number;
}

/** Byte offsets of one thread's own places: a product's operands (see Int8Product), and the desk of `simdOps`. */
export interface Scratch {
  readonly x: number;
  readonly q: number;
  readonly qScales: number;
  readonly out: number;
  readonly sums: number;
  readonly desk: number;
}

export interface SharedOptions {
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  readonly threads: number;
  /** Rows of one pass at most. */
  readonly maxRows: number;
}

const PAGE_BYTES = 65_536;
/** A 32-bit WebAssembly memory ends at 4 GiB. */
const MAX_MEMORY_BYTES = 2 ** 32 - PAGE_BYTES;

export function shareModel(options: SharedOptions): SharedModel {
  const { config, weights, contextLength } = options;
  const simd = shareSimd(options);
  const plain = new Map<string, Tensor>();
  for (const [name, tensor] of weights) if (!simd?.matrices.has(name)) plain.set(name, shared(tensor));
  const ownMemory = () => new SharedArrayBuffer(slotBytes(config, contextLength));
  return { plain, simd, slots: simd === null ? Array.from({ length: options.slots }, ownMemory) : null };
}

function shareSimd(options: SharedOptions): SimdModel | null {
  const { config, weights, contextLength } = options;
  const candidates = [...weights.values()].filter((tensor) => tensor.dtype === 'int8').filter(fitsInt8Kernel);
  if (candidates.length === 0) return null;
  const sizes = { group: candidates[0].group, dState: config.mamba.dState, headDim: config.attention.headDim };
  const wholeVectors = config.layers.every(({ dMlp }) => dMlp % 4 === 0);
  if (!fitsKernels(sizes) || !wholeVectors) return null;

  const tensors = candidates.filter((tensor) => tensor.group === sizes.group);
  const arena = new Arena();
  const matrices = new Map(tensors.map((tensor) => [tensor.name, placeMatrix(arena, tensor)]));
  const scratch = Array.from({ length: options.threads }, () => placeScratch(arena, tensors, options));
  const slots = Array.from({ length: options.slots }, () => arena.take(slotBytes(config, contextLength)));
  if (arena.bytes > MAX_MEMORY_BYTES) return null;

  const pages = Math.ceil(arena.bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  for (const tensor of tensors) {
    const { weights, scales } = matrices.get(tensor.name) ?? placeMatrix(arena, tensor);
    const count = tensor.shape[0] * tensor.shape[1];
    // The copy reads `data` once, where it is an accessor on the file.
    packInt8(
      { ...tensor },
      new Int8Array(memory.buffer, weights, count),
      new Float32Array(memory.buffer, scales, count / sizes.group),
    );
  }
  return { memory, sizes, matrices, slots, scratch };
}

function placeMatrix(arena: Arena, { shape, group }: Int8Tensor): PackedMatrix {
  const [outputs, columns] = shape;
  return { weights: arena.take(outputs * columns), scales: arena.take((4 * outputs * columns) / group), outputs, columns };
}

function placeScratch(arena: Arena, tensors: readonly Int8Tensor[], { config, contextLength, maxRows }: SharedOptions): Scratch {
  const widest = Math.max(...tensors.map(({ shape }) => shape[1]));
  const tallest = Math.max(...tensors.map(({ shape }) => shape[0]));
  return {
    x: arena.take(4 * maxRows * widest),
    q: arena.take(2 * maxRows * widest),
    qScales: arena.take((4 * maxRows * widest) / tensors[0].group),
    out: arena.take(4 * maxRows * tallest),
    sums: arena.take(sumsBytes(BLOCK_ROWS)),
    desk: arena.take(deskBytes(config, contextLength, maxRows)),
  };
}

/** A and D of every Mamba layer stay; the operands of one operation come and go. */
function deskBytes({ layers, mamba, attention }: ModelConfig, contextLength: number, maxRows: number): number {
  const resident =
    layers.filter(({ kind }) => kind === 'mamba').length * (aligned(mamba.dInner * mamba.dState) + aligned(mamba.dInner));
  const scan = 7 * aligned(mamba.dInner);
  const attend = 2 * aligned(attention.heads * attention.headDim) + aligned(contextLength + 8) + 2 * aligned(1);
  const swiglu = 3 * aligned(maxRows * Math.max(...layers.map(({ dMlp }) => dMlp)));
  return resident + Math.max(scan, attend, swiglu);
}

/** The same tensor with its numbers in memory that can be posted without a copy. */
function shared(tensor: Tensor): Tensor {
  const reading = held(tensor);
  const { name } = reading;
  const bytes = toShared(reading.data);
  if (reading.dtype === 'int8' || reading.dtype === 'int4') {
    const { group, shape } = reading;
    const scales = new Float32Array(toShared(reading.scales));
    return reading.dtype === 'int8'
      ? { name, dtype: 'int8', shape, group, scales, data: new Int8Array(bytes) }
      : { name, dtype: 'int4', shape, group, scales, data: new Uint8Array(bytes) };
  }
  const { dtype, shape } = reading;
  return { name, dtype, shape, data: dtype === 'f32' ? new Float32Array(bytes) : new Uint16Array(bytes) };
}

function toShared({ buffer, byteOffset, byteLength }: ArrayBufferView): SharedArrayBuffer {
  const bytes = new SharedArrayBuffer(byteLength);
  new Uint8Array(bytes).set(new Uint8Array(buffer, byteOffset, byteLength));
  return bytes;
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
