import { describe, expect, test } from 'vitest';
import type { ModelConfig } from './config.ts';
import { describePlan, type MemoryRequest, planMemory } from './memory-plan.ts';
import { SMALL } from './random-model.fixture.ts';
import { tensorShapes } from './tensor-shapes.ts';
import { formIn, tensorBytes, type WeightFormat } from './weight-format.ts';

const ATTENTION_LAYERS = new Set([3, 8, 13, 18, 23, 27]);
const M1_3B: ModelConfig = {
  vocabSize: 128_256,
  dModel: 3072,
  layers: Array.from({ length: 28 }, (_, i) => ({
    kind: ATTENTION_LAYERS.has(i) ? ('attention' as const) : ('mamba' as const),
    dMlp: 8192,
    normEps: 1e-5,
  })),
  normEps: 1e-5,
  tiedEmbeddings: true,
  attention: { heads: 24, kvHeads: 8, headDim: 128, ropeTheta: 500_000 },
  mamba: {
    dInner: 3072,
    dXb: 1024,
    dState: 16,
    dConv: 4,
    dtRank: 192,
    repeatBeforeConv: true,
    convBias: true,
    outProjBias: false,
  },
  contextLength: 131_072,
  eosTokens: [],
};

function weightBytesOf(config: ModelConfig, format: WeightFormat): number {
  let bytes = 0;
  for (const [name, shape] of tensorShapes(config)) {
    const form = { name, dtype: 'bf16', shape } as const;
    bytes += tensorBytes({ name, shape, ...formIn(form, format) });
  }
  return bytes;
}

const request = (change: Partial<MemoryRequest> = {}): MemoryRequest => ({
  config: M1_3B,
  weightBytes: weightBytesOf(M1_3B, 'int4'),
  samples: 8,
  slots: 12,
  contextLength: 32_768,
  kv: 'auto',
  budgetBytes: null,
  ...change,
});

describe("M1-3B's shape, 8 samples of 32,768 tokens, weights in int4", () => {
  test('fits 4.0 GiB with keys and values in int4, to the byte', () => {
    const plan = planMemory(request({ budgetBytes: 4 * 2 ** 30 }));
    expect(plan).toMatchObject({ kv: 'int4', kvBytesPerToken: 6912, samplesAtFullLength: 8, stateBytes: 112_988_160 });
    const { weightBytes, activationBytes, stateBytes, totalBytes } = plan;
    expect(totalBytes).toBe(weightBytes + activationBytes + stateBytes + 1_811_939_328 + 150_994_944);
    expect(totalBytes).toBeLessThan(4 * 2 ** 30);
    console.log(describePlan(plan, request()));
  });

  test('does not fit 4.0 GiB with keys and values in int8: fewer samples can be at full length at once', () => {
    const plan = planMemory(request({ kv: 'int8', budgetBytes: 4 * 2 ** 30 }));
    expect(plan.kvBytes).toBe(3_271_557_120);
    expect(plan.totalBytes).toBeGreaterThan(4 * 2 ** 30);
    expect(plan.samplesAtFullLength).toBeGreaterThanOrEqual(4);
    expect(plan.samplesAtFullLength).toBeLessThan(8);
  });

  test('takes int8 where no budget asks for less', () => {
    expect(planMemory(request())).toMatchObject({ kv: 'int8', samplesAtFullLength: 8 });
  });
});

test('a budget below one sample is refused with numbers and the remedy', () => {
  expect(() => planMemory(request({ budgetBytes: 2 ** 31 }))).toThrowError(
    /does not fit 2\.00 GiB: weights 1\.\d\d \+ .* 1 sample of 32768 tokens 0\.21 \(int4\) \+ growing 0\.02 = 2\.\d\d GiB\. Allow more memory/,
  );
});

test('what a small model takes is told in MiB', () => {
  const asked = request({ config: SMALL, weightBytes: 5 * 2 ** 20, samples: 1, contextLength: 256 });
  expect(describePlan(planMemory(asked), asked)).toMatch(
    /^weights 5 \+ .* 1 sample of 256 tokens 0 \(f32\) \+ growing 0 = \d+ MiB$/,
  );
});

test('a budget is used up to its last block, and never passed', () => {
  for (const budgetBytes of [3, 3.3, 3.6].map((gib) => gib * 2 ** 30)) {
    const plan = planMemory(request({ kv: 'int8', budgetBytes }));
    // Six attention layers: a twelfth besides, for growing.
    const blockBytes = (64 * plan.kvBytesPerToken * 13) / 12;
    const used = plan.weightBytes + plan.activationBytes + plan.stateBytes + plan.maxBlocks * blockBytes;
    expect(used).toBeLessThanOrEqual(budgetBytes);
    expect(used + blockBytes).toBeGreaterThan(budgetBytes);
  }
});

test('a small model keeps f32, whatever the number of samples', () => {
  for (const samples of [1, 64]) {
    const plan = planMemory(request({ config: SMALL, weightBytes: 1e5, samples, slots: samples + 4, contextLength: 256 }));
    expect(plan).toMatchObject({ kv: 'f32', maxBlocks: (samples + 4) * 4 });
  }
});

test('a model without attention needs no blocks', () => {
  const config = { ...SMALL, layers: SMALL.layers.map((layer) => ({ ...layer, kind: 'mamba' as const })) };
  const plan = planMemory(request({ config, weightBytes: 1e5, contextLength: 256, budgetBytes: 2 ** 30 }));
  expect(plan).toMatchObject({ kvBytesPerToken: 0, samplesAtFullLength: 8 });
});
