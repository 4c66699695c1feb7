import { quotient } from '../../division-step.ts';
import { findFactorPair } from '../../factor-pair.ts';
import type { Family, Worked } from '../../family.ts';
import { sum, term, writePolynomial } from '../../polynomial.ts';
import { polynomialValue } from '../../polynomial-value.ts';
import { fraction } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** By putting in the number, by cancelling a factor, or at infinity. */
export const limits: Family = {
  id: 'limits',
  topic: 'calculus',
  title: 'Limits',
  levels: ['putting in the number', 'cancelling a factor', 'at infinity'],
  phrasings: [
    'Find <lim>',
    'Evaluate <lim>.',
    'What is <lim>?',
    'Work out <lim>',
    '<lim>',
    'Find the limit of <e> as <to>.',
    'limit of <e> as <to>',
    'What is the limit of <e> as <to>?',
    'Calculate <lim>.',
    'Find the limit: <lim>',
    'how do i find <lim>',
    'Determine the limit of <e> as <to>.',
    'what does <e> tend to as <to>',
    'Question 8. Find the limit of <e> as <to>.',
    'Compute <lim>',
    'Evaluate the limit of <e> when <to>.',
    'find the limit as <to> of <e>',
    '<lim> = ?',
    'whats the limit of <e> when <to>',
    'what does <e> go to as <to>',
  ],
  make(rng, level) {
    return level === 1 ? direct(rng) : level === 2 ? cancelled(rng) : atInfinity(rng);
  },
};

function slots(e: string, target: string) {
  const inside = / [+-] /.test(e) && !e.startsWith('\\frac') ? `(${e})` : e;
  return { maths: { e, to: `x \\to ${target}`, lim: `\\lim_{x \\to ${target}} ${inside}` } };
}

function direct(rng: Rng): Worked {
  const at = rng.int(-5, 6);
  const coefficients = rng.chance(0.5)
    ? [rng.nonzero(-4, 6), rng.nonzero(-9, 9)]
    : [rng.nonzero(-3, 4), rng.int(-6, 6), rng.int(-9, 9)];
  const { steps, value } = polynomialValue(coefficients, at, `Put in $x = ${at}$`);
  return {
    ...slots(writePolynomial(coefficients, 'x'), String(at)),
    steps: ['The expression is continuous, so put the number in', ...steps],
    answer: String(value),
  };
}

function cancelled(rng: Rng): Worked {
  const at = rng.nonzero(-7, 9);
  const other = rng.chance(0.4) ? -at : rng.nonzero(-7, 7);
  const bracket = (root: number) => `(${sum('x', String(-root))})`;
  const [b, c] = [-(at + other), at * other];
  const top = writePolynomial([1, b, c], 'x');
  const pair = b === 0 ? [] : findFactorPair(c, b).lines;
  return {
    ...slots(fraction(top, sum('x', String(-at))), String(at)),
    steps: [
      `Both top and bottom are zero at $x = ${at}$, so factorise the top`,
      ...pair,
      `Factorise: $${top} = ${bracket(at)}${bracket(other)}$`,
      `Cancel $${sum('x', String(-at))}$: what is left is $${sum('x', String(-other))}$`,
      `Put in $x = ${at}$: $${sum(String(at), String(-other))} = ${at - other}$`,
    ],
    answer: String(at - other),
  };
}

function atInfinity(rng: Rng): Worked {
  const degree = rng.int(1, 3);
  const lower = rng.chance(0.25);
  const [a, c] = [rng.int(1, 9), rng.int(2, 9)];
  const body = (k: number, n: number) => sum(term(k, n === 1 ? 'x' : `x^${n}`), String(rng.nonzero(-9, 9)));
  const topDegree = lower && degree > 1 ? degree - 1 : degree;
  const e = fraction(body(a, topDegree), body(c, degree));
  if (topDegree < degree) {
    return {
      ...slots(e, '\\infty'),
      steps: ['The bottom has the higher power of $x$, so it grows faster than the top', 'The quotient tends to $0$'],
      answer: '0',
    };
  }
  const ratio = quotient(a, c);
  return {
    ...slots(e, '\\infty'),
    steps: [
      'Top and bottom have the same highest power, so only their first coefficients count',
      `Divide the coefficients: $${ratio.whole ? `${fraction(a, c)} = ${ratio.value}` : ratio.written}$`,
      ...ratio.lines,
    ],
    answer: ratio.value,
  };
}
