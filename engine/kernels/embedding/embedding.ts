/** Looks up the tokens of a pass in the embedding matrix. */
import { bind, createKernel } from '../../device/kernel.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { type DeviceMatrix, rowStride, shapeWords } from '../matmul/matrix-layout.ts';
import { weightsSource } from '../matmul/weights-wgsl.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';

export interface EmbeddingOptions {
  /** outputs are token ids, columns the model's width. */
  readonly matrix: DeviceMatrix;
  readonly tokens: GPUBuffer;
  /** [tokens][rowStride(columns)] */
  readonly x: GPUBuffer;
}

const WGSL = shader('./embedding.wgsl', import.meta.url);
const LANES = 64;

export async function createEmbedding(device: OpenDevice, { matrix, tokens, x }: EmbeddingOptions) {
  const weights = weightsSource(matrix);
  const kernel = await createKernel(device, {
    label: `embedding ${matrix.format}`,
    wgsl: [PASS_WGSL, ...weights.wgsl, WGSL],
    directives: weights.directives,
    constants: { ...weights.constants, LANES, STRIDE: rowStride(matrix.columns) },
    bindings: {
      0: 'read',
      1: weights.hasScales ? 'read' : undefined,
      2: 'read',
      3: 'read-write',
      5: 'uniform',
    },
  });
  const groups = await Promise.all(
    matrix.parts.map(async (part) => {
      const shape = await upload(
        device,
        'embedding shape',
        shapeWords(matrix, part, 'store', matrix.columns, device.capabilities),
        'uniform',
      );
      return bind(device, kernel, { 0: part.weights, 1: part.scales, 2: tokens, 3: x, 5: shape });
    }),
  );
  return {
    encode(pass: GPUComputePassEncoder, rows: number): void {
      pass.setPipeline(kernel.pipeline);
      for (const group of groups) {
        pass.setBindGroup(0, group);
        pass.dispatchWorkgroups(rows);
      }
    },
  };
}
