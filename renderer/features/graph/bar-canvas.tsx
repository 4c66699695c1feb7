/** A small data set as bars in their order, with the average that was asked for as a line across. */
import { useTranslation } from 'react-i18next';
import type { BarGraph } from '#app/protocol/graph.ts';
import { writeNumber } from './graph-words.ts';

interface BarCanvasProps {
  readonly graph: BarGraph;
  /** Pixels. */
  readonly height: number;
  /** What is drawn, in words. */
  readonly words: string;
}

/** Units of the drawing; it grows to the width that there is. */
const WIDTH = 300;
const EDGE = 18;

export function BarCanvas({ graph: { values, mark }, height, words }: BarCanvasProps) {
  const { t, i18n } = useTranslation();
  const tall = (WIDTH * height) / 360;
  const high = Math.max(0, ...values, mark?.value ?? 0);
  const low = Math.min(0, ...values, mark?.value ?? 0);
  const upwards = (value: number) => EDGE + ((high - value) / (high - low || 1)) * (tall - 2 * EDGE);
  const slot = WIDTH / values.length;
  return (
    <svg className="graph-bars" viewBox={`0 0 ${WIDTH} ${tall}`} role="img" aria-label={words}>
      {values.map((value, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place in the list.
        <g key={place}>
          <rect
            x={place * slot + slot * 0.18}
            y={Math.min(upwards(value), upwards(0))}
            width={slot * 0.64}
            height={Math.abs(upwards(value) - upwards(0))}
          />
          <text x={place * slot + slot / 2} y={value < 0 ? upwards(value) + 12 : upwards(value) - 4}>
            {writeNumber(value, i18n.language)}
          </text>
        </g>
      ))}
      <line className="graph-axis" x1={0} x2={WIDTH} y1={upwards(0)} y2={upwards(0)} />
      {mark !== null && (
        <>
          <line className="graph-mark" x1={0} x2={WIDTH} y1={upwards(mark.value)} y2={upwards(mark.value)} />
          <text className="graph-mark-name" x={WIDTH - 2} y={tall - 3}>
            {t(`graph.mark.${mark.kind}`, { value: writeNumber(mark.value, i18n.language) })}
          </text>
        </>
      )}
    </svg>
  );
}
