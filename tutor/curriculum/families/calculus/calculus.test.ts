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

test('long integrals, integrals with a function inside and by parts have the integrand as slope', () => {
  for (const { maths, answer } of [...made('integrate-long'), ...made('integrate-inside'), ...made('integrate-parts')]) {
    const [antiderivative, constant] = answer.split(/ \+ (C)$/);
    expect(constant).toBe('C');
    const f = (x: number) => latexValue(antiderivative, { x, X: x });
    const at =
      [0.31, 20.3, -20.3].find((x) => Number.isFinite(f(x)) && Number.isFinite(latexValue(maths.e, { x, X: x }))) ?? 0.31;
    const h = Math.min(1e-4, 1e-5 * Math.abs(at));
    const value = latexValue(maths.e, { x: at, X: at });
    expect((f(at + h) - f(at - h)) / (2 * h) / (value === 0 ? 1 : value), `${maths.e} → ${answer}`).toBeCloseTo(1, 2);
  }
});

test('a definite integral is what Simpson finds', () => {
  for (const { maths, answer } of made('definite-integral')) {
    const [a, b] = [Number(maths.a), Number(maths.b)];
    const f = (x: number) => latexValue(maths.e, { x, t: x });
    // Exact for cubics.
    expectNear(latexValue(answer), ((b - a) / 6) * (f(a) + 4 * f((a + b) / 2) + f(b)), maths.int);
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

test('repeated derivatives are what central differences find', () => {
  for (const { maths, words, answer } of made('repeated-derivative')) {
    const { x, nth, told } = words as Record<string, string>;
    const [, f, inner, firstNth, source] =
      /^Let \\\((\w)\((\w)\)\\\) be the (\w+) derivative of \\\((.*)\\\)\. $/.exec(told) ?? [];
    const orders = ['first', 'second', 'third'];
    const order = orders.indexOf(nth) + 1 + (f === undefined ? 0 : orders.indexOf(firstNth) + 1);
    const others = Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, 1]));
    const expression = source ?? maths.e;
    const value = (at: number) => latexValue(expression, { ...others, [inner ?? x]: at });
    // Whole steps are exact enough for polynomials once the lower powers are told apart by their degree of at most nine.
    const found = polynomialDerivative(value, order, 2);
    const given = latexValue(answer, { ...others, [x]: 2 });
    expect(Math.abs(found - given), `${told}${maths.e}: ${nth} → ${answer}`).toBeLessThan(1e-5 * (1 + Math.abs(given)) + 1e-3);
  }
});

/** From Newton's form through ten whole points, differentiated as often as asked. */
function polynomialDerivative(value: (at: number) => number, order: number, at: number): number {
  const points = Array.from({ length: 11 }, (_, index) => index - 5);
  const divided = points.map(value);
  for (let k = 1; k < points.length; k++) {
    for (let i = points.length - 1; i >= k; i--) divided[i] = (divided[i] - divided[i - 1]) / (points[i] - points[i - k]);
  }
  let coefficients = [0];
  for (let k = points.length - 1; k >= 0; k--) {
    const shifted = [0, ...coefficients];
    coefficients = shifted.map((each, index) => each - points[k] * (coefficients[index] ?? 0));
    coefficients[0] += divided[k];
  }
  for (let k = 0; k < order; k++) coefficients = coefficients.slice(1).map((each, index) => each * (index + 1));
  return coefficients.reduce((total, each, index) => total + each * at ** index, 0);
}
