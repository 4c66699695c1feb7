/** For tests of matmuls: small weight matrices in every number format, on a device. */
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { noise } from '../../device/test-adapters.ts';
import { type MatrixSource, packedForm, packTiles } from '../../model/gpu/pack-matrix.ts';
import type { Tensor } from '../../model/tensor.ts';
import { type DeviceMatrix, tileWords } from './matrix-layout.ts';

export const FORMATS = ['f32', 'bf16', 'f16', 'int8', 'int4'] as const;

export function tensorOf(dtype: (typeof FORMATS)[number], rows: number, columns: number, seed = 1): Tensor {
  const shape = [rows, columns] as const;
  const numbers = noise(rows * columns, seed);
  switch (dtype) {
    case 'f32':
      return { name: 'w', dtype, shape, data: numbers };
    case 'bf16':
      return { name: 'w', dtype, shape, data: Uint16Array.from(new Uint32Array(numbers.buffer), (bits) => bits >>> 16) };
    case 'f16':
      return { name: 'w', dtype, shape, data: new Uint16Array(Float16Array.from(numbers).buffer) };
    case 'int8': {
      const scales = noise((rows * columns) / 32, seed + 1).map((x) => Math.abs(x) / 100);
      return { name: 'w', dtype, shape, group: 32, data: Int8Array.from(numbers, (x) => x * 127), scales };
    }
    case 'int4': {
      const scales = noise((rows * columns) / 32, seed + 1).map((x) => Math.f16round(x / 10));
      return {
        name: 'w',
        dtype,
        shape,
        group: 32,
        data: Uint8Array.from(noise((rows * columns) / 2, seed), (x) => 128 + 127 * x),
        scales,
      };
    }
  }
}

/** The matrix with its first tile as a part of its own, as one above the binding limit is cut. */
export async function deviceMatrix(device: OpenDevice, source: MatrixSource): Promise<DeviceMatrix> {
  const form = packedForm(source, device.capabilities.matrixUnit === 'none' ? 'lanes' : 'unit');
  const words = tileWords(form);
  const cuts = form.tiles > 1 ? [[0, 1] as const, [1, form.tiles - 1] as const] : [[0, 1] as const];
  const parts = await Promise.all(
    cuts.map(async ([first, tiles]) => {
      const packed = packTiles(source, form, first, tiles);
      const firstResult = first * form.resultsPerTile;
      return {
        weights: await upload(device, 'weights', packed.slice(0, tiles * words.weights)),
        scales: words.scales === 0 ? undefined : await upload(device, 'scales', packed.slice(tiles * words.weights)),
        tiles,
        firstResult,
        results: Math.min(tiles * form.resultsPerTile, form.results - firstResult),
      };
    }),
  );
  return { ...form, parts };
}
