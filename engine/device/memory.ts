/** Allocates device memory and copies to and from it; a buffer that does not fit is a typed error with its size. */
import { EngineError } from '../errors.ts';
import type { OpenDevice } from './open-device.ts';

/** GPUBufferUsage and GPUMapMode bits, spelled out: the globals exist only once Dawn has been created. */
const USAGE = { mapRead: 1, copySrc: 4, copyDst: 8, uniform: 64, storage: 128 } as const;
const MAP_READ = 1;

/**
 * A zeroed buffer for shaders and copies.
 * @throws EngineError('out-of-memory') naming the buffer, its size and the remedy.
 */
export async function allocate(
  device: OpenDevice,
  label: string,
  bytes: number,
  kind: 'storage' | 'uniform' = 'storage',
): Promise<GPUBuffer> {
  const size = Math.max(16, Math.ceil(bytes / 16) * 16);
  const limit = device.capabilities.maxBindingBytes;
  if (size > limit) throw outOfMemory(label, size, `above the ${megabytes(limit)} MB that one buffer may have on ${device.name}`);
  return inMemoryScope(device, label, size, USAGE[kind] | USAGE.copySrc | USAGE.copyDst);
}

/** A buffer the host can map to read. */
export async function allocateReadback(device: OpenDevice, label: string, bytes: number): Promise<GPUBuffer> {
  return inMemoryScope(device, label, bytes, USAGE.mapRead | USAGE.copyDst);
}

/** A buffer holding `data`, padded with zeros to a multiple of 16 bytes. */
export async function upload(
  device: OpenDevice,
  label: string,
  data: ArrayBufferView<ArrayBuffer>,
  kind: 'storage' | 'uniform' = 'storage',
): Promise<GPUBuffer> {
  const buffer = await allocate(device, label, data.byteLength, kind);
  device.gpu.queue.writeBuffer(buffer, 0, data.buffer, data.byteOffset, data.byteLength);
  return buffer;
}

/** Copies the first `bytes` of a readback buffer to the host once the GPU has filled it. */
export async function readBack(device: OpenDevice, buffer: GPUBuffer, bytes: number): Promise<ArrayBuffer> {
  await Promise.race([buffer.mapAsync(MAP_READ, 0, bytes), device.failure]);
  const copy = buffer.getMappedRange(0, bytes).slice(0);
  buffer.unmap();
  return copy;
}

async function inMemoryScope({ gpu }: OpenDevice, label: string, size: number, usage: number): Promise<GPUBuffer> {
  gpu.pushErrorScope('validation');
  gpu.pushErrorScope('out-of-memory');
  const buffer = gpu.createBuffer({ label, size, usage });
  const [memory, validation] = await Promise.all([gpu.popErrorScope(), gpu.popErrorScope()]);
  if (memory === null && validation === null) return buffer;
  buffer.destroy();
  throw outOfMemory(label, size, 'more than the device has left');
}

function outOfMemory(label: string, bytes: number, why: string): EngineError {
  const remedy = 'Run fewer samples at once, shorten the context, or choose a smaller model.';
  return new EngineError('out-of-memory', `${label} needs ${megabytes(bytes)} MB, ${why}. ${remedy}`, { label, bytes });
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
