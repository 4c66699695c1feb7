import { integrate } from '../../derivative-steps.ts';
import { quotient } from '../../division-step.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { equalities, power, term, writePolynomial } from '../../polynomial.ts';
import { polynomialValue } from '../../polynomial-value.ts';
import type { Rng } from '../../rng.ts';
import { signedColumns } from '../../signed-sum.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Polynomials whose antiderivative has whole coefficients, between whole limits. */
export const definiteIntegral: Family = {
  id: 'definite-integral',
  topic: 'calculus',
  title: 'Definite integrals',
  levels: ['lower limit zero', 'any limits', 'one power, with a fraction'],
  phrasings: [
    'Evaluate <int>',
    'Evaluate <int>.',
    'Work out <int>.',
    '<int>',
    'Find <int>',
    'Calculate <int>',
    'What is <int>?',
    'Find the integral of <e> from <a> to <b>.',
    'Integrate <e> from <a> to <b>.',
    'integral of <e> between <a> and <b>',
    'Integrate <e> between <x> = <a> and <x> = <b>.',
    'how do i work out <int>',
    'Compute the definite integral <int>.',
    'definite integral of <e> from <a> to <b>',
    'Find the value of <int>.',
    'Find the definite integral of <e> from <x> = <a> to <x> = <b>',
    'Question 3. Evaluate <int>.',
    '<int> = ?',
    'integrate <e> from <a> to <b>',
    'integrate <e> between <a> and <b>',
    'area under <e> from <x> = <a> to <x> = <b> as an integral: <int>',
    'whats <int>',
    'integral of <e> from <a> to <b>',
  ],
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 't']);
    if (level === 3) return onePower(x, rng);
    const degree = rng.int(1, 3);
    const whole = Array.from({ length: degree }, (_, index) => (index === 0 || rng.chance(0.75) ? rng.nonzero(-4, 5) : 0));
    const coefficients = whole.map((c, index) => c * (degree - index));
    const antiderivative = [...whole, 0];
    const a = level === 1 ? 0 : rng.int(-3, 3);
    const b = a + rng.int(1, 4);
    const e = writePolynomial(coefficients, x);
    const { steps, value } = integrate(coefficients, x);
    const upper = polynomialValue(antiderivative, b, `At $${x} = ${b}$`);
    const lower = a === 0 ? { steps: [`At $${x} = 0$: $0$`], value: 0 } : polynomialValue(antiderivative, a, `At $${x} = ${a}$`);
    const answer = String(upper.value - lower.value);
    const inside = / [+-] /.test(e) ? `(${e})` : e;
    return {
      maths: { int: `\\int_{${a}}^{${b}} ${inside} \\, d${x}`, e, a: String(a), b: String(b), x },
      steps: [
        ...steps,
        `The antiderivative is $${value}$`,
        ...upper.steps,
        ...lower.steps,
        ...signedColumns(upper.value, -lower.value),
        `Subtract: $${upper.value} - ${factor(lower.value)} = ${answer}$`,
      ],
      answer,
    };
  },
};

/** cx^n with the antiderivative written over n + 1; the two values are subtracted over it. */
function onePower(x: string, rng: Rng): Worked {
  const [c, n] = [rng.chance(0.5) ? 1 : rng.int(2, 8), rng.int(1, 3)];
  const [a, b] = rng.chance(0.6) ? [0, rng.int(1, 6)] : [rng.int(-2, 2), rng.int(3, 5)];
  const e = term(c, power(x, n));
  const { steps, value } = integrate([c, ...new Array<number>(n).fill(0)], x);
  const [high, low] = [b ** (n + 1), a ** (n + 1)];
  const top = c * (high - low);
  const { written, lines, value: answer } = quotient(top, n + 1);
  return {
    maths: { int: `\\int_{${a}}^{${b}} ${e} \\, d${x}`, e, a: String(a), b: String(b), x },
    steps: [
      ...steps,
      `The antiderivative is $${value}$`,
      `The powers: $${b}^${n + 1} = ${high}$ and $${factor(a)}^${n + 1} = ${low}$`,
      `Subtract them: $${high} - ${factor(low)} = ${high - low}$`,
      ...(c === 1 ? [] : [...timesLines(c, high - low), `Times $${c}$: $${c} \\cdot ${high - low} = ${top}$`]),
      ...(top % (n + 1) === 0 ? divideLines(top, n + 1) : []),
      `Over $${n + 1}$: $${equalities(`\\frac{${top}}{${n + 1}}`, written)}$`,
      ...lines,
    ],
    answer,
  };
}
