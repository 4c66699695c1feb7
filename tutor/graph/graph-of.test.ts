import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaneGraph } from './graph.ts';
import { graphOf } from './graph-of.ts';

function plane(problem: string, answer: string | null = null): PlaneGraph {
  const graph = graphOf(problem, answer, null);
  if (graph?.kind !== 'plane') throw new Error(`no plane graph for ${problem}`);
  return graph;
}

const pointsOf = (graph: PlaneGraph) => graph.points.map(({ kind, x, y }) => `${kind} (${round(x)}, ${round(y)})`);
const round = (value: number) => Math.round(value * 1000) / 1000;

describe('what is drawn', () => {
  it.each([
    ['Solve 3x + 5 = 20', null, ['y = 3x + 5', 'y = 20'], ['crossing (5, 20)']],
    [
      'Solve x^2 - 5x + 6 = 0',
      null,
      ['y = x^2 - 5x + 6'],
      ['root (2, 0)', 'root (3, 0)', 'minimum (2.5, -0.25)', 'intercept (0, 6)'],
    ],
    ['Solve 2x + y = 7 and x - y = 2', null, ['2x + y = 7', 'x - y = 2'], ['crossing (3, 1)']],
    ['Solve x^2 + y^2 = 25 and y = x + 1', null, ['x^2 + y^2 = 25', 'y = x + 1'], ['crossing (3, 4)', 'crossing (-4, -3)']],
    ['Differentiate x^3 - 3x', '3x^2 - 3', ['y = x^3 - 3x', '\\frac{dy}{dx} = 3x^2 - 3'], ['maximum (-1, 2)', 'minimum (1, -2)']],
    ['Find the equation of the tangent to y = x^2 at x = 3', 'y = 6x - 9', ['y = x^2', 'y = 6x - 9'], ['touch (3, 9)']],
    ['Factorise x^2 + 5x + 6', '(x + 2)(x + 3)', ['y = x^2 + 5x + 6'], ['root (-3, 0)', 'root (-2, 0)']],
    ['f(x) = x^2 - 4x + 3. Find f(5).', '8', ['f(x) = x^2 - 4x + 3'], ['given (5, 8)']],
    ['Find the midpoint of (1, 2) and (5, 6)', '(3, 4)', [], ['given (1, 2)', 'given (5, 6)', 'answer (3, 4)']],
    ['Find the line through A(1, 2) and B(3, 8)', 'y = 3x - 1', ['y = 3x - 1'], ['given (1, 2)', 'given (3, 8)']],
    [
      'Solve sin x = 1/2 for 0 <= x <= 360',
      null,
      ['y = \\sin x', 'y = \\frac{1}{2}'],
      ['crossing (30, 0.5)', 'crossing (150, 0.5)'],
    ],
    ['Solve 2^x = 8', 'x = 3', ['y = 2^x', 'y = 8'], ['crossing (3, 8)']],
  ])('%s', (problem, answer, curves, points) => {
    const graph = plane(problem, answer);
    expect(graph.curves.map(({ latex }) => latex.replaceAll(/\s+/g, ''))).toEqual(
      curves.map((each) => each.replaceAll(/\s+/g, '')),
    );
    expect(pointsOf(graph)).toEqual(expect.arrayContaining(points));
  });

  it('has every telling point in its window', () => {
    for (const problem of ['Solve 3x + 5 = 20', 'Solve x^2 + 40x = 500', 'y = x^3 - 300x', 'Solve x + 3000 = 3040']) {
      const { points, window } = plane(problem);
      for (const { x, y } of points.filter(({ kind }) => kind !== 'intercept')) {
        expect(x).toBeGreaterThan(window.x[0]);
        expect(x).toBeLessThan(window.x[1]);
        expect(y).toBeGreaterThan(window.y[0]);
        expect(y).toBeLessThan(window.y[1]);
      }
    }
  });

  it('breaks a curve at its pole', () => {
    const [hyperbola] = plane('Solve 1/x = 2').curves;
    expect(hyperbola.pieces).toHaveLength(2);
    for (const piece of hyperbola.pieces) expect(new Set(piece.map(([x]) => Math.sign(x))).size).toBe(1);
  });

  it('follows a circle all around', () => {
    const { curves, sameScale } = plane('x^2 + y^2 = 25');
    expect(sameScale).toBe(true);
    for (const [x, y] of curves[0].pieces.flat()) expect(Math.hypot(x, y)).toBeCloseTo(5, 1);
    expect(Math.max(...curves[0].pieces.flat().map(([x]) => x))).toBeCloseTo(5, 1);
  });

  it.each([
    'Integrate 3x^2 from 1 to 2',
    'Evaluate the integral of 3x^2 dx from x = 1 to x = 2',
    'Find the integral of $3x^2$ between 1 and 2',
  ])('shades the area that "%s" asks for in words', (problem) => {
    const { shaded } = plane(problem, '7');
    expect(areaOf(shaded[0])).toBeCloseTo(7, 2);
  });

  it('shades the area that a definite integral asks for', () => {
    const { shaded } = plane('Work out $\\int_0^2 3x^2 dx$', '8');
    expect(areaOf(shaded[0])).toBeCloseTo(8, 2);
  });

  it('shades where inequalities in two unknowns hold, and dashes an edge that does not belong', () => {
    const { shaded, curves } = plane('Shade the region y > 2x + 1 and y <= 4');
    expect(curves.map(({ dashed }) => dashed)).toEqual([true, false]);
    for (const [x, y] of shaded.flat()) {
      expect(y).toBeGreaterThanOrEqual(2 * x + 1 - 1e-6);
      expect(y).toBeLessThanOrEqual(4 + 1e-6);
    }
    expect(shaded.length).toBeGreaterThan(10);
  });

  it.each([
    ['Solve 2x + 3 < 11', [{ low: null, high: 4, closed: [false, false] }]],
    [
      'Solve x^2 >= 4',
      [
        { low: null, high: -2, closed: [false, true] },
        { low: 2, high: null, closed: [true, false] },
      ],
    ],
    ['Solve |x - 2| < 3', [{ low: -1, high: 5, closed: [false, false] }]],
    ['Solve -3 < 2x + 1 <= 7', [{ low: -2, high: 3, closed: [false, true] }]],
    ['Solve x^2 <= 0', [{ low: 0, high: 0, closed: [true, true] }]],
  ])('%s holds on its stretches of the line', (problem, spans) => {
    expect(plane(problem).spans).toEqual(spans);
  });

  it('traces the window that is asked for', () => {
    const graph = graphOf('y = x^2', null, { x: [100, 110], y: [10_000, 12_000] });
    const xs = graph?.kind === 'plane' ? graph.curves[0].pieces.flat().map(([x]) => x) : [];
    expect(Math.min(...xs)).toBeLessThanOrEqual(100);
    expect(Math.max(...xs)).toBeGreaterThanOrEqual(109);
  });

  it('makes bars of a data set, with the average that was asked for', () => {
    expect(graphOf('Find the mean of 3, 5, 7 and 9', '6', null)).toEqual({
      kind: 'bars',
      values: [3, 5, 7, 9],
      mark: { kind: 'mean', value: 6 },
    });
    expect(graphOf('What is the range of 4, 8, 1?', '7', null)).toEqual({ kind: 'bars', values: [4, 8, 1], mark: null });
  });
});

