/** Draws tokens on the device and feeds them to the next pass. */
import { bind, createKernel } from '../../device/kernel.ts';
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { shader } from '../../device/shader-source.ts';
import { PASS_WGSL } from '../pass/pass-buffers.ts';
import { reduction } from '../reduce/reduce.ts';

export interface SamplerOptions {
  readonly vocabulary: number;
  readonly maxRows: number;
  /** Ids one call may draw, over all rows and steps. */
  readonly maxDrawn: number;
  /** f32 [slots][vocabulary] */
  readonly logits: GPUBuffer;
  readonly tokens: GPUBuffer;
}

export interface SamplerRow {
  readonly slot: number;
  readonly seed: number;
  readonly firstDraw: number;
  readonly temperature: number;
  readonly topP: number;
}

export interface Sampler {
  /** u32 [step][row] of the steps since start(). */
  readonly drawn: GPUBuffer;
  /** Sets the rows that the next steps draw for. */
  start(rows: readonly SamplerRow[]): void;
  /** One step: draws an id for each of the rows and makes it the row's token of the pass, one position on. */
  encode(pass: GPUComputePassEncoder, rows: number): void;
}

const WGSL = shader('./sample-token.wgsl', import.meta.url);
/** Threads abreast on a GPU: its square. */
const SIDE = 16;
const ROW_BYTES = 24;

export async function createSampler(device: OpenDevice, options: SamplerOptions): Promise<Sampler> {
  const { vocabulary, maxRows, maxDrawn, logits, tokens } = options;
  const { wgsl, constants, directives } = reduction(device.capabilities, SIDE);
  const kernel = await createKernel(device, {
    label: 'sample token',
    wgsl: [PASS_WGSL, wgsl, WGSL],
    constants: { ...constants, VOCABULARY: vocabulary },
    directives,
    bindings: { 0: 'read', 1: 'read', 2: 'read-write', 3: 'read-write', 4: 'read-write' },
  });
  const rowBuffer = await allocate(device, 'sampling rows', maxRows * ROW_BYTES);
  const drawn = await allocate(device, 'drawn tokens', maxDrawn * 4);
  const steps = await allocate(device, 'sampling steps', maxRows * 4);
  const group = bind(device, kernel, { 0: logits, 1: rowBuffer, 2: tokens, 3: drawn, 4: steps });
  return {
    drawn,
    start(rows) {
      device.gpu.queue.writeBuffer(rowBuffer, 0, rowBytes(rows));
      device.gpu.queue.writeBuffer(steps, 0, new Uint32Array(rows.length));
    },
    encode(pass, rows) {
      pass.setPipeline(kernel.pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(rows);
    },
  };
}

/** struct Row of sample-token.wgsl. */
function rowBytes(rows: readonly SamplerRow[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(rows.length * ROW_BYTES));
  rows.forEach(({ slot, seed, firstDraw, temperature, topP }, i) => {
    const at = i * ROW_BYTES;
    view.setUint32(at, slot, true);
    view.setUint32(at + 4, seed, true);
    view.setUint32(at + 8, firstDraw, true);
    view.setUint32(at + 12, rows.length, true);
    view.setFloat32(at + 16, temperature, true);
    view.setFloat32(at + 20, topP, true);
  });
  return view.buffer;
}
