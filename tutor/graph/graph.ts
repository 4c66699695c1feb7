/** What is to be drawn beside a problem: numbers only, ready for a canvas. It knows neither colours nor words. */

export type Point = readonly [x: number, y: number];

/** The part of the plane that is looked at. */
export interface Window {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
}

/** given: stated by the problem; answer: read from the agreed answer. */
export type CurveRole = 'given' | 'answer';

export interface Curve {
  /** As the problem or the answer writes it; '' where its own words could not be told apart. */
  readonly latex: string;
  readonly role: CurveRole;
  /** The edge of a region that it does not belong to. */
  readonly dashed: boolean;
  /** Unbroken stretches: a curve breaks at a pole and where it leaves the reals. */
  readonly pieces: readonly (readonly Point[])[];
}

export type PointKind = 'root' | 'intercept' | 'minimum' | 'maximum' | 'crossing' | 'touch' | 'given' | 'answer';

export interface KeyPoint {
  readonly x: number;
  readonly y: number;
  readonly kind: PointKind;
}

/** Part of a number line; null: it has no end there. */
export interface Span {
  readonly low: number | null;
  readonly high: number | null;
  readonly closed: readonly [boolean, boolean];
}

export interface PlaneGraph {
  readonly kind: 'plane';
  /** Names of the axes, as LaTeX. */
  readonly axes: readonly [horizontal: string, vertical: string];
  readonly window: Window;
  /** A unit must be as long on both axes: circles look round, right angles right. */
  readonly sameScale: boolean;
  readonly curves: readonly Curve[];
  /** Polygons to be filled: an area, or where inequalities in two unknowns hold. */
  readonly shaded: readonly (readonly Point[])[];
  /** Where an inequality in one unknown holds; null when the problem is none. */
  readonly spans: readonly Span[] | null;
  readonly points: readonly KeyPoint[];
}

/** The numbers of a small data set in their order; `mark`: the average that was asked for. */
export interface BarGraph {
  readonly kind: 'bars';
  readonly values: readonly number[];
  readonly mark: { readonly kind: 'mean' | 'median' | 'mode'; readonly value: number } | null;
}

export type Graph = PlaneGraph | BarGraph;
