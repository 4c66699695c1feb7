/** How fast a device moves memory: the measure that decoding at batch 1 is held against. Bytes read plus bytes written a second. */
import { bind, createKernel } from '#engine/device/kernel.ts';
import { allocate } from '#engine/device/memory.ts';
import type { OpenDevice } from '#engine/device/open-device.ts';
import { median } from './statistics.ts';

/** Far more than caches hold. */
const HOST_BYTES = 64 * 2 ** 20;
const REPEATS = 9;
/** Copies of one submission: its overhead vanishes in them. */
const GPU_WORK = { software: { bytes: 64 * 2 ** 20, copies: 4 }, hardware: { bytes: 512 * 2 ** 20, copies: 32 } } as const;
/** A GPU idles at a fraction of its clocks, and takes a while to leave them. */
const WARM_UP_MS = 300;

/** One thread of the host. */
export function hostCopyBandwidth(): number {
  const source = new Uint8Array(HOST_BYTES).fill(1);
  const target = new Uint8Array(HOST_BYTES);
  target.set(source);
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    target.set(source);
    return performance.now() - began;
  });
  return (2 * HOST_BYTES * 1000) / median(times);
}

const LANES = 256;
/** Of 16 bytes, by each thread: enough on their way to hide the latency of memory. */
const WORDS_EACH = 8;
/** The copy command of some drivers reaches a third of what a shader does. */
const COPY = `
@group(0) @binding(0) var<storage, read> source: array<vec4u>;
@group(0) @binding(1) var<storage, read_write> copied: array<vec4u>;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let first = group.x * LANES * WORDS_EACH + lane;
  var words: array<vec4u, WORDS_EACH>;
  for (var i = 0u; i < WORDS_EACH; i++) {
    words[i] = source[first + i * LANES];
  }
  for (var i = 0u; i < WORDS_EACH; i++) {
    copied[first + i * LANES] = words[i];
  }
}`;

/** Between two buffers of a device, by a shader. */
export async function deviceCopyBandwidth(device: OpenDevice): Promise<number> {
  const { bytes, copies } = GPU_WORK[device.capabilities.isSoftware ? 'software' : 'hardware'];
  const [source, copied] = [await allocate(device, 'source', bytes), await allocate(device, 'copy', bytes)];
  const constants = { LANES, WORDS_EACH };
  const bindings = { 0: 'read', 1: 'read-write' } as const;
  const kernel = await createKernel(device, { label: 'copy', wgsl: [COPY], constants, bindings });
  const group = bind(device, kernel, { 0: source, 1: copied });
  const copy = async () => {
    const began = performance.now();
    const encoder = device.gpu.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(kernel.pipeline);
    pass.setBindGroup(0, group);
    for (let i = 0; i < copies; i++) pass.dispatchWorkgroups(bytes / (16 * LANES * WORDS_EACH));
    pass.end();
    device.gpu.queue.submit([encoder.finish()]);
    await device.gpu.queue.onSubmittedWorkDone();
    return performance.now() - began;
  };
  const warmUpBegan = performance.now();
  do await copy();
  while (performance.now() - warmUpBegan < WARM_UP_MS);
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push(await copy());
  source.destroy();
  copied.destroy();
  return (2 * bytes * copies * 1000) / median(times);
}
