/** A graph beside a problem, as numbers that the interface only draws. Plain data; what each field means stands in tutor/graph. */
import { z } from 'zod';
import { MAX_PROBLEM_LENGTH } from './solve.ts';

const point = z.tuple([z.number(), z.number()]);
const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, { error: 'the first must be less than the second' });

export const graphWindowSchema = z.strictObject({ x: range, y: range });
export type GraphWindow = z.infer<typeof graphWindowSchema>;

export const planeGraphSchema = z.strictObject({
  kind: z.literal('plane'),
  axes: z.tuple([z.string(), z.string()]),
  window: graphWindowSchema,
  sameScale: z.boolean(),
  curves: z.array(
    z.strictObject({
      latex: z.string(),
      role: z.enum(['given', 'answer']),
      dashed: z.boolean(),
      pieces: z.array(z.array(point)),
    }),
  ),
  shaded: z.array(z.array(point)),
  spans: z
    .array(
      z.strictObject({ low: z.number().nullable(), high: z.number().nullable(), closed: z.tuple([z.boolean(), z.boolean()]) }),
    )
    .nullable(),
  points: z.array(
    z.strictObject({
      x: z.number(),
      y: z.number(),
      kind: z.enum(['root', 'intercept', 'minimum', 'maximum', 'crossing', 'touch', 'given', 'answer']),
    }),
  ),
});
export type PlaneGraph = z.infer<typeof planeGraphSchema>;

export const barGraphSchema = z.strictObject({
  kind: z.literal('bars'),
  values: z.array(z.number()),
  mark: z.strictObject({ kind: z.enum(['mean', 'median', 'mode']), value: z.number() }).nullable(),
});
export type BarGraph = z.infer<typeof barGraphSchema>;

export const graphSchema = z.discriminatedUnion('kind', [planeGraphSchema, barGraphSchema]);
export type Graph = z.infer<typeof graphSchema>;

export const graphCalls = {
  /** What to draw beside a problem and its leading answer (LaTeX); `window`: the part of the plane looked at, null for the telling one. */
  'graph.of': {
    params: z.strictObject({
      problem: z.string().max(MAX_PROBLEM_LENGTH),
      answer: z.string().max(4096).nullable(),
      window: graphWindowSchema.nullable(),
    }),
    result: z.strictObject({ graph: graphSchema.nullable() }),
  },
} as const;
