import { differentiate } from '../../derivative-steps.ts';
import { divideBoth, moveConstant } from '../../equation-steps.ts';
import { findFactorPair } from '../../factor-pair.ts';
import type { Family, Worked } from '../../family.ts';
import { sum, term, writePolynomial } from '../../polynomial.ts';
import { polynomialValue } from '../../polynomial-value.ts';
import type { Rng } from '../../rng.ts';

/** The gradient of a curve at a point, from its derivative. */
export const gradientAtPoint: Family = {
  id: 'gradient-at-point',
  topic: 'calculus',
  title: 'The gradient of a curve at a point',
  levels: ['quadratics', 'cubics'],
  phrasings: [
    'Find the gradient of <curve> at <at>.',
    'What is the gradient of the curve <curve> at <at>?',
    'gradient of <curve> at <at>',
    'Work out the gradient of the curve <curve> when <at>.',
    'Find the slope of <curve> at <at>',
    'Find the slope of the tangent to <curve> at <at>.',
    'Given <curve>, find the gradient when <at>.',
    'how do i find the gradient of <curve> at <at>',
    'Calculate the gradient of <curve> at the point where <at>.',
    '<curve>, find dy/dx when <at>',
    'If <curve>, what is dy/dx at <at>?',
    'Determine the gradient of <curve> at <at>.',
    'Find the rate of change of y when <at>, where <curve>.',
    'what is the slope of <curve> when <at>',
    'Question 5. Find the gradient of <curve> at the point with <at>.',
    'Find the value of dy/dx at <at> for <curve>.',
    'gradient of <curve> when <at>',
    'whats the slope of <curve> at <at>',
    'slope of the curve <curve> where <at>',
    'how steep is <curve> at <at>, find the gradient',
  ],
  make(rng, level) {
    const coefficients = curve(rng, level + 1);
    const at = rng.int(-4, 5);
    const { steps, derivative } = differentiate(coefficients, 'x');
    const value = polynomialValue(derivative, at, `Put in $x = ${at}$`);
    return {
      maths: { curve: `y = ${writePolynomial(coefficients, 'x')}`, at: `x = ${at}` },
      steps: [...steps, `The gradient is $${writePolynomial(derivative, 'x')}$`, ...value.steps],
      answer: String(value.value),
    };
  },
};

function curve(rng: Rng, degree: number): number[] {
  const coefficients = [rng.nonzero(-3, 4)];
  while (coefficients.length <= degree) coefficients.push(rng.int(-8, 9));
  return coefficients;
}

/** y = mx + c touching a curve. */
export const tangentLine: Family = {
  id: 'tangent-line',
  topic: 'calculus',
  title: 'Tangents to curves',
  levels: ['quadratics', 'cubics'],
  phrasings: [
    'Find the equation of the tangent to <curve> at <at>.',
    'What is the equation of the tangent to the curve <curve> at <at>?',
    'equation of the tangent to <curve> at <at>',
    'Work out the tangent to <curve> when <at>.',
    'Find the tangent line to <curve> at <at>',
    'tangent of <curve> at <at>',
    'Given <curve>, find the equation of the tangent where <at>.',
    'how do i find the tangent to <curve> at <at>',
    'Calculate the equation of the tangent to <curve> at the point where <at>.',
    'Determine the tangent line to the curve <curve> at <at>.',
    'Find the tangent to the curve <curve> at the point with <at>.',
    'what is the tangent line of <curve> when <at>',
    'Question 6. Find the equation of the tangent to <curve> at <at>.',
    'A curve has equation <curve>. Find the tangent at <at>.',
    'Find the line that touches <curve> at <at>.',
    'Write down the equation of the tangent to <curve> where <at>.',
    'tangent to <curve> at <at>, equation?',
    'equation of tangent of <curve> when <at>',
    'what is the tangent line to <curve> at <at>',
    'find the tangent of <curve> at the point where <at>',
  ],
  make(rng, level) {
    const coefficients = curve(rng, level + 1);
    const at = rng.int(-3, 4);
    const { steps, derivative } = differentiate(coefficients, 'x');
    const y = polynomialValue(coefficients, at, 'Height of the curve');
    const m = polynomialValue(derivative, at, 'Gradient there');
    const product = m.value * at;
    const c = y.value - product;
    const answer = `y = ${sum(term(m.value, 'x'), c === 0 ? '' : String(c))}`;
    return {
      maths: { curve: `y = ${writePolynomial(coefficients, 'x')}`, at: `x = ${at}` },
      steps: [
        ...y.steps,
        ...steps,
        ...m.steps,
        `Gradient times $x$: $${m.value} \\cdot ${at < 0 ? `(${at})` : at} = ${product}$`,
        `Put in the point: $c = ${y.value} ${product < 0 ? '+' : '-'} ${Math.abs(product)} = ${c}$`,
        `The tangent is $${answer}$`,
      ],
      answer,
    };
  },
};

