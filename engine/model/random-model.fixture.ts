/** Test support: small models with random weights in any format. */
import type { ModelConfig } from './config.ts';
import type { Tensor, Weights } from './tensor.ts';
import { tensorShapes } from './tensor-shapes.ts';

/** A hybrid small enough to run in milliseconds, whose widths fit int8 groups of 16. */
export const SMALL: ModelConfig = {
  vocabSize: 48,
  dModel: 32,
  layers: [
    { kind: 'mamba', dMlp: 64, normEps: 1e-5 },
    { kind: 'attention', dMlp: 64, normEps: 1e-5 },
    { kind: 'mamba', dMlp: 64, normEps: 1e-5 },
  ],
  normEps: 1e-5,
  tiedEmbeddings: true,
  attention: { heads: 4, kvHeads: 2, headDim: 8, ropeTheta: 10_000 },
  mamba: { dInner: 32, dXb: 16, dState: 8, dConv: 4, dtRank: 4, repeatBeforeConv: true, convBias: true, outProjBias: false },
  contextLength: 256,
  eosTokens: [],
};

/** Numbers in [-1, 1), the same for the same seed (Park and Miller). */
export function randomNumbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (2 * state) / 2_147_483_647 - 1;
  });
}

/** Weights of an ordinary size: matrices of about 1 / sqrt(columns), norms near 1, A_log in [0, 2]. */
export function randomWeights(config: ModelConfig, seed = 1): Weights {
  let next = seed;
  const weights = new Map<string, Tensor>();
  for (const [name, shape] of tensorShapes(config)) {
    const numbers = randomNumbers(
      shape.reduce((a, b) => a * b, 1),
      ++next,
    );
    const isNear1 = /norm\.weight|A_log|\.D$/.test(name);
    const scale = shape.length === 1 ? 0.3 : 2 / Math.sqrt(shape[shape.length - 1]);
    const data = numbers.map((x) => (isNear1 ? 1 + 0.5 * x : x * scale));
    weights.set(name, { name, dtype: 'f32', shape, data });
  }
  return weights;
}

/** The same model with every matrix whose columns divide into groups in int8. */
export function quantised(weights: Weights, group: number): Weights {
  return new Map([...weights].map(([name, tensor]) => [name, isMatrix(tensor, group) ? quantise(tensor, group) : tensor]));
}

function isMatrix({ name, shape }: Tensor, group: number): boolean {
  return shape.length === 2 && !name.endsWith('A_log') && shape[1] % group === 0;
}

function quantise({ name, shape, data }: Tensor, group: number): Tensor {
  const [rows, columns] = shape;
  const scales = new Float32Array((rows * columns) / group);
  for (const g of scales.keys()) scales[g] = Math.max(...data.subarray(g * group, (g + 1) * group).map(Math.abs)) / 127;
  return {
    name,
    dtype: 'int8',
    shape: [rows, columns],
    group,
    scales,
    data: Int8Array.from(data, (x, i) => Math.round(x / scales[Math.floor(i / group)])),
  };
}
