import type { Family, Worked } from '../../family.ts';
import { power, sum, term } from '../../polynomial.ts';
import { fraction, gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { INTEGRAL, inSomeLetter } from './integrate-phrasings.ts';

/** Integrals with a linear function inside: exponentials, roots, and a power of sine or cosine times its derivative. */
export const integrateInside: Family = {
  id: 'integrate-inside',
  topic: 'calculus',
  title: 'Integrals with a function inside',
  levels: ['exponentials', 'square roots', 'sine and cosine', 'a power of a linear function'],
  phrasings: INTEGRAL,
  make(rng, level) {
    return inSomeLetter(made(rng, level), rng);
  },
};

function made(rng: Rng, level: number): Worked {
  const b = rng.chance(0.2) ? 1 : rng.nonzero(-10, 10);
  const constant = rng.nonzero(-10, 10);
  // What starts with a minus is mostly printed the other way round: 2 - 8x.
  const turned = b < 0 && constant > 0 && rng.chance(0.7);
  const inside = turned ? sum(String(constant), term(b, 'x')) : sum(term(b, 'x'), String(constant));
  const kinds = [exponential, root, trigonometric, linearPower] as const;
  return kinds[level - 1](rng, b, inside);
}

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
  if (rng.chance(0.4)) return quadraticExponent(rng);
  const a = (rng.chance(0.7) ? b : 1) * rng.nonzero(-4, 4);
  const body = `e^{${inside}}`;
  return worked(
    term(a, exponentialOf(inside, rng)),
    'The exponential stays',
    innerLine(inside, b),
    scaledRaw(a, b, body),
    scaled(a, b, body),
  );
}

/** The exponent's own derivative stands before the exponential. */
function quadraticExponent(rng: Rng): Worked {
  const [a, b, c, k] = [rng.nonzero(-10, 10), rng.nonzero(-10, 10), rng.nonzero(-10, 10), rng.nonzero(-3, 3)];
  const inside = sum(term(a, 'x^2'), term(b, 'x'), String(c));
  const slope = sum(term(2 * a, 'x'), String(b));
  const apart = rng.chance(0.5);
  const before = apart ? term(k, `(${slope})`) : `(${sum(term(2 * a * k, 'x'), String(b * k))})`;
  const value = term(k, `e^{${inside}}`);
  const steps = [`The exponent $${inside}$ has derivative $${slope}$`, `In front stands $${k}$ times that: $${value}$`];
  const answer = `${value} + C`;
  return {
    maths: { e: `${before}${exponentialOf(inside, rng)}`, x: 'x' },
    steps: [...steps, `Add the constant: $${answer}$`],
    answer,
  };
}

function exponentialOf(inside: string, rng: Rng): string {
  return rng.chance(0.5) ? `e^{${inside}}` : `\\exp(${inside})`;
}

function linearPower(rng: Rng, b: number, inside: string): Worked {
  const a = rng.nonzero(-4, 4);
  const n = rng.int(2, 4);
  const body = `(${inside})^${n + 1}`;
  const reason = `Raise the power to $${n + 1}$ and divide by it`;
  const bottom = b * (n + 1);
  return worked(term(a, `(${inside})^${n}`), reason, innerLine(inside, b), scaledRaw(a, bottom, body), scaled(a, bottom, body));
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
