/** How fast a device moves memory: the measure that decoding at batch 1 is held against. Bytes read plus bytes written a second. */
import { median } from './statistics.ts';

/** Far more than caches hold, less than any buffer limit. */
const BYTES = 64 * 2 ** 20;
const REPEATS = 9;
/** Copies of one submission: its overhead vanishes in them. */
const GPU_COPIES = 32;

/** One thread of the host. */
export function hostCopyBandwidth(): number {
  const source = new Uint8Array(BYTES).fill(1);
  const target = new Uint8Array(BYTES);
  target.set(source);
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    target.set(source);
    return performance.now() - began;
  });
  return (2 * BYTES * 1000) / median(times);
}

/** Between two buffers of a device; submission included, which is why there are many copies in one. */
export async function deviceCopyBandwidth(device: GPUDevice): Promise<number> {
  const usage = GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const [source, target] = [device.createBuffer({ size: BYTES, usage }), device.createBuffer({ size: BYTES, usage })];
  const copy = async () => {
    const began = performance.now();
    const encoder = device.createCommandEncoder();
    for (let i = 0; i < GPU_COPIES; i++) encoder.copyBufferToBuffer(source, 0, target, 0, BYTES);
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    return performance.now() - began;
  };
  await copy();
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push(await copy());
  source.destroy();
  target.destroy();
  return (2 * BYTES * GPU_COPIES * 1000) / median(times);
}
