/** The models that suites measure on a GPU: the bundled one, and M1-3B's shape as a hybrid and with attention alone. */
import { readModelConfig } from '#engine/formats/hf-config.ts';
import { openWeights } from '#engine/formats/weights.ts';
import type { KvFormat } from '#engine/kv-format.ts';
import { convertWeights } from '#engine/model/convert-weights.ts';
import type { WeightFormat } from '#engine/model/weight-format.ts';
import { allAdapters, realAdapters } from '../devices/open-backend.ts';
import { configOf, noiseWeights } from '../models/noise-model.ts';
import { openPlacedModel, type PlacedModel, type Placement } from '../models/placed-model.ts';
import { allAttention } from '../models/random-weights.ts';
import { cutTo, SHAPES } from '../models/shapes.ts';

/** The first real adapter; where there is none a software one, which serves to try a suite out. @throws Error without any */
export async function gpuAdapter(): Promise<string> {
  const adapters = [...(await realAdapters()), ...(await allAdapters())];
  const adapter = adapters.find((name) => name !== null);
  if (adapter === undefined) throw new Error('--gpu needs a GPU with a driver: there is none here. Leave it out for the CPU.');
  return adapter;
}

export interface LargeModelOptions {
  readonly adapter: string;
  readonly layers?: number;
  readonly format: WeightFormat;
  readonly kvFormat: KvFormat;
  readonly shape: 'hybrid' | 'all-attention';
  readonly placements: readonly Placement[];
}

export function openLarge({ layers = SHAPES['m1-3b'].layers, format, shape, ...rest }: LargeModelOptions): Promise<PlacedModel> {
  const hybrid = configOf(cutTo(SHAPES['m1-3b'], layers));
  const config = shape === 'hybrid' ? hybrid : allAttention(hybrid);
  return openPlacedModel({ ...rest, config, weights: convertWeights(noiseWeights(config), format) });
}

export async function openBundled(modelDir: string, adapter: string, placements: readonly Placement[]): Promise<PlacedModel> {
  const config = readModelConfig(modelDir);
  const open = openWeights(modelDir, config);
  try {
    return await openPlacedModel({ adapter, config, weights: open.weights, kvFormat: 'f32', placements });
  } finally {
    open.close();
  }
}

/** "M1-3B's shape, f16", or how much of it. */
export function largeName(format: WeightFormat, layers?: number): string {
  const { layers: all } = SHAPES['m1-3b'];
  return `M1-3B's shape${layers === undefined || layers === all ? '' : `, ${layers} layers`}, ${format}`;
}
