/** Shader texts that read single weights of a matrix: they declare `shape`'s type, then weight4() and scale_of(). */
import { shader } from '../../device/shader-source.ts';
import { type Arrangement, type MatrixForm, type MatrixFormat, TILE_OUTPUTS, UNIT_GAIN } from './matrix-layout.ts';

const SHAPE = shader('./matrix-shape.wgsl', import.meta.url);

const WEIGHTS: Readonly<Record<Arrangement, Readonly<Partial<Record<MatrixFormat, string>>>>> = {
  lanes: {
    f32: shader('./weights-f32.wgsl', import.meta.url),
    bf16: shader('./weights-bf16.wgsl', import.meta.url),
    f16: shader('./weights-f16.wgsl', import.meta.url),
    int8: shader('./weights-int8.wgsl', import.meta.url),
    int4: shader('./weights-int4.wgsl', import.meta.url),
  },
  unit: {
    f16: shader('./weights-unit-f16.wgsl', import.meta.url),
    int8: shader('./weights-unit-int8.wgsl', import.meta.url),
    int4: shader('./weights-unit-int4.wgsl', import.meta.url),
  },
};

export interface WeightsSource {
  readonly wgsl: readonly string[];
  readonly constants: Readonly<Record<string, number | string>>;
  readonly directives: readonly string[];
  readonly hasScales: boolean;
}

/** Bindings 0 and, with scales, 1. */
export function weightsSource({ arrangement, format }: Pick<MatrixForm, 'arrangement' | 'format'>): WeightsSource {
  const weights = WEIGHTS[arrangement][format];
  if (weights === undefined) throw new Error(`${format} weights have no text for ${arrangement}`);
  const tile = TILE_OUTPUTS[arrangement];
  return {
    wgsl: [SHAPE, weights],
    constants: { TILE: tile, HALF_TILE: tile / 2, UNIT_GAIN: `${UNIT_GAIN}.0` },
    directives: arrangement === 'unit' ? ['enable f16;'] : [],
    hasScales: format === 'int8' || format === 'int4',
  };
}
