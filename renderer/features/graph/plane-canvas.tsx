/** A graph on a plane that is moved by mouse, finger and keys. It draws numbers; it evaluates nothing. */
import { Mafs, Polyline, usePaneContext } from 'mafs';
import 'mafs/core.css';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphWindow, PlaneGraph } from '#app/protocol/graph.ts';
import { curveStyle } from './curve-style.ts';
import { GraphGrid } from './graph-grid.tsx';
import { GraphMarks } from './graph-marks.tsx';
import { covers, type GraphScale, scaleOf, toCanvas, tracedAtFirst } from './graph-scale.ts';

interface PlaneCanvasProps {
  readonly graph: PlaneGraph;
  /** Pixels. */
  readonly height: number;
  /** What is drawn, in words. */
  readonly words: string;
  /** Id of the element that says which keys move it. */
  readonly hintId: string;
  readonly onLook: (window: GraphWindow) => void;
}

const ZOOM = { min: 0.05, max: 20 } as const;

export function PlaneCanvas({ graph, height, words, hintId, onLook }: PlaneCanvasProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const scale = scaleOf(graph);
  const { x, y } = graph.window;

  useEffect(() => {
    // The canvas makes its own focusable element and has no way to name it.
    const element = frame.current?.querySelector('.MafsView');
    element?.setAttribute('role', 'application');
    element?.setAttribute('aria-roledescription', t('graph.role'));
    element?.setAttribute('aria-label', words);
    element?.setAttribute('aria-describedby', hintId);
  }, [words, hintId, t]);

  return (
    <div ref={frame} className="graph-canvas" data-testid="graph-canvas">
      <Mafs
        height={height}
        zoom={ZOOM}
        viewBox={{ x: [x[0] / scale.x, x[1] / scale.x], y: [y[0] / scale.y, y[1] / scale.y], padding: 0 }}
      >
        <GraphGrid scale={scale} />
        <Shaded graph={graph} scale={scale} />
        <Curves graph={graph} scale={scale} />
        <GraphMarks graph={graph} scale={scale} />
        <Watch graph={graph} scale={scale} onLook={onLook} />
      </Mafs>
    </div>
  );
}

interface LayerProps {
  readonly graph: PlaneGraph;
  readonly scale: GraphScale;
}

function Curves({ graph: { curves, shaded }, scale }: LayerProps) {
  const edges = shaded.length > 0 && curves.some(({ dashed }) => dashed);
  return curves.map((curve, index) => {
    const { color, dashes } = curveStyle(index, curve, edges);
    return curve.pieces.map((piece) => (
      <Polyline
        key={`${curve.role} ${curve.latex} ${piece[0].join(' ')}`}
        points={piece.map((point) => toCanvas(scale, point))}
        color={color}
        weight={2}
        svgPolylineProps={{ style: { strokeDasharray: dashes, strokeLinejoin: 'round' } }}
      />
    ));
  });
}

/** One path for all polygons: many would show seams where they touch. */
function Shaded({ graph: { shaded }, scale }: LayerProps) {
  if (shaded.length === 0) return null;
  const path = shaded
    .map(
      (polygon) =>
        `M${polygon
          .map((point) =>
            toCanvas(scale, point)
              .map((value) => value.toFixed(4))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('');
  return <path className="graph-shaded" d={path} shapeRendering={shaded.length > 1 ? 'crispEdges' : undefined} />;
}

/** Asks for the curves where the learner has moved to, once that is beyond what was traced at first. */
function Watch({ graph, scale, onLook }: LayerProps & { readonly onLook: (window: GraphWindow) => void }) {
  const { xPaneRange, yPaneRange } = usePaneContext();
  const moved = useRef(false);
  const [left, right] = xPaneRange;
  const [bottom, top] = yPaneRange;
  const { window } = graph;

  useEffect(() => {
    const seen: GraphWindow = { x: [left * scale.x, right * scale.x], y: [bottom * scale.y, top * scale.y] };
    if (!moved.current && covers(tracedAtFirst(window), seen)) return;
    moved.current = true;
    onLook(seen);
  }, [left, right, bottom, top, scale.x, scale.y, window, onLook]);
  return null;
}
