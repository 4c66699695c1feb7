/** The whole model on a matrix unit: the device's own, or emulated on a software adapter. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { quantiseInt8 } from '../../cpu/quantise.ts';
import { widen } from '../../cpu/widen.ts';
import { describeOnMatrixUnit } from '../../device/test-adapters.ts';
import { readModelConfig } from '../../formats/hf-config.ts';
import { openWeights } from '../../formats/weights.ts';
import type { ModelConfig } from '../config.ts';
import { convertWeights } from '../convert-weights.ts';
import { createCpuBackend } from '../cpu-backend.ts';
import { deviation, readGolden } from '../golden.fixture.ts';
import type { Tensor, Weights } from '../tensor.ts';
import { fitMatrixUnit } from './fit-matrix-unit.ts';
import { buildMachine, type Machine } from './machine.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
/** More rows than one tile of a matrix unit has. */
const ROWS = 11;
/** Kernels full of barriers compile slowly on a CPU adapter. */
const PATIENCE = { timeout: 240_000 };

/** A matrix of whole blocks of columns with a scale for each block, as the bundled model has them. */
function inInt8(tensor: Tensor): Tensor {
  const [rows, columns = 1] = tensor.shape;
  if (tensor.dtype !== 'f16' || tensor.shape.length !== 2 || columns % 32 !== 0) return tensor;
  const data = new Int8Array(rows * columns);
  const scales = new Float32Array(data.length / 32);
  quantiseInt8(widen(tensor), 32, data, scales);
  return { name: tensor.name, dtype: 'int8', shape: [rows, columns], group: 32, data, scales };
}

describeOnMatrixUnit('the model on a matrix unit', (device) => {
  const build = async (config: ModelConfig, weights: Weights): Promise<Machine> => {
    const machine = await buildMachine({
      device: device(),
      config,
      weights,
      slots: ROWS + 1,
      contextLength: 64,
      kvFormat: 'f32',
      maxBlocks: ROWS + 2,
      matrixUnit: device().capabilities.matrixUnit,
      onProgress: () => {},
    });
    await machine.growBlocks(ROWS + 2);
    for (let slot = 0; slot <= ROWS; slot++) machine.setTable(slot, [slot]);
    return machine;
  };
  /** One token for each of some slots, at a position of their own. */
  const feed = (machine: Machine, tokens: readonly { readonly id: number; readonly slot: number; readonly position: number }[]) =>
    machine.run({
      tokens,
      runs: tokens.map(({ slot }, first) => ({ slot, first, length: 1 })),
      heads: tokens.map(({ slot }, token) => ({ token, slot })),
    });

  test.each(['half-f16', 'mixed-bf16-sharded'])(
    '%s: golden logits, and the same bits alone and among others',
    PATIENCE,
    async (name) => {
      const config = readModelConfig(`${FIXTURES}${name}`);
      const { weights, close } = openWeights(`${FIXTURES}${name}`, config);
      expect(fitMatrixUnit(device(), weights, 'emulated').capabilities.matrixUnit).toBe('emulated');
      const machine = await build(config, weights);
      close();
      const golden = readGolden(`${FIXTURES}${name}`);
      let worst = 0;
      for (const [position, id] of golden.tokens.entries()) {
        await feed(machine, [{ id, slot: 0, position }]);
        await feed(
          machine,
          Array.from({ length: ROWS }, (_, i) => ({
            id: i === 6 ? id : golden.tokens[(position + i) % golden.tokens.length],
            slot: i + 1,
            position,
          })),
        );
        const logits = await machine.readLogits(0);
        worst = Math.max(worst, deviation(logits, golden.logits[position]));
        expect(await machine.readLogits(7)).toEqual(logits);
      }
      console.log(`${name} on a matrix unit: largest deviation ${worst.toExponential(1)}`);
      expect(worst).toBeLessThan(2e-3);
    },
  );

  test.each(['int8', 'int4'] as const)('agrees with the CPU backend on %s weights', PATIENCE, async (format) => {
    const config = readModelConfig(`${FIXTURES}half-f16`);
    const open = openWeights(`${FIXTURES}half-f16`, config);
    const weights =
      format === 'int4'
        ? convertWeights(open.weights, format)
        : new Map([...open.weights].map(([key, tensor]) => [key, inInt8(tensor)]));
    expect(weights.get('model.layers.0.mlp.gate_proj.weight')?.dtype).toBe(format);
    const machine = await build(config, weights);
    const cpu = await createCpuBackend({ config, weights, slots: 1, contextLength: 64 });
    open.close();
    const tokens = Array.from({ length: 24 }, (_, i) => (i * 7) % config.vocabSize);
    await cpu.append([{ slot: 0, tokens }]);
    for (const [position, id] of tokens.entries()) await feed(machine, [{ id, slot: 0, position }]);
    const off = deviation(await machine.readLogits(0), await cpu.logits(0));
    console.log(`${format} on a matrix unit: ${off.toExponential(1)} from the CPU backend`);
    expect(off).toBeLessThan(2e-2);
    await cpu.close();
  });
});

test('weights in f32 keep off the matrix unit, which would round them', () => {
  const name = 'tied-f32';
  const { weights, close } = openWeights(`${FIXTURES}${name}`, readModelConfig(`${FIXTURES}${name}`));
  const capabilities = { isSoftware: false, subgroupSize: 32, maxBindingBytes: 2 ** 31, matrixUnit: 'subgroup' } as const;
  const device = { capabilities } as unknown as Parameters<typeof fitMatrixUnit>[0];
  expect(fitMatrixUnit(device, weights, 'subgroup').capabilities.matrixUnit).toBe('none');
  close();
});
