/**
 * For tests of GPU code: runs a suite on every adapter of the machine. Finds the software drivers lavapipe (Mesa) and
 * SwiftShader (in Debian's chromium) by itself: they differ in subgroups, f16 and limits, as real GPUs do.
 */
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Capabilities } from './capabilities.ts';
import { createDawn, listAdapters } from './dawn.ts';
import { type OpenDevice, openDevice } from './open-device.ts';

const SOFTWARE_DRIVERS = [
  '/usr/share/vulkan/icd.d/lvp_icd.json',
  '/usr/share/vulkan/icd.d/lvp_icd.x86_64.json',
  '/usr/share/vulkan/icd.d/lvp_icd.aarch64.json',
  '/usr/lib/chromium/vk_swiftshader_icd.json',
];

/** The Vulkan loader reads this when Dawn first starts; a driver that the caller chose stays. */
if (process.env.VK_ICD_FILENAMES === undefined && process.env.VK_DRIVER_FILES === undefined) {
  const present = SOFTWARE_DRIVERS.filter((path) => existsSync(path));
  if (present.length > 0) process.env.VK_ICD_FILENAMES = present.join(':');
}

/** Software adapters compile a kernel for seconds when it first runs, longer on a busy machine. */
const PATIENCE = { timeout: 60_000 };

export const presentAdapters: readonly string[] = await listAdapters();

/** One suite per adapter; skipped by name, so that it is counted, where there is none. `gpu` resolves to the adapter's. */
export function describeOnAdapters(name: string, suite: (gpu: () => Promise<GPU>) => void): void {
  if (presentAdapters.length === 0) {
    console.warn(`SKIPPED, no GPU adapter: ${name}. Install mesa-vulkan-drivers (25 or newer) or chromium.`);
    describe.skip(`${name} [no GPU adapter on this machine]`, () => test('needs an adapter', () => expect.fail()));
  }
  for (const adapter of presentAdapters) {
    describe(`${name} [${adapter}]`, PATIENCE, () => suite(() => createDawn({ adapter })));
  }
}

/**
 * Like describeOnAdapters, with one device for all tests; each test runs inside a validation error scope. The last adapter
 * also runs the kernels meant for hardware without subgroups, so that those are tested on machines without a GPU.
 */
export function describeOnDevices(name: string, suite: (device: () => OpenDevice) => void): void {
  // Matrix units have suites of their own.
  const plain = (capabilities: Capabilities): Capabilities => ({ ...capabilities, matrixUnit: 'none' });
  const hardware = (capabilities: Capabilities) => ({ ...plain(capabilities), isSoftware: false, subgroupSize: 0 });
  describeOnAdapters(name, (gpu) => describeDevice(gpu, plain, suite));
  const last = presentAdapters.at(-1);
  if (last === undefined) return;
  describe(`${name} [${last}, kernels for hardware]`, PATIENCE, () => {
    describeDevice(() => createDawn({ adapter: last }), hardware, suite);
  });
}

/**
 * Like describeOnDevices, for what runs on a matrix unit: on a device that has one, or else emulated on one that computes
 * in f16, as lavapipe does and SwiftShader does not.
 */
export function describeOnMatrixUnit(name: string, suite: (device: () => OpenDevice) => void): void {
  const adapter = presentAdapters.find((present) => !/swiftshader/i.test(present));
  if (adapter === undefined) {
    console.warn(`SKIPPED, no GPU adapter with f16: ${name}. Install mesa-vulkan-drivers (25 or newer).`);
    return;
  }
  describe(`${name} [${adapter}, matrix unit]`, PATIENCE, () => {
    describeDevice(() => createDawn({ adapter }), withMatrixUnit, suite);
  });
}

function withMatrixUnit(capabilities: Capabilities): Capabilities {
  return capabilities.matrixUnit === 'subgroup'
    ? capabilities
    : { ...capabilities, isSoftware: false, subgroupSize: 0, matrixUnit: 'emulated' };
}

/** A software adapter under another name, so that a whole model runs on the kernels meant for hardware without subgroups. */
export function asHardware(gpu: GPU): GPU {
  const requestAdapter = async (options?: GPURequestAdapterOptions) => {
    const adapter = await gpu.requestAdapter(options);
    if (adapter === null) return null;
    const { features, limits } = adapter;
    // Subgroups whose size varies are not counted on.
    const info = { device: 'disguised', description: '', isFallbackAdapter: false, subgroupMinSize: 4, subgroupMaxSize: 64 };
    return { info, features, limits, requestDevice: (device: GPUDeviceDescriptor) => adapter.requestDevice(device) };
  };
  return { requestAdapter } as unknown as GPU;
}

function describeDevice(
  gpu: () => Promise<GPU>,
  capabilitiesOf: (capabilities: Capabilities) => Capabilities,
  suite: (device: () => OpenDevice) => void,
): void {
  let device: OpenDevice;
  beforeAll(async () => {
    const opened = await openDevice(await gpu());
    device = { ...opened, capabilities: capabilitiesOf(opened.capabilities) };
  });
  beforeEach(() => device.gpu.pushErrorScope('validation'));
  afterEach(async () => {
    const error = await device.gpu.popErrorScope();
    expect(error?.message).toBeUndefined();
  });
  afterAll(() => device.close());
  suite(() => device);
}

/** Runs one operation and reads a buffer's first `count` floats. */
export async function runAndRead(
  { gpu }: OpenDevice,
  encode: (pass: GPUComputePassEncoder) => void,
  buffer: GPUBuffer,
  count: number,
): Promise<Float32Array> {
  const target = gpu.createBuffer({ size: count * 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = gpu.createCommandEncoder();
  const pass = encoder.beginComputePass();
  encode(pass);
  pass.end();
  encoder.copyBufferToBuffer(buffer, 0, target, 0, count * 4);
  gpu.queue.submit([encoder.finish()]);
  await target.mapAsync(GPUMapMode.READ);
  const copy = new Float32Array(target.getMappedRange().slice(0));
  target.unmap();
  return copy;
}

/** Deterministic numbers in -scale/2 … scale/2. */
export function noise(length: number, seed: number, scale = 2): Float32Array<ArrayBuffer> {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * scale;
  });
}

/** Largest difference, in units of the expected values' root mean square. */
export function largestDifference(actual: Float32Array, expected: Float32Array): number {
  expect(actual.length).toBe(expected.length);
  const rms = Math.sqrt(expected.reduce((sum, x) => sum + x * x, 0) / expected.length);
  return expected.reduce((worst, x, i) => Math.max(worst, Math.abs(x - actual[i])), 0) / rms;
}
