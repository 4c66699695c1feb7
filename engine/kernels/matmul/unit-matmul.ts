/**
 * Matmuls on a matrix unit. Every batch runs the same products in the same order, whatever the number of rows beside a row,
 * so a row's sums have the same bits in all of them; which is why few rows run on the unit too.
 */
import { createKernel, type Kernel, type KernelSource } from '../../device/kernel.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { activationWriter, FRAGMENT_ROWS, LOW_PART, VALUE_PART } from '../activations/activations.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { bindPart, matmulBindings } from './bind-part.ts';
import type { MatmulFactory } from './matmul.ts';
import { BLOCK_COLUMNS, type DeviceMatrix, rowStride, UNIT_GAIN } from './matrix-layout.ts';
import { weightsSource } from './weights-wgsl.ts';

/** How many tiles of eight rows one workgroup may compute, and what a row of such workgroups takes. */
interface RowTiles {
  readonly count: number;
  readonly cost: number;
}

/**
 * Microseconds for gate and up of M1-3B's shape on an H200 (docs/log.md; three tiles between their neighbours, not measured).
 * Wide workgroups read weights less often, and run out of registers.
 */
const ROW_TILES = {
  direct: [
    { count: 1, cost: 29 },
    { count: 2, cost: 32 },
    { count: 3, cost: 39 },
    { count: 4, cost: 45 },
  ],
  staged: [
    { count: 1, cost: 25 },
    { count: 2, cost: 34 },
    { count: 8, cost: 110 },
  ],
} as const;

/** Emulated tiles are long texts that take seconds to compile, for minutes where barriers stand in loops: these show every loop at work. */
const EMULATED_SHAPE: UnitShape = { slices: 2, ahead: 1 };
const EMULATED_ROW_TILES = { direct: ROW_TILES.direct.slice(0, 2), staged: ROW_TILES.staged.slice(0, 1) } as const;

/** Subgroups that hide the latency of memory when there is one row. */
const WANTED_SUBGROUPS = 1500;
const MOST_SLICES = 8;

const WGSL = {
  bindings: shader('./unit-bindings.wgsl', import.meta.url),
  subgroup: shader('./unit-tiles-subgroup.wgsl', import.meta.url),
  emulated: shader('./unit-tiles-emulated.wgsl', import.meta.url),
  direct: shader('./matmul-unit.wgsl', import.meta.url),
  staged: shader('./matmul-unit-staged.wgsl', import.meta.url),
  emit: shader('./emit.wgsl', import.meta.url),
  emitGated: shader('./emit-gated.wgsl', import.meta.url),
};

/** A workgroup's subgroups, each with a slice of the columns, and how far ahead of the products they read. */
interface UnitShape {
  readonly slices: number;
  readonly ahead: number;
}

export function unitMatmulFactory(device: OpenDevice): MatmulFactory {
  const isEmulated = device.capabilities.matrixUnit === 'emulated';
  const rowTilesOf = ({ format }: DeviceMatrix): readonly RowTiles[] =>
    (isEmulated ? EMULATED_ROW_TILES : ROW_TILES)[format === 'f16' ? 'direct' : 'staged'];
  const compiled = new Map<string, Promise<Kernel[]>>();
  const kernelsOf = (matrix: DeviceMatrix, shape: UnitShape, gatedStride: number | null) => {
    const key = [matrix.format, shape.slices, shape.ahead, gatedStride].join(' ');
    const kernels =
      compiled.get(key) ??
      Promise.all(
        rowTilesOf(matrix).map(({ count }) => createKernel(device, unitSource(device, matrix, shape, count, gatedStride))),
      );
    compiled.set(key, kernels);
    return kernels;
  };
  return async (options) => {
    const { matrix, resultStride, emit } = options;
    const isGated = emit === 'swiglu';
    const rowTiles = rowTilesOf(matrix);
    const shape = isEmulated ? EMULATED_SHAPE : shapeOf(matrix);
    const kernels = await kernelsOf(matrix, shape, isGated ? resultStride : null);
    const parts = await Promise.all(matrix.parts.map((part) => bindPart(device, kernels[0], options, part, !isGated)));
    return {
      encode(pass, rows) {
        const { choice, blocks } = cheapest(rowTiles, Math.ceil(rows / FRAGMENT_ROWS));
        pass.setPipeline(kernels[choice].pipeline);
        for (const { group, tiles } of parts) {
          pass.setBindGroup(0, group);
          // Row blocks first: those that share weights run beside each other.
          pass.dispatchWorkgroups(blocks, tiles);
        }
      },
    };
  };
}

/** Which row tiles take the least time for so many tiles, and how many workgroups stand side by side then. */
function cheapest(rowTiles: readonly RowTiles[], tiles: number): { readonly choice: number; readonly blocks: number } {
  const times = rowTiles.map(({ count, cost }) => Math.ceil(tiles / count) * cost);
  const choice = times.indexOf(Math.min(...times));
  return { choice, blocks: Math.ceil(tiles / rowTiles[choice].count) };
}

/** Depends on the matrix alone, never on the rows: slices decide the order in which sums are added. */
function shapeOf({ format, columns, parts }: DeviceMatrix): UnitShape {
  const tiles = parts.reduce((sum, part) => sum + part.tiles, 0);
  const blocks = rowStride(columns) / BLOCK_COLUMNS;
  let slices = 1;
  while (slices < MOST_SLICES && tiles * slices < WANTED_SUBGROUPS && slices * 2 <= blocks) slices *= 2;
  if (format !== 'f16') return { slices, ahead: 2 };
  return { slices, ahead: blocks % (slices * 2) === 0 ? 4 : 2 };
}

function unitSource(
  { capabilities }: OpenDevice,
  { arrangement, format }: DeviceMatrix,
  { slices, ahead }: UnitShape,
  rowTiles: number,
  gatedStride: number | null,
): KernelSource {
  const isEmulated = capabilities.matrixUnit === 'emulated';
  const weights = weightsSource({ arrangement, format });
  const writer = gatedStride === null ? null : activationWriter(capabilities, 3, gatedStride);
  const gain = 1 / (VALUE_PART * (weights.hasScales ? UNIT_GAIN : 1));
  return {
    label: `matmul ${format} on a matrix unit, ${rowTiles * FRAGMENT_ROWS} rows`,
    bindings: matmulBindings(weights.hasScales, writer === null),
    directives: [
      ...weights.directives,
      ...(isEmulated
        ? []
        : [
            'enable subgroups;',
            'enable chromium_experimental_subgroup_matrix;',
            // Whole subgroups take each branch, which the analysis cannot see.
            'diagnostic(off, chromium.subgroup_matrix_uniformity);',
          ]),
    ],
    constants: {
      ...weights.constants,
      ...writer?.constants,
      SLICES: slices,
      ROW_TILES: rowTiles,
      UNROLLED: ahead,
      AHEAD: ahead,
      LOW_PART: LOW_PART.toExponential(),
      RESULT_GAIN: gain.toExponential(),
    },
    wgsl: [
      PASS_WGSL,
      ...weights.wgsl,
      WGSL.bindings,
      isEmulated ? WGSL.emulated : WGSL.subgroup,
      ...(writer === null ? [WGSL.emit] : [writer.wgsl, WGSL.emitGated]),
      format === 'f16' ? WGSL.direct : WGSL.staged,
    ],
  };
}
