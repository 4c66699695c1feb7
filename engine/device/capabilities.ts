/** What an opened device can do, as far as kernels choose between variants by it. */

/**
 * Units that multiply 16 x 16 tiles of f16 with sums in f32, a subgroup of 32 a tile. "emulated": the same kernels with the
 * tiles' products spelled out, to test them on machines without such units.
 */
export type MatrixUnit = 'subgroup' | 'emulated' | 'none';

export interface Capabilities {
  /** The adapter computes on the CPU (lavapipe, SwiftShader): few cores, narrow SIMD, dear barriers. */
  readonly isSoftware: boolean;
  /** Lanes of every subgroup; 0 where the device lacks subgroups or they vary. */
  readonly subgroupSize: number;
  /** Largest storage buffer one shader may see, bytes. */
  readonly maxBindingBytes: number;
  readonly matrixUnit: MatrixUnit;
}

/** The feature under which Dawn offers matrix units; experimental, and in no types yet. */
export const SUBGROUP_MATRIX = 'chromium-experimental-subgroup-matrix' as GPUFeatureName;

interface MatrixConfig {
  readonly componentType: string;
  readonly resultComponentType: string;
  readonly M: number;
  readonly N: number;
  readonly K: number;
}

export function capabilitiesOf(device: GPUDevice, info: GPUAdapterInfo): Capabilities {
  const { limits, features } = device;
  return {
    isSoftware: isSoftware(info),
    subgroupSize: features.has('subgroups') && info.subgroupMinSize === info.subgroupMaxSize ? info.subgroupMinSize : 0,
    maxBindingBytes: Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize),
    matrixUnit: hasMatrixUnit(features, info) ? 'subgroup' : 'none',
  };
}

/**
 * Proven on NVIDIA alone (H100, H200: docs/log.md): a unit serves only if the sums of a row do not depend on the rows beside
 * it, which no specification promises.
 */
function hasMatrixUnit(features: GPUSupportedFeatures, info: GPUAdapterInfo): boolean {
  const { subgroupMatrixConfigs = [] } = info as { readonly subgroupMatrixConfigs?: Iterable<MatrixConfig> };
  return (
    /nvidia/i.test(adapterName(info)) &&
    features.has(SUBGROUP_MATRIX) &&
    features.has('shader-f16') &&
    info.subgroupMinSize === 32 &&
    info.subgroupMaxSize === 32 &&
    [...subgroupMatrixConfigs].some(
      ({ componentType, resultComponentType, M, N, K }) =>
        componentType === 'f16' && resultComponentType === 'f32' && M === 16 && N === 16 && K === 16,
    )
  );
}

/** Whether the adapter is a program on the CPU. */
export function isSoftware(info: GPUAdapterInfo): boolean {
  return info.isFallbackAdapter || /llvmpipe|swiftshader|software|basic render/i.test(adapterName(info));
}

/** One line for people: "nvidia h100 80gb hbm3 (NVIDIA: 570.86.15)". */
export function adapterName({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  const name = plain(device) || [vendor, architecture].filter(Boolean).join(' ') || 'unnamed adapter';
  return description ? `${name} (${description})` : name;
}

/** Whether `wanted`, part of a name as a person or Dawn writes it, is part of the adapter's. */
export function isNamed(info: GPUAdapterInfo, wanted: string): boolean {
  return plain(adapterName(info)).includes(plain(wanted));
}

/** WebGPU writes "NVIDIA H100 80GB" as "nvidia-h100-80gb": only letters and digits count. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
