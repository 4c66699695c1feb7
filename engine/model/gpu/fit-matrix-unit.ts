/** Decides whether a model's matmuls run on the device's matrix unit: one choice for all, because they share activations. */
import type { MatrixUnit } from '../../device/capabilities.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import type { Weights } from '../tensor.ts';
import { suitsUnit } from './pack-matrix.ts';

/** The tensors that WeightLoader.matrix() is asked for. */
const MATRIX = /\.(in_proj|out_proj|gate_proj|up_proj|down_proj|embed_tokens)\.weight$|^lm_head\.weight$/;

/** QUORUM_MATRIX_UNIT=off keeps every model off the unit, to compare or to get round a driver's fault. */
function ownUnit({ capabilities }: OpenDevice): MatrixUnit {
  return process.env.QUORUM_MATRIX_UNIT === 'off' ? 'none' : capabilities.matrixUnit;
}

/**
 * The device as the model's kernels shall see it: without its matrix unit where a matrix would lose by f16, as f32 weights
 * would.
 * @param wanted the device's own where absent
 */
export function fitMatrixUnit(device: OpenDevice, weights: Weights, wanted?: MatrixUnit): OpenDevice {
  const suits = weights.values().every((tensor) => !MATRIX.test(tensor.name) || suitsUnit(tensor));
  const matrixUnit = suits ? (wanted ?? ownUnit(device)) : 'none';
  // Emulated, the unit stands among the kernels meant for hardware.
  const emulation = matrixUnit === 'emulated' ? { isSoftware: false, subgroupSize: 0 } : {};
  return { ...device, capabilities: { ...device.capabilities, ...emulation, matrixUnit } };
}
