/**
 * The operations of `ops.ts` on SIMD. States, KV and a pass's numbers lie in the WebAssembly memory; weight vectors are
 * copied there when first used, and stay.
 */
import type { KvRows } from '../../cpu/kv-rows.ts';
import type { SimdKernels } from '../../cpu/simd/simd-kernels.ts';
import { KV_BLOCK } from '../../kv-format.ts';
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
    attention(q, cache, length, out) {
      const { keys, values, kvHeads, headDim } = cache.layer;
      const group = q.length / headDim / kvHeads;
      within(() => {
        const vectors = Math.ceil(length / 4);
        const scores = Array.from({ length: group }, () => take(4 * vectors + 4));
        const [max, scale, desk] = [take(1), take(1), take(KV_BLOCK * headDim)];
        scale[0] = 1 / Math.sqrt(headDim);
        /** Where one head's rows lie, and how far apart: in the pool where it holds f32, else widened on the desk. */
        const place = (rows: KvRows, head: number, row: number, count: number): [start: number, stride: number] => {
          if (rows.plain !== null) return [at(rows.plain) + 4 * (row * kvHeads + head) * headDim, 4 * kvHeads * headDim];
          rows.read(row, count, head, desk);
          return [at(desk), 4 * headDim];
        };
        for (let head = 0; head < kvHeads; head++) {
          const first = 4 * head * group * headDim;
          cache.eachStretch(length, (row, position, count) => {
            const [start, stride] = place(keys, head, row, count);
            for (const [g, own] of scores.entries())
              kernels.scores(at(q) + first + 4 * g * headDim, start, stride, at(own) + 4 * position, count);
          });
          for (const own of scores) {
            own.fill(-Infinity, length, 4 * vectors);
            max[0] = largest(own, length);
            kernels.softmax(at(own), vectors, at(max), at(scale));
          }
          out.fill(0, head * group * headDim, (head + 1) * group * headDim);
          cache.eachStretch(length, (row, position, count) => {
            const [start, stride] = place(values, head, row, count);
            for (const [g, own] of scores.entries())
              kernels.weigh(at(own) + 4 * position, start, stride, at(out) + first + 4 * g * headDim, count);
          });
          for (const [g, own] of scores.entries()) {
            const total = own[4 * vectors];
            for (let i = 0; i < headDim; i++) out[(head * group + g) * headDim + i] /= total;
          }
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
