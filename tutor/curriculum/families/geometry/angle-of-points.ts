import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import { writeDecimal } from '../../decimal.ts';
import { gcd } from '../../quotient.ts';
import { differenceOfPoints, minus, type Point, trianglePointsFamily, writePoint } from './triangle-of-points.ts';

/** Angles are whole numbers of ten-thousandths of a degree, as a table of arctangents gives them. */
const DEGREE = 10_000;
const PLACES = 4;

/** The angle at B: the directions of BA and BC, each from the table, and their difference. */
export const angleOfPoints = trianglePointsFamily({
  id: 'angle-of-points',
  title: 'An angle of a triangle by its corners',
  asks: ['the angle at B in degrees', 'the measure (in degrees) of angle ABC', 'the measure (in degrees) of angle ABC'],
  solve([A, B, C]) {
    const [u, v] = [minus(A, B), minus(C, B)];
    const [first, second] = [direction(u), direction(v)];
    const [high, low] = [Math.max(first.angle, second.angle), Math.min(first.angle, second.angle)];
    const between = high - low;
    const angle = between > 180 * DEGREE ? 360 * DEGREE - between : between;
    const answer = (Math.round(angle / 100) / 100).toFixed(2);
    // The table has four decimals: now and then the last digit would come out wrong.
    if (answer !== exactAngle(u, v).toFixed(2) || angle % 100 === 50) return undefined;
    return {
      steps: [
        differenceOfPoints(A, B),
        differenceOfPoints(C, B),
        `From $B$ to $A$: $${writePoint(u)}$`,
        ...first.lines,
        `From $B$ to $C$: $${writePoint(v)}$`,
        ...second.lines,
        ...differenceOfAngles(high, low),
        `Between them: $${writeDecimal(between, PLACES)}$`,
        ...(between === angle
          ? []
          : [
              columnDifference(360 * DEGREE, between),
              `The smaller angle: $360 - ${writeDecimal(between, PLACES)} = ${writeDecimal(angle, PLACES)}$`,
            ]),
        `With two decimals: $${writeDecimal(angle, PLACES)} \\approx ${answer}$`,
      ],
      answer,
    };
  },
});

function exactAngle(u: Point, v: Point): number {
  return (Math.acos((u.x * v.x + u.y * v.y) / (Math.hypot(u.x, u.y) * Math.hypot(v.x, v.y))) * 180) / Math.PI;
}

/** The direction of a vector from the x-axis, between -180° and 180°, by the arctangent of the smaller part over the larger. */
function direction({ x, y }: Point): { angle: number; lines: string[] } {
  const [wide, tall] = [Math.abs(x), Math.abs(y)];
  const common = gcd(wide, tall);
  const [small, large] = [Math.min(wide, tall) / common, Math.max(wide, tall) / common];
  const table = Math.round(((Math.atan2(small, large) * 180) / Math.PI) * DEGREE);
  const lines = [`> arctan of ${small}/${large} is ${writeDecimal(table, PLACES)}`];
  const steep = tall > wide ? 90 * DEGREE - table : table;
  if (tall > wide && table > 0) lines.push(`> steep: 90 - ${writeDecimal(table, PLACES)} = ${writeDecimal(steep, PLACES)}`);
  const upper = x < 0 ? 180 * DEGREE - steep : steep;
  if (x < 0) lines.push(`> to the left: 180 - ${writeDecimal(steep, PLACES)} = ${writeDecimal(upper, PLACES)}`);
  const angle = y < 0 ? -upper : upper;
  return { angle, lines: [...lines, `Direction: $${writeDecimal(angle, PLACES)}$`] };
}

/** high - low in ten-thousandths: a sum where low is negative. */
function differenceOfAngles(high: number, low: number): string[] {
  if (low >= 0) return [columnDifference(high, low)];
  if (high >= 0) return [columnSum(high, -low)];
  return [columnDifference(-low, -high)];
}
