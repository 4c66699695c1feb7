/** Multiplies rows of activations by a weight matrix; an "emit" decides what becomes of the sums. */
import { bind, createKernel, type Kernel, type KernelSource } from '../../device/kernel.ts';
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import {
  type DeviceMatrix,
  type Emit,
  HALF_TILE,
  type MatrixFormat,
  type MatrixPart,
  SCALE_WORDS,
  shapeWords,
  TILE_OUTPUTS,
} from './matrix-layout.ts';

export interface MatmulOptions {
  readonly matrix: DeviceMatrix;
  readonly inputs: GPUBuffer;
  readonly result: GPUBuffer;
  /** Floats from one row of the result to the next. */
  readonly resultStride: number;
  /** Uniform holding the number of rows. */
  readonly rowCount: GPUBuffer;
  readonly emit: Emit;
  /** f32 [outputs], for `add`; zero without. */
  readonly bias?: GPUBuffer;
  /** Which slot's row a row becomes, for `scatter`. */
  readonly heads?: GPUBuffer;
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
  emit: shader('./emit.wgsl', import.meta.url),
};

/** Declares `shape`'s type, then weight4() and scale_of() of a number format. */
export const WEIGHTS_WGSL: Readonly<Record<MatrixFormat, readonly string[]>> = {
  f32: [WGSL.shape, shader('./weights-f32.wgsl', import.meta.url)],
  bf16: [WGSL.shape, shader('./weights-bf16.wgsl', import.meta.url)],
  f16: [WGSL.shape, shader('./weights-f16.wgsl', import.meta.url)],
  int8: [WGSL.shape, shader('./weights-int8.wgsl', import.meta.url)],
  int4: [WGSL.shape, shader('./weights-int4.wgsl', import.meta.url)],
};

/** Makes matmuls of one device; those of one number format share their pipelines. */
export function matmulFactory(device: OpenDevice): (options: MatmulOptions) => Promise<Matmul> {
  const compiled = new Map<MatrixFormat, Promise<Kernel[]>>();
  const kernelsOf = (format: MatrixFormat) => {
    const kernels =
      compiled.get(format) ?? Promise.all(ROW_BLOCKS.map((rows) => createKernel(device, matmulSource(device, format, rows))));
    compiled.set(format, kernels);
    return kernels;
  };
  return async (options) => {
    const kernels = await kernelsOf(options.matrix.format);
    const parts = await Promise.all(options.matrix.parts.map((part) => bindPart(device, kernels[0], options, part)));
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
  const { matrix, inputs, result, resultStride, rowCount, emit } = options;
  const shape = await upload(
    device,
    'matrix shape',
    shapeWords(matrix, part, emit, resultStride, device.capabilities),
    'uniform',
  );
  const bias = options.bias ?? (await allocate(device, 'no bias', emit === 'add' ? resultStride * 4 : 0));
  const heads = options.heads ?? (await allocate(device, 'no heads', 0));
  const group = bind(device, kernel, {
    0: part.weights,
    1: part.scales,
    2: inputs,
    3: result,
    4: rowCount,
    5: shape,
    6: bias,
    7: heads,
  });
  return { group, tiles: part.tiles };
}

function matmulSource({ capabilities }: OpenDevice, format: MatrixFormat, rows: number): KernelSource {
  const { isSoftware, subgroupSize } = capabilities;
  const common = {
    label: `matmul ${format}, ${rows} rows`,
    bindings: {
      0: 'read',
      1: SCALE_WORDS[format] > 0 ? 'read' : undefined,
      2: 'read',
      3: 'read-write',
      4: 'uniform',
      5: 'uniform',
      6: 'read',
      7: 'read',
    },
  } as const;
  const wgsl = [PASS_WGSL, ...WEIGHTS_WGSL[format], WGSL.bindings, WGSL.emit];
  if (isSoftware && subgroupSize >= 4) {
    const constants = { LANES: HALF_TILE / 2, TILE: TILE_OUTPUTS, HALF_TILE, ROWS: rows };
    return { ...common, wgsl: [...wgsl, WGSL.shuffle], constants, directives: ['enable subgroups;'] };
  }
  // Slices hide the latency of memory on a GPU; a CPU adapter has no threads to spare.
  return {
    ...common,
    wgsl: [...wgsl, WGSL.split],
    constants: { LANES: HALF_TILE, TILE: TILE_OUTPUTS, HALF_TILE, ROWS: rows, SLICES: isSoftware ? 1 : 8 },
  };
}