it.each([
  'What is 15% of 80?',
  'Work out 3/4 + 1/6',
  'Simplify sqrt(50)',
  'Make x the subject of y = 2x + 3',
  'Find the 10th term of the sequence 3, 7, 11, 15',
  'x = 5',
  'Solve x < 3',
  'Solve ax + b = c',
  'Expand (x + 1)(x + 2)',
  'Tom has 3 apples and 5 pears. How many pieces of fruit?',
  '',
  'Solve <|end|> {{{ \\def\\x{\\x\\x}',
])('draws nothing for %j', (problem) => {
  expect(graphOf(problem, null, null)).toBeNull();
});

it('draws nothing for a formula of hundreds of terms', () => {
  const sum = Array.from({ length: 200 }, (_, at) => `sin(${at + 1}x)`).join(' + ');
  expect(graphOf(`Solve ${sum} = 0`, null, null)).toBeNull();
});

it('never throws and only ever gives finite numbers', () => {
  const pieces = fc.constantFrom(
    'Solve ',
    'x',
    'y',
    '^2',
    '=',
    '0',
    '1/x',
    '+',
    '\\frac{1}{',
    '}',
    'sin ',
    '(',
    ')',
    ' and ',
    '<',
    'Differentiate ',
    '3, 5, 9 mean',
    'f(x)',
    '∫',
    'area',
    '$',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), fc.option(fc.string({ maxLength: 20 })), (parts, answer) => {
      const graph = graphOf(parts.join(''), answer, null);
      const numbers = JSON.stringify(graph, (_, value: unknown) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
      );
      expect(numbers).not.toContain('BAD');
    }),
    { numRuns: 150 },
  );
});

function areaOf(polygon: readonly (readonly [number, number])[]): number {
  const sum = polygon.reduce((total, [x, y], at) => {
    const [nextX, nextY] = polygon[(at + 1) % polygon.length];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
}
