import { expect, test } from 'vitest';
import { sampleToken } from '../../cpu/sample-token.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { describeOnDevices, noise, runAndRead } from '../../device/test-adapters.ts';
import { createSampler, type SamplerRow } from './sample-token.ts';

/** Not a multiple of anything, and large enough to be cut into parts on hardware. */
const VOCABULARY = 8300;
const NO_TOKEN = 0xffffffff;

/** Ids [steps, rows] drawn from unchanging logits [slots, vocabulary]. */
async function draw(
  device: OpenDevice,
  logits: Float32Array<ArrayBuffer>,
  rows: readonly SamplerRow[],
  steps: number,
  vocabulary = VOCABULARY,
) {
  const tokens = await upload(device, 'tokens', new Uint32Array(rows.length * 4));
  const sampler = await createSampler(device, {
    vocabulary,
    maxRows: rows.length,
    maxDrawn: rows.length * steps,
    logits: await upload(device, 'logits', logits),
    tokens,
  });
  sampler.start(rows);
  const encode = (pass: GPUComputePassEncoder) => {
    for (let step = 0; step < steps; step++) sampler.encode(pass, rows.length);
  };
  const bits = await runAndRead(device, encode, sampler.drawn, rows.length * steps);
  const next = await runAndRead(device, () => {}, tokens, rows.length * 4);
  return { drawn: new Uint32Array(bits.buffer), tokens: new Uint32Array(next.buffer) };
}

describeOnDevices('sample-token', (device) => {
  test.each([
    [0, 1],
    [0.7, 1],
    [1.3, 1],
    [0.8, 0.9],
    [1, 0.3],
    [1, 1e-6],
  ])('draws as the CPU does at temperature %f and top-p %f', async (temperature, topP) => {
    const slots = 3;
    const steps = 12;
    const logits = noise(slots * VOCABULARY, 1, 12);
    const rows = [2, 0, 1].map((slot, i) => ({ slot, seed: 1000 + i, firstDraw: 5 * i, temperature, topP }));
    const { drawn, tokens } = await draw(device(), logits, rows, steps);
    let differing = 0;
    for (let step = 0; step < steps; step++) {
      rows.forEach((row, i) => {
        const ofSlot = logits.subarray(row.slot * VOCABULARY, (row.slot + 1) * VOCABULARY);
        const expected = sampleToken(ofSlot, { ...row, draw: row.firstDraw + step });
        if (drawn[step * rows.length + i] !== expected) differing++;
      });
    }
    // f32 against f64: a near tie may fall the other way, once in many draws.
    expect(differing).toBeLessThanOrEqual(1);
    rows.forEach((_, i) => {
      expect(tokens[i * 4]).toBe(drawn[(steps - 1) * rows.length + i]);
      expect(tokens[i * 4 + 2]).toBe(steps);
    });
  });

  test('draws as the CPU does from a vocabulary too small to be cut', async () => {
    const logits = noise(500, 5, 12);
    const row = { slot: 0, seed: 3, firstDraw: 0, temperature: 0.9, topP: 0.8 };
    const { drawn } = await draw(device(), logits, [row], 12, 500);
    expect([...drawn]).toEqual(Array.from({ length: 12 }, (_, draw) => sampleToken(logits, { ...row, draw })));
  });

  test('takes the lowest id among equal logits at temperature 0', async () => {
    const logits = new Float32Array(VOCABULARY).fill(-1);
    for (const id of [2500, 77, 1310]) logits[id] = 2;
    const { drawn } = await draw(device(), logits, [{ slot: 0, seed: 1, firstDraw: 0, temperature: 0, topP: 1 }], 1);
    expect([...drawn]).toEqual([77]);
  });

  test.each([Number.NaN, Infinity, -Infinity])(
    'gives no token to the row whose logits hold %f, and to that row alone',
    async (bad) => {
      const logits = noise(2 * VOCABULARY, 3, 10);
      logits[VOCABULARY + 123] = bad;
      const rows = [0, 1].map((slot) => ({ slot, seed: 7, firstDraw: 0, temperature: 0.9, topP: 0.95 }));
      const { drawn } = await draw(device(), logits, rows, 1);
      expect(drawn[0]).toBe(sampleToken(logits.subarray(0, VOCABULARY), { ...rows[0], draw: 0 }));
      expect(drawn[1]).toBe(NO_TOKEN);
    },
  );
});
