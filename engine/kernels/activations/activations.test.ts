import { expect, test } from 'vitest';
import { bind, createKernel } from '../../device/kernel.ts';
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { describeOnDevices, describeOnMatrixUnit, noise, runAndRead } from '../../device/test-adapters.ts';
import { activationBytes, activationWriter } from './activations.ts';
import { fromFragments, toFragments } from './test-fragments.ts';

const [ROWS, WIDTH] = [13, 40];

/** Values [ROWS][WIDTH] written by a thread each; what the buffer then holds, as words. */
async function written(device: OpenDevice, values: Float32Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const writer = activationWriter(device.capabilities, 1, WIDTH);
  const kernel = await createKernel(device, {
    label: 'activations',
    wgsl: [
      writer.wgsl,
      '@group(0) @binding(0) var<storage, read> values: array<f32>;',
      `@compute @workgroup_size(1) fn main(@builtin(global_invocation_id) id: vec3u) {
        write_activation(id.y, id.x, values[id.y * ${WIDTH}u + id.x]);
      }`,
    ],
    constants: writer.constants,
    directives: writer.directives,
    bindings: { 0: 'read', 1: 'read-write' },
  });
  const bytes = activationBytes(ROWS, WIDTH);
  const activations = await allocate(device, 'activations', bytes);
  const group = bind(device, kernel, { 0: await upload(device, 'values', values), 1: activations });
  const encode = (pass: GPUComputePassEncoder) => {
    pass.setPipeline(kernel.pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(WIDTH, ROWS);
  };
  return (await runAndRead(device, encode, activations, bytes / 4)).buffer as ArrayBuffer;
}

describeOnDevices('activations as rows', (device) => {
  test('stand where the row and the column say, with padding of zeros', async () => {
    const values = noise(ROWS * WIDTH, 1);
    const rows = new Float32Array(await written(device(), values));
    for (let r = 0; r < ROWS; r++) {
      expect(rows.subarray(r * 64, r * 64 + WIDTH)).toEqual(values.subarray(r * WIDTH, (r + 1) * WIDTH));
      expect(rows.subarray(r * 64 + WIDTH, (r + 1) * 64).every((value) => value === 0)).toBe(true);
    }
  });
});

describeOnMatrixUnit('activations as fragments', (device) => {
  test('are those of the twin, bit by bit', async () => {
    const values = noise(ROWS * WIDTH, 2).map((value, i) => value * 10 ** ((i % 9) - 4));
    const actual = new Uint16Array(await written(device(), values));
    const expected = new Uint16Array(toFragments(values, WIDTH).buffer);
    expect(actual.subarray(0, expected.length)).toEqual(expected);
  });

  test('hold 20 bits of values to a hundred thousand, and tiny ones to 6e-8', () => {
    const values = noise(ROWS * WIDTH, 3).map((value, i) => value * 10 ** ((i % 9) - 3));
    fromFragments(toFragments(values, WIDTH), ROWS, WIDTH).forEach((value, i) => {
      expect(Math.abs(value - values[i])).toBeLessThan(Math.abs(values[i]) * 2 ** -20 + 6e-8);
    });
  });

  test('let infinities and NaN through, so that the sample that made them is found', () => {
    const held = fromFragments(toFragments(Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, 1), 3), 1, 3);
    expect(held.slice(0, 2).some(Number.isFinite)).toBe(false);
    expect(held[2]).toBe(1);
  });
});
