/**
 * Opens a GPU device: the one place that asks for features and limits, and that hears of lost devices and of errors
 * nobody caught. Knows nothing of models.
 */
import { EngineError } from '../errors.ts';
import { adapterName, type Capabilities, capabilitiesOf, isNamed, SUBGROUP_MATRIX } from './capabilities.ts';

export interface OpenDevice {
  readonly gpu: GPUDevice;
  /** Human-readable adapter. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Throws EngineError('device-lost') once the device is gone or has reported an error. */
  assertAlive(): void;
  /** Rejects when the device is lost or reports an error; never resolves. */
  readonly failure: Promise<never>;
  close(): void;
}

const WANTED_FEATURES: readonly GPUFeatureName[] = ['subgroups', 'shader-f16', 'timestamp-query', SUBGROUP_MATRIX];

/** Raised from WebGPU's cautious defaults to whatever the adapter has. */
const WANTED_LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
] as const;

/** @throws EngineError('no-adapter') when the machine has no usable adapter, or none whose name holds `adapter`. */
export async function openDevice(gpu: GPU, adapter = ''): Promise<OpenDevice> {
  const found = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (found === null) {
    throw new EngineError('no-adapter', 'No GPU adapter was found: install a Vulkan, Metal or D3D12 driver, or run on the CPU.');
  }
  const name = adapterName(found.info);
  if (!isNamed(found.info, adapter)) {
    throw new EngineError('no-adapter', `The adapter found is "${name}", not one named "${adapter}": choose another adapter.`, {
      adapter: name,
    });
  }
  const device = await found.requestDevice({
    requiredFeatures: WANTED_FEATURES.filter((feature) => found.features.has(feature)),
    requiredLimits: Object.fromEntries(WANTED_LIMITS.map((limit) => [limit, found.limits[limit]])),
  });
  return watch(device, name, capabilitiesOf(device, found.info));
}

function watch(gpu: GPUDevice, name: string, capabilities: Capabilities): OpenDevice {
  let isClosed = false;
  let cause: EngineError | undefined;
  const { promise: failure, reject } = Promise.withResolvers<never>();
  // Whoever waits on the device races against `failure`; with nobody waiting, assertAlive() tells at the next call.
  failure.catch(() => {});
  const fail = (message: string) => {
    if (isClosed) return;
    cause ??= new EngineError('device-lost', `${name}: ${message} Load the model again.`, { adapter: name });
    reject(cause);
  };
  void gpu.lost.then(({ reason, message }) => fail(`the GPU device was lost (${reason}): ${message}.`));
  gpu.addEventListener('uncapturederror', ({ error }) => fail(`the GPU reported an error: ${error.message}.`));
  return {
    gpu,
    name,
    capabilities,
    failure,
    assertAlive() {
      if (isClosed) throw new EngineError('device-lost', `${name}: the model was closed. Load it again.`, { adapter: name });
      if (cause !== undefined) throw cause;
    },
    close() {
      isClosed = true;
      gpu.destroy();
    },
  };
}
