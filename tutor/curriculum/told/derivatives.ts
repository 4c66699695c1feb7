/** Let f(x) be the second derivative of x**4/6 - 3*x: rules of functions told as derivatives, and the lines that derive. */
import { entropyInteger, shareOut } from '../entropy.ts';
import { power } from '../polynomial.ts';
import { multiplyRational, type Rational, rational, writeRational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { timesLines } from '../times-lines.ts';
import { type Budget, peel } from './budget.ts';
import { monomials, writeMonomial, writePolynomialOf } from './rules.ts';
import type { Coefficients, Desk, ToldFunction } from './told.ts';

const NTH = ['first', 'second', 'third'] as const;

/** Let f(t) be the second derivative of t**5/20 - 3*t. */
export function tellDerivative(rule: Coefficients, budget: Budget, desk: Desk): ToldFunction {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const order = rng.int(1, 3);
  const before = integrated(rule, order, Math.max(0, entropy - 0.5), rng);
  const inner = desk.polynomial(before, rest, true);
  const x = inner.f === '' ? inner.x : desk.letter();
  const f = desk.letter();
  const typed = inner.f === '' ? inner.rule : `${inner.f}(${x})`;
  return {
    f,
    x,
    rule: '',
    sentences: [...inner.sentences, `Let \\(${f}(${x})\\) be the ${NTH[order - 1]} derivative of \\(${typed}\\).`],
    steps: [...inner.steps, ...deriveLines(before, order, x), `The rule of $${f}$: $${writePolynomialOf(rule, x)}$`],
  };
}

/** A rule with this derivative of the given order, and random terms that vanish on the way. */
function integrated(rule: Coefficients, order: number, entropy: number, rng: Rng): Coefficients {
  const lost = new Array<number>(order).fill(0);
  const entropies = shareOut(rng, entropy, new Array(order).fill(1));
  const kept = rng.int(1, order);
  const filled = rng.shuffle(lost.map((_, index) => index)).slice(0, kept);
  for (const index of filled) lost[index] = entropyInteger(rng, entropies[index], 1);
  const lifted = rule.map((each, index) =>
    multiplyRational(
      each,
      rational(
        1,
        factorsOf(rule.length - 1 - index + order, order).reduce((a, b) => a * b, 1),
      ),
    ),
  );
  return [...lifted, ...lost.map((n) => rational(n))];
}

/** 5, 4, 3 for the third derivative of x^5. */
function factorsOf(exponent: number, order: number): number[] {
  return Array.from({ length: order }, (_, k) => exponent - k);
}

/** One line a term: "From $\frac{7x^6}{24}$: $6 \cdot 5 = 30$, $30 \div 24 = \frac{5}{4}$, $7 \cdot 5 = 35$, so …". */
export function deriveLines(rule: Coefficients, order: number, x: string): string[] {
  return monomials(rule).flatMap(([coefficient, exponent]) => {
    if (exponent < order) return [];
    const { top, bottom } = coefficient;
    const factors = factorsOf(exponent, order);
    const by = factors.reduce((a, b) => a * b, 1);
    const lowest = rational(by, bottom);
    const result: Rational = { top: top * lowest.top, bottom: lowest.bottom };
    const facts = [
      ...(factors.length > 1 ? [`$${factors.join(' \\cdot ')} = ${by}$`] : []),
      ...(bottom === 1 ? [] : [`$${by} \\div ${bottom} = ${writeRational(lowest)}$`]),
      ...(lowest.top === 1 || Math.abs(top) === 1 ? [] : [`$${top} \\cdot ${lowest.top} = ${result.top}$`]),
    ];
    const body = power(x, exponent - order);
    const line = `From $${writeMonomial(coefficient, power(x, exponent))}$: ${[...facts, `so $${writeMonomial(result, body)}$`].join(', ')}`;
    return [...timesLines(top, lowest.top), line];
  });
}
