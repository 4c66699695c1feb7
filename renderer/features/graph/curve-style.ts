/** How the curves of one graph are told apart: by colour and by dashes, so that colour is never the only sign. */

export interface CurveStyle {
  readonly color: string;
  /** As `stroke-dasharray`; none for a full line. */
  readonly dashes: string | undefined;
}

const COLORS = ['var(--accent)', 'var(--curve-2)', 'var(--curve-3)', 'var(--ink)'] as const;
const DASHES = [undefined, '10 4', '2 4', '10 3 2 3'] as const;
/** A region's edge that it does not belong to, as school books draw it. */
const OPEN_EDGE = '5 5';

/** `edges`: dashes say whether an edge belongs to its region, and nothing else. */
export function curveStyle(index: number, curve: { readonly dashed: boolean }, edges: boolean): CurveStyle {
  const color = COLORS[index % COLORS.length];
  if (edges) return { color, dashes: curve.dashed ? OPEN_EDGE : undefined };
  return { color, dashes: DASHES[index % DASHES.length] };
}
