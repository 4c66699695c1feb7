/** Binds one part of a matrix and what its matmul reads and writes: the same numbers in every matmul kernel. */
import { type BindingKind, bind, type Kernel } from '../../device/kernel.ts';
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import type { MatmulOptions } from './matmul.ts';
import { type MatrixPart, shapeWords } from './matrix-layout.ts';

export interface BoundPart {
  readonly group: GPUBindGroup;
  readonly tiles: number;
}

/** @param hasEmitInputs whether the kernel takes bias and heads */
export function matmulBindings(hasScales: boolean, hasEmitInputs: boolean): Readonly<Record<number, BindingKind | undefined>> {
  const emitInput = hasEmitInputs ? 'read' : undefined;
  return {
    0: 'read',
    1: hasScales ? 'read' : undefined,
    2: 'read',
    3: 'read-write',
    4: 'uniform',
    5: 'uniform',
    6: emitInput,
    7: emitInput,
  };
}

export async function bindPart(
  device: OpenDevice,
  kernel: Kernel,
  options: MatmulOptions,
  part: MatrixPart,
  hasEmitInputs: boolean,
): Promise<BoundPart> {
  const { matrix, inputs, result, resultStride, rowCount, emit } = options;
  const words = shapeWords(matrix, part, emit, resultStride, device.capabilities);
  const shape = await upload(device, 'matrix shape', words, 'uniform');
  const common = { 0: part.weights, 1: part.scales, 2: inputs, 3: result, 4: rowCount, 5: shape };
  if (!hasEmitInputs) return { group: bind(device, kernel, common), tiles: part.tiles };
  const bias = options.bias ?? (await allocate(device, 'no bias', emit === 'add' ? resultStride * 4 : 0));
  const heads = options.heads ?? (await allocate(device, 'no heads', 0));
  return { group: bind(device, kernel, { ...common, 6: bias, 7: heads }), tiles: part.tiles };
}
