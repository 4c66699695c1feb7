/**
 * The operations of `ops.ts` on SIMD. Operands that do not lie in the WebAssembly memory are copied there: states and KV
 * do lie there, the rest is short.
 */
import type { SimdKernels } from '../../cpu/simd/simd-kernels.ts';
import type { LayerOps } from './ops.ts';

/** @param desk where operands are laid out, byte offset; see `deskBytes` */
export function simdOps(kernels: SimdKernels, memory: WebAssembly.Memory, desk: number): LayerOps {
  const { buffer } = memory;
  const numbers = new Float32Array(buffer);
  /** Operands used again and again keep their place at the desk's start. */
  const resident = new Map<Float32Array, number>();
  let residentEnd = desk;

  const residentOffset = (operand: Float32Array): number => {
    const known = resident.get(operand);
    if (known !== undefined) return known;
    const offset = residentEnd;
    numbers.set(operand, offset / 4);
    residentEnd += aligned(operand.length);
    resident.set(operand, offset);
    return offset;
  };
  /** The desk behind the resident operands, cleared for one operation. */
  const clearDesk = () => {
    let end = residentEnd;
    const reserve = (length: number): number => {
      end += aligned(length);
      return end - aligned(length);
    };
    /** Where a result goes: its own place, or the desk, to be fetched. */
    const target = (out: Float32Array): number => (out.buffer === buffer ? out.byteOffset : reserve(out.length));
    const lay = (operand: Float32Array): number => {
      const offset = target(operand);
      if (operand.buffer !== buffer) numbers.set(operand, offset / 4);
      return offset;
    };
    return { reserve, target, lay };
  };
  const fetch = (offset: number, out: Float32Array): void => {
    if (out.buffer !== buffer) out.set(numbers.subarray(offset / 4, offset / 4 + out.length));
  };

  return {
    scan({ x, dt, a, b, c, d, z }, dState, state, out) {
      const [aAt, dAt] = [residentOffset(a), residentOffset(d)];
      const { lay, target } = clearDesk();
      const [xAt, dtAt, bAt, cAt, zAt, stateAt] = [x, dt, b, c, z, state].map(lay);
      const outAt = target(out);
      const bHeads = b.length / dState;
      kernels.scan(xAt, dtAt, aAt, bAt, cAt, dAt, stateAt, outAt, bHeads, x.length / b.length);
      kernels.gate(zAt, outAt, outAt, out.length / 4);
      fetch(stateAt, state);
      fetch(outAt, out);
    },
    attention(q, keys, values, length, headDim, kvHeads, out) {
      const { lay, target, reserve } = clearDesk();
      const [qAt, outAt, keysAt, valuesAt] = [lay(q), target(out), lay(keys), lay(values)];
      const vectors = Math.ceil(length / 4);
      const [scores, max, scale] = [reserve(4 * vectors + 4), reserve(1), reserve(1)];
      numbers[scale / 4] = 1 / Math.sqrt(headDim);
      const stride = 4 * kvHeads * headDim;
      const heads = q.length / headDim;
      for (let h = 0; h < heads; h++) {
        const kvOffset = 4 * headDim * Math.floor((h * kvHeads) / heads);
        kernels.scores(qAt + 4 * h * headDim, keysAt + kvOffset, stride, scores, length);
        numbers.fill(-Infinity, scores / 4 + length, scores / 4 + 4 * vectors);
        numbers[max / 4] = largest(numbers, scores / 4, length);
        kernels.softmax(scores, vectors, max, scale);
        kernels.mean(scores, valuesAt + kvOffset, stride, outAt + 4 * h * headDim, length, scores + 16 * vectors);
      }
      fetch(outAt, out);
    },
    swiglu(gate, up, out) {
      const { lay, target } = clearDesk();
      const [gateAt, upAt, outAt] = [lay(gate), lay(up), target(out)];
      kernels.gate(gateAt, upAt, outAt, out.length / 4);
      fetch(outAt, out);
    },
  };
}

function largest(numbers: Float32Array, start: number, length: number): number {
  let max = -Infinity;
  for (let i = start; i < start + length; i++) if (numbers[i] > max) max = numbers[i];
  return max;
}

/** Bytes of so many f32, on a cache line. */
export function aligned(length: number): number {
  return Math.ceil(length / 16) * 64;
}
