/** What is marked on a graph: named points with their coordinates, and the stretches of the axis where an inequality holds. */
import { Line, Point, usePaneContext, useTransformContext, vec } from 'mafs';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaneGraph } from '#app/protocol/graph.ts';
import { type CanvasPoint, type GraphScale, toCanvas } from './graph-scale.ts';
import { writePoint } from './graph-words.ts';
import { DISTANCE, GAP, type Label, placeLabels, type Side } from './place-labels.ts';
import { useViewBox } from './use-view-box.ts';

type KeyPoint = PlaneGraph['points'][number];

/** More than this many coordinates would lie over each other; the table has them all. */
const MOST_LABELS = 4;
/** What a learner looks for first. */
const RANK = ['answer', 'crossing', 'touch', 'root', 'given', 'minimum', 'maximum', 'intercept'] as const;

interface MarksProps {
  readonly graph: PlaneGraph;
  readonly scale: GraphScale;
}

export function GraphMarks({ graph, scale }: MarksProps) {
  const { i18n } = useTranslation();
  const { viewTransform } = useTransformContext();
  const { points, spans } = graph;
  const inPixels = (point: KeyPoint) => {
    const [x, y] = vec.transform(toCanvas(scale, [point.x, point.y]), viewTransform);
    return { x, y, text: writePoint(point, i18n.language) };
  };
  const named = [...points].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind)).slice(0, MOST_LABELS);
  const layer = useRef<SVGGElement>(null);
  const sides = placeLabels(named.map(inPixels), points.map(inPixels), useViewBox(layer));
  return (
    <g ref={layer}>
      {spans?.map((span) => (
        <SpanMark key={`${span.low} ${span.high}`} span={span} scale={scale} />
      ))}
      {points.map((point) => {
        const [x, y] = toCanvas(scale, [point.x, point.y]);
        const side = sides[named.indexOf(point)] ?? null;
        return (
          <g key={`${point.x} ${point.y}`}>
            <Point
              x={x}
              y={y}
              color={point.kind === 'answer' ? 'var(--accent)' : 'var(--ink)'}
              svgCircleProps={{ r: 4, className: 'graph-point' }}
            />
            {side !== null && <Name {...inPixels(point)} side={side} />}
          </g>
        );
      })}
    </g>
  );
}

/** Drawn by hand: the canvas's own text lies below a point when asked to lie above it. */
function Name({ x, y, text, side }: Label & { readonly side: Side }) {
  const [right, down] = { n: [0, -DISTANCE], s: [0, DISTANCE], e: [GAP, 0], w: [-GAP, 0] }[side];
  const anchor = side === 'e' ? 'start' : side === 'w' ? 'end' : 'middle';
  return (
    <text className="graph-name" x={x + right} y={y + down} textAnchor={anchor} dominantBaseline="central">
      {text}
    </text>
  );
}

function SpanMark({
  span: { low, high, closed },
  scale,
}: {
  readonly span: NonNullable<PlaneGraph['spans']>[number];
  readonly scale: GraphScale;
}) {
  const { xPaneRange } = usePaneContext();
  const from: CanvasPoint = [low === null ? xPaneRange[0] : low / scale.x, 0];
  const to: CanvasPoint = [high === null ? xPaneRange[1] : high / scale.x, 0];
  const ends = [
    { at: from, shown: low !== null, closed: closed[0] },
    { at: to, shown: high !== null, closed: closed[1] },
  ];
  return (
    <>
      <Line.Segment point1={from} point2={to} color="var(--holds)" weight={5} />
      {ends.map(
        (end) =>
          end.shown && (
            <Point
              key={end.at[0]}
              x={end.at[0]}
              y={0}
              color={end.closed ? 'var(--holds)' : 'var(--paper)'}
              svgCircleProps={{ r: 5, className: 'graph-end' }}
            />
          ),
      )}
    </>
  );
}
