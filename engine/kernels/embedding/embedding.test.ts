import { expect, test } from 'vitest';
import { allocate, upload } from '../../device/memory.ts';
import { describeOnDevices, noise, runAndRead } from '../../device/test-adapters.ts';
import { packPart } from '../../model/gpu/pack-matrix.ts';
import type { Tensor } from '../../model/tensor.ts';
import { createEmbedding } from './embedding.ts';

describeOnDevices('embedding', (device) => {
  test("looks up each token's row, from whichever part of the matrix holds it", async () => {
    const [vocabulary, columns] = [100, 32];
    const numbers = noise(vocabulary * columns, 1);
    const tensor: Tensor = { name: 'embedding', dtype: 'f32', shape: [vocabulary, columns], data: numbers };
    const ranges = [
      [0, 64],
      [64, 36],
    ];
    const parts = await Promise.all(
      ranges.map(async ([firstResult, results]) => {
        const { words, tiles } = packPart([tensor], 'f32', firstResult, results);
        return { weights: await upload(device(), 'part', words), tiles, firstResult, results };
      }),
    );
    const ids = [99, 0, 63, 64];
    const x = await allocate(device(), 'x', ids.length * columns * 4);
    const { encode } = await createEmbedding(device(), {
      matrix: { format: 'f32', columns, group: 0, parts },
      tokens: await upload(device(), 'tokens', new Uint32Array(ids.flatMap((id) => [id, 0, 0, 0]))),
      x,
    });
    const actual = await runAndRead(device(), (pass) => encode(pass, ids.length), x, ids.length * columns);
    ids.forEach((id, i) => {
      const row = numbers.subarray(id * columns, (id + 1) * columns);
      expect(actual.subarray(i * columns, (i + 1) * columns)).toEqual(row);
    });
  });
});
