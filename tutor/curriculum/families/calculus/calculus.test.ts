import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { CALCULUS } from './index.ts';

expectFamilyLaws(CALCULUS);

function made(id: string) {
  const family = CALCULUS.find((each) => each.id === id) as Family;
  return Array.from({ length: 200 }, (_, seed) => family.make(makeRng(seed), 1 + (seed % family.levels.length)));
}

/** The slope of an expression by central differences. */
function slope(latex: string, at: number): number {
  const h = 1e-5;
  const f = (x: number) => latexValue(latex, { x, t: x });
  return (f(at + h) - f(at - h)) / (2 * h);
}

function expectNear(actual: number, expected: number, told: string): void {
  expect(Math.abs(actual - expected), told).toBeLessThan(1e-4 * (1 + Math.abs(expected)));
}

const AT = 1.3;

test.each(['differentiate', 'standard-derivatives', 'chain-rule', 'product-rule', 'quotient-rule'])(
  '%s gives the slope',
  (id) => {
    for (const { maths, answer } of made(id)) {
      // Logarithms and quotients of a negative argument are met elsewhere on the line.
      const at = [AT, 9.7, -9.7].find((x) => Number.isFinite(slope(maths.e, x))) ?? AT;
      expectNear(latexValue(answer, { x: at, t: at }), slope(maths.e, at), `${maths.e} → ${answer}`);
    }
  },
);

test('the derivative of an integral is the integrand', () => {
  for (const { maths, answer } of made('integrate')) {
    const antiderivative = answer.replace(' + C', '').replaceAll(/\|(\w)\|/g, '$1');
    expect(answer).toMatch(/ \+ C$/);
    expectNear(slope(antiderivative, AT), latexValue(maths.e, { x: AT, t: AT }), `${maths.e} → ${answer}`);
  }
});

test('a definite integral is what Simpson finds', () => {
  for (const { maths, answer } of made('definite-integral')) {
    const [a, b] = [Number(maths.a), Number(maths.b)];
    const f = (x: number) => latexValue(maths.e, { x, t: x });
    // Exact for cubics.
    expectNear(Number(answer), ((b - a) / 6) * (f(a) + 4 * f((a + b) / 2) + f(b)), maths.int);
  }
});

test('gradients and tangents fit the curve', () => {
  for (const { maths, answer } of made('gradient-at-point')) {
    expectNear(Number(answer), slope(maths.curve.split('=')[1], Number(maths.at.split('=')[1])), maths.curve);
  }
  for (const { maths, answer } of made('tangent-line')) {
    const at = Number(maths.at.split('=')[1]);
    const [curve, line] = [maths.curve.split('=')[1], answer.split('=')[1]];
    expectNear(latexValue(line, { x: at }), latexValue(curve, { x: at }), answer);
    expectNear(slope(line, at), slope(curve, at), answer);
  }
});

test('a curve is level at its stationary points and nowhere else', () => {
  for (const { maths, answer } of made('stationary-points')) {
    const curve = maths.curve.split('=')[1];
    const point = /^\((-?\d+), (-?\d+)\)$/.exec(answer);
    const roots = point === null ? [...answer.matchAll(/= (-?\d+)/g)].map((match) => Number(match[1])) : [Number(point[1])];
    for (const root of roots) expectNear(slope(curve, root), 0, maths.curve);
    if (point !== null) expectNear(Number(point[2]), latexValue(curve, { x: Number(point[1]) }), maths.curve);
    expect(roots).toHaveLength(point === null ? 2 : 1);
  }
});

test('an expression comes close to its limit', () => {
  for (const { maths, answer } of made('limits')) {
    const target = maths.to.split('\\to ')[1];
    const near = target === '\\infty' ? 1e7 : Number(target) + 1e-6;
    expectNear(latexValue(maths.e, { x: near }), latexValue(answer), maths.lim);
  }
});
