/** The whole model on the kernels that only hardware adapters run, on a software adapter that does not say so. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createDawn } from '../../device/dawn.ts';
import { asHardware, presentAdapters } from '../../device/test-adapters.ts';
import { readModelConfig } from '../../formats/hf-config.ts';
import { openWeights } from '../../formats/weights.ts';
import { deviation, readGolden } from '../golden.fixture.ts';
import { createGpuBackend } from './gpu-backend.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/untied-repeat-after-f32', import.meta.url));
/** More rows than mixers take one by one. */
const ROWS = 11;
/** Kernels full of barriers compile slowly on a CPU adapter. */
const PATIENCE = { timeout: 240_000 };

test.skipIf(presentAdapters.length === 0)(
  'kernels for hardware give golden logits, the same bits as one run, token by token alone, and among other rows',
  PATIENCE,
  async () => {
    const config = readModelConfig(FIXTURE);
    const { weights, close } = openWeights(FIXTURE, config);
    const gpu = asHardware(await createDawn({ adapter: presentAdapters.at(-1) }));
    const backend = await createGpuBackend({ gpu, config, weights, slots: ROWS + 1, contextLength: config.contextLength });
    close();
    const golden = readGolden(FIXTURE);
    await backend.append([{ slot: ROWS, tokens: golden.tokens }]);
    const others = Array.from({ length: ROWS - 1 }, (_, i) => i + 1);
    let worst = 0;
    for (const [i, token] of golden.tokens.entries()) {
      const beside =
        i % 2 === 0 ? [] : others.map((slot) => ({ slot, tokens: [golden.tokens[(i + slot) % golden.tokens.length]] }));
      await backend.append([{ slot: 0, tokens: [token] }, ...beside]);
      worst = Math.max(worst, deviation(await backend.logits(0), golden.logits[i]));
    }
    console.log(`kernels for hardware: largest deviation ${worst.toExponential(1)}`);
    expect(worst).toBeLessThan(2e-3);
    expect(await backend.logits(0)).toEqual(await backend.logits(ROWS));
    await backend.close();
  },
);
