/** The model against logits of an independent float64 reference (training/golden writes the fixtures). */

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readModelConfig } from '../formats/hf-config.ts';
import { openWeights } from '../formats/weights.ts';
import { KV_FORMATS, type KvFormat } from '../kv-format.ts';
import type { Backend } from './backend.ts';
import { createCpuBackend } from './cpu-backend.ts';
import { deviation, type Golden, readGolden } from './golden.fixture.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url));

async function openFixture(name: string, kvFormat: KvFormat = 'f32'): Promise<{ backend: Backend; golden: Golden }> {
  const dir = `${FIXTURES}${name}`;
  const config = readModelConfig(dir);
  const { weights, close } = openWeights(dir, config);
  const backend = await createCpuBackend({
    config,
    weights,
    slots: 3,
    contextLength: config.contextLength,
    threads: 1,
    kvFormat,
  });
  close();
  return { backend, golden: readGolden(dir) };
}

describe.each(readdirSync(FIXTURES))('%s', (name) => {
  test('agrees with the reference after every token, after one long run, and after copy()', async () => {
    const { backend, golden } = await openFixture(name);
    const [prefill, stepwise, copied] = [0, 1, 2];
    const half = Math.floor(golden.tokens.length / 2);
    await backend.append([{ slot: prefill, tokens: golden.tokens }]);
    let worst = deviation(await backend.logits(prefill), golden.logits[golden.tokens.length - 1]);
    for (const [i, token] of golden.tokens.entries()) {
      await backend.append([{ slot: stepwise, tokens: [token] }]);
      worst = Math.max(worst, deviation(await backend.logits(stepwise), golden.logits[i]));
      if (i === half) backend.copy(stepwise, copied);
    }
    expect(deviation(await backend.logits(copied), golden.logits[half])).toBeLessThan(2e-3);
    await backend.append([{ slot: copied, tokens: golden.tokens.slice(half + 1) }]);
    worst = Math.max(worst, deviation(await backend.logits(copied), golden.logits[golden.tokens.length - 1]));
    console.log(`${name}: largest deviation ${worst.toExponential(1)}`);
    expect(worst).toBeLessThan(2e-3);
    await backend.close();
  });
});

/** What fewer bits of keys and values may cost: not much more than was measured (2.1e-6, 2.3e-3, 4.9e-2, 0.74). */
const KV_BOUNDS: Readonly<Record<KvFormat, number>> = { f32: 2e-3, f16: 4e-3, int8: 0.08, int4: 1.1 };

test.each(KV_FORMATS)(
  'with attention in every layer and keys and values in %s the logits stay near the reference',
  async (format) => {
    const { backend, golden } = await openFixture('all-attention-f32', format);
    let worst = 0;
    for (const [i, token] of golden.tokens.entries()) {
      await backend.append([{ slot: 0, tokens: [token] }]);
      worst = Math.max(worst, deviation(await backend.logits(0), golden.logits[i]));
    }
    console.log(`${format}: largest deviation ${worst.toExponential(1)}`);
    expect(worst).toBeLessThan(KV_BOUNDS[format]);
    await backend.close();
  },
);
