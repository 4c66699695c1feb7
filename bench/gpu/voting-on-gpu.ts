/**
 * Voting on a GPU at M1-3B's size: total tokens a second by samples and context, each sample with keys and values of its
 * own, for the hybrid and for the same shape with attention in every layer; keys and values in f16 in both.
 */
import type { BenchOptions } from '../bench-options.ts';
import { Deadline } from '../measure/deadline.ts';
import { type DrawingSpeed, drawingSpeed } from '../measure/drawing-speed.ts';
import type { Placement } from '../models/placed-model.ts';
import { openTable } from '../report/table.ts';
import { gpuAdapter, type LargeModelOptions, largeName, openLarge } from './gpu-models.ts';

/** What both shapes are measured at, in the order of interest: time may run out. */
const COMPARED: readonly Placement[] = [
  { context: 2048, samples: 64 },
  { context: 256, samples: 8 },
  { context: 256, samples: 64 },
];
/** And what the hybrid alone is measured at besides, in int4, as a machine at home would run it. */
const LONG_OR_WIDE: readonly Placement[] = [
  { context: 32_768, samples: 8 },
  { context: 256, samples: 512 },
  { context: 256, samples: 256 },
  { context: 8192, samples: 8 },
  { context: 2048, samples: 8 },
  { context: 2048, samples: 1 },
  { context: 32_768, samples: 1 },
];
const FORMATS = ['int4', 'f16'] as const;
/** Two formats of two shapes share the time there is. */
const SUBJECTS = 4;
/** How time a token grows with the context is told at this many samples. */
const GROWTH = { samples: 8, from: 256, to: 32_768 };

interface ShapeSpeeds {
  readonly shape: LargeModelOptions['shape'];
  readonly format: (typeof FORMATS)[number];
  readonly speeds: readonly DrawingSpeed[];
}

export interface GpuVotingResult {
  readonly device: string;
  readonly shapes: readonly ShapeSpeeds[];
  /** Hybrid over all-attention, where both were measured. */
  readonly ratios: readonly (Placement & { readonly format: string; readonly ratio: number })[];
  /** Time a token of the hybrid at the longest context over that at the shortest; null where time ran out. */
  readonly growth: number | null;
}

export async function voteOnGpu(options: BenchOptions): Promise<GpuVotingResult> {
  const { print } = options;
  const adapter = await gpuAdapter();
  const table = openTable(print, ['context', 'samples', 'tok/s', 'ms a step', 'recording ms', 'shape']);
  const shapes: ShapeSpeeds[] = [];
  for (const format of FORMATS) {
    for (const shape of ['hybrid', 'all-attention'] as const) {
      const isWhole = format === 'int4' && shape === 'hybrid';
      const placements = isWhole ? [...COMPARED, ...LONG_OR_WIDE] : COMPARED;
      const model = await openLarge({ adapter, layers: options.layers, format, kvFormat: 'f16', shape, placements });
      const deadline = new Deadline((options.seconds ?? Number.POSITIVE_INFINITY) / SUBJECTS);
      const speeds: DrawingSpeed[] = [];
      for (const { samples, context } of placements) {
        if (deadline.isPast) break;
        const speed = await drawingSpeed(model, samples, context, speeds.length === 0);
        speeds.push(speed);
        const figures = [speed.tokensPerSecond.toFixed(0), speed.stepMs.toFixed(3), speed.recordingMs.toFixed(3)];
        table.row([context, samples, ...figures, `${shape}, ${largeName(format, options.layers)}`]);
      }
      model.close();
      shapes.push({ shape, format, speeds });
    }
  }
  const ratios = ratiosOf(shapes);
  for (const { format, context, samples, ratio } of ratios)
    print(`${format}, ${samples} samples after ${context} tokens: ${ratio.toFixed(2)} times all-attention`);
  const growth = growthOf(shapes);
  if (growth !== null) print(`time a token at ${GROWTH.to} over ${GROWTH.from}, ${GROWTH.samples} samples: ${growth.toFixed(2)}`);
  return { device: adapter, shapes, ratios, growth };
}

function ratiosOf(shapes: readonly ShapeSpeeds[]): GpuVotingResult['ratios'] {
  return shapes
    .filter(({ shape }) => shape === 'hybrid')
    .flatMap(({ format, speeds }) => {
      const other = shapes.find((each) => each.shape === 'all-attention' && each.format === format)?.speeds ?? [];
      return speeds.flatMap(({ samples, context, stepMs }) => {
        const same = other.find((speed) => speed.samples === samples && speed.context === context);
        return same === undefined ? [] : [{ format, samples, context, ratio: same.stepMs / stepMs }];
      });
    });
}

function growthOf(shapes: readonly ShapeSpeeds[]): number | null {
  const speeds = shapes.find(({ shape }) => shape === 'hybrid')?.speeds ?? [];
  const at = (context: number) => speeds.find((speed) => speed.samples === GROWTH.samples && speed.context === context);
  const [short, long] = [at(GROWTH.from), at(GROWTH.to)];
  return short === undefined || long === undefined ? null : long.stepMs / short.stepMs;
}
