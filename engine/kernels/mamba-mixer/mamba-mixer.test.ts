import { expect, test } from 'vitest';
import { silu, stepSize } from '../../cpu/activations.ts';
import { causalConv, repeatHeads } from '../../cpu/causal-conv.ts';
import { dot } from '../../cpu/matmul.ts';
import { selectiveScan } from '../../cpu/selective-scan.ts';
import { allocate, upload } from '../../device/memory.ts';
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

describeOnDevices('mamba mixer', (device) => {
  test('walks each run in its own slot, and goes on where the run before stopped', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => noise(WIDTH, 10 + i, 3));
    const rowsOfSlot = { 2: rows.slice(0, 4), 0: rows.slice(4) };
    const mixed = await allocate(device(), 'mixed', 7 * dInner * 4);
    const runs = await allocate(device(), 'runs', 2 * 16);
    const mixer = (await mambaMixerFactory(device(), { ...SHAPE, projectedStride: WIDTH, mixedStride: dInner }))({
      projected: await upload(device(), 'projected', Float32Array.from(rows.flatMap((row) => [...row]))),
      channelWeights: await upload(device(), 'channel weights', channelWeights()),
      states: await allocate(device(), 'states', 3 * dState * dInner * 4),
      histories: await allocate(device(), 'histories', 3 * (dConv - 1) * dInner * 4),
      mixed,
      runs,
    });
    const walk = async (...words: number[]) => {
      device().gpu.queue.writeBuffer(runs, 0, new Uint32Array(words));
      return runAndRead(device(), (pass) => mixer.encode(pass, words.length / 4), mixed, 7 * dInner);
    };
    // Slot 2: tokens 0 to 2, then token 3; slot 0: tokens 4 to 6, in the first dispatch.
    await walk(2, 0, 3, 0, 0, 4, 3, 0);
    const actual = await walk(2, 3, 1, 0);
    const expected = [...mixOnCpu(rowsOfSlot[2]), ...mixOnCpu(rowsOfSlot[0])];
    expected.forEach((row, i) => {
      expect(largestDifference(actual.subarray(i * dInner, (i + 1) * dInner), row)).toBeLessThan(2e-5);
    });
  });
});
