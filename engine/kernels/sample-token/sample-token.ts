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

const WGSL = {
  row: shader('./draw-row.wgsl', import.meta.url),
  nucleus: shader('./nucleus-key.wgsl', import.meta.url),
  feedBack: shader('./feed-back.wgsl', import.meta.url),
  whole: shader('./sample-token.wgsl', import.meta.url),
  parts: shader('./parts.wgsl', import.meta.url),
  topOfPart: shader('./top-of-part.wgsl', import.meta.url),
  nucleusOfRow: shader('./nucleus-of-row.wgsl', import.meta.url),
  pickOfPart: shader('./pick-of-part.wgsl', import.meta.url),
  joinParts: shader('./join-parts.wgsl', import.meta.url),
};
/** Threads abreast on a GPU: its square. */
const SIDE = 16;
const ROW_BYTES = 24;
/** struct Best. */
const BEST_BYTES = 16;
/** Tokens of a part at least: eight of each lane. */
const PART = 8 * SIDE * SIDE;
/** A workgroup takes so many parts in about the time that two dispatches more would cost. */
const WHOLE_PARTS = 4;

export async function createSampler(device: OpenDevice, options: SamplerOptions): Promise<Sampler> {
  const { vocabulary, maxRows, maxDrawn } = options;
  const rowBuffer = await allocate(device, 'sampling rows', maxRows * ROW_BYTES);
  const drawn = await allocate(device, 'drawn tokens', maxDrawn * 4);
  const steps = await allocate(device, 'sampling steps', maxRows * 4);
  const buffers = { ...options, rowBuffer, drawn, steps };
  const isParted = !device.capabilities.isSoftware && vocabulary > WHOLE_PARTS * PART;
  const encoding = isParted ? await inParts(device, buffers) : await wholeRows(device, buffers);
  let hasNucleus = false;
  return {
    drawn,
    start(rows) {
      hasNucleus = rows.some(({ topP }) => topP < 1);
      device.gpu.queue.writeBuffer(rowBuffer, 0, rowBytes(rows));
      device.gpu.queue.writeBuffer(steps, 0, new Uint32Array(rows.length));
    },
    encode: (pass, rows) => encoding(pass, rows, hasNucleus),
  };
}

interface SamplerBuffers extends SamplerOptions {
  readonly rowBuffer: GPUBuffer;
  readonly drawn: GPUBuffer;
  readonly steps: GPUBuffer;
}

type Encoding = (pass: GPUComputePassEncoder, rows: number, hasNucleus: boolean) => void;

async function wholeRows(device: OpenDevice, buffers: SamplerBuffers): Promise<Encoding> {
  const { wgsl, constants, directives } = reduction(device.capabilities, SIDE);
  const kernel = await createKernel(device, {
    label: 'sample token',
    wgsl: [PASS_WGSL, wgsl, WGSL.row, WGSL.nucleus, WGSL.feedBack, WGSL.whole],
    constants: { ...constants, VOCABULARY: buffers.vocabulary },
    directives,
    bindings: { 0: 'read', 1: 'read', 2: 'read-write', 3: 'read-write', 4: 'read-write' },
  });
  const { logits, rowBuffer, tokens, drawn, steps } = buffers;
  const group = bind(device, kernel, { 0: logits, 1: rowBuffer, 2: tokens, 3: drawn, 4: steps });
  return (pass, rows) => {
    pass.setPipeline(kernel.pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(rows);
  };
}

/** The same draws: only the sums behind a nucleus may round otherwise. */
async function inParts(device: OpenDevice, buffers: SamplerBuffers): Promise<Encoding> {
  const { vocabulary, maxRows, logits, rowBuffer, tokens, drawn, steps } = buffers;
  const { wgsl, constants, directives } = reduction(device.capabilities, SIDE);
  // A workgroup folds the parts: they are no more than its lanes.
  const part = Math.max(PART, Math.ceil(vocabulary / constants.LANES));
  const parts = Math.ceil(vocabulary / part);
  const tops = await allocate(device, 'highest logits of parts', maxRows * parts * BEST_BYTES);
  const picks = await allocate(device, 'highest draws of parts', maxRows * parts * BEST_BYTES);
  const leasts = await allocate(device, 'nuclei', maxRows * 4);
  const all: Readonly<Record<number, GPUBuffer>> = {
    ...{ 0: logits, 1: rowBuffer, 2: tokens, 3: drawn, 4: steps },
    ...{ 5: tops, 6: picks, 7: leasts },
  };
  const create = async (label: string, texts: readonly string[], used: readonly number[]) => {
    const kernel = await createKernel(device, {
      label,
      wgsl: [PASS_WGSL, wgsl, WGSL.row, WGSL.parts, ...texts],
      constants: { ...constants, VOCABULARY: vocabulary, PART: part, PARTS: parts },
      directives,
      bindings: Object.fromEntries(used.map((binding) => [binding, binding < 2 ? 'read' : 'read-write'] as const)),
    });
    const group = bind(device, kernel, Object.fromEntries(used.map((binding) => [binding, all[binding]])));
    return (pass: GPUComputePassEncoder, x: number, y: number) => {
      pass.setPipeline(kernel.pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(x, y);
    };
  };
  const [topOfPart, nucleusOfRow, pickOfPart, joinParts] = await Promise.all([
    create('highest logit of a part', [WGSL.topOfPart], [0, 1, 5]),
    create('nucleus of a row', [WGSL.nucleusOfRow], [0, 1, 5, 7]),
    create('highest draw of a part', [WGSL.pickOfPart], [0, 1, 4, 5, 6, 7]),
    create('token of a row', [WGSL.feedBack, WGSL.joinParts], [1, 2, 3, 4, 5, 6]),
  ]);
  return (pass, rows, hasNucleus) => {
    topOfPart(pass, parts, rows);
    if (hasNucleus) nucleusOfRow(pass, rows, 1);
    pickOfPart(pass, parts, rows);
    joinParts(pass, rows, 1);
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
