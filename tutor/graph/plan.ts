/** What a graph is made of before any of it is worked out: the functions, relations and points to draw. Expressions, no pictures. */
import type { Chain, Expression } from '../expression/expression.ts';
import type { Reading } from '../expression/reading.ts';
import type { CurveRole, KeyPoint } from './graph.ts';

/** vertical = f(horizontal). */
export interface FunctionLine {
  readonly f: Expression;
  readonly latex: string;
  readonly role: CurveRole;
}

/** All points at which `f` of both unknowns is zero. */
export interface Contour {
  readonly f: Expression;
  readonly latex: string;
  readonly role: CurveRole;
  /** The edge of a region that it does not belong to. */
  readonly strict: boolean;
}

/** functions: their own points matter; sides: only where they meet; shape: neither. */
export type PointsWanted = 'functions' | 'sides' | 'none';

export interface Plan {
  readonly axes: readonly [horizontal: string, vertical: string];
  readonly reading: Reading;
  readonly lines: readonly FunctionLine[];
  readonly contours: readonly Contour[];
  /** In two unknowns: each is to be at least zero where the region is shaded. */
  readonly conditions: readonly Expression[];
  /** An inequality in the horizontal unknown. */
  readonly inequality: Chain | null;
  readonly area: { readonly f: Expression; readonly from: number; readonly to: number } | null;
  readonly points: readonly KeyPoint[];
  readonly wanted: PointsWanted;
  /** Stretch of the horizontal axis that the problem is about. */
  readonly domain: readonly [number, number] | null;
}

export const EMPTY_PLAN: Omit<Plan, 'axes' | 'reading'> = {
  lines: [],
  contours: [],
  conditions: [],
  inequality: null,
  area: null,
  points: [],
  wanted: 'functions',
  domain: null,
};
