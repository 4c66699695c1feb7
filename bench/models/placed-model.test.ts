import { expect, test } from 'vitest';
import { describeOnAdapters, presentAdapters } from '#engine/device/test-adapters.ts';
import { convertWeights } from '#engine/model/convert-weights.ts';
import { configOf, noiseWeights } from './noise-model.ts';
import { openPlacedModel } from './placed-model.ts';
import { repeatedPieces } from './repeated-pieces.ts';
import { SHAPES } from './shapes.ts';

describeOnAdapters('a placed model', () => {
  test('holds keys and values for every sample, and times every kernel of a step', async () => {
    const config = configOf(SHAPES.tiny);
    const weights = convertWeights(noiseWeights(config), 'int4');
    const placements = [{ samples: 3, context: 1000 }];
    const model = await openPlacedModel({ adapter: presentAdapters[0], config, weights, kvFormat: 'f16', placements });
    await model.place(placements[0]);
    expect(model.kvBytes()).toBeGreaterThanOrEqual(3 * 1000 * model.memory.kvBytesPerToken);
    const { steps, ms, recordingMs } = await model.draw(2);
    expect(steps).toBe(2);
    expect(recordingMs).toBeLessThanOrEqual(ms);
    const profile = await model.profile();
    expect(profile?.kinds.get('mamba mixer')?.count).toBe(3);
    expect(profile?.kinds.get('attention')?.count).toBe(1);
    model.close();
  });
});

test('a piece is made once for the layers that share its kind and size, and again for others', () => {
  const made: string[] = [];
  const pieces = repeatedPieces();
  const ask = (name: string, bytes: number) =>
    pieces.piece(name, bytes, () => {
      made.push(name);
      return new Uint8Array(bytes);
    });
  const first = ask('model.layers.0.mlp.down_proj.weight 0', 8);
  expect(ask('model.layers.17.mlp.down_proj.weight 21', 8)).toBe(first);
  ask('model.layers.0.mlp.down_proj.weight 42', 4);
  ask('model.layers.0.mamba.out_proj.weight 0', 8);
  expect(made).toHaveLength(3);
});
