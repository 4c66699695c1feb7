/**
 * A model's weights in memory that all threads see: int8 matrices packed for the SIMD kernel in one WebAssembly memory,
 * the rest as they are stored. Can be posted to a worker thread. Knows names and formats, not layers.
 */
import { fitsInt8Kernel, packInt8 } from '../../cpu/simd/int8-layout.ts';
import type { Int8Tensor, Tensor, Weights } from '../tensor.ts';

export interface SharedWeights {
  readonly plain: ReadonlyMap<string, Tensor>;
  /** Null where no matrix suits the kernel. */
  readonly simd: SimdWeights | null;
}

export interface SimdWeights {
  readonly memory: WebAssembly.Memory;
  /** Columns that share a scale, in every packed matrix. */
  readonly group: number;
  readonly matrices: ReadonlyMap<string, PackedMatrix>;
  /** Where each thread puts the rows of a product. */
  readonly scratch: readonly Scratch[];
}

/** Byte offsets into the memory. */
export interface PackedMatrix {
  readonly weights: number;
  readonly scales: number;
  readonly outputs: number;
  readonly columns: number;
}

/** Byte offsets into the memory, each with room for `maxRows` rows of the widest matrix. */
export interface Scratch {
  readonly x: number;
  readonly xScales: number;
  readonly out: number;
}

const PAGE_BYTES = 65_536;
/** A 32-bit WebAssembly memory ends at 4 GiB. */
const MAX_MEMORY_BYTES = 2 ** 32 - PAGE_BYTES;

/** @param maxRows rows of one product at most */
export function shareWeights(weights: Weights, threads: number, maxRows: number): SharedWeights {
  const simd = packAll(
    [...weights.values()].filter((tensor) => tensor.dtype === 'int8').filter(fitsInt8Kernel),
    threads,
    maxRows,
  );
  const plain = new Map<string, Tensor>();
  for (const [name, tensor] of weights) if (!simd?.matrices.has(name)) plain.set(name, shared(tensor));
  return { plain, simd };
}

function packAll(candidates: readonly Int8Tensor[], threads: number, maxRows: number): SimdWeights | null {
  if (candidates.length === 0) return null;
  const { group } = candidates[0];
  const tensors = candidates.filter((tensor) => tensor.group === group);
  const widest = Math.max(...tensors.map(({ shape }) => shape[1]));
  const tallest = Math.max(...tensors.map(({ shape }) => shape[0]));

  const arena = new Arena();
  const scratch = Array.from({ length: threads }, () => ({
    x: arena.take(2 * maxRows * widest),
    xScales: arena.take((4 * maxRows * widest) / group),
    out: arena.take(4 * maxRows * tallest),
  }));
  const matrices = new Map<string, PackedMatrix>();
  for (const { name, shape } of tensors) {
    const [outputs, columns] = shape;
    const size = outputs * columns;
    matrices.set(name, { weights: arena.take(size), scales: arena.take((4 * size) / group), outputs, columns });
  }
  if (arena.bytes > MAX_MEMORY_BYTES) return null;

  const pages = Math.ceil(arena.bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  for (const tensor of tensors) {
    const place = matrices.get(tensor.name);
    if (place === undefined) continue;
    const size = place.outputs * place.columns;
    // The copy reads `data` once, where it is an accessor on the file.
    packInt8(
      { ...tensor },
      new Int8Array(memory.buffer, place.weights, size),
      new Float32Array(memory.buffer, place.scales, size / group),
    );
  }
  return { memory, group, matrices, scratch };
}

/** The same tensor with its numbers in memory that can be posted without a copy. */
function shared(tensor: Tensor): Tensor {
  if (tensor.dtype === 'int8') {
    const { name, dtype, shape, group } = tensor;
    return {
      name,
      dtype,
      shape,
      group,
      data: new Int8Array(toShared(tensor.data)),
      scales: new Float32Array(toShared(tensor.scales)),
    };
  }
  const { name, dtype, shape } = tensor;
  const bytes = toShared(tensor.data);
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
