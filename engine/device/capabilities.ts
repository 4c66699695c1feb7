/** What an opened device can do, as far as kernels choose between variants by it. */
export interface Capabilities {
  /** The adapter computes on the CPU (lavapipe, SwiftShader): few cores, narrow SIMD, dear barriers. */
  readonly isSoftware: boolean;
  /** Lanes of every subgroup; 0 where the device lacks subgroups or they vary. */
  readonly subgroupSize: number;
  /** Largest storage buffer one shader may see, bytes. */
  readonly maxBindingBytes: number;
}

export function capabilitiesOf(device: GPUDevice, info: GPUAdapterInfo): Capabilities {
  const { limits, features } = device;
  return {
    isSoftware: info.isFallbackAdapter || /llvmpipe|swiftshader|software|basic render/i.test(adapterName(info)),
    subgroupSize: features.has('subgroups') && info.subgroupMinSize === info.subgroupMaxSize ? info.subgroupMinSize : 0,
    maxBindingBytes: Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize),
  };
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
