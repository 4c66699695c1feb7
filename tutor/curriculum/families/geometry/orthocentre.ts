import { writeDecimal } from '../../decimal.ts';
import { roundedQuotient } from '../../rounded-quotient.ts';
import { timesLines } from '../../times-lines.ts';
import { closed, cross, differenceOfPoints, minus, trianglePointsFamily, writePoint } from './triangle-of-points.ts';

/**
 * Where the altitudes meet. With A as origin, h·b = h·c = b·c says that the altitudes from C and B pass through h, so
 * h = (b·c / (b × c)) · (c_y - b_y, b_x - c_x).
 */
export const orthocentre = trianglePointsFamily({
  id: 'orthocentre',
  title: 'The orthocentre of a triangle',
  asks: ['the orthocenter (intersection of altitudes)', 'the coordinates of its orthocenter', 'the orthocenter'],
  solve([A, B, C]) {
    const [b, c] = [minus(B, A), minus(C, A)];
    const dot = b.x * c.x + b.y * c.y;
    const area = cross(b, c);
    const size = Math.abs(area);
    const turned = { x: c.y - b.y, y: b.x - c.x };
    const sign = area < 0 ? -1 : 1;
    const coordinates = (['x', 'y'] as const).map((axis) => {
      const top = sign * dot * turned[axis];
      const quotient = roundedQuotient(top, size, 3, axis === 'y' && dot * turned.x !== 0);
      const value = writeDecimal(A[axis] * 1000 + quotient.scaled, 3);
      const steps = [
        ...timesLines(dot, turned[axis]),
        `> ${sign * dot + 0} * ${closed(turned[axis])} = ${top + 0}`,
        ...quotient.lines,
        `The $${axis}$-coordinate: $${A[axis]} ${quotient.scaled < 0 ? '-' : '+'} ${quotient.value.replace('-', '')} = ${value}$`,
      ];
      return { value, steps, tie: quotient.tie };
    });
    if (coordinates.some(({ tie }) => tie)) return undefined;
    return {
      steps: [
        differenceOfPoints(B, A),
        differenceOfPoints(C, A),
        `From $A$: $b = ${writePoint(b)}$ and $c = ${writePoint(c)}$`,
        ...timesLines(b.x, c.x),
        ...timesLines(b.y, c.y),
        `Product $b \\cdot c$: $${b.x * c.x} ${signed(b.y * c.y)} = ${dot}$`,
        ...timesLines(b.x, c.y),
        ...timesLines(b.y, c.x),
        `Cross product of $b$ and $c$: $${b.x * c.y} ${signed(-b.y * c.x)} = ${area}$`,
        `Across from $b$ to $c$: $(c_y - b_y, b_x - c_x) = ${writePoint(turned)}$`,
        `Go from $A$ by $\\frac{${dot}}{${area}}$ of it${sign < 0 ? `, which is $\\frac{${-dot + 0}}{${size}}$` : ''}`,
        ...coordinates.flatMap(({ steps }) => steps),
      ],
      answer: `(${coordinates.map(({ value }) => value).join(', ')})`,
    };
  },
});

function signed(n: number): string {
  return n < 0 ? `- ${-n}` : `+ ${n + 0}`;
}
