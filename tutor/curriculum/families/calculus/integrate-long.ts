import { integrate } from '../../derivative-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { power, sum, term, writePolynomial } from '../../polynomial.ts';
import { fraction, gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';

/** Ways of asking for an indefinite integral with its sign written out. */
const INTEGRAL: readonly string[] = askTo(
  ['Find the indefinite integral:', 'Calculate the antiderivative:', 'Evaluate the indefinite integral:', 'Work out'],
  '∫ <e> d<x>',
  '∫ <e> d<x>',
  'What is ∫ <e> d<x>?',
  'Integrate <e> with respect to <x>.',
  'Find an antiderivative of <e>, with + C.',
);

/** Up to five powers as high as ten, the coefficients often made to cancel, in x or X. */
export const integrateLong: Family = {
  id: 'integrate-long',
  topic: 'calculus',
  title: 'Integrals of long polynomials',
  levels: ['two or three terms', 'up to five terms'],
  phrasings: INTEGRAL,
  make(rng, level) {
    const x = rng.pick(['x', 'X']);
    const count = level === 1 ? rng.int(2, 3) : rng.int(3, 5);
    const powers = rng.shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).slice(0, count);
    const coefficients = new Array<number>(11).fill(0);
    for (const each of powers) {
      const cancels = rng.chance(0.8) ? each + 1 : 1;
      coefficients[10 - each] = cancels * rng.nonzero(-10, 10);
    }
    const degree = Math.max(...powers);
    const polynomial = coefficients.slice(10 - degree);
    const { steps, value } = integrate(polynomial, x);
    const answer = `${value} + C`;
    return { maths: { e: writePolynomial(polynomial, x), x }, steps: [...steps, `Add the constant: $${answer}$`], answer };
  },
};

/** Integrals with a linear function inside: exponentials, roots, and a power of sine or cosine times its derivative. */
export const integrateInside: Family = {
  id: 'integrate-inside',
  topic: 'calculus',
  title: 'Integrals with a function inside',
  levels: ['exponentials', 'square roots', 'sine and cosine'],
  phrasings: INTEGRAL,
  make(rng, level) {
    const b = rng.chance(0.2) ? 1 : rng.nonzero(-10, 10);
    const c = rng.nonzero(-10, 10);
    const inside = sum(term(b, 'x'), String(c));
    switch (level) {
      case 1:
        return exponential(rng, b, inside);
      case 2:
        return root(rng, b, inside);
      default:
        return trigonometric(rng, b, inside);
    }
  },
};

/** top/bottom of the body, in lowest terms; the bottom is positive. */
function scaled(top: number, bottom: number, body: string): string {
  const common = gcd(top, bottom) * (bottom < 0 ? -1 : 1);
  const [p, q] = [top / common, bottom / common];
  return q === 1 ? term(p, body) : `${p < 0 ? '-' : ''}${fraction(Math.abs(p), q)}${body}`;
}

function worked(e: string, reason: string, inner: string, line: string, value: string): Worked {
  const answer = `${value} + C`;
  return { maths: { e, x: 'x' }, steps: [inner, `${reason}: $${line}$`, `Simplify and add the constant: $${answer}$`], answer };
}

function innerLine(inside: string, b: number): string {
  return `The inside $${inside}$ has derivative $${b}$, so divide by $${b}$`;
}

function exponential(rng: Rng, b: number, inside: string): Worked {
  const a = (rng.chance(0.7) ? b : 1) * rng.nonzero(-4, 4);
  const body = `e^{${inside}}`;
  return worked(term(a, body), 'The exponential stays', innerLine(inside, b), scaledRaw(a, b, body), scaled(a, b, body));
}

function root(rng: Rng, b: number, inside: string): Worked {
  const a = (rng.chance(0.7) ? b : 1) * rng.nonzero(-4, 4);
  const body = `(${inside})^{\\frac{3}{2}}`;
  const e = term(a, `\\sqrt{${inside}}`);
  return worked(
    e,
    'The root becomes two thirds of the power three halves',
    innerLine(inside, b),
    scaledRaw(2 * a, 3 * b, body),
    scaled(2 * a, 3 * b, body),
  );
}

function trigonometric(rng: Rng, b: number, inside: string): Worked {
  const n = rng.int(1, 4);
  const a = (rng.chance(0.7) ? b : 1) * rng.nonzero(-3, 3);
  const sine = rng.chance(0.5);
  const [outer, other] = sine ? ['\\sin', '\\cos'] : ['\\cos', '\\sin'];
  const e = term(
    a,
    sine ? `${power(outer, n)}(${inside})${other}(${inside})` : `${other}(${inside})${power(outer, n)}(${inside})`,
  );
  const bottom = b * (n + 1) * (sine ? 1 : -1);
  const body = `${power(outer, n + 1)}(${inside})`;
  const inner = `The derivative of $${outer}(${inside})$ is $${term(sine ? b : -b, `${other}(${inside})`)}$`;
  return worked(
    e,
    `Raise the power to $${n + 1}$ and divide by it and by $${sine ? b : -b}$`,
    inner,
    scaledRaw(a, bottom, body),
    scaled(a, bottom, body),
  );
}

/** The fraction before it is reduced, its sign in front. */
function scaledRaw(top: number, bottom: number, body: string): string {
  const sign = top < 0 !== bottom < 0 ? '-' : '';
  return `${sign}${fraction(Math.abs(top), Math.abs(bottom))}${body}`;
}
