import { expect, test } from 'vitest';
import { silu, stepSize } from '../../cpu/activations.ts';
import { causalConv, repeatHeads } from '../../cpu/causal-conv.ts';
import { dot } from '../../cpu/matmul.ts';
import { selectiveScan } from '../../cpu/selective-scan.ts';
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import { mambaMixerFactory } from './mamba-mixer.ts';

const SHAPE = { dInner: 96, dXb: 48, dState: 16, dConv: 4, dtRank: 5 };
const { dInner, dXb, dState, dConv, dtRank } = SHAPE;
const WIDTH = 2 * dInner + 2 * dXb + dtRank;

const taps = noise(dInner * dConv, 1);
const convBias = noise(dInner, 2);
// Wide enough that softplus is met in all its branches.
const dtBias = noise(dInner, 3, 30);
const skip = noise(dInner, 4);
const decay = noise(dInner * dState, 5, 8).map((x) => -Math.exp(x));
const dtProj = noise(dInner * dtRank, 6);

/** Rows of dInner in the order of the kernel's channel weights. */
function channelWeights(): Float32Array<ArrayBuffer> {
  const transposed = (matrix: Float32Array, columns: number) =>
    Array.from({ length: columns }, (_, c) => Float32Array.from({ length: dInner }, (_, e) => matrix[e * columns + c]));
  const rows = [
    ...transposed(taps, dConv),
    convBias,
    dtBias.map((x) => 2 * x),
    skip,
    ...transposed(decay, dState),
    ...transposed(dtProj, dtRank),
  ];
  return Float32Array.from(rows.flatMap((row) => [...row]));
}

/** The CPU's mixer over rows of one sequence, from a zero state. */
function mixOnCpu(rows: readonly Float32Array[]): Float32Array[] {
  const state = new Float32Array(dInner * dState);
  const history = new Float32Array(dInner * (dConv - 1));
  return rows.map((row) => {
    const repeated = new Float32Array(dInner);
    repeatHeads(row.subarray(dInner, dInner + dXb), dState, repeated);
    const convolved = new Float32Array(dInner);
    causalConv(repeated, taps, convBias, history, convolved);
    const x = convolved.map(silu);
    const low = row.subarray(WIDTH - dtRank);
    const projected = Float32Array.from({ length: dInner }, (_, e) => dot(dtProj.subarray(e * dtRank, (e + 1) * dtRank), low, 0));
    const dt = new Float32Array(dInner);
    stepSize(projected, dtBias, dt);
    const out = new Float32Array(dInner);
    const b = row.subarray(dInner + dXb, dInner + 2 * dXb);
    const c = row.subarray(dInner + 2 * dXb, 2 * dInner + 2 * dXb);
    selectiveScan({ x, dt, a: decay, b, c, d: skip, z: row.subarray(0, dInner) }, dState, state, out);
    return out;
  });
}

/** A mixer over `rows`, and a dispatch of runs (slot, first token, tokens) that gives what it has mixed. */
async function openMixer(device: OpenDevice, rows: readonly Float32Array[], slots: number) {
  const mixed = await allocate(device, 'mixed', rows.length * dInner * 4);
  const runs = await allocate(device, 'runs', rows.length * 16);
  const tokenCount = await allocate(device, 'token count', 16, 'uniform');
  const mixer = (await mambaMixerFactory(device, { ...SHAPE, projectedStride: WIDTH }))({
    projected: await upload(device, 'projected', Float32Array.from(rows.flatMap((row) => [...row]))),
    channelWeights: await upload(device, 'channel weights', channelWeights()),
    states: await allocate(device, 'states', slots * dState * dInner * 4),
    histories: await allocate(device, 'histories', slots * (dConv - 1) * dInner * 4),
    mixed,
    runs,
    tokenCount,
  });
  return async (...walks: readonly (readonly [slot: number, first: number, length: number])[]) => {
    const tokens = walks.reduce((sum, [, , length]) => sum + length, 0);
    device.gpu.queue.writeBuffer(runs, 0, new Uint32Array(walks.flatMap((walk) => [...walk, 0])));
    device.gpu.queue.writeBuffer(tokenCount, 0, new Uint32Array([tokens]));
    const encode = (pass: GPUComputePassEncoder) => mixer.encode(pass, { tokens, runs: walks.length });
    const all = await runAndRead(device, encode, mixed, rows.length * dInner);
    return rows.map((_, i) => all.slice(i * dInner, (i + 1) * dInner));
  };
}

const rowsFrom = (seed: number, count: number) => Array.from({ length: count }, (_, i) => noise(WIDTH, seed + i, 3));

describeOnDevices('mamba mixer', (device) => {
  test('walks each run in its own slot, and goes on where the run before stopped', async () => {
    const rows = rowsFrom(10, 13);
    const walk = await openMixer(device(), rows, 3);
    // Slot 2: tokens 0 to 8, then token 9; slot 0: tokens 10 to 12, in the first dispatch.
    await walk([2, 0, 9], [0, 10, 3]);
    const actual = await walk([2, 9, 1]);
    const expected = [...mixOnCpu(rows.slice(0, 10)), ...mixOnCpu(rows.slice(10))];
    expected.forEach((row, i) => {
      expect(largestDifference(actual[i], row)).toBeLessThan(2e-5);
    });
  });

  test('gives a sequence the same bits as one run, in pieces, and token by token among many other rows', async () => {
    const rows = rowsFrom(40, 12);
    const asOneRun = (await (await openMixer(device(), rows, 1))([0, 0, 12])).slice(10);
    const inPieces = await openMixer(device(), rows, 1);
    await inPieces([0, 0, 2]);
    await inPieces([0, 2, 7]);
    await inPieces([0, 9, 1]);
    expect((await inPieces([0, 10, 2])).slice(10)).toEqual(asOneRun);

    // Ten other slots stand beside slot 5, each at a token of its own.
    const among = await openMixer(device(), rows, 11);
    for (let t = 0; t < 12; t++) {
      const others = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10].map((slot, i) => [slot, (t + 1 + i) % 12, 1] as const);
      const mixed = await among(...others.slice(0, 5), [5, t, 1], ...others.slice(5));
      if (t >= 10) expect(mixed[t]).toEqual(asOneRun[t - 10]);
    }
  });
});
