/**
 * The operations of `ops.ts` on SIMD. States, KV and a pass's numbers lie in the WebAssembly memory; weight vectors are
 * copied there when first used, and stay.
 */
import type { SimdKernels } from '../../cpu/simd/simd-kernels.ts';
import type { LayerOps } from './ops.ts';
import type { Scratch } from './scratch.ts';
import { aligned, memoryWorkspace } from './workspace.ts';

export function simdOps(kernels: SimdKernels, memory: WebAssembly.Memory, scratch: Scratch): LayerOps {
  const { buffer } = memory;
  const numbers = new Float32Array(buffer);
  const workspace = memoryWorkspace(buffer, scratch.workspace);
  const { take, within } = workspace;
  const resident = new Map<Float32Array, number>();
  let residentEnd = scratch.resident;

  /** Byte offset of an operand. */
  const at = (operand: Float32Array): number => {
    if (operand.buffer === buffer) return operand.byteOffset;
    const known = resident.get(operand);
    if (known !== undefined) return known;
    const offset = residentEnd;
    numbers.set(operand, offset / 4);
    residentEnd += aligned(operand.length);
    resident.set(operand, offset);
    return offset;
  };

  return {
    workspace,
    scan({ x, dt, a, b, c, d, z }, dState, state, out) {
      const bHeads = b.length / dState;
      kernels.scan(at(x), at(dt), at(a), at(b), at(c), at(d), at(state), at(out), bHeads, x.length / b.length);
      kernels.gate(at(z), at(out), at(out), out.length / 4);
    },
    attention(q, keys, values, length, headDim, kvHeads, out) {
      within(() => {
        const vectors = Math.ceil(length / 4);
        const scores = take(4 * vectors + 4);
        const [max, scale] = [take(1), take(1)];
        scale[0] = 1 / Math.sqrt(headDim);
        const stride = 4 * kvHeads * headDim;
        const heads = q.length / headDim;
        for (let h = 0; h < heads; h++) {
          const kvOffset = 4 * headDim * Math.floor((h * kvHeads) / heads);
          kernels.scores(at(q) + 4 * h * headDim, at(keys) + kvOffset, stride, at(scores), length);
          scores.fill(-Infinity, length, 4 * vectors);
          max[0] = largest(scores, length);
          kernels.softmax(at(scores), vectors, at(max), at(scale));
          const total = at(scores) + 16 * vectors;
          kernels.mean(at(scores), at(values) + kvOffset, stride, at(out) + 4 * h * headDim, length, total);
        }
      });
    },
    swiglu: (gate, up, out) => kernels.gate(at(gate), at(up), at(out), out.length / 4),
    rmsNorm(x, weight, eps, out) {
      const d = weight.length;
      within(() => {
        const constants = take(2);
        constants[0] = 1 / d;
        constants[1] = eps;
        for (let start = 0; start < 4 * x.length; start += 4 * d) {
          kernels.norm(at(x) + start, at(weight), at(out) + start, d / 4, at(constants));
        }
      });
    },
    stepSize: (projected, bias, out) => kernels.stepSize(at(projected), at(bias), at(out), out.length / 4),
    silu: (x) => kernels.silu(at(x), x.length / 4),
    addTo: (x, other) => kernels.add(at(x), at(other), x.length / 4),
  };
}

function largest(numbers: Float32Array, length: number): number {
  let max = -Infinity;
  for (let i = 0; i < length; i++) if (numbers[i] > max) max = numbers[i];
  return max;
}
