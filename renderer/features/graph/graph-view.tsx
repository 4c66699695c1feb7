/** A graph with its legend, its key points in a table, and the way to a larger one. Loaded only when there is one to draw. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Graph, PlaneGraph } from '#app/protocol/graph.ts';
import { Dialog } from '../../design/dialog.tsx';
import { Formula } from '../maths/typeset-text.tsx';
import { useStores } from '../use-stores.tsx';
import { BarCanvas } from './bar-canvas.tsx';
import { curveStyle } from './curve-style.ts';
import { graphWords, spanWords, writePoint } from './graph-words.ts';
import { PlaneCanvas } from './plane-canvas.tsx';
import './graph.css';

const HEIGHT = 240;
const LARGE_HEIGHT = 460;

export function GraphView({ graph }: { readonly graph: Graph }) {
  const { t } = useTranslation();
  const [large, setLarge] = useState(false);
  return (
    <figure className="graph" aria-label={t('graph.title')} data-testid="graph">
      <figcaption className="graph-head">
        <span className="label">{t('graph.title')}</span>
        <button type="button" className="button button-quiet" onClick={() => setLarge(true)}>
          {t('graph.enlarge')}
        </button>
      </figcaption>
      <GraphBody graph={graph} height={HEIGHT} />
      {large && (
        <Dialog title={t('graph.title')} onClose={() => setLarge(false)} wide>
          <GraphBody graph={graph} height={LARGE_HEIGHT} open />
        </Dialog>
      )}
    </figure>
  );
}

interface GraphBodyProps {
  readonly graph: Graph;
  readonly height: number;
  /** The table of points is open from the start. */
  readonly open?: boolean;
}

function GraphBody({ graph, height, open = false }: GraphBodyProps) {
  const { t, i18n } = useTranslation();
  const { graph: store } = useStores();
  const hintId = useId();
  /** A new key makes a new canvas, which shows the first window. */
  const [round, setRound] = useState(0);
  const words = graphWords(graph, t, i18n.language);
  if (graph.kind === 'bars') return <BarCanvas graph={graph} height={height} words={words} />;
  return (
    <>
      <div className="graph-frame">
        <PlaneCanvas key={round} graph={graph} height={height} words={words} hintId={hintId} onLook={store.look} />
        <AxisNames axes={graph.axes} />
      </div>
      <p id={hintId} className="visually-hidden">
        {t('graph.keys')}
      </p>
      <div className="graph-foot">
        <Legend graph={graph} />
        <button type="button" className="button button-quiet" onClick={() => setRound(round + 1)}>
          {t('graph.reset')}
        </button>
      </div>
      <KeyPoints graph={graph} open={open} />
    </>
  );
}

function AxisNames({ axes: [horizontal, vertical] }: Pick<PlaneGraph, 'axes'>) {
  return (
    <>
      <span className="graph-axis-name graph-axis-x" aria-hidden="true">
        <Formula tex={horizontal} />
      </span>
      {vertical !== '' && (
        <span className="graph-axis-name graph-axis-y" aria-hidden="true">
          <Formula tex={vertical} />
        </span>
      )}
    </>
  );
}

function Legend({ graph }: { readonly graph: PlaneGraph }) {
  const { t, i18n } = useTranslation();
  const edges = graph.shaded.length > 0 && graph.curves.some(({ dashed }) => dashed);
  return (
    <ul className="graph-legend">
      {graph.curves.map((curve, index) => {
        const { color, dashes } = curveStyle(index, curve, edges);
        if (curve.latex === '') return null;
        return (
          <li key={curve.latex}>
            <svg width="24" height="8" aria-hidden="true">
              <line x1="0" x2="24" y1="4" y2="4" style={{ stroke: color, strokeWidth: 2, strokeDasharray: dashes }} />
            </svg>
            <Formula tex={curve.latex} />
          </li>
        );
      })}
      {graph.spans !== null && <li className="graph-holds">{spanWords(graph.spans, graph.axes[0], t, i18n.language)}</li>}
    </ul>
  );
}

function KeyPoints({ graph: { points }, open }: { readonly graph: PlaneGraph; readonly open: boolean }) {
  const { t, i18n } = useTranslation();
  if (points.length === 0) return null;
  return (
    <details className="graph-points" open={open}>
      <summary>{t('graph.tableTitle', { count: points.length })}</summary>
      <table>
        <tbody>
          {points.map((point) => (
            <tr key={`${point.x} ${point.y}`}>
              <th scope="row">{t(`graph.kinds.${point.kind}`)}</th>
              <td>{writePoint(point, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
