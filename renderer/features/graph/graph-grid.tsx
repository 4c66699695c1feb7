/** Grid lines and numbers whose spacing follows the zoom, in the problem's own units. */
import { Coordinates, useTransformContext, vec } from 'mafs';
import { useTranslation } from 'react-i18next';
import { type GraphScale, roundStep } from './graph-scale.ts';
import { writeNumber } from './graph-words.ts';

/** Least distance of two lines, in pixels. */
const LEAST_ACROSS = 52;
const LEAST_UPWARDS = 36;

export function GraphGrid({ scale }: { readonly scale: GraphScale }) {
  const { i18n } = useTranslation();
  const { viewTransform } = useTransformContext();
  const [across, upwards] = vec.transform([1, 1], viewTransform);
  const stepX = roundStep((LEAST_ACROSS * scale.x) / Math.abs(across));
  const stepY = roundStep((LEAST_UPWARDS * scale.y) / Math.abs(upwards));
  const labels = (unit: number) => (value: number) => writeNumber(Number((value * unit).toPrecision(10)), i18n.language);
  return (
    <Coordinates.Cartesian
      xAxis={{ lines: stepX / scale.x, labels: labels(scale.x) }}
      yAxis={{ lines: stepY / scale.y, labels: labels(scale.y) }}
    />
  );
}
