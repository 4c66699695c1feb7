import { expect, test } from 'vitest';
import { widen } from '../../cpu/widen.ts';
import { allocate, upload } from '../../device/memory.ts';
import { describeOnDevices, noise, runAndRead } from '../../device/test-adapters.ts';
import { convertWeights } from '../../model/convert-weights.ts';
import { packedForm, packTiles } from '../../model/gpu/pack-matrix.ts';
import type { Tensor } from '../../model/tensor.ts';
import { tileWords } from '../matmul/matrix-layout.ts';
import { createEmbedding } from './embedding.ts';

describeOnDevices('embedding', (device) => {
  const [vocabulary, columns] = [100, 32];
  const numbers = noise(vocabulary * columns, 1);
  const f32: Tensor = { name: 'embedding', dtype: 'f32', shape: [vocabulary, columns], data: numbers };
  const int4 = convertWeights(new Map([['embedding', { ...f32, name: 'embedding.weight' }]]), 'int4').get('embedding');

  test.each([f32, int4])("looks up each token's row, from whichever part of the matrix holds it (%#)", async (tensor = f32) => {
    const form = packedForm([tensor]);
    const words = tileWords(form);
    const parts = await Promise.all(
      [0, 1].map(async (tile) => {
        const packed = packTiles([tensor], form, tile, 1);
        const firstResult = 64 * tile;
        return {
          weights: await upload(device(), 'part', packed.slice(0, words.weights)),
          scales: words.scales === 0 ? undefined : await upload(device(), 'scales', packed.slice(words.weights)),
          tiles: 1,
          firstResult,
          results: Math.min(64, vocabulary - firstResult),
        };
      }),
    );
    const ids = [99, 0, 63, 64];
    const x = await allocate(device(), 'x', ids.length * columns * 4);
    const { encode } = await createEmbedding(device(), {
      matrix: { ...form, parts },
      tokens: await upload(device(), 'tokens', new Uint32Array(ids.flatMap((id) => [id, 0, 0, 0]))),
      x,
    });
    const actual = await runAndRead(device(), (pass) => encode(pass, ids.length), x, ids.length * columns);
    const expected = widen(tensor);
    ids.forEach((id, i) => {
      const row = expected.subarray(id * columns, (id + 1) * columns);
      expect(actual.subarray(i * columns, (i + 1) * columns)).toEqual(row);
    });
  });
});
