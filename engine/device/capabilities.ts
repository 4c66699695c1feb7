/** What an opened device can do, as far as kernels choose between variants by it. */
export interface Capabilities {
  /** The adapter computes on the CPU (lavapipe, SwiftShader): few cores, narrow SIMD, dear barriers. */
  readonly isSoftware: boolean;
  /** Lanes every subgroup surely has; 0 where the device lacks subgroups. */
  readonly minSubgroupSize: number;
  /** Largest storage buffer one shader may see, bytes. */
  readonly maxBindingBytes: number;
  readonly maxBufferBytes: number;
  readonly maxWorkgroupInvocations: number;
  readonly maxWorkgroupStorageBytes: number;
}

export function capabilitiesOf(device: GPUDevice, info: GPUAdapterInfo): Capabilities {
  const { limits, features } = device;
  return {
    isSoftware: info.isFallbackAdapter || /llvmpipe|swiftshader|software|basic render/i.test(adapterName(info)),
    minSubgroupSize: features.has('subgroups') ? info.subgroupMinSize : 0,
    maxBindingBytes: Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize),
    maxBufferBytes: limits.maxBufferSize,
    maxWorkgroupInvocations: limits.maxComputeInvocationsPerWorkgroup,
    maxWorkgroupStorageBytes: limits.maxComputeWorkgroupStorageSize,
  };
}

/** One line for people: "llvmpipe: Mesa 25.0.7 (LLVM 15.0.6) (mesa software)". */
export function adapterName({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  const kind = [vendor, architecture].filter(Boolean).join(' ');
  return `${description || device || 'unnamed adapter'}${kind ? ` (${kind})` : ''}`;
}
