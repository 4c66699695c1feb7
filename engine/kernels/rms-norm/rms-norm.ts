/** Root-mean-square norm of rows of activations. */
import { bind, createKernel } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { activationWriter } from '../activations/activations.ts';
import { rowStride } from '../matmul/matrix-layout.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { reduction } from '../reduce/reduce.ts';

export interface RmsNormOptions {
  readonly width: number;
  readonly epsilon: number;
  readonly x: GPUBuffer;
  /** f32 [width] */
  readonly weight: GPUBuffer;
  /** Heads: which row of x becomes row i of normed. */
  readonly sources: GPUBuffer;
  /** Activations. */
  readonly normed: GPUBuffer;
}

const LOOPED = shader('./rms-norm.wgsl', import.meta.url);
const HELD = shader('./rms-norm-held.wgsl', import.meta.url);
/** Threads abreast on a GPU: its square. */
const SIDE = 16;

/** Makes norms of one device; those alike share their pipeline. */
export function rmsNormFactory(device: OpenDevice) {
  const { wgsl, constants, directives } = reduction(device.capabilities, SIDE);
  const compiled = new Map<string, ReturnType<typeof createKernel>>();
  return async ({ width, epsilon, x, weight, sources, normed }: RmsNormOptions) => {
    const key = `rms-norm ${width} ${epsilon}`;
    const writer = activationWriter(device.capabilities, 3, width);
    const compiling =
      compiled.get(key) ??
      createKernel(device, {
        label: key,
        wgsl: [PASS_WGSL, writer.wgsl, wgsl, device.capabilities.isSoftware ? LOOPED : HELD],
        directives: [...writer.directives, ...directives],
        constants: {
          ...writer.constants,
          ...constants,
          WIDTH: width,
          STRIDE: rowStride(width),
          EPSILON: epsilon.toExponential(),
        },
        bindings: { 0: 'read', 1: 'read', 2: 'read', 3: 'read-write' },
      });
    compiled.set(key, compiling);
    const kernel = await compiling;
    const group = bind(device, kernel, { 0: x, 1: weight, 2: sources, 3: normed });
    return {
      encode(pass: GPUComputePassEncoder, rows: number): void {
        pass.setPipeline(kernel.pipeline);
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(rows);
      },
    };
  };
}
