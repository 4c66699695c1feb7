import { describe, expect, test } from 'vitest';
import { chooseBackend } from './choose-backend.ts';

const NAMELESS = { vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false };
/** As much of a GPU as the choice looks at. */
const gpuWith = (info: Partial<GPUAdapterInfo> | null) =>
  ({ requestAdapter: async () => info && { info: { ...NAMELESS, ...info } } }) as unknown as GPU;
const HARDWARE = gpuWith({ vendor: 'nvidia', description: 'NVIDIA H100' });
const LLVMPIPE = gpuWith({ vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' });

describe('auto', () => {
  test.each<[string, GPU | null, string | undefined, 'gpu' | 'cpu', RegExp]>([
    ['a hardware adapter is taken', HARDWARE, undefined, 'gpu', /NVIDIA H100.*hardware/],
    ['a software adapter is left for the CPU', LLVMPIPE, undefined, 'cpu', /llvmpipe.*CPU backend is quicker/],
    ['a software adapter asked for by name is taken', LLVMPIPE, 'llvm', 'gpu', /llvm/],
    [
      'a fallback adapter of any name is software',
      gpuWith({ description: 'x', isFallbackAdapter: true }),
      undefined,
      'cpu',
      /quicker/,
    ],
    ['without an adapter the CPU runs', gpuWith(null), undefined, 'cpu', /GPU driver/],
    ['without WebGPU the CPU runs', null, undefined, 'cpu', /GPU driver/],
  ])('%s', async (_, gpu, adapter, kind, reason) => {
    expect(await chooseBackend({ backend: 'auto', adapter }, gpu)).toEqual({ kind, reason: expect.stringMatching(reason) });
  });
});

test('what is asked for is taken, and a missing adapter is an error that names the remedy', async () => {
  expect((await chooseBackend({ backend: 'cpu' }, HARDWARE)).kind).toBe('cpu');
  expect((await chooseBackend({ backend: 'gpu' }, LLVMPIPE)).kind).toBe('gpu');
  for (const gpu of [null, gpuWith(null)]) {
    await expect(chooseBackend({ backend: 'gpu' }, gpu)).rejects.toMatchObject({
      kind: 'no-adapter',
      message: expect.stringMatching(/driver, or run on the CPU/),
    });
  }
});
