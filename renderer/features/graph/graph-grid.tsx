/** Grid lines and numbers whose spacing follows the zoom, in the problem's own units. */
import { Coordinates, useTransformContext, vec } from 'mafs';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type GraphScale, roundStep } from './graph-scale.ts';
import { writeNumber } from './graph-words.ts';
import { useViewBox } from './use-view-box.ts';

/** Least distance of two lines, in pixels. */
const LEAST_ACROSS = 52;
const LEAST_UPWARDS = 36;
/** Nearer than this to an edge, in pixels, a number would be cut off. */
const EDGE_ACROSS = 16;
const EDGE_UPWARDS = 10;

export function GraphGrid({ scale }: { readonly scale: GraphScale }) {
  const { i18n } = useTranslation();
  const { viewTransform } = useTransformContext();
  const [across, upwards] = vec.transform([1, 1], viewTransform);
  const stepX = roundStep((LEAST_ACROSS * scale.x) / Math.abs(across));
  const stepY = roundStep((LEAST_UPWARDS * scale.y) / Math.abs(upwards));
  const layer = useRef<SVGGElement>(null);
  const view = useViewBox(layer);
  const write = (value: number) => writeNumber(Number(value.toPrecision(10)), i18n.language);
  const isCut = (place: number, from: number, to: number, edge: number) => place < from + edge || place > to - edge;
  const labelX = (value: number) =>
    view !== null && isCut(value * across, view.left, view.right, EDGE_ACROSS) ? '' : write(value * scale.x);
  const labelY = (value: number) =>
    view !== null && isCut(value * upwards, view.top, view.bottom, EDGE_UPWARDS) ? '' : write(value * scale.y);
  return (
    <g ref={layer}>
      <Coordinates.Cartesian
        xAxis={{ lines: stepX / scale.x, labels: labelX }}
        yAxis={{ lines: stepY / scale.y, labels: labelY }}
      />
    </g>
  );
}
