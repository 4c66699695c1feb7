import { expect, test } from 'vitest';
import { rmsNorm } from '../../cpu/rms-norm.ts';
import { allocate, upload } from '../../device/memory.ts';
import { describeOnDevices, largestDifference, noise, runAndRead } from '../../device/test-adapters.ts';
import { rowStride } from '../matmul/matrix-layout.ts';
import { rmsNormFactory } from './rms-norm.ts';

describeOnDevices('rms-norm', (device) => {
  test.each([32, 48, 200, 512])('norms rows %i wide, each taken from the row that sources names', async (width) => {
    const sources = [2, 0, 1];
    const stride = rowStride(width);
    const x = noise(sources.length * stride, width);
    const weight = noise(width, 2);
    const normed = await allocate(device(), 'normed', x.byteLength);
    const norm = await rmsNormFactory(device())({
      width,
      epsilon: 1e-5,
      x: await upload(device(), 'x', x),
      weight: await upload(device(), 'weight', weight),
      sources: await upload(device(), 'sources', new Uint32Array(sources.flatMap((token) => [token, 0]))),
      normed,
    });
    const actual = await runAndRead(device(), (pass) => norm.encode(pass, sources.length), normed, x.length);
    sources.forEach((source, i) => {
      const expected = new Float32Array(width);
      rmsNorm(x.subarray(source * stride, source * stride + width), weight, 1e-5, expected);
      expect(largestDifference(actual.subarray(i * stride, i * stride + width), expected)).toBeLessThan(1e-5);
    });
  });
});