/** Where the derivative is zero. */
export const stationaryPoints: Family = {
  id: 'stationary-points',
  topic: 'calculus',
  title: 'Stationary points',
  levels: ['turning points of parabolas', 'x-coordinates for cubics'],
  phrasings: [
    'Find {ask} of <curve>.',
    'Find {ask} of the curve <curve>.',
    'What is {ask} of <curve>?',
    '{ask} of <curve>',
    'Work out {ask} of <curve>',
    'Determine {ask} of the curve <curve>.',
    'how do i find {ask} of <curve>',
    'Use calculus to find {ask} of <curve>.',
    'A curve has equation <curve>. Find {ask}.',
    '<curve>, find {ask}',
    'Given <curve>, work out {ask}.',
    'Differentiate to find {ask} of <curve>.',
    'Question 7. Find {ask} of <curve>.',
    'Calculate {ask} of <curve>.',
    'find {ask}: <curve>',
    'By differentiating, find {ask} of the curve <curve>.',
    'where is {ask} of <curve>',
    'find {ask} for the curve <curve>',
    'use dy/dx = 0 to get {ask} of <curve>',
  ],
  make(rng, level) {
    return level === 1 ? parabola(rng) : cubic(rng);
  },
};

function parabola(rng: Rng): Worked {
  const a = rng.chance(0.5) ? 1 : rng.nonzero(-3, 4);
  const at = rng.int(-6, 6);
  const coefficients = [a, -2 * a * at, rng.int(-15, 15)];
  const { steps, derivative } = differentiate(coefficients, 'x');
  const left = term(2 * a, 'x');
  const b = derivative[1];
  const height = polynomialValue(coefficients, at, `Height at $x = ${at}$`);
  return {
    maths: { curve: `y = ${writePolynomial(coefficients, 'x')}` },
    words: {
      ask: rng.pick([
        'the turning point',
        'the stationary point',
        'the coordinates of the turning point',
        'the coordinates of the stationary point',
      ]),
    },
    steps: [
      ...steps,
      `Set the derivative to zero: $${writePolynomial(derivative, 'x')} = 0$`,
      ...(b === 0 ? [] : [moveConstant(left, b, 0), `Simplify: $${left} = ${-b}$`]),
      ...divideBoth(2 * a, -b, 'x').steps,
      ...height.steps,
      `The point is $(${at}, ${height.value})$`,
    ],
    answer: `(${at}, ${height.value})`,
  };
}

/** Derivative 3(x - p)(x - q) or 6(x - p)(x - q). */
function cubic(rng: Rng): Worked {
  const p = rng.int(-5, 4);
  const q = p + rng.int(1, 5);
  const k = (p + q) % 2 === 0 ? 1 : 2;
  const coefficients = [k, (-3 * k * (p + q)) / 2, 3 * k * p * q, rng.int(-9, 9)].map((value) => value + 0);
  const { steps, derivative } = differentiate(coefficients, 'x');
  const monic = [1, -(p + q), p * q];
  const factored = p === 0 || q === 0 ? `x(${sum('x', String(-(p + q)))})` : `(${sum('x', String(-p))})(${sum('x', String(-q))})`;
  const pair = p === 0 || q === 0 ? [] : findFactorPair(p * q, -(p + q)).lines;
  return {
    maths: { curve: `y = ${writePolynomial(coefficients, 'x')}` },
    words: {
      ask: rng.pick([
        'the x-coordinates of the stationary points',
        'the x values of the stationary points',
        'the x-coordinates of the turning points',
      ]),
    },
    steps: [
      ...steps,
      `Set the derivative to zero: $${writePolynomial(derivative, 'x')} = 0$`,
      `Divide both sides by $${3 * k}$: $${writePolynomial(monic, 'x')} = 0$`,
      ...pair,
      `Factorise: $${factored} = 0$`,
      `Each factor may be zero: $x = ${p}$ or $x = ${q}$`,
    ],
    answer: `x = ${p}, x = ${q}`,
  };
}
