/** The ops of the mixers against their definitions over a whole sequence, written the slow and obvious way. */
import { expect, test } from 'vitest';
import { randomNumbers } from '../model/random-model.fixture.ts';
import { silu, softplus, stepSize } from './activations.ts';
import { attention } from './attention.ts';
import { causalConv, repeatHeads } from './causal-conv.ts';
import { rope } from './rope.ts';
import { selectiveScan } from './selective-scan.ts';

test('the convolution token by token is the convolution of the padded sequence', () => {
  const [channels, dConv, length] = [3, 4, 6];
  const inputs = randomNumbers(length * channels, 1);
  const weight = randomNumbers(channels * dConv, 2);
  const bias = randomNumbers(channels, 3);
  const history = new Float32Array(channels * (dConv - 1));
  for (let t = 0; t < length; t++) {
    const out = new Float32Array(channels);
    causalConv(inputs.subarray(t * channels, (t + 1) * channels), weight, bias, history, out);
    for (let c = 0; c < channels; c++) {
      let sum = bias[c];
      for (let k = 0; k < dConv; k++) if (t - 3 + k >= 0) sum += weight[c * dConv + k] * inputs[(t - 3 + k) * channels + c];
      expect(out[c]).toBeCloseTo(sum, 6);
    }
  }
});

test('heads repeat whole: a b → a a b b', () => {
  const out = new Float32Array(8);
  repeatHeads(Float32Array.from([1, 2, 3, 4]), 2, out);
  expect([...out]).toEqual([1, 2, 1, 2, 3, 4, 3, 4]);
});

test('the bias of the step size counts twice, and softplus is the identity above 20', () => {
  const out = new Float32Array(2);
  stepSize(Float32Array.from([0.5, 30]), Float32Array.from([0.25, 1]), out);
  expect(out[0]).toBeCloseTo(Math.log(1 + Math.E), 6);
  expect(out[1]).toBe(32);
  expect(softplus(-60)).toBeGreaterThan(0);
});

test('the scan gives the sum over past inputs that its recurrence means', () => {
  const [dInner, dXb, dState, length] = [8, 4, 2, 5];
  const sequence = (size: number, seed: number) => Array.from({ length }, (_, t) => randomNumbers(size, seed + t));
  const [x, z, c, b] = [sequence(dInner, 10), sequence(dInner, 20), sequence(dInner, 30), sequence(dXb, 40)];
  const dt = sequence(dInner, 50).map((row) => row.map(Math.abs));
  const a = randomNumbers(dInner * dState, 60).map((value) => -Math.abs(value));
  const d = randomNumbers(dInner, 70);
  const state = new Float32Array(dInner * dState);
  for (let t = 0; t < length; t++) {
    const out = new Float32Array(dInner);
    selectiveScan({ x: x[t], dt: dt[t], a, b: b[t], c: c[t], d, z: z[t] }, dState, state, out);
    for (let e = 0; e < dInner; e++) {
      // Four heads of two channels; B has two heads, each repeated twice.
      const head = Math.floor(e / 2);
      const bHead = Math.floor(head / 2);
      let y = d[e] * x[t][e];
      for (let n = 0; n < dState; n++) {
        for (let s = 0; s <= t; s++) {
          let decay = 1;
          for (let u = s + 1; u <= t; u++) decay *= Math.exp(dt[u][e] * a[e * dState + n]);
          y += c[t][head * 2 + n] * decay * dt[s][e] * b[s][bHead * 2 + n] * x[s][e];
        }
      }
      expect(out[e]).toBeCloseTo(y * silu(z[t][e]), 5);
    }
  }
});

test('rotated queries and keys meet by their distance alone', () => {
  const [q, k] = [randomNumbers(8, 1), randomNumbers(8, 2)];
  const score = (qAt: number, kAt: number) => {
    const [qTurned, kTurned] = [q.slice(), k.slice()];
    rope(qTurned, 8, qAt, 10_000);
    rope(kTurned, 8, kAt, 10_000);
    return qTurned.reduce((sum, value, i) => sum + value * kTurned[i], 0);
  };
  expect(score(9, 4)).toBeCloseTo(score(105, 100), 4);
  expect(Math.abs(score(9, 4) - score(9, 5))).toBeGreaterThan(1e-3);
});

test('attention is the softmax-weighted mean of values, each query head reading its own kv head', () => {
  const [heads, kvHeads, headDim, length] = [4, 2, 4, 6];
  const q = randomNumbers(heads * headDim, 1);
  const keys = randomNumbers(length * kvHeads * headDim, 2);
  const values = randomNumbers(length * kvHeads * headDim, 3);
  const out = new Float32Array(heads * headDim);
  attention(q, keys, values, length, headDim, kvHeads, out);
  for (let h = 0; h < heads; h++) {
    const at = (t: number, i: number) => (t * kvHeads + Math.floor(h / 2)) * headDim + i;
    const weights = Array.from({ length }, (_, t) => {
      let dot = 0;
      for (let i = 0; i < headDim; i++) dot += q[h * headDim + i] * keys[at(t, i)];
      return Math.exp(dot / 2);
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < headDim; i++) {
      expect(out[h * headDim + i]).toBeCloseTo(weights.reduce((sum, weight, t) => sum + weight * values[at(t, i)], 0) / total, 6);
    }
  }
});
