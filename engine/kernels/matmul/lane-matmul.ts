/** Matmuls in f32 by threads that each compute whole outputs: for devices without matrix units, and for f32 weights. */
import { createKernel, type Kernel, type KernelSource } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { bindPart, matmulBindings } from './bind-part.ts';
import type { MatmulFactory } from './matmul.ts';
import { type MatrixFormat, TILE_OUTPUTS } from './matrix-layout.ts';
import { weightsSource } from './weights-wgsl.ts';

/** Rows one thread holds sums for: the least that covers the batch is taken, so that a lone row is not computed eightfold. */
const ROW_BLOCKS = [1, 2, 4, 8] as const;

const HALF_TILE = TILE_OUTPUTS.lanes / 2;

const WGSL = {
  bindings: shader('./matmul-bindings.wgsl', import.meta.url),
  shuffle: shader('./matmul-shuffle.wgsl', import.meta.url),
  split: shader('./matmul-split.wgsl', import.meta.url),
  emit: shader('./emit.wgsl', import.meta.url),
};

export function laneMatmulFactory(device: OpenDevice): MatmulFactory {
  const compiled = new Map<MatrixFormat, Promise<Kernel[]>>();
  const kernelsOf = (format: MatrixFormat) => {
    const kernels =
      compiled.get(format) ?? Promise.all(ROW_BLOCKS.map((rows) => createKernel(device, matmulSource(device, format, rows))));
    compiled.set(format, kernels);
    return kernels;
  };
  return async (options) => {
    const kernels = await kernelsOf(options.matrix.format);
    const parts = await Promise.all(options.matrix.parts.map((part) => bindPart(device, kernels[0], options, part, true)));
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

function matmulSource({ capabilities }: OpenDevice, format: MatrixFormat, rows: number): KernelSource {
  const { isSoftware, subgroupSize } = capabilities;
  const weights = weightsSource({ arrangement: 'lanes', format });
  const common = { label: `matmul ${format}, ${rows} rows`, bindings: matmulBindings(weights.hasScales, true) };
  const wgsl = [PASS_WGSL, ...weights.wgsl, WGSL.bindings, WGSL.emit];
  const constants = { ...weights.constants, ROWS: rows };
  if (isSoftware && subgroupSize >= 4) {
    return {
      ...common,
      wgsl: [...wgsl, WGSL.shuffle],
      constants: { ...constants, LANES: HALF_TILE / 2 },
      directives: ['enable subgroups;'],
    };
  }
  // Slices hide the latency of memory on a GPU; a CPU adapter has no threads to spare.
  return { ...common, wgsl: [...wgsl, WGSL.split], constants: { ...constants, LANES: HALF_TILE, SLICES: isSoftware ? 1 : 8 } };
}
