/** Multiplies rows of activations by a weight matrix; an "emit" decides what becomes of the sums. */
import { bind, createKernel, type Kernel } from '../../device/kernel.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { type DeviceMatrix, LANES, type MatrixFormat, type MatrixPart, shapeWords, TILE_OUTPUTS } from './matrix-layout.ts';

/** store: result = sums · add: result += sums + bias · swiglu: silu(gate) * up · scatter: to the row of the head's slot. */
export type Emit = 'store' | 'add' | 'swiglu' | 'scatter';

export interface MatmulOptions {
  readonly matrix: DeviceMatrix;
  readonly inputs: GPUBuffer;
  readonly result: GPUBuffer;
  /** Floats from one row of the result to the next. */
  readonly resultStride: number;
  /** Uniform holding the number of rows. */
  readonly rowCount: GPUBuffer;
  readonly emit: Emit;
  /** The bias for `add`, the heads for `scatter`. */
  readonly extra?: GPUBuffer;
}

export interface Matmul {
  encode(pass: GPUComputePassEncoder, rows: number): void;
}

/** Rows one thread holds sums for: the least that covers the batch is taken, so that a lone row is not computed eightfold. */
const ROW_BLOCKS = [1, 2, 4, 8] as const;

const WGSL = {
  shape: shader('./matrix-shape.wgsl', import.meta.url),
  bindings: shader('./matmul-bindings.wgsl', import.meta.url),
  shuffle: shader('./matmul-shuffle.wgsl', import.meta.url),
  split: shader('./matmul-split.wgsl', import.meta.url),
  emit: {
    store: shader('./emit-store.wgsl', import.meta.url),
    add: shader('./emit-add.wgsl', import.meta.url),
    swiglu: shader('./emit-swiglu.wgsl', import.meta.url),
    scatter: shader('./emit-scatter.wgsl', import.meta.url),
  },
};

/** Declares `shape`'s type, then weight4() and scale_of() of a number format. */
export const WEIGHTS_WGSL: Readonly<Record<MatrixFormat, readonly string[]>> = {
  f32: [WGSL.shape, shader('./weights-f32.wgsl', import.meta.url)],
  bf16: [WGSL.shape, shader('./weights-bf16.wgsl', import.meta.url)],
  f16: [WGSL.shape, shader('./weights-f16.wgsl', import.meta.url)],
  int8: [WGSL.shape, shader('./weights-int8.wgsl', import.meta.url)],
};

/** Makes matmuls of one device; those alike share their pipelines. */
export function matmulFactory(device: OpenDevice): (options: MatmulOptions) => Promise<Matmul> {
  const compiled = new Map<string, Promise<Kernel>>();
  const kernelOf = (format: MatrixFormat, emit: Emit, rows: number) => {
    const key = `matmul ${format} ${emit} ${rows} rows`;
    const kernel = compiled.get(key) ?? createKernel(device, matmulSource(device, key, format, emit, rows));
    compiled.set(key, kernel);
    return kernel;
  };
  return async (options) => {
    const { matrix, emit } = options;
    const kernels = await Promise.all(ROW_BLOCKS.map((rows) => kernelOf(matrix.format, emit, rows)));
    const parts = await Promise.all(matrix.parts.map((part) => bindPart(device, kernels[0], options, part)));
    return {
      encode(pass, rows) {
        const fitting = ROW_BLOCKS.findIndex((block) => block >= rows);
        const choice = fitting === -1 ? ROW_BLOCKS.length - 1 : fitting;
        pass.setPipeline(kernels[choice].pipeline);
        for (const { group, tiles } of parts) {
          pass.setBindGroup(0, group);
          pass.dispatchWorkgroups(tiles, Math.ceil(rows / ROW_BLOCKS[choice]));
        }
      },
    };
  };
}

async function bindPart(device: OpenDevice, kernel: Kernel, options: MatmulOptions, part: MatrixPart) {
  const { matrix, inputs, result, resultStride, rowCount, extra } = options;
  const shape = await upload(device, 'matrix shape', shapeWords(matrix, part, matrix.columns, resultStride), 'uniform');
  const group = bind(device, kernel, {
    0: part.weights,
    1: part.scales,
    2: inputs,
    3: result,
    4: rowCount,
    5: shape,
    6: extra,
  });
  return { group, tiles: part.stride / TILE_OUTPUTS };
}

function matmulSource({ capabilities }: OpenDevice, label: string, format: MatrixFormat, emit: Emit, rows: number) {
  const { isSoftware, minSubgroupSize } = capabilities;
  const hasShuffle = minSubgroupSize >= 4;
  const common = [PASS_WGSL, ...WEIGHTS_WGSL[format], WGSL.bindings, WGSL.emit[emit]];
  const bindings = {
    0: 'read',
    1: format === 'int8' ? 'read' : undefined,
    2: 'read',
    3: 'read-write',
    4: 'uniform',
    5: 'uniform',
    6: emit === 'add' || emit === 'scatter' ? 'read' : undefined,
  } as const;
  if (isSoftware && hasShuffle) {
    const constants = { LANES, ROWS: rows, SHARE: Math.min(8, minSubgroupSize) };
    return { label, wgsl: [...common, WGSL.shuffle], constants, enables: ['subgroups'], bindings };
  }
  // Slices hide the latency of memory on a GPU; a CPU adapter has no threads to spare.
  return { label, wgsl: [...common, WGSL.split], constants: { LANES, ROWS: rows, SLICES: isSoftware ? 1 : 8 }, bindings };
}
