import { columnSum } from '../../column-arithmetic.ts';
import { writeDecimal } from '../../decimal.ts';
import { roundedQuotient } from '../../rounded-quotient.ts';
import { timesLines } from '../../times-lines.ts';
import { cross, differenceOfPoints, minus, type Point, type Triangle, trianglePointsFamily } from './triangle-of-points.ts';

/** The radius of the incircle: twice the area over the perimeter, the sides with three decimals from a table of roots. */
export const incircleRadius = trianglePointsFamily({
  id: 'incircle-radius',
  title: 'The incircle of a triangle',
  asks: ['the radius of its incircle', 'the incircle radius', 'the incircle radius'],
  solve(corners) {
    const [A, B, C] = corners;
    const sides = [minus(B, A), minus(C, A), minus(C, B)];
    const lengths = sides.map((side) => Math.round(Math.hypot(side.x, side.y) * 1000));
    const perimeter = lengths[0] + lengths[1] + lengths[2];
    const [b, c] = sides;
    const area = Math.abs(cross(b, c));
    const quotient = roundedQuotient(area * 1000, perimeter, 3);
    // The table has three decimals: now and then the last digit would come out wrong.
    if (quotient.value !== exactRadius(corners).toFixed(3)) return undefined;
    const names = ['AB', 'AC', 'BC'];
    return {
      steps: [
        differenceOfPoints(B, A),
        differenceOfPoints(C, A),
        differenceOfPoints(C, B),
        ...sides.map((side, index) => lengthLine(names[index], side, lengths[index])),
        columnSum(lengths[0], lengths[1]),
        columnSum(lengths[0] + lengths[1], lengths[2]),
        `Perimeter: $${writeDecimal(perimeter, 3)}$`,
        ...timesLines(b.x, c.y),
        ...timesLines(b.y, c.x),
        `Twice the area: $|${b.x * c.y} ${-b.y * c.x < 0 ? '-' : '+'} ${Math.abs(b.y * c.x)}| = ${area}$`,
        ...quotient.lines,
        `Radius: $${area} \\div ${writeDecimal(perimeter, 3)} \\approx ${quotient.value}$`,
      ],
      answer: quotient.value,
    };
  },
});

function exactRadius([A, B, C]: Triangle): number {
  const length = (p: Point, q: Point) => Math.hypot(p.x - q.x, p.y - q.y);
  return Math.abs(cross(minus(B, A), minus(C, A))) / (length(A, B) + length(B, C) + length(C, A));
}

function lengthLine(name: string, { x, y }: Point, length: number): string {
  const [p, q] = [x * x, y * y];
  return `> ${name}: ${p} + ${q} = ${p + q}, root about ${writeDecimal(length, 3)}`;
}
