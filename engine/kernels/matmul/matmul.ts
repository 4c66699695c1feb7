/** Multiplies rows of activations by a weight matrix; an "emit" decides what becomes of the sums. */
import type { OpenDevice } from '../../device/open-device.ts';
import { laneMatmulFactory } from './lane-matmul.ts';
import type { DeviceMatrix, Emit } from './matrix-layout.ts';
import { unitMatmulFactory } from './unit-matmul.ts';

export interface MatmulOptions {
  readonly matrix: DeviceMatrix;
  /** Activations, as activationWriter() lays them out on the device. */
  readonly inputs: GPUBuffer;
  /** f32 rows; activations of the same layout for `swiglu`. */
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

export type MatmulFactory = (options: MatmulOptions) => Promise<Matmul>;

/** Makes matmuls of one device; those alike share their pipelines. */
export function matmulFactory(device: OpenDevice): MatmulFactory {
  return device.capabilities.matrixUnit === 'none' ? laneMatmulFactory(device) : unitMatmulFactory(device);
}
