import type { Family, Worked } from '../../family.ts';
import { power, sum, term } from '../../polynomial.ts';
import { fraction } from '../../quotient.ts';
import { type Rational, rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { INTEGRAL, inSomeLetter } from './integrate-phrasings.ts';

/** Integrals that need parts: logarithms, inverse tangents and sines, powers times e^x, sine or cosine, and those that come round again. */
export const integrateParts: Family = {
  id: 'integrate-parts',
  topic: 'calculus',
  title: 'Integration by parts',
  levels: ['logarithm and inverse functions', 'a power times another function', 'integrals that come round'],
  phrasings: INTEGRAL,
  make(rng, level) {
    return inSomeLetter(made(rng, level), rng);
  },
};

function made(rng: Rng, level: number): Worked {
  if (level === 1) return rng.pick([logarithm, logarithm, inverseTangent, inverseSine])(rng);
  return level === 2 ? powerTimes(rng) : comesRound(rng);
}

/** The factor in front, most often one to three of either sign. */
function front(rng: Rng): number {
  return rng.chance(0.8) ? rng.nonzero(-3, 3) : rng.nonzero(-10, 10);
}

function finish(e: string, steps: readonly string[], value: string): Worked {
  const answer = `${value} + C`;
  return { maths: { e, x: 'x' }, steps: [...steps, `Add the constant: $${answer}$`], answer };
}

function logarithm(rng: Rng): Worked {
  const a = front(rng);
  const n = rng.chance(0.75) ? 1 : rng.int(2, 3);
  const k = a * n;
  const steps = [
    ...(n === 1 ? [] : [`Bring the power to the front: $\\ln(x^${n}) = ${n}\\ln(x)$`]),
    'By parts, $\\ln(x)$ against $x$: $x\\ln(x)$ less the integral of $1$ gives $x\\ln(x) - x$',
    ...(k === 1 ? [] : [`Times $${k}$: $${sum(term(k, 'x\\ln(x)'), term(-k, 'x'))}$`]),
  ];
  return finish(term(a, `\\ln(${power('x', n)})`), steps, sum(term(k, 'x\\ln(x)'), term(-k, 'x')));
}

function inverseSine(rng: Rng): Worked {
  const a = front(rng);
  const k = rng.int(1, 3);
  const inside = term(k, 'x');
  const root = `\\sqrt{1 - ${term(k * k, 'x^2')}}`;
  const product = `x\\arcsin(${inside})`;
  const steps = [
    `By parts, $\\arcsin(${inside})$ against $x$: the derivative of the first is $${fraction(String(k), root)}$`,
    `What is left to integrate: $${fraction(inside, root)}$, which gives $${times(rational(-1, k), root)}$`,
    `Together: $${sum(product, times(rational(1, k), root))}$`,
  ];
  const value = sum(term(a, product), times(rational(a, k), root));
  return finish(term(a, `\\arcsin(${inside})`), [...steps, ...(a === 1 ? [] : [`Times $${a}$: $${value}$`])], value);
}

function inverseTangent(rng: Rng): Worked {
  const a = front(rng);
  const k = rng.int(1, 3);
  const inside = term(k, 'x');
  const squared = `${term(k * k, 'x^2')} + 1`;
  const back = rational(-a, 2 * k);
  const steps = [
    `By parts, $\\arctan(${inside})$ against $x$: the derivative of the first is $${fraction(k, squared)}$`,
    `What is left to integrate: $${fraction(inside, squared)}$, which gives $${fraction(1, 2 * k)}\\ln(${squared})$`,
    `Together: $x\\arctan(${inside}) - ${fraction(1, 2 * k)}\\ln(${squared})$`,
  ];
  const value = sum(term(a, `x\\arctan(${inside})`), times(back, `\\ln(${squared})`));
  return finish(term(a, `\\arctan(${inside})`), [...steps, ...(a === 1 ? [] : [`Times $${a}$: $${value}$`])], value);
}

/** x^n times e^x, sin(kx) or cos(kx): derivatives of the power against integrals of the other, signs alternating. */
function powerTimes(rng: Rng): Worked {
  const a = front(rng);
  const n = rng.int(1, 3);
  const kind = rng.pick(['exp', 'sin', 'cos'] as const);
  const k = kind === 'exp' || rng.chance(0.6) ? 1 : rng.int(2, 3);
  const typed = kind === 'exp' ? (rng.chance(0.5) ? 'e^{x}' : '\\exp(x)') : `\\${kind}(${term(k, 'x')})`;
  const steps: string[] = [];
  const parts: string[] = [];
  let coefficient = 1;
  for (let j = 0; j <= n; j++) {
    const [sign, body] = integrated(kind, j + 1, k);
    const lowered = term(coefficient, power('x', n - j)) || '1';
    const scale = rational(sign * coefficient * (j % 2 === 0 ? 1 : -1), k ** (j + 1));
    const product = times(scale, `${power('x', n - j)}${body}`);
    steps.push(`Part ${j + 1}: $${lowered}$ against $${times(rational(sign, k ** (j + 1)), body)}$ gives $${product}$`);
    parts.push(times(rational(scale.top * a, scale.bottom), `${power('x', n - j)}${body}`));
    coefficient *= n - j;
  }
  const value = sum(...parts);
  const scaled = a === 1 ? [] : [`Times $${a}$: $${value}$`];
  return finish(term(a, `${power('x', n)}${typed}`), ['By parts, the signs changing', ...steps, ...scaled], value);
}

/** The j-th integral: its sign and its function, without the powers of k. */
function integrated(kind: 'exp' | 'sin' | 'cos', j: number, k: number): readonly [sign: number, body: string] {
  if (kind === 'exp') return [1, 'e^{x}'];
  // A quarter turn back each time: sin, -cos, -sin, cos.
  const turns = [
    [1, 'sin'],
    [-1, 'cos'],
    [-1, 'sin'],
    [1, 'cos'],
  ] as const;
  const [sign, name] = turns[(j + (kind === 'sin' ? 0 : 3)) % 4];
  return [sign, `\\${name}(${term(k, 'x')})`];
}

/** e^x times sine or cosine, and sine times cosine: the integral comes back and is solved for. */
function comesRound(rng: Rng): Worked {
  const a = front(rng);
  const half = rational(a, 2);
  const e = rng.chance(0.5) ? 'e^{x}' : '\\exp(x)';
  if (rng.chance(1 / 3)) {
    const value = times(half, '\\sin^2(x)');
    return finish(
      term(a, '\\sin(x)\\cos(x)'),
      ['The cosine is the derivative of the sine, so half the square: $\\frac{1}{2}\\sin^2(x)$', `Times $${a}$: $${value}$`],
      value,
    );
  }
  const sine = rng.chance(0.5);
  const [first, second] = sine ? ['\\sin(x)', '\\cos(x)'] : ['\\cos(x)', '\\sin(x)'];
  const joined = `e^{x}${first} ${sine ? '-' : '+'} e^{x}${second}`;
  const value = sum(times(half, 'e^{x}\\sin(x)'), times(rational(sine ? -a : a, 2), 'e^{x}\\cos(x)'));
  const steps = [
    `By parts: $e^{x}${first}$ ${sine ? 'less' : 'and'} the integral of $e^{x}${second}$`,
    `By parts again: $${joined}$ less the integral itself`,
    `Twice the integral is $${joined}$`,
    `With the factor $${a}$ and half of it: $${value}$`,
  ];
  return finish(term(a, `${e}${first}`), steps, value);
}

/** A fraction before the body, its sign in front. */
function times({ top, bottom }: Rational, body: string): string {
  if (bottom === 1) return term(top, body);
  return `${top < 0 ? '-' : ''}${fraction(Math.abs(top), bottom)}${body}`;
}
